/** What becomes of the bytes that came: refused, or made into what is kept. */
import { createHash } from 'node:crypto';
import type {
  RefusedFor,
  ReservationRequest,
  Verdict,
} from '../../shared/attachments/attachment.ts';
import { isOfKind, typeByContent } from '../../shared/attachments/content.ts';
import type { AttachmentType } from '../../shared/attachments/limits.ts';
import { withoutMp3Details, withoutMp4Details } from '../../shared/attachments/recordings.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Scanner } from '../ports.ts';

interface Content {
  readonly bytes: Uint8Array;
  readonly type: AttachmentType;
}

/** The verdict, and the bytes to keep where it is good. */
export async function check(
  bytes: Uint8Array,
  { type, size, sha256 }: ReservationRequest,
  scanner: Scanner,
): Promise<{ readonly verdict: Verdict; readonly content?: Uint8Array }> {
  const refused = (why: RefusedFor) => ({ verdict: err(why) });
  if (bytes.length !== size || (sha256 && sha256Of(bytes) !== sha256)) return refused('DAMAGED');
  if (await scanner.isInfected(bytes)) return refused('INFECTED');
  const found = typeByContent(bytes);
  if (!found || !isOfKind(found, type)) return refused('WRONG_TYPE');
  const kept = await cleaned({ bytes, type: found });
  if (!kept.ok) return refused(kept.error);
  const { bytes: content, type: keptAs } = kept.value;
  const about = { type: keptAs, size: content.length, sha256: sha256Of(content) };
  return { verdict: ok(about), content };
}

/** A PDF is kept as it came: the window says so before it is chosen. */
async function cleaned({ bytes, type }: Content): Promise<Result<Content, 'UNREADABLE'>> {
  switch (type) {
    case 'application/pdf':
      return ok({ bytes, type });
    case 'audio/mpeg':
      return ok({ bytes: withoutMp3Details(bytes), type });
    case 'audio/mp4':
    case 'video/mp4':
      return ok({ bytes: withoutMp4Details(bytes), type });
    case 'image/jpeg':
    case 'image/png':
    case 'image/webp': {
      // Only now: the codec takes its time to start, and half of all files are no pictures.
      const { redraw } = await import('./redraw.ts');
      const redrawn = redraw(bytes);
      return redrawn ? ok(redrawn) : err('UNREADABLE');
    }
  }
}

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
