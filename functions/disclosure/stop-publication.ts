/**
 * Each hour: tells the publisher of every record whose period is over (36号令: publication stops by itself), and the platforms
 * that have it, each by its own period. What becomes of it is the rule's to say, as with any announcement; a record is
 * announced once for each day on which it was to end.
 */
import {
  endingWithTheSite,
  outsideChannels,
  type OutsideChannel,
} from '../../shared/channels/channel.ts';
import { dateInShanghai, type DateOnly, type Instant } from '../../shared/time.ts';
import { endedEntries, loadEntry, untilGone } from '../aws/channel-store.ts';
import { expiredRecords, type Expired } from '../aws/expiring-store.ts';
import { log } from '../aws/log.ts';
import { channelWrite, endOfPublicationWrite } from '../aws/outbox-store.ts';
import { DynamoTables } from '../aws/tables.ts';
import type { Tables, Write } from '../ports.ts';

interface Deps {
  readonly tables: Tables;
}

export async function stopPublication({ tables }: Deps, now: Instant): Promise<void> {
  const today = dateInShanghai(now);
  let announced = 0;
  /** Refused: it was told and waits. */
  const tell = async (writes: readonly Write[]) => {
    if ((await tables.commit(writes)).ok) announced++;
  };
  for await (const expired of expiredRecords(tables, today))
    await tell(await endsEverywhere(expired, now, tables));
  for (const channel of outsideChannels)
    for await (const { penaltyId, penaltyVersion, shownUntil } of endedEntries(
      tables,
      channel,
      today,
    ))
      await tell(endsThere(channel, { penaltyId, version: penaltyVersion }, shownUntil, now));
  if (announced > 0) log('info', 'PUBLICATION_ENDS', { announced });
}

/** On the site, and at each platform that has it and shows it as long as the site does. */
async function endsEverywhere(
  { subject, version, publicUntil }: Expired,
  now: Instant,
  tables: Pick<Tables, 'get'>,
): Promise<readonly Write[]> {
  const penaltyId = subject.slice('PENALTY#'.length);
  const there = await Promise.all(
    endingWithTheSite.map(async (channel) => {
      const entry = await loadEntry(tables, channel, penaltyId);
      if (!entry || entry.operation === 'withdraw') return [];
      const about = { penaltyId, version: entry.penaltyVersion };
      return endsThere(channel, about, publicUntil, now, entry.shownUntil);
    }),
  );
  return [
    endOfPublicationWrite(subject, version, occasionOf(publicUntil, now), publicUntil),
    ...there.flat(),
  ];
}

/** @param noted - the day that is noted for it at the channel */
const endsThere = (
  channel: OutsideChannel,
  about: { readonly penaltyId: string; readonly version: number },
  until: DateOnly,
  now: Instant,
  noted: DateOnly | undefined = until,
): readonly Write[] => [
  channelWrite(about, channel, `until-${until}`, occasionOf(until, now)),
  untilGone(channel, { penaltyId: about.penaltyId, shownUntil: noted }),
];

const occasionOf = (until: DateOnly, at: Instant) => ({
  at,
  correlationId: `public-until-${until}`,
});

let deps: Deps | undefined;

export async function handler(): Promise<void> {
  deps ??= { tables: new DynamoTables() };
  await stopPublication(deps, new Date().toISOString());
}
