/**
 * Attachments: their rows in `vault`, where nobody scans and what is not claimed ends by itself; their bytes in a bucket.
 *
 * | pattern | who | key |
 * |---|---|---|
 * | a file that is handed in | reservation, check, filing, messages | `ATTACHMENT#<id>` / `-` |
 * | its bytes as they came | upload form, check | object `quarantine/<id>` |
 * | its bytes as they are kept | check, desk, sweep | object `kept/<id>/<sha256>` |
 */
import type { Refusal } from '../../shared/api/problem.ts';
import {
  claimable,
  claimed,
  type Attachment,
  type AttachmentId,
  type AttachmentRef,
  type Clean,
} from '../../shared/attachments/attachment.ts';
import { UNCLAIMED_HOURS } from '../../shared/attachments/limits.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Instant } from '../../shared/time.ts';
import type { Tables, Write } from '../ports.ts';

export const quarantineKey = (id: AttachmentId): string => `quarantine/${id}`;
/** Each content has a place of its own: of two checks of one file the later never replaces what the earlier vouched for. */
export const keptKey = ({ id, sha256 }: Pick<AttachmentRef, 'id' | 'sha256'>): string =>
  `kept/${id}/${sha256}`;

const keyOf = (id: AttachmentId) => ({ pk: `ATTACHMENT#${id}`, sk: '-' });
const secondsOf = (at: Instant): number => Math.floor(Date.parse(at) / 1000);

/** Undefined for what nobody reserved, and for what nobody claimed in time. */
export async function loadAttachment(
  tables: Pick<Tables, 'get'>,
  id: AttachmentId,
  now: Instant,
): Promise<Attachment | undefined> {
  const row = await tables.get('vault', keyOf(id));
  const expiresAt = Number(row?.['expiresAt'] ?? Infinity);
  return expiresAt > secondsOf(now) ? (row?.['value'] as Attachment | undefined) : undefined; // written below, by us alone
}

/** What is not claimed ends by itself, a day after it last changed. */
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

/** Whether a case has the file that lies at this key. */
export async function isClaimed(
  tables: Pick<Tables, 'get'>,
  key: string,
  now: Instant,
): Promise<boolean> {
  const [, id = ''] = key.split('/');
  const attachment = await loadAttachment(tables, id, now);
  return attachment?.state === 'claimed' && keptKey(attachment.ref) === key;
}

export interface Claim {
  /** What the case keeps, in the order of the ids. */
  readonly refs: readonly AttachmentRef[];
  /** Belong into the transaction that writes the case: of two claims of a file one is refused. */
  readonly claimedBy: (caseNumber: string) => readonly Write[];
}

export async function claimAttachments(
  tables: Pick<Tables, 'get'>,
  ids: readonly AttachmentId[],
  now: Instant,
): Promise<Result<Claim, Refusal>> {
  const found = await Promise.all(ids.map((id) => loadAttachment(tables, id, now)));
  const clean: Clean[] = [];
  for (const attachment of found) {
    const claim = claimable(attachment);
    if (!claim.ok) return err({ status: 409, code: claim.error });
    clean.push(claim.value);
  }
  return ok({
    refs: clean.map(({ ref }) => ref),
    claimedBy: (caseNumber) =>
      clean.map((attachment) => attachmentWrite(claimed(attachment, caseNumber), now)),
  });
}
