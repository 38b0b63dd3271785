/** What the index consists of at a moment: the one file that changes its content under the same name. */
import type { PublicRecord } from '../disclosure/record.ts';
import type { Instant } from '../time.ts';
import type { Column, ColumnName } from './facets.ts';

/** Not below `/search`: what begins so is answered by a function. */
const FOLDER = '/lookup';
export const SEARCH_MANIFEST_PATH = `${FOLDER}/manifest.json`;
export const FORMAT = 2;

/** Records that are indexed together. A record is known by its place in the block. */
export interface Block {
  readonly folder: string;
  /** Of all its files but the texts: they are written anew together. */
  readonly edition: number;
  /** Places, with those whose record is gone. */
  readonly documents: number;
  /** Files of grams of two characters and more, of single characters, and of ids. */
  readonly shards: number;
  readonly singles: number;
  readonly ids: number;
  /** Days of publication in the order of places: how many days later than the one before (zig-zag), and for how many places. */
  readonly days: readonly number[];
  /** Grams that most records have, parted by spaces: in half of the records and more, in a quarter, an eighth, … */
  readonly frequent: readonly string[];
  /** Of a block of few records, which has no files of them. */
  readonly columns?: Readonly<Partial<Record<ColumnName, Column>>>;
  /** Places whose record was withdrawn or replaced, as postings. */
  readonly gone: string;
}

/** Files that no manifest names any more. Readers may still hold the one before, so they stay a little. */
export interface Superseded {
  readonly block: Block;
  /** The texts too; else they go on in a newer edition. */
  readonly whole: boolean;
  /** Set by the first tick that sees it. */
  readonly since?: Instant;
}

export interface SearchManifest {
  readonly format: typeof FORMAT;
  /** Grows with every block and edition, so that no name comes twice. */
  readonly sequence: number;
  /** When everything public was last built into one block; until then the index may lack what is older than itself. */
  readonly builtAt?: Instant;
  /** That block, and the small one of what came since. */
  readonly base?: Block;
  readonly small?: Block;
  /** What no block has yet, in the order it came. */
  readonly recent: readonly PublicRecord[];
  readonly superseded: readonly Superseded[];
  /** Since when something is withdrawn whose grams still stand in a block. */
  readonly goneSince?: Instant;
}

export const emptyManifest: SearchManifest = {
  format: FORMAT,
  sequence: 0,
  recent: [],
  superseded: [],
};

/** The older first. */
export const blocksOf = ({ base, small }: SearchManifest): readonly Block[] => [
  ...(base ? [base] : []),
  ...(small ? [small] : []),
];

/** Records of a file of texts: `null` where one is gone. */
export type TextsPage = readonly (PublicRecord | null)[];

export const TEXTS_PER_PAGE = 8;

export const pagesOf = (documents: number): number => Math.ceil(documents / TEXTS_PER_PAGE);

export type BlockFile = 'grams' | 'singles' | 'ids';

/** Where a block says how many files it has of each sort. */
export const filesOf = {
  grams: 'shards',
  singles: 'singles',
  ids: 'ids',
} as const satisfies Readonly<Record<BlockFile, keyof Block>>;

export const textsPath = ({ folder }: Pick<Block, 'folder'>, page: number): string =>
  `${FOLDER}/${folder}/texts-${page}.json`;

export const blockPath = (
  { folder, edition }: Pick<Block, 'folder' | 'edition'>,
  file: BlockFile,
  shard: number,
): string => `${FOLDER}/${folder}/${edition}/${file}-${shard}.json`;

export const columnPath = (
  { folder, edition }: Pick<Block, 'folder' | 'edition'>,
  name: ColumnName,
): string => `${FOLDER}/${folder}/${edition}/${name}.json`;
