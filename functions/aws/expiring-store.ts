/** Public records whose period is over, in the index `expiring` of the table `disclosures`: `EXPIRING#<shard>` / `<publicUntil>`. */
import type { DateOnly } from '../../shared/time.ts';
import type { Page, Tables } from '../ports.ts';

const EXPIRING_SHARDS = 4;
const RECORDS_PER_PAGE = 100;

/** @param recordId - its first character spreads the records */
export const expiringShard = (recordId: string): string =>
  `EXPIRING#${recordId.charCodeAt(0) % EXPIRING_SHARDS}`;

export interface Expired {
  readonly pk: string;
  /** Whose public side it is: `PENALTY#<id>`. */
  readonly subject: `PENALTY#${string}`;
  readonly version: number;
  readonly publicUntil: DateOnly;
}

/** Every record that stops being public today or should have before, a shard after the other. */
export async function* expiredRecords(
  tables: Pick<Tables, 'query'>,
  today: DateOnly,
): AsyncGenerator<Expired> {
  for (let shard = 0; shard < EXPIRING_SHARDS; shard++) {
    let from: Page['next'];
    do {
      const page = await tables.query('disclosures', `EXPIRING#${shard}`, {
        ...{ index: 'expiring', between: ['0', today], limit: RECORDS_PER_PAGE },
        ...(from && { from }),
      });
      for (const row of page.rows) yield row as unknown as Expired; // written by the publisher alone
      from = page.next;
    } while (from);
  }
}
