/** POST /api/desk/relay/commands: sets one message, a department's, or all going again. */
import type { Refusal } from '../../shared/api/problem.ts';
import type { OutboxRow } from '../../shared/relay/outbox.ts';
import { addresseesFor, RedriveCommand } from '../../shared/relay/redrive.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { needingAPerson } from '../aws/aside.ts';
import { http, type Request } from '../aws/http.ts';
import { officerOf } from '../aws/staff.ts';
import { outboxRowOf, reopenedWrite } from '../aws/outbox-store.ts';
import { SqsQueues } from '../aws/queues.ts';
import { send } from '../aws/relay.ts';
import { DynamoTables } from '../aws/tables.ts';
import type { Outcome, Queues, Tables } from '../ports.ts';
import { reopened } from '../../shared/relay/outbox.ts';

const MOST_AT_ONCE = 100; // of each state and addressee; `more` says that there is more

interface Deps {
  readonly tables: Tables;
  readonly queues: Queues;
}

export async function redriveOutbox(
  { body, officer, now }: Request<RedriveCommand, undefined, undefined>,
  { tables, queues }: Deps,
): Promise<Result<Outcome<unknown>, Refusal>> {
  if (!officer.roles.includes('administrator'))
    return err({ status: 403, code: 'ROLE_MISSING', role: 'administrator' });
  const addressees = addresseesFor(officer.department, body.department);
  if (!addressees || (body.all && addressees !== 'all'))
    return err({ status: 403, code: 'NOT_YOUR_DEPARTMENT' });
  const found = body.outboxId
    ? await one(body.outboxId, addressees, tables)
    : await needingAPerson(tables, addressees, MOST_AT_ONCE);
  if (body.outboxId && found.length === 0) return err({ status: 404, code: 'NOT_FOUND' });
  const open: OutboxRow[] = [];
  for (const row of found)
    if ((await tables.commit([reopenedWrite(row, now)])).ok) open.push(reopened(row, now));
  const left = await send(open, { tables, queues }, now);
  return ok({
    answer: {
      redriven: open.length,
      /** Open again, and sent by the next sweep because their queue did not take them now. */
      waiting: left.length,
      more: found.length >= MOST_AT_ONCE,
    },
  });
}

export const handler = http(
  { call: 'POST /api/desk/relay/commands', body: RedriveCommand, staff: officerOf },
  redriveOutbox,
  () => ({ tables: new DynamoTables(), queues: new SqsQueues() }),
);

async function one(
  outboxId: string,
  addressees: readonly string[] | 'all',
  tables: Tables,
): Promise<readonly OutboxRow[]> {
  const row = await outboxRowOf(tables, outboxId);
  return row && (addressees === 'all' || addressees.includes(row.addressee)) ? [row] : [];
}
