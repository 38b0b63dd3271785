/** GET /api/desk/institutions: registered institutions by a part of their name, credit code or licence number. */
import type { Refusal } from '../../shared/api/problem.ts';
import { suggested, SuggestionQuery } from '../../shared/institutions/suggestion.ts';
import { ok, type Result } from '../../shared/result.ts';
import { http, type Request } from '../aws/http.ts';
import { everyRegistered } from '../aws/register-store.ts';
import { officerOf } from '../aws/staff.ts';
import { DynamoTables } from '../aws/tables.ts';
import type { Outcome, Tables } from '../ports.ts';

export async function suggestInstitutions(
  { query }: Request<undefined, undefined, SuggestionQuery>,
  { tables }: { readonly tables: Tables },
): Promise<Result<Outcome<unknown>, Refusal>> {
  return ok({ answer: suggested(await everyRegistered(tables), query.q) });
}

export const handler = http(
  { call: 'GET /api/desk/institutions', query: SuggestionQuery, staff: officerOf },
  suggestInstitutions,
  () => ({ tables: new DynamoTables() }),
);
