/**
 * Each hour: tells the publisher of every record whose period is over (36号令: publication stops by itself). What becomes of it
 * is the rule's to say, as with any announcement; a record is announced once for each day on which it was to end.
 */
import { dateInShanghai, type Instant } from '../../shared/time.ts';
import { expiredRecords } from '../aws/expiring-store.ts';
import { log } from '../aws/log.ts';
import { endOfPublicationWrite } from '../aws/outbox-store.ts';
import { DynamoTables } from '../aws/tables.ts';
import type { Tables } from '../ports.ts';

interface Deps {
  readonly tables: Pick<Tables, 'query' | 'commit'>;
}

export async function stopPublication({ tables }: Deps, now: Instant): Promise<void> {
  let announced = 0;
  for await (const { subject, version, publicUntil } of expiredRecords(
    tables,
    dateInShanghai(now),
  )) {
    const occasion = { at: now, correlationId: `public-until-${publicUntil}` };
    const told = endOfPublicationWrite(subject, version, occasion, publicUntil);
    const { ok } = await tables.commit([told]); // refused: it was told and waits
    if (ok) announced++;
  }
  if (announced > 0) log('info', 'PUBLICATION_ENDS', { announced });
}

let deps: Deps | undefined;

export async function handler(): Promise<void> {
  deps ??= { tables: new DynamoTables() };
  await stopPublication(deps, new Date().toISOString());
}
