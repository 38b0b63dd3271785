/** GET /api/desk/cases/{caseNumber}: the items of a case that were referred to the caller's department, and what he may do. */
import { caseForOfficer } from '../../shared/complaints/desk-view.ts';
import type { Refusal } from '../../shared/api/problem.ts';
import { CasePath } from '../../shared/api/calls.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { loadCase } from '../aws/case-store.ts';
import { http, type Request } from '../aws/http.ts';
import { officerOf } from '../aws/staff.ts';
import { loadInstitution } from '../aws/supervision-store.ts';
import { DynamoTables } from '../aws/tables.ts';
import type { Outcome, Tables } from '../ports.ts';

export async function readCase(
  { path, officer, now }: Request<undefined, CasePath, undefined>,
  { tables }: { readonly tables: Tables },
): Promise<Result<Outcome<unknown>, Refusal>> {
  const file = await loadCase(tables, path.caseNumber);
  const named = file?.statement.institution;
  const institution = named && 'id' in named ? await loadInstitution(tables, named.id) : undefined;
  const view = file && caseForOfficer(file, officer, now, institution?.name);
  return view ? ok({ answer: view }) : err({ status: 404, code: 'NOT_FOUND' });
}

export const handler = http(
  { call: 'GET /api/desk/cases/{caseNumber}', path: CasePath, staff: officerOf },
  readCase,
  () => ({ tables: new DynamoTables() }),
);
