/**
 * Answers a question from the files of the index alone; the same in a browser and in the function.
 *
 * The rarest grams of the question give candidates. When few files of texts hold them all, these are read and everything is
 * exact. Else the candidates are counted by the columns, and the texts of one page of results are read, newest first: what is
 * shown always has the words, while the number is said to be the most there may be, unless the grams alone prove it.
 */
import type { PublicRecord } from '../disclosure/record.ts';
import { candidatesOf } from './candidates.ts';
import { dateOf, dayOf, daysOf } from './days.ts';
import {
  columnOf,
  facets,
  readColumn,
  valuesOf,
  type Column,
  type ColumnName,
  type Facet,
} from './facets.ts';
import {
  blocksOf,
  columnPath,
  textsPath,
  TEXTS_PER_PAGE,
  type Block,
  type SearchManifest,
  type TextsPage,
} from './manifest.ts';
import { hasWords, RESULTS_PER_PAGE, type SearchQuery } from './query.ts';
import { IndexChanged, manifestOf, type Fetch } from './reading.ts';
import { wordsOf } from './text.ts';

export interface SearchResult {
  /** Which page these are: the last, where one behind it was asked for. */
  readonly page: number;
  /** Newest first. */
  readonly records: readonly PublicRecord[];
  readonly total: number;
  /** Else the total and the counts are the most there may be. */
  readonly exact: boolean;
  readonly pages: number;
  /** How many there would be with another value of the facet, all other filters as they are. */
  readonly counts: Readonly<Partial<Record<Facet, Readonly<Record<string, number>>>>>;
}

interface Options {
  /** Facets whose values are counted; streets and measures cost a file of some kilobytes each. */
  readonly counted?: readonly Facet[];
  readonly perPage?: number;
}

const MOST_TEXTS_READ_WHOLE = 10;
/** Nobody turns more pages; filters lead further. */
const MOST_PAGES = 100;

export async function search(
  query: SearchQuery,
  fetch: Fetch,
  options: Options = {},
): Promise<SearchResult> {
  const result = await searchNow(query, fetch, options);
  const isBehindLast = result.pages > 0 && query.page > result.pages;
  return isBehindLast ? search({ ...query, page: result.pages }, fetch, options) : result;
}

async function searchNow(
  query: SearchQuery,
  fetch: Fetch,
  options: Options,
): Promise<SearchResult> {
  try {
    return await searchIn(await manifestOf(fetch), query, fetch, options);
  } catch (error) {
    if (!(error instanceof IndexChanged)) throw error;
    return searchIn(await manifestOf(fetch, true), query, fetch, options);
  }
}

async function searchIn(
  manifest: SearchManifest,
  query: SearchQuery,
  fetch: Fetch,
  { counted = ['kind', 'department', 'year'], perPage = RESULTS_PER_PAGE }: Options,
): Promise<SearchResult> {
  const { institution, filters } = query;
  const words = wordsOf(query.q);
  const { recent } = manifest;
  const blocks = blocksOf(manifest);
  const shelf = shelfOf(blocks, recent, fetch);
  const answer = (entry: Entry) => {
    const record = shelf.record(entry);
    return record && hasWords(record, words, institution) ? record : undefined;
  };
  const wanted = new Set([...facets.filter((facet) => filters[facet] !== undefined), ...counted]);
  const last = Math.min(query.page, MOST_PAGES) * perPage;
  let found = await Promise.all(
    blocks.map((block) => candidatesOf(block, words, institution, fetch)),
  );
  for (;;) {
    let entries = shelf
      .entries(found.map(({ places }) => places))
      .filter((entry) => !isRecent(entry) || answer(entry));
    let proven = found.every((candidates) => candidates.proven);
    if (shelf.texts(entries).length <= MOST_TEXTS_READ_WHOLE) {
      await shelf.readTexts(entries);
      entries = entries.filter(answer);
      proven = true;
    }
    const values = await shelf.valuesOf(entries, wanted);
    const { matching, counts } = narrowed(entries, filters, values, counted);
    const mayNarrow = !proven && found.some(({ narrow }) => narrow);

    const records: PublicRecord[] = [];
    let passed = proven ? last - perPage : 0;
    let checked = passed;
    let refuted = 0;
    const doubtful = new Set<number>();
    while (passed < last && checked < matching.length && doubtful.size === 0) {
      const some = mayNarrow && checked === 0 ? PROBE : last - passed;
      const next = matching.slice(checked, checked + some);
      await shelf.readTexts(next);
      for (const entry of next) {
        const record = answer(entry);
        if (!record) {
          refuted++;
          if (found[laneOf(entry)]?.narrow) doubtful.add(laneOf(entry));
        } else if (++passed > last - perPage) records.push(record);
      }
      checked += next.length;
    }
    if (doubtful.size > 0) {
      found = await Promise.all(
        found.map(async (candidates, lane) =>
          doubtful.has(lane) && candidates.narrow ? candidates.narrow() : candidates,
        ),
      );
      continue;
    }
    const total = matching.length - refuted;
    return {
      ...{ page: query.page, records, total, counts, exact: proven || checked >= matching.length },
      pages: Math.min(Math.ceil(total / perPage), MOST_PAGES),
    };
  }
}

/** So many are looked at first: where one of them has not the words, more grams cost less than more texts. */
const PROBE = 3;

/** A record of the index in one number that sorts as results do: its day, then which came later, then its place. */
type Entry = number;

const LANES = 8; // the blocks, and the last for what is recent
const RECENT = LANES - 1;
const PLACES = 2 ** 26;

const entryOf = (day: number, lane: number, place: number): Entry =>
  (day * LANES + lane) * PLACES + place;
const placeOf = (entry: Entry): number => entry % PLACES;
const laneOf = (entry: Entry): number => Math.floor(entry / PLACES) % LANES;
const yearOf = (entry: Entry): string => dateOf(Math.floor(entry / PLACES / LANES)).slice(0, 4);
const isRecent = (entry: Entry): boolean => laneOf(entry) === RECENT;

type Values = (entry: Entry, facet: Facet) => readonly string[];

/** Everything that was read so far, by entry. */
function shelfOf(blocks: readonly Block[], recent: readonly PublicRecord[], fetch: Fetch) {
  const pages = new Map<string, TextsPage>();
  const columns = new Map<string, (place: number) => readonly string[]>();
  const pathOf = (entry: Entry): string | undefined => {
    const block = blocks[laneOf(entry)];
    return block && textsPath(block, Math.floor(placeOf(entry) / TEXTS_PER_PAGE));
  };
  const record = (entry: Entry): PublicRecord | null | undefined =>
    isRecent(entry)
      ? recent[placeOf(entry)]
      : pages.get(pathOf(entry) ?? '')?.[placeOf(entry) % TEXTS_PER_PAGE];
  const texts = (entries: readonly Entry[]) => [
    ...new Set(entries.flatMap((entry) => pathOf(entry) ?? [])),
  ];
  return {
    record,
    texts,
    /** What is not read yet. */
    async readTexts(entries: readonly Entry[]) {
      const missing = texts(entries).filter((path) => !pages.has(path));
      await Promise.all(missing.map(async (path) => pages.set(path, await read(fetch, path))));
    },
    /** Newest first, with everything that is recent. */
    entries(places: readonly (readonly number[])[]): readonly Entry[] {
      const sealed = blocks.flatMap((block, lane) => {
        const days = places[lane]?.length ? daysOf(block) : [];
        return places[lane]?.map((place) => entryOf(days[place] ?? 0, lane, place)) ?? [];
      });
      const fresh = recent.map(({ publishedOn }, place) =>
        entryOf(dayOf(publishedOn), RECENT, place),
      );
      return [
        ...Float64Array.from([...sealed, ...fresh])
          .sort()
          .reverse(),
      ];
    },
    async valuesOf(entries: readonly Entry[], wanted: ReadonlySet<Facet>): Promise<Values> {
      const unread = entries.filter((entry) => !record(entry));
      const lanes = [...new Set(unread.map(laneOf))];
      const names = [...new Set([...wanted].flatMap((facet) => columnOf(facet) ?? []))];
      const add = async (lane: number, block: Block, name: ColumnName) => {
        const column =
          block.columns?.[name] ?? (await read<Column>(fetch, columnPath(block, name)));
        for (const facet of wanted) {
          if (columnOf(facet) === name) columns.set(`${lane}${facet}`, readColumn(column, facet));
        }
      };
      await Promise.all(
        lanes.flatMap((lane) => {
          const block = blocks[lane];
          const missing = names.filter((name) =>
            [...wanted].some(
              (facet) => columnOf(facet) === name && !columns.has(`${lane}${facet}`),
            ),
          );
          return block ? missing.map((name) => add(lane, block, name)) : [];
        }),
      );
      return (entry, facet) => {
        if (facet === 'year') return [yearOf(entry)];
        const known = record(entry);
        return known
          ? valuesOf(known, facet)
          : (columns.get(`${laneOf(entry)}${facet}`)?.(placeOf(entry)) ?? []);
      };
    },
  };
}

/** @throws IndexChanged when it is not there */
async function read<T>(fetch: Fetch, path: string): Promise<T> {
  const content = await fetch(path);
  if (content === undefined) throw new IndexChanged();
  return content as T; // as block.ts writes it
}

/** An entry that one filter alone keeps out counts for the other values of that filter. */
function narrowed(
  entries: readonly Entry[],
  filters: SearchQuery['filters'],
  values: Values,
  counted: readonly Facet[],
) {
  const counts: Partial<Record<Facet, Record<string, number>>> = {};
  for (const facet of counted) counts[facet] = {};
  const active = facets.filter((facet) => filters[facet] !== undefined);
  const matching = entries.filter((entry) => {
    const against = active.filter((facet) => !values(entry, facet).includes(filters[facet] ?? ''));
    if (against.length > 1) return false;
    for (const facet of against.length === 1 ? against : counted) {
      const own = counts[facet];
      if (own) for (const value of values(entry, facet)) own[value] = (own[value] ?? 0) + 1;
    }
    return against.length === 0;
  });
  return { matching, counts };
}
