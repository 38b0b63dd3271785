/** The complaint form: shows it, posts it to the API, and answers with the receipt or the form again. */
import { fail } from '@sveltejs/kit';
import { callApi } from '#lib/api.ts';
import type { Filed } from '#lib/report/answers.ts';
import {
  complaintBody,
  emptyForm,
  readForm,
  sealedIn,
  textOf,
} from '#lib/report/complaint-form.ts';
import { formProblems } from '#lib/report/problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url }) => ({
  blank: { ...emptyForm, institutionName: url.searchParams.get('institution') ?? '' },
  /** Makes pressing the button twice file once. */
  idempotencyKey: crypto.randomUUID(),
});

export const actions: Actions = {
  default: async ({ request, platform, locals }) => {
    const data = await request.formData();
    const entered = readForm(data);
    const idempotencyKey = textOf(data, 'idempotencyKey') || crypto.randomUUID();
    const filed = await callApi<Filed>(platform, '/api/complaints', {
      body: complaintBody(entered, locals.locale, sealedIn(data)),
      idempotencyKey,
    });
    if (filed.ok) return { filed: filed.value };
    const { status, code, recipients } = filed.error;
    return fail(status, {
      entered,
      recipients,
      problems: formProblems(filed.error),
      // The same key again, so that a lost answer is not filed twice; a used-up one is replaced.
      idempotencyKey: code === 'IDEMPOTENCY_KEY_REUSED' ? crypto.randomUUID() : idempotencyKey,
    });
  },
};
