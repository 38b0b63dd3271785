/** POST /api/desk/cases/{caseNumber}/items/{itemNumber}/commands: an officer does what the table of acts allows him. */
import { decide, ItemCommand, type ItemRefusal } from '../../shared/complaints/lifecycle.ts';
import type { Refusal } from '../../shared/api/problem.ts';
import { ItemPath } from '../../shared/api/calls.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { announcedChange } from '../aws/case-changes.ts';
import { loadCase } from '../aws/case-store.ts';
import { http, type Request } from '../aws/http.ts';
import { officerOf } from '../aws/staff.ts';
import { staffMember } from '../aws/staff-store.ts';
import { DynamoTables } from '../aws/tables.ts';
import type { Officer, Outcome, Tables } from '../ports.ts';

export async function actOnReferral(
  { path, body, officer, now }: Request<ItemCommand, ItemPath, undefined>,
  { tables }: { readonly tables: Tables },
): Promise<Result<Outcome<unknown>, Refusal>> {
  const file = await loadCase(tables, path.caseNumber);
  if (!file) return err({ status: 404, code: 'NOT_FOUND' });
  const named = await assigneeOf(body, officer, tables);
  const decision = decide(file, path.itemNumber, body, officer, now, named ? [named] : []);
  if (!decision.ok) return err(refusalOf(decision.error));
  const { head, items } = decision.value;
  const [item] = items;
  return ok({
    correlationId: head.correlationId,
    answer: {
      caseNumber: path.caseNumber,
      itemNumber: path.itemNumber,
      status: item?.status,
      heldBy: item?.heldBy,
      version: head.version,
    },
    writes: announcedChange(file, decision.value),
  });
}

export const handler = http(
  {
    call: 'POST /api/desk/cases/{caseNumber}/items/{itemNumber}/commands',
    path: ItemPath,
    body: ItemCommand,
    staff: officerOf,
  },
  actOnReferral,
  () => ({ tables: new DynamoTables() }),
);

/** Whom the command names, when that is somebody else of the staff. */
async function assigneeOf(command: ItemCommand, officer: Officer, tables: Tables) {
  const { subject, department } = officer;
  if (command.type !== 'assign' || command.assignee === null || command.assignee === subject)
    return undefined;
  return staffMember(tables, department, command.assignee);
}

/** Not this person's, whatever the state. */
const forbidden: readonly ItemRefusal['code'][] = ['NOT_THE_LEAD', 'ROLE_MISSING', 'SAME_PERSON'];

function refusalOf(refusal: ItemRefusal): Refusal {
  if (refusal.code === 'NOT_YOURS') return { status: 404, code: 'NOT_FOUND' };
  return { status: forbidden.includes(refusal.code) ? 403 : 409, ...refusal };
}
