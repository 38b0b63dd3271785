/**
 * A chain of acts: every one carries the hash of the one before, so that none can be altered, left out or put in between without
 * being seen. Who owns the acts keeps the hash of the last one.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** One act in its place, from 1. */
interface Act {
  readonly seq: number;
  readonly previous?: string;
  readonly hash?: string;
}

export type Sealed<Event extends Act> = Event & {
  readonly previous: string;
  readonly hash: string;
};

/** What the first act follows on. A chain that was copied from another owner does not fit. @param owner - its kind and its id */
export const beginningOf = (owner: string): string => digest(owner);

/** The act as it follows on the one with that hash. */
export function sealedAfter<Event extends Act>(previous: string, event: Event): Sealed<Event> {
  const linked = { ...event, previous };
  return { ...linked, hash: digest(canonical(linked)) };
}

export type ChainCheck =
  | { readonly ok: true }
  /** The first act that does not fit; one past the last where acts are missing at the end. */
  | { readonly ok: false; readonly brokenAt: number };

/** Is the chain whole? @param acts - in their order */
export function verifyChain(
  acts: readonly Act[],
  wanted: { readonly beginning: string; readonly end: string | undefined; readonly length: number },
): ChainCheck {
  let previous = wanted.beginning;
  for (const [place, act] of acts.entries()) {
    const { hash, ...linked } = act;
    const fits = act.seq === place + 1 && act.previous === previous;
    if (!fits || hash !== digest(canonical(linked))) return { ok: false, brokenAt: place + 1 };
    previous = hash;
  }
  const isWhole = acts.length === wanted.length && previous === wanted.end;
  return isWhole ? { ok: true } : { ok: false, brokenAt: acts.length + 1 };
}

/** Do both say the same, in whatever order? */
export const isSameContent = (one: unknown, other: unknown): boolean =>
  canonical(one) === canonical(other);

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
