/** What an upheld objection has led to, read from what the public reads today. */
import type { PublicRecord, Tombstone } from '../disclosure/record.ts';
import { dateInShanghai, type DateOnly } from '../time.ts';
import type { Objection } from './objection.ts';

/** The record as the public has it, or what is left of it. */
export type PublicSide =
  | { readonly state: 'public'; readonly record: PublicRecord }
  | { readonly state: 'withdrawn'; readonly tombstone: Tombstone };

export interface Remedied {
  readonly by: 'CORRECTED' | 'WITHDRAWN';
  readonly on: DateOnly;
}

/** Undefined as long as nothing has changed in public since the answer, and where nothing was to change. */
export function remedied(
  { answer }: Objection,
  side: PublicSide | undefined,
): Remedied | undefined {
  if (!answer?.remedy || !side) return undefined;
  if (side.state === 'withdrawn')
    return { by: 'WITHDRAWN', on: dateInShanghai(side.tombstone.withdrawnAt) };
  const correction = side.record.corrections?.findLast(({ on }) => on >= dateInShanghai(answer.at));
  return correction && { by: 'CORRECTED', on: correction.on };
}
