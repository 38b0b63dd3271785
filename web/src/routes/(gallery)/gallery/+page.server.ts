/** The gallery is there for tests and pictures only: no publisher hands out its data, so to everybody else it does not exist. */
import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ platform }) => {
  if (platform?.page?.page !== 'gallery') error(404);
};
