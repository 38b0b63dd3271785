/** The search index: whatever happens to it, it finds what is public and nothing else. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compactSearch,
  updateSearch,
  type SearchChange,
} from '../../functions/disclosure/search-index.ts';
import { storedIndex } from '../../functions/disclosure/stored-index.ts';
import type { PublicRecord } from '../../shared/disclosure/record.ts';
import { parseQuery } from '../../shared/search/query.ts';
import { search } from '../../shared/search/reader.ts';
import { instantOf } from '../../shared/time.ts';
import { MemorySite } from '../support/memory-site.ts';
import { aPublicRecord } from '../support/public-records.ts';

const DAY_MS = 86_400_000;

async function idsFound(site: MemorySite, q: string): Promise<readonly string[]> {
  const { records } = await search(parseQuery({ q }), storedIndex(site), { perPage: 1_000 });
  return records.map(({ id }) => id);
}

async function* each(records: Iterable<PublicRecord>): AsyncGenerator<PublicRecord> {
  yield* records;
}

/** Stops writing after so many writes, as a killed process does. */
class MortalSite extends MemorySite {
  left = Infinity;

  override async put(key: string, body: string | Uint8Array, type: string) {
    if (this.left-- <= 0) throw new Error('killed');
    await super.put(key, body, type);
  }

  override async delete(key: string) {
    if (this.left-- <= 0) throw new Error('killed');
    await super.delete(key);
  }
}

describe('the search index', () => {
  const step = fc.oneof(
    { weight: 6, arbitrary: fc.record({ put: fc.nat({ max: 150 }), text: fc.nat({ max: 9 }) }) },
    { weight: 2, arbitrary: fc.record({ remove: fc.nat({ max: 150 }) }) },
    { weight: 1, arbitrary: fc.record({ days: fc.integer({ min: 1, max: 3 }) }) },
    { weight: 1, arbitrary: fc.record({ many: fc.integer({ min: 40, max: 70 }) }) },
  );

  it('finds what is public after any turn of fate', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
        const site = new MemorySite();
        const standing = new Map<string, PublicRecord>();
        const update = async (changes: readonly SearchChange[]) => {
          for (const change of changes) {
            if ('put' in change) standing.set(change.put.id, change.put);
            else standing.delete(change.remove);
          }
          await updateSearch(changes, site);
        };
        let now = Date.parse('2026-11-21T00:00:00.000Z');
        for (const one of steps) {
          if ('put' in one)
            await update([{ put: aPublicRecord(one.put, { facts: `事实${one.text}乙` }) }]);
          else if ('remove' in one) await update([{ remove: aPublicRecord(one.remove).id }]);
          else if ('many' in one)
            await update(
              Array.from({ length: one.many }, (_, nth) => ({ put: aPublicRecord(200 + nth) })),
            );
          else {
            now += one.days * DAY_MS;
            await compactSearch(() => each(standing.values()), site, instantOf(now));
          }
        }
        for (const q of ['医疗废物', '事实3乙', '事实7乙', '混放']) {
          const right = [...standing.values()].filter((record) =>
            JSON.stringify(record).includes(q),
          );
          expect((await idsFound(site, q)).toSorted()).toEqual(
            right.map(({ id }) => id).toSorted(),
          );
        }
      }),
      { numRuns: 25 },
    );
  });

  it('keeps nothing of what was withdrawn, from the first day in the texts, then in the grams', async () => {
    const site = new MemorySite();
    const records = Array.from({ length: 90 }, (_, nth) => aPublicRecord(nth));
    const secret = aPublicRecord(5, { facts: '鑫淼焱垚' });
    await updateSearch(
      [...records, secret].map((put) => ({ put })),
      site,
    );
    await compactSearch(
      () => each([...records.filter(({ id }) => id !== secret.id), secret]),
      site,
      '2026-11-21T00:00:00.000Z',
    );
    expect(await idsFound(site, '鑫淼')).toEqual([secret.id]);
    await updateSearch([{ remove: secret.id }], site);
    expect(await idsFound(site, '鑫淼')).toEqual([]);
    expect([...site.objects.values()].some((text) => text.includes('鑫淼焱垚'))).toBe(false);
    const left = () => each(records.filter(({ id }) => id !== secret.id));
    for (const now of [
      '2026-11-21T01:00:00.000Z',
      '2026-11-22T02:00:00.000Z',
      '2026-11-22T03:00:00.000Z',
    ])
      await compactSearch(left, site, now);
    expect([...site.objects.values()].some((text) => text.includes('鑫淼'))).toBe(false);
  });

  it('can be read after a crash at any write, and is right when it was tried again', async () => {
    const records = Array.from({ length: 60 }, (_, nth) => aPublicRecord(nth));
    const documents = () => each(records);
    for (let writes = 0, done = false; !done; writes += 7) {
      const site = new MortalSite();
      await updateSearch(
        records.slice(0, 40).map((put) => ({ put })),
        site,
      );
      site.left = writes;
      const update = () =>
        updateSearch(
          records.slice(40).map((put) => ({ put })),
          site,
        );
      const compact = () => compactSearch(documents, site, '2026-11-21T00:00:00.000Z');
      try {
        await update();
        await compact();
        done = true;
      } catch {
        const found = await idsFound(site, '医疗废物');
        expect(found.length).toBeGreaterThanOrEqual(40);
        site.left = Infinity;
        await update();
        await compact();
      }
      expect(await idsFound(site, '医疗废物')).toHaveLength(records.length);
    }
  });
});
