/** GET /api/institutions: institutions that have a public record, by a part of name or credit code, page by page. */
import type { Refusal } from '../../shared/api/problem.ts';
import { InstitutionsQuery } from '../../shared/api/calls.ts';
import { pageOfInstitutions } from '../../shared/institutions/search.ts';
import { ok, type Result } from '../../shared/result.ts';
import { publicInstitutions } from '../aws/disclosure-store.ts';
import { http, type Request } from '../aws/http.ts';
import { DynamoTables } from '../aws/tables.ts';
import type { Outcome, Tables } from '../ports.ts';

export async function listInstitutions(
  { query }: Request<undefined, undefined, InstitutionsQuery>,
  { tables }: { readonly tables: Tables },
): Promise<Result<Outcome<unknown>, Refusal>> {
  const all = await publicInstitutions(tables);
  const found = pageOfInstitutions(all, query.q, query.page);
  if (found.total > 0) return ok({ answer: found });
  // A table that few questions need.
  const { simplified } = await import('../../shared/search/traditional.ts');
  return ok({ answer: pageOfInstitutions(all, simplified(query.q), query.page) });
}

export const handler = http(
  { call: 'GET /api/institutions', query: InstitutionsQuery, cacheSeconds: 60 },
  listInstitutions,
  () => ({ tables: new DynamoTables() }),
);
