/** GET /api/categories: the responsibility matrix, so that anyone can see who answers for what. */
import { categories, type Category } from '../../shared/complaints/categories.ts';
import { ok } from '../../shared/result.ts';
import { http } from '../aws/http.ts';

export function listCategories() {
  const rows: readonly Category[] = categories;
  const answer = {
    categories: rows.map(({ code, name, lead, cooperating, conditional, basis }) => ({
      ...{ code, name, lead, cooperating, conditional, basis },
    })),
  };
  return Promise.resolve(ok({ answer }));
}

export const handler = http(
  { call: 'GET /api/categories', cacheSeconds: 3600 },
  listCategories,
  () => ({}),
);
