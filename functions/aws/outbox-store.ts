/**
 * The outbox in the table `relay`.
 *
 * | pattern | key |
 * |---|---|
 * | one row per addressee of an event | `OUT#<eventId>#<addressee>` / `-` |
 * | what is to be sent again | index `open`: `OPEN#<shard>` / `<nextAt>` |
 * | what needs a person | index `aside`: `PARKED`, `STUCK`, `DEAD` / `<addressee>#<since>` |
 */
import { outsideChannels, type OutsideChannel } from '../../shared/channels/channel.ts';
import type { DepartmentCode } from '../../shared/departments/directory.ts';
import { takes } from '../../shared/disclosure/channels.ts';
import type { Penalty } from '../../shared/penalties/penalty.ts';
import {
  asideKey,
  CHANNEL,
  DISCLOSURE,
  IMPORT,
  NOTICE,
  openShard,
  outboxRow,
  OutboxRow,
  reopened,
  type AsideState,
  type Occasion,
  type Pointer,
  STATISTICS,
  WEBHOOK,
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

/** Tells each department of a new version of a case, and those who count: every change of a case announces itself so, once. */
export const referralWrites = (
  caseNumber: string,
  version: number,
  departments: readonly DepartmentCode[],
  occasion: Occasion,
): readonly Write[] => [
  ...departments.map((department) =>
    announce(
      `${caseNumber}.${version}`,
      department,
      { kind: 'referral', caseNumber, version },
      occasion,
    ),
  ),
  statisticsWrite(caseNumber, version, occasion),
];

const statisticsWrite = (caseNumber: string, version: number, occasion: Occasion): Write =>
  announce(
    `${caseNumber}.${version}`,
    STATISTICS,
    { kind: 'statistics', caseNumber, version },
    occasion,
  );

/** Tells whoever left a contact that there is news. */
export const noticeWrite = (caseNumber: string, version: number, occasion: Occasion): Write =>
  announce(`${caseNumber}.${version}`, NOTICE, { kind: 'notice', caseNumber, version }, occasion);

/** Tells a department's own system of a new version of a case. */
export const webhookWrite = (
  caseNumber: string,
  version: number,
  department: DepartmentCode,
  occasion: Occasion,
): Write =>
  announce(
    `${caseNumber}.${version}`,
    `${WEBHOOK}${department}`,
    { kind: 'webhook', caseNumber, version },
    occasion,
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

/** Tells the publisher that the register says something else of an institution, which may have a page. @param importId - once of each */
export const registerChangeWrite = (
  institutionId: string,
  importId: string,
  occasion: Occasion,
): Write =>
  announce(
    `INSTITUTION.${institutionId}.${importId}`,
    DISCLOSURE,
    { kind: 'publication', subject: `INSTITUTION#${institutionId}`, version: 1 },
    occasion,
  );

/** Tells who brings imports in that rows of one are to be applied. @param from - position of the first */
export const portionWrite = (importId: string, from: number, occasion: Occasion): Write =>
  announce(`IMPORT.${importId}.${from}`, IMPORT, { kind: 'import', importId, from }, occasion);

/**
 * Tells each platform outside of a new version of a decided penalty: every command that changes what others may know of it
 * announces it so, once. What a platform hears of it, and whether anything, the consumer finds out.
 */
export const channelWrites = (penalty: Penalty, occasion: Occasion): readonly Write[] =>
  penalty.decision === undefined
    ? []
    : outsideChannels
        .filter((channel) => mayConcern(channel, penalty))
        .map((channel) => channelWrite(penalty, channel, penalty.version, occasion));

/** Public security never tells anybody (治安管理处罚法 136); the national system knows only whom the market authority registers. */
const mayConcern = (channel: OutsideChannel, { department, proposal }: Penalty): boolean =>
  department !== 'PSB' && takes(channel, proposal.party.uscc);

/** @param occurrence - of the event: the penalty's version, or what sends that version anew */
export const channelWrite = (
  { penaltyId, version }: Pick<Penalty, 'penaltyId' | 'version'>,
  channel: OutsideChannel,
  occurrence: string | number,
  occasion: Occasion,
): Write =>
  announce(
    `PENALTY.${penaltyId}.${occurrence}`,
    `${CHANNEL}${channel}`,
    { kind: 'channel', subject: `PENALTY#${penaltyId}`, version },
    occasion,
  );

/** Tells the publisher that the period of a record is over; its name is its own, whatever version was announced before. */
export const endOfPublicationWrite = (
  subject: `PENALTY#${string}`,
  version: number,
  occasion: Occasion,
  publicUntil: DateOnly,
): Write =>
  announce(
    `${subject.replace('#', '.')}.until-${publicUntil}`,
    DISCLOSURE,
    { kind: 'publication', subject, version },
    occasion,
    publicUntil,
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
  { outboxId, addressee }: { readonly outboxId: string; readonly addressee: string },
  asideState: 'STUCK' | 'PARKED',
  reason: string,
  at: Instant,
): Write => ({
  table: 'relay',
  update: { pk: outboxId, sk: '-' },
  set: {
    state: asideState === 'STUCK' ? 'stuck' : 'parked',
    reason,
    asideState,
    asideKey: asideKey(addressee, at),
  },
  remove: ['openShard'],
  when: 'present',
});

/** Notes that a queue gave a row's message up; the row stays open and is sent again. */
export const deadLetterWrite = (row: OutboxRow, at: Instant): Write => ({
  table: 'relay',
  update: { pk: row.pk, sk: '-' },
  set: {
    asideState: 'DEAD',
    asideKey: asideKey(row.addressee, at),
    reason: row.reason ?? 'GIVEN_UP_BY_QUEUE',
  },
  when: 'present',
});

/** Back among what is sent; refused when the row has been closed meanwhile. */
export const reopenedWrite = (row: OutboxRow, at: Instant): Write => ({
  table: 'relay',
  put: reopened(row, at),
  when: 'present',
});

export async function outboxRowOf(
  tables: Pick<Tables, 'get'>,
  outboxId: string,
): Promise<OutboxRow | undefined> {
  const row = await tables.get('relay', { pk: outboxId, sk: '-' });
  return row && v.parse(OutboxRow, row);
}

/** What needs a person, oldest first within an addressee. @param addressee - one, or all */
export async function asideRows(
  tables: Pick<Tables, 'query'>,
  state: AsideState,
  addressee: string | undefined,
  limit: number,
): Promise<readonly OutboxRow[]> {
  const { rows } = await tables.query('relay', state, {
    index: 'aside',
    limit,
    ...(addressee !== undefined && { startsWith: `${addressee}#` }),
  });
  return rows.map((row) => v.parse(OutboxRow, row));
}

/** Open rows of a shard, due or not. */
export async function openRows(
  tables: Pick<Tables, 'query'>,
  shard: number,
  limit: number,
): Promise<readonly OutboxRow[]> {
  const { rows } = await tables.query('relay', openShard(shard), { index: 'open', limit });
  return rows.map((row) => v.parse(OutboxRow, row));
}

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
