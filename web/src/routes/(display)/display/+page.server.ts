/** The display choices: shows them, keeps them in a cookie for a year, and leads back to where the reader came from. */
import { redirect } from '@sveltejs/kit';
import { DISPLAY_COOKIE } from '../../../../../shared/disclosure/pages.ts';
import { chosenDisplay, cookieOf, displayOf, wayBack } from '#lib/display.ts';
import { href } from '#lib/links.ts';
import type { Actions, PageServerLoad } from './$types';

const A_YEAR_IN_SECONDS = 365 * 86_400;

export const load: PageServerLoad = ({ cookies, url }) => ({
  display: displayOf(cookies.get(DISPLAY_COOKIE)),
  from: wayBack(url.searchParams.get('from'), url.origin, href('/')),
});

export const actions: Actions = {
  default: async ({ request, cookies, url }) => {
    const form = await request.formData();
    const chosen = cookieOf(chosenDisplay(form, displayOf(cookies.get(DISPLAY_COOKIE))));
    cookies.set(DISPLAY_COOKIE, chosen, {
      path: '/',
      maxAge: chosen ? A_YEAR_IN_SECONDS : 0,
      sameSite: 'lax',
      secure: url.protocol === 'https:',
    });
    redirect(303, wayBack(form.get('from'), url.origin, href('/display')));
  },
};
