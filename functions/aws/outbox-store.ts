/**
 * The outbox in the table `relay`.
 *
 * | pattern | key |
 * |---|---|
 * | one row per addressee of an event | `OUT#<eventId>#<addressee>` / `-` |
 * | what is to be sent again | index `open`: `OPEN#<shard>` / `<nextAt>` |
 */
import type { DepartmentCode } from '../../shared/departments/directory.ts';
import {
  DISCLOSURE,
  openShard,
  outboxRow,
  OutboxRow,
  type Occasion,
  type Pointer,
} from '../../shared/relay/outbox.ts';
import type { DateOnly, Instant } from '../../shared/time.ts';
import * as v from 'valibot';
import type { Tables, Write } from '../ports.ts';

const announce = (
  eventId: string,
  addressee: string,
  pointer: Pointer,
  occasion: Occasion,
  dueOn?: DateOnly,
): Write => ({
  table: 'relay',
  put: outboxRow(eventId, addressee, pointer, occasion, dueOn),
  when: 'absent',
});

/** Tells each department of a new version of a case. */
export const referralWrites = (
  caseNumber: string,
  version: number,
  departments: readonly DepartmentCode[],
  occasion: Occasion,
): readonly Write[] =>
  departments.map((department) =>
    announce(
      `${caseNumber}.${version}`,
      department,
      { kind: 'referral', caseNumber, version },
      occasion,
    ),
  );

/** Tells the publisher that a penalty or an inspection has something to publish or to withdraw. @param dueOn - by law */
export const publicationWrite = (
  subject: `${'PENALTY' | 'INSPECTION'}#${string}`,
  version: number,
  occasion: Occasion,
  dueOn: DateOnly,
): Write =>
  announce(
    `${subject.replace('#', '.')}.${version}`,
    DISCLOSURE,
    { kind: 'publication', subject, version },
    occasion,
    dueOn,
  );

/** Closes a row because its effect is in. */
export const closedWrite = (outboxId: string): Write => ({
  table: 'relay',
  delete: { pk: outboxId, sk: '-' },
});

/** Moves a row on; refused when it has been closed meanwhile, for a closed row must not come back to life. */
export const movedWrite = (outboxId: string, set: Partial<OutboxRow>): Write => ({
  table: 'relay',
  update: { pk: outboxId, sk: '-' },
  set,
  when: 'present',
});

/** Takes a row out of what is sent again, with the reason why. */
export const setAsideWrite = (
  outboxId: string,
  state: 'stuck' | 'parked',
  reason: string,
): Write => ({
  table: 'relay',
  update: { pk: outboxId, sk: '-' },
  set: { state, reason },
  remove: ['openShard'],
  when: 'present',
});

/** Open rows of a shard whose time has come, oldest first. */
export async function dueRows(
  tables: Pick<Tables, 'query'>,
  shard: number,
  now: Instant,
  limit: number,
): Promise<readonly OutboxRow[]> {
  const { rows } = await tables.query('relay', openShard(shard), {
    index: 'open',
    between: ['0', now],
    limit,
  });
  return rows.map((row) => v.parse(OutboxRow, row));
}
