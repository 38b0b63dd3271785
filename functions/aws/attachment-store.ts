/**
 * Attachments: their rows in `vault`, where nobody scans and what is not claimed ends by itself; their bytes in a bucket.
 *
 * | pattern | who | key |
 * |---|---|---|
 * | a file that is handed in | reservation, check, filing, messages | `ATTACHMENT#<id>` / `-` |
 * | its bytes as they came | upload form, check | object `quarantine/<id>` |
 * | its bytes as they are kept | check, desk | object `kept/<id>` |
 */
import type { Refusal } from '../../shared/api/problem.ts';
import {
  claimed,
  type Attachment,
  type AttachmentId,
  type AttachmentRef,
} from '../../shared/attachments/attachment.ts';
import { UNCLAIMED_HOURS } from '../../shared/attachments/limits.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Instant } from '../../shared/time.ts';
import type { Tables, Write } from '../ports.ts';

export const quarantineKey = (id: AttachmentId): string => `quarantine/${id}`;
export const keptKey = (id: AttachmentId): string => `kept/${id}`;

const keyOf = (id: AttachmentId) => ({ pk: `ATTACHMENT#${id}`, sk: '-' });
const secondsOf = (at: Instant): number => Math.floor(Date.parse(at) / 1000);

interface Kept {
  readonly attachment: Attachment;
  readonly expiresAt: number;
}

async function load(
  tables: Pick<Tables, 'get'>,
  id: AttachmentId,
  now: Instant,
): Promise<Kept | undefined> {
  const row = await tables.get('vault', keyOf(id));
  if (!row) return undefined;
  const attachment = row['value'] as Attachment; // written below, by us alone
  const expiresAt = Number(row['expiresAt'] ?? Infinity);
  return expiresAt > secondsOf(now) ? { attachment, expiresAt } : undefined;
}

/** Undefined for what nobody reserved, and for what nobody claimed in time. */
export const loadAttachment = async (
  tables: Pick<Tables, 'get'>,
  id: AttachmentId,
  now: Instant,
): Promise<Attachment | undefined> => (await load(tables, id, now))?.attachment;

/** What is not claimed yet; it ends a day after its reservation's day began, at the latest after two. */
export const attachmentWrite = (attachment: Attachment, now: Instant): Write => ({
  table: 'vault',
  put: {
    ...keyOf(attachment.id),
    version: attachment.version,
    value: attachment,
    ...(attachment.state !== 'claimed' && {
      expiresAt: secondsOf(now) + UNCLAIMED_HOURS * 3_600,
    }),
  },
  when: attachment.version === 1 ? 'absent' : { version: attachment.version - 1 },
});

export interface Claim {
  /** What the case keeps, in the order of the ids. */
  readonly refs: readonly AttachmentRef[];
  /** Belong into the transaction that writes the case: of two claims of a file one is refused. */
  readonly writes: readonly Write[];
}

export async function claimAttachments(
  tables: Pick<Tables, 'get'>,
  ids: readonly AttachmentId[],
  caseNumber: string,
  now: Instant,
): Promise<Result<Claim, Refusal>> {
  const found = await Promise.all(ids.map((id) => loadAttachment(tables, id, now)));
  const refs: AttachmentRef[] = [];
  const writes: Write[] = [];
  for (const attachment of found) {
    const taken = claimed(attachment, caseNumber);
    if (!taken.ok) return err({ status: 409, code: taken.error });
    refs.push(taken.value.ref);
    writes.push(attachmentWrite(taken.value, now));
  }
  return ok({ refs, writes });
}
