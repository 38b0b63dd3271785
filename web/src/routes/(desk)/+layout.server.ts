/** Where officers sign in; whatever else the desk shows, it asks the API for in the officer's name. */
import { error } from '@sveltejs/kit';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ platform }) => {
  if (!platform?.signIn) error(500);
  return { signIn: platform.signIn };
};
