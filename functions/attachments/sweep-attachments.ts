/**
 * Some times a day: takes the bytes of files away that nobody claimed. Their rows end by themselves; what was reserved three
 * days ago and is no case's by now is nobody's. What one sweep leaves, those of the next days find.
 */
import { idsOfDay } from '../../shared/attachments/attachment.ts';
import { dateInShanghai, plusDays, type Instant } from '../../shared/time.ts';
import { isClaimed } from '../aws/attachment-store.ts';
import { S3AttachmentSweep } from '../aws/attachment-sweep.ts';
import { log } from '../aws/log.ts';
import { DynamoTables } from '../aws/tables.ts';
import type { AttachmentSweep, Tables } from '../ports.ts';

/** A row may end two days after the day of its id. */
const FIRST_DAY = 3;
const LAST_DAY = 9;

interface Deps {
  readonly tables: Pick<Tables, 'get'>;
  readonly bucket: AttachmentSweep;
}

export async function sweepAttachments({ tables, bucket }: Deps, now: Instant): Promise<void> {
  const today = dateInShanghai(now);
  let removed = 0;
  for (let day = FIRST_DAY; day <= LAST_DAY; day++) {
    const ids = idsOfDay(plusDays(today, -day));
    for (const part of ['quarantine', 'kept'] as const) {
      for (const key of await bucket.keys(`${part}/${ids}`)) {
        if (await isClaimed(tables, key, now)) continue;
        await bucket.remove(key);
        removed++;
      }
    }
  }
  if (removed > 0) log('info', 'ATTACHMENTS_SWEPT', { removed });
}

let deps: Deps | undefined;

export async function handler(): Promise<void> {
  deps ??= { tables: new DynamoTables(), bucket: new S3AttachmentSweep() };
  await sweepAttachments(deps, new Date().toISOString());
}
