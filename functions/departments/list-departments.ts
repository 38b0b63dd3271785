/** GET /api/departments: the district's directory. */
import { departments } from '../../shared/departments/directory.ts';
import { ok } from '../../shared/result.ts';
import { http } from '../aws/http.ts';

export function listDepartments() {
  const answer = {
    departments: departments.map(({ code, name, fullName }) => ({ code, name, fullName })),
  };
  return Promise.resolve(ok({ answer }));
}

export const handler = http(
  { call: 'GET /api/departments', cacheSeconds: 3600 },
  listDepartments,
  () => ({}),
);
