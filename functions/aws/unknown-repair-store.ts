/**
 * Repairs of credit that a platform reported for decisions nobody here knows, in the table `supervision`.
 *
 * | pattern | key |
 * |---|---|
 * | those that wait for a person | `CHANNEL#<channel>` / `REPAIR#<digest of authority, number and reference>` |
 * | those that a person has settled, and how | `CHANNEL#<channel>#CLOSED` / `<when>#<digest>` |
 */
import { createHash } from 'node:crypto';
import type { OutsideChannel } from '../../shared/channels/channel.ts';
import type { UnknownRepair } from '../../shared/channels/repairs.ts';
import { plainNumber } from '../../shared/penalties/decision-number.ts';
import type { Instant } from '../../shared/time.ts';
import type { Tables, Write } from '../ports.ts';

type Named = Pick<UnknownRepair, 'decisionNumber' | 'authority' | 'reference'>;

const digestOf = ({ authority, decisionNumber, reference }: Named): string =>
  createHash('sha256')
    .update(JSON.stringify([authority, plainNumber(decisionNumber), reference]))
    .digest('hex');

const keyOf = (channel: OutsideChannel, named: Named) => ({
  pk: `CHANNEL#${channel}`,
  sk: `REPAIR#${digestOf(named)}`,
});

export async function loadUnknownRepair(
  tables: Pick<Tables, 'get'>,
  channel: OutsideChannel,
  named: Named,
): Promise<UnknownRepair | undefined> {
  const row = await tables.get('supervision', keyOf(channel, named));
  return row?.['value'] as UnknownRepair | undefined; // written below, by us alone
}

/** @returns the first so many, in no order that means anything; the one that came first leads */
export async function unknownRepairs(
  tables: Pick<Tables, 'query'>,
  channel: OutsideChannel,
  limit: number,
): Promise<readonly UnknownRepair[]> {
  const { rows } = await tables.query('supervision', `CHANNEL#${channel}`, {
    startsWith: 'REPAIR#',
    limit,
  });
  return rows
    .map(({ value }) => value as UnknownRepair)
    .sort((one, other) => (one.receivedAt < other.receivedAt ? -1 : 1));
}

export const unknownRepairWrite = (channel: OutsideChannel, repair: UnknownRepair): Write => ({
  table: 'supervision',
  put: { ...keyOf(channel, repair), value: repair },
  when: 'absent',
});

/** Its decision is known by now. */
export const repairKnownWrite = (channel: OutsideChannel, repair: UnknownRepair): Write => ({
  table: 'supervision',
  delete: keyOf(channel, repair),
});

export const closedRepairWrites = (
  channel: OutsideChannel,
  repair: UnknownRepair,
  closed: { readonly reason: string; readonly by: string; readonly at: Instant },
): readonly Write[] => [
  repairKnownWrite(channel, repair),
  {
    table: 'supervision',
    put: {
      pk: `CHANNEL#${channel}#CLOSED`,
      sk: `${closed.at}#${digestOf(repair)}`,
      value: { ...repair, closed },
    },
  },
];
