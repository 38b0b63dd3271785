/** The full-process record: a chain that shows any change, and the list of the file's papers. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { archiveOf } from '../../shared/penalties/archive.ts';
import { sealedAfter, verifyChain, type SealedEvent } from '../../shared/penalties/chain.ts';
import type { DocumentKind } from '../../shared/penalties/documents.ts';
import type { Penalty, PenaltyEvent } from '../../shared/penalties/penalty.ts';
import { aPenalty } from '../support/builders.ts';
import { someDeeds, storyOf } from '../support/penalty-acts.ts';

/** As a store seals them one after the other. */
function sealed(penalty: Penalty, events: readonly PenaltyEvent[]) {
  const { recordHash: _, ...begun } = penalty;
  let current: Penalty = begun;
  const chain: SealedEvent[] = [];
  for (const event of events) {
    const next = sealedAfter(current, event);
    chain.push(next);
    current = { ...current, recordHash: next.hash };
  }
  return { penalty: { ...current, version: events.length }, chain };
}

/** As a table gives it back: the same in another order. */
const reordered = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).toReversed()) as T; // the same entries

describe('the record of acts', () => {
  it('is whole as it was written, in whatever order a table gives back its fields', () => {
    fc.assert(
      fc.property(someDeeds, (deeds) => {
        const story = storyOf(aPenalty(), deeds);
        const { penalty, chain } = sealed(story.penalty, story.events);
        expect(verifyChain(penalty, chain.map(reordered))).toEqual({ ok: true });
      }),
      { numRuns: 50 },
    );
  });

  it('shows where an act was altered, left out, put in, or cut off at the end', () => {
    fc.assert(
      fc.property(someDeeds, fc.nat(), (deeds, seed) => {
        const story = storyOf(aPenalty(), deeds);
        const { penalty, chain } = sealed(story.penalty, story.events);
        const place = seed % chain.length;
        const one = chain[place];
        if (!one) throw new Error('a story begins with its proposal');
        const altered = chain.with(place, { ...one, by: 'somebody-else' });
        expect(verifyChain(penalty, altered)).toEqual({ ok: false, brokenAt: place + 1 });
        expect(verifyChain(penalty, chain.toSpliced(place, 1)).ok).toBe(false);
        expect(verifyChain(penalty, chain.toSpliced(place, 0, one)).ok).toBe(false);
        expect(verifyChain({ ...penalty, penaltyId: 'P-20261120-9999999999' }, chain)).toEqual({
          ok: false,
          brokenAt: 1,
        });
      }),
      { numRuns: 50 },
    );
  });
});

describe('the list of papers', () => {
  it('binds the outcome first, then the way to it, and counts the pages through', () => {
    const paper = (kind: DocumentKind, pages: number) => ({
      ...{ kind, pages, name: `示例${kind}`, sha256: 'a'.repeat(64) },
    });
    const act = (seq: number, ...documents: readonly ReturnType<typeof paper>[]) => ({
      ...{ seq, at: `2026-11-2${seq}T02:00:00.000Z`, type: 'attach', by: 'officer-1', documents },
    });
    const { penalty, chain } = sealed(aPenalty(), [
      act(1, paper('EVIDENCE', 3), paper('FILING', 1)),
      act(2, paper('EVIDENCE', 5)),
      act(3, paper('DECISION', 4)),
    ]);
    const archive = archiveOf(penalty, chain);
    expect(archive).toMatchObject({ pages: 13, events: 3, record: { ok: true } });
    expect(
      archive.documents.map(({ place, kind, fromPage, toPage }) => [place, kind, fromPage, toPage]),
    ).toEqual([
      [1, 'DECISION', 1, 4],
      [2, 'FILING', 5, 5],
      [3, 'EVIDENCE', 6, 8],
      [4, 'EVIDENCE', 9, 13],
    ]);
  });
});
