/** GET /api/desk/relay: messages that need a person, with the reasons why. */
import type { Refusal } from '../../shared/api/problem.ts';
import type { AsideState } from '../../shared/relay/outbox.ts';
import { addresseesFor, OutboxQuery, standing } from '../../shared/relay/redrive.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { needingAPerson } from '../aws/aside.ts';
import { http, type Request } from '../aws/http.ts';
import { officerOf } from '../aws/staff.ts';
import { DynamoTables } from '../aws/tables.ts';
import type { Outcome, Tables } from '../ports.ts';

const MOST_LISTED = 100;

const states: Readonly<Record<NonNullable<OutboxQuery['state']>, AsideState>> = {
  parked: 'PARKED',
  stuck: 'STUCK',
  dead: 'DEAD',
};

export async function listOutbox(
  { query, officer }: Request<undefined, undefined, OutboxQuery>,
  { tables }: { readonly tables: Tables },
): Promise<Result<Outcome<unknown>, Refusal>> {
  if (!officer.roles.includes('administrator'))
    return err({ status: 403, code: 'ROLE_MISSING', role: 'administrator' });
  const addressees = addresseesFor(officer.department, query.department);
  if (!addressees) return err({ status: 403, code: 'NOT_YOUR_DEPARTMENT' });
  const asked = query.state && [states[query.state]];
  const rows = await needingAPerson(tables, addressees, MOST_LISTED, asked);
  return ok({
    answer: {
      rows: rows.map((row) => ({
        outboxId: row.pk,
        addressee: row.addressee,
        state: standing(row),
        reason: row.reason,
        attempts: row.attempts,
        createdAt: row.createdAt,
        pointer: row.pointer,
        correlationId: row.correlationId,
      })),
    },
  });
}

export const handler = http(
  { call: 'GET /api/desk/relay', query: OutboxQuery, staff: officerOf },
  listOutbox,
  () => ({ tables: new DynamoTables() }),
);
