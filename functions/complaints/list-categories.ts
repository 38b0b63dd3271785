/** GET /api/categories: the responsibility matrix, so that anyone can see who answers for what. */
import { categoryCodes } from '../../shared/complaints/categories.ts';
import { matrixRow } from '../../shared/complaints/matrix.ts';
import { clausesOf } from '../../shared/districts/clauses.ts';
import { ok } from '../../shared/result.ts';
import { http } from '../aws/http.ts';

export function listCategories() {
  const answer = {
    categories: categoryCodes.map((code) => {
      const { name, lead, cooperating, conditional, basis } = matrixRow(code);
      return { code, name, lead, cooperating, conditional, basis, clauses: clausesOf(code) };
    }),
  };
  return Promise.resolve(ok({ answer }));
}

export const handler = http(
  { call: 'GET /api/categories', cacheSeconds: 3600 },
  listCategories,
  () => ({}),
);
