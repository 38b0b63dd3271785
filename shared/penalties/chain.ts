/**
 * The chain of the full-process record (执法全过程记录, 行政处罚法 47): every event carries the hash of the one before, so that
 * nothing can be altered, left out or put in between without being seen. The penalty keeps the hash of the last one.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Penalty, PenaltyEvent } from './penalty.ts';

export type SealedEvent = PenaltyEvent & { readonly previous: string; readonly hash: string };

/** The event as it follows on what the penalty's record holds so far. */
export function sealedAfter(
  { penaltyId, recordHash }: Pick<Penalty, 'penaltyId' | 'recordHash'>,
  event: PenaltyEvent,
): SealedEvent {
  const linked = { ...event, previous: recordHash ?? beginningOf(penaltyId) };
  return { ...linked, hash: hashOf(linked) };
}

export type ChainCheck =
  | { readonly ok: true }
  /** The first event that does not fit; one past the last where events are missing at the end. */
  | { readonly ok: false; readonly brokenAt: number };

/** Is the record whole? @param events - in their order */
export function verifyChain(
  { penaltyId, recordHash, version }: Pick<Penalty, 'penaltyId' | 'recordHash' | 'version'>,
  events: readonly PenaltyEvent[],
): ChainCheck {
  let previous = beginningOf(penaltyId);
  for (const [place, event] of events.entries()) {
    const { hash, ...linked } = event;
    const fits = event.seq === place + 1 && event.previous === previous && hash === hashOf(linked);
    if (!fits) return { ok: false, brokenAt: place + 1 };
    previous = hash ?? '';
  }
  const isWhole = events.length === version && previous === recordHash;
  return isWhole ? { ok: true } : { ok: false, brokenAt: events.length + 1 };
}

/** A record that was copied from another penalty does not fit either. */
const beginningOf = (penaltyId: string): string => digest(`penalty ${penaltyId}`);

const hashOf = (event: Omit<PenaltyEvent, 'hash'>): string => digest(canonical(event));

const digest = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));

/** JSON with sorted keys and without what is undefined: a table gives back the same content in another order. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value ?? null);
  const entries = Object.entries(value)
    .filter(([, part]) => part !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${entries.map(([name, part]) => `${JSON.stringify(name)}:${canonical(part)}`).join(',')}}`;
}
