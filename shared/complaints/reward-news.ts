/** What the reporter reads in the case of a reward: that it waits, and that it has lapsed; no sum, and no desk reads it. */
import type { Instant } from '../time.ts';
import { MOST_EVENTS, type CaseChange, type CaseFile } from './case-file.ts';

/** Undefined where the case holds no more events. */
export function rewardNews(
  { head }: CaseFile,
  itemNumber: number,
  type: 'rewardWaiting' | 'rewardLapsed',
  at: Instant,
): CaseChange | undefined {
  const version = head.version + 1;
  if (version > MOST_EVENTS) return undefined;
  return {
    head: { ...head, version },
    items: [],
    event: { seq: version, at, type, by: { kind: 'system' }, itemNumber },
  };
}
