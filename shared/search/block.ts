/** Builds a block from records, file by file; what it holds meanwhile are the lists of places, not the texts. */
import type { PublicRecord } from '../disclosure/record.ts';
import { dayRuns } from './days.ts';
import { columnNames, columnValue, printColumn } from './facets.ts';
import { eachGram, institutionGram, shardOf } from './grams.ts';
import {
  blockPath,
  columnPath,
  filesOf,
  textsPath,
  TEXTS_PER_PAGE,
  type Block,
  type BlockFile,
} from './manifest.ts';
import { printPostings } from './postings.ts';
import { searchText } from './text.ts';

/** A file of the index: its address, and what it says as JSON. */
export interface IndexFile {
  readonly path: string;
  readonly content: unknown;
}

const DOCUMENTS_PER_SHARD = 24;
/** Few records have words enough for these. */
const FEWEST_SHARDS = 64;
/** The columns of so few lie in the manifest. */
const FEW_DOCUMENTS = 1_024;
const DOCUMENTS_PER_ID_FILE = 1_024;
const FREQUENT_LEVELS = 7;

interface Options {
  readonly folder: string;
  readonly edition: number;
  /** The first texts of which are written already. */
  readonly writtenPages?: number;
}

/** @param documents - `null` where a record is gone but keeps its place */
export async function* buildBlock(
  documents: AsyncIterable<PublicRecord | null>,
  { folder, edition, writtenPages = 0 }: Options,
): AsyncGenerator<IndexFile, Block> {
  const grams = new Map<string, number[]>();
  const columns = columnNames.map((name) => ({ name, of: [] as string[] }));
  const ids: string[] = [];
  const days = dayRuns();
  let page: (PublicRecord | null)[] = [];
  let pages = 0;
  const textsOf = (content: typeof page): IndexFile[] => {
    const path = textsPath({ folder }, pages++);
    return pages > writtenPages ? [{ path, content }] : [];
  };
  for await (const record of documents) {
    const place = ids.length;
    ids.push(record?.id ?? '');
    days.add(record?.publishedOn);
    for (const { name, of } of columns) of.push(columnValue(record, name));
    if (record) addGrams(grams, record, place);
    page.push(record);
    if (page.length < TEXTS_PER_PAGE) continue;
    yield* textsOf(page);
    page = [];
  }
  if (page.length > 0) yield* textsOf(page);

  const count = ids.length;
  const shards = FEWEST_SHARDS + Math.ceil(count / DOCUMENTS_PER_SHARD);
  const block: Block = {
    ...{ folder, edition, shards, documents: count },
    singles: Math.ceil(shards / 4),
    ids: Math.ceil(count / DOCUMENTS_PER_ID_FILE),
    days: days.runs,
    frequent: frequentOf(grams, count),
    gone: printPostings([...ids.keys()].filter((place) => !ids[place])),
  };
  const printed = columns.map(({ name, of }) => ({ name, column: printColumn(of) }));
  const columnsInside = count <= FEW_DOCUMENTS;
  for (const { name, column } of columnsInside ? [] : printed) {
    yield { path: columnPath(block, name), content: column };
  }
  const found = ids.flatMap((id, place): [string, number][] => (id ? [[id, place]] : []));
  yield* sharded(block, 'ids', found);
  const isSingle = ([gram]: readonly [string, unknown]) => [...gram].length === 1;
  const lists = [...grams];
  grams.clear();
  yield* sharded(block, 'singles', lists.filter(isSingle), printPostings);
  yield* sharded(
    block,
    'grams',
    lists.filter((list) => !isSingle(list)),
    printPostings,
  );
  const inside = printed.map(({ name, column }) => [name, column] as const);
  return columnsInside ? { ...block, columns: Object.fromEntries(inside) } : block;
}

function addGrams(grams: Map<string, number[]>, record: PublicRecord, place: number): void {
  const add = (gram: string) => {
    const list = grams.get(gram);
    if (!list) grams.set(gram, [place]);
    else if (list.at(-1) !== place) list.push(place);
  };
  eachGram(searchText(record), add);
  if (record.institution) add(institutionGram(record.institution.id));
}

function* sharded<T>(
  block: Block,
  file: BlockFile,
  entries: readonly (readonly [string, T])[],
  print: (value: T) => unknown = (value) => value,
): Generator<IndexFile> {
  const shards = Array.from({ length: block[filesOf[file]] }, (): (readonly [string, T])[] => []);
  for (const entry of entries) shards[shardOf(entry[0], shards.length)]?.push(entry);
  for (const [shard, own] of shards.entries()) {
    const content = Object.fromEntries(own.map(([key, value]) => [key, print(value)]));
    yield { path: blockPath(block, file, shard), content };
  }
}

/** What most records have, so that a question is answered from its rarest part. */
function frequentOf(grams: ReadonlyMap<string, readonly number[]>, count: number) {
  const levels = Array.from({ length: FREQUENT_LEVELS }, (): string[] => []);
  for (const [gram, { length }] of grams) {
    if (length > 1) levels[Math.max(0, Math.ceil(Math.log2(count / length)) - 1)]?.push(gram);
  }
  return levels.map((level) => level.join(' '));
}
