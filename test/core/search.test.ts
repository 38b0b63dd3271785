/** Search: every substring of every public text is found, nothing else is, and the number is never too small. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PublicRecord } from '../../shared/disclosure/record.ts';
import { buildBlock } from '../../shared/search/block.ts';
import { emptyManifest, SEARCH_MANIFEST_PATH } from '../../shared/search/manifest.ts';
import { parsePostings, printPostings } from '../../shared/search/postings.ts';
import { answers, parseQuery, printQuery } from '../../shared/search/query.ts';
import { searchEitherScript } from '../../shared/search/either-script.ts';
import { search } from '../../shared/search/reader.ts';
import { searchText, wordsOf } from '../../shared/search/text.ts';
import { simplified } from '../../shared/search/traditional.ts';
import { aPublicRecord } from '../support/public-records.ts';

const phrase = fc.array(
  fc.constantFrom(
    '医疗',
    '废物',
    '未按',
    '规定',
    '〔2026〕',
    '123',
    '45',
    'MA5U',
    'Ｋ',
    '，',
    '𠮷',
  ),
  { minLength: 1, maxLength: 6 },
);
const texts = fc.array(
  phrase.map((parts) => parts.join('')),
  { minLength: 1, maxLength: 40 },
);

/** The first in a block, the others as recent ones. */
async function indexOf(records: readonly PublicRecord[], sealed: number) {
  const files = new Map<string, unknown>();
  const building = buildBlock(each(records.slice(0, sealed)), { folder: 'base-1', edition: 1 });
  for (;;) {
    const next = await building.next();
    if (next.done) {
      const manifest = { ...emptyManifest, base: next.value, recent: records.slice(sealed) };
      files.set(SEARCH_MANIFEST_PATH, JSON.parse(JSON.stringify(manifest)));
      break;
    }
    files.set(next.value.path, JSON.parse(JSON.stringify(next.value.content)));
  }
  return (path: string) => Promise.resolve(files.get(path));
}

async function* each<T>(values: readonly T[]): AsyncGenerator<T> {
  yield* values;
}

const recordsOf = (facts: readonly string[]) =>
  facts.map((text, nth) => aPublicRecord(nth, { facts: text }));

describe('what is found', () => {
  it('is every record with the words, newest first, and no other', async () => {
    await fc.assert(
      fc.asyncProperty(
        texts,
        fc.nat(),
        fc.nat(),
        fc.integer({ min: 1, max: 12 }),
        fc.nat({ max: 3 }),
        async (facts, which, from, length, recent) => {
          const records = recordsOf(facts);
          const index = await indexOf(records, Math.max(0, records.length - recent));
          const text = [...searchText(records[which % records.length] ?? aPublicRecord(0))];
          const start = from % text.length;
          const q = text.slice(start, start + length).join('');
          const query = parseQuery({ q });
          const right = records.filter((record) => answers(record, query)).reverse();
          const result = await search(query, index, { perPage: 100 });
          expect(result.records.map(({ id }) => id)).toEqual(right.map(({ id }) => id));
          expect(result.total).toBe(right.length);
          const second = await search({ ...query, page: 2 }, index, { perPage: 3 });
          const from3 = right.length > 3 ? 3 : 0; // behind the last page comes the last page again
          expect(second.records).toEqual(right.slice(from3, from3 + 3));
        },
      ),
    );
  });

  it('is narrowed by facets, and tells what another value would give', async () => {
    const records = Array.from({ length: 300 }, (_, nth) =>
      aPublicRecord(nth, {
        department: nth % 3 === 0 ? 'MARKET' : 'HEALTH',
        fineFen: nth * 10_000,
      }),
    );
    const index = await indexOf(records, 260);
    const query = parseQuery({ q: '医疗废物', department: 'MARKET', band: 'to10k' });
    const { total, counts } = await search(query, index, { counted: ['department', 'band'] });
    expect(total).toBe(33);
    expect(counts.department).toEqual({ MARKET: 33, HEALTH: 66 });
    expect(counts.band).toMatchObject({ none: 1, to10k: 33, to50k: 66 } satisfies object);
  });
});

describe('a list of places', () => {
  it('is read as it was written, rare or dense', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat({ max: 60_000 })), fc.nat({ max: 50 }), (some, run) => {
        const places = [...new Set([...some, ...Array(run).keys()])].sort((a, b) => a - b);
        expect(parsePostings(printPostings(places))).toEqual(places);
      }),
    );
  });
});

describe('a question', () => {
  it('is the same with full-width letters, and in another case', () => {
    expect(wordsOf('ＭＡ５Ｕ  医疗\u3000ct')).toEqual(['ma5u', '医疗', 'ct']);
  });

  it('is the same with any brackets, and with quotation marks or without', () => {
    const asked = ['〔2026〕1号', '(2026)1号', '（2026）1号', '[2026]1号', '【2026】 “1号”'];
    expect(new Set(asked.map((question) => wordsOf(question).join('')))).toEqual(
      new Set(['(2026)1号']),
    );
  });

  it('in traditional characters finds what is simplified, and says so', async () => {
    const fetch = await indexOf(recordsOf(['某诊所的医疗废物未登记']), 1);
    const found = await searchEitherScript(parseQuery({ q: '診所 醫療廢物' }), simplified, fetch);
    expect(found).toMatchObject({ total: 1, simplified: '诊所 医疗废物' });
  });

  it('in simplified characters is asked once', async () => {
    const fetch = await indexOf([], 0);
    const found = await searchEitherScript(parseQuery({ q: '诊所' }), simplified, fetch);
    expect(found).not.toHaveProperty('simplified');
  });

  it('comes back from its address', () => {
    const query = parseQuery({ q: ' 诊所 ', kind: 'penalty', page: '3', year: '2026', more: 'x' });
    expect(parseQuery(Object.fromEntries(printQuery(query)))).toEqual(query);
  });
});
