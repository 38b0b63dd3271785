/** Which static pages a change touches, and what each shows; every one is read from the table as it stands now. */
import {
  DATA_PATH,
  DEPARTMENTS_PATH,
  INSTITUTIONS_PATH,
  KINDS_PATH,
  listPath,
  STATISTICS_PATH,
  streetPath,
  type SitePage,
} from '../../shared/disclosure/pages.ts';
import { allSealed, sealedPages, touchedSealedPages } from '../../shared/disclosure/lists.ts';
import type { MonthFigures } from '../../shared/disclosure/figures.ts';
import {
  recordKinds,
  type RecordKind,
  type RecordSummary,
} from '../../shared/disclosure/record.ts';
import { monthPath } from '../../shared/disclosure/pages.ts';
import type { Instant } from '../../shared/time.ts';
import {
  institutionsOfStreet,
  listPage,
  loadListHead,
  streetCounts,
  streetCountWrite,
  type Disclosed,
  type ListHead,
} from '../aws/disclosure-store.ts';
import type { Tables } from '../ports.ts';
import { allMonths } from './all-months.ts';
import type { Change } from './change.ts';
import { correctionPages, listPages } from './list-pages.ts';
import type { AddressedPage } from './publisher.ts';

const HOME_RECORDS = 20;
const FEED_RECORDS = 50;

/** The page of the record itself, or of what remains of it. */
export function ownPage(disclosed: Disclosed, updatedAt: Instant): AddressedPage {
  if (disclosed.state === 'public') {
    const { record } = disclosed;
    return { path: record.path, page: { page: 'record', record, updatedAt } };
  }
  const { tombstone } = disclosed;
  return { path: tombstone.path, page: { page: 'tombstone', tombstone, updatedAt } };
}

/** All pages but its own. */
export async function changedPages(
  { after }: Change,
  { tables, now }: { readonly tables: Tables; readonly now: () => Instant },
): Promise<readonly AddressedPage[]> {
  const updatedAt = now();
  const { lists, streets, correction, silenced = [] } = after.touched;
  const told = [...silenced, ...(correction === undefined ? [] : [correction])];
  const pages = await Promise.all([
    ...lists.map(({ list, place }) =>
      // An institution may have got another name, which stands on each of its few pages.
      listPages(
        list,
        (head) => (list.by === 'institution' ? allSealed(head) : touchedSealedPages(place, head)),
        tables,
        updatedAt,
      ),
    ),
    ...(told.length === 0 ? [] : [correctionPages(pagesOf(told), tables, updatedAt)]),
    streetPages(streets, tables, updatedAt),
    overviewPages(tables, updatedAt),
  ]);
  return pages.flat();
}

/** The sealed pages that hold any of the places, each once. */
const pagesOf = (places: readonly number[]) => (head: ListHead) => [
  ...new Set(places.flatMap((place) => touchedSealedPages(place, head))),
];

/** The institutions of these streets, and the list of all streets. */
export async function streetPages(
  streets: readonly string[],
  tables: Tables,
  updatedAt: Instant,
): Promise<readonly AddressedPage[]> {
  const pages: AddressedPage[] = [];
  for (const street of streets) {
    const institutions = await institutionsOfStreet(tables, street);
    await tables.commit([streetCountWrite({ street, count: institutions.length })]);
    pages.push({
      path: streetPath(street),
      page: { page: 'street', street, institutions: institutions.toSorted(byName), updatedAt },
    });
  }
  const counts = await streetCounts(tables);
  return [
    ...pages,
    { path: INSTITUTIONS_PATH, page: { page: 'institutions', streets: counts, updatedAt } },
  ];
}

const byName = (a: { readonly name: string }, b: { readonly name: string }): number =>
  a.name < b.name ? -1 : 1;

/** What every publication changes: home, the indexes, statistics, open data. */
export async function overviewPages(
  tables: Tables,
  updatedAt: Instant,
): Promise<readonly AddressedPage[]> {
  const rows = await allMonths(tables);
  const months = rows.map(({ figures }) => figures);
  const latest = await Promise.all(
    recordKinds.map(async (kind) => ({ kind, records: await latestOf(kind, months, tables) })),
  );
  const home = latest.flatMap(({ records }) => records).sort(newestFirst);
  const files = rows.flatMap((row) => row.files);
  const pages: readonly (readonly [string, SitePage])[] = [
    ['/', { page: 'home', latest: home.slice(0, HOME_RECORDS), months, updatedAt }],
    ...latest.map(
      ({ kind, records }) =>
        [
          listPath(kind),
          { page: 'list', kind, latest: records, months: months.filter(of(kind)), updatedAt },
        ] as const,
    ),
    [DEPARTMENTS_PATH, { page: 'departments', lists: departmentCounts(months), updatedAt }],
    [KINDS_PATH, { page: 'kinds', lists: kindCounts(months), updatedAt }],
    [STATISTICS_PATH, { page: 'statistics', months, updatedAt }],
    [DATA_PATH, { page: 'data', manifest: { updatedAt, files }, updatedAt }],
  ];
  return pages.map(([path, page]) => ({ path, page }));
}

async function latestOf(
  kind: RecordKind,
  months: readonly MonthFigures[],
  tables: Tables,
): Promise<readonly RecordSummary[]> {
  const found: RecordSummary[] = [];
  for (const { month } of months.filter(of(kind))) {
    if (found.length >= FEED_RECORDS) break;
    found.push(...(await newestInList(monthPath(kind, month), FEED_RECORDS, tables)));
  }
  return found.slice(0, FEED_RECORDS);
}

/** Page by page from the youngest, for many of a page may have been withdrawn. */
async function newestInList(
  path: string,
  wanted: number,
  tables: Tables,
): Promise<readonly RecordSummary[]> {
  const head = await loadListHead(tables, path);
  const found: RecordSummary[] = [];
  for (let page = sealedPages(head) + 1; page > 0 && found.length < wanted; page--)
    found.push(...(await listPage<RecordSummary>(tables, path, page)).toReversed());
  return found;
}

const of = (kind: RecordKind) => (month: MonthFigures) => month.kind === kind;

const newestFirst = (a: RecordSummary, b: RecordSummary): number =>
  `${a.publishedAt}#${a.id}` < `${b.publishedAt}#${b.id}` ? 1 : -1;

function departmentCounts(months: readonly MonthFigures[]) {
  return summed(months.map(({ departments }) => departments)).map(([department, count]) => ({
    department,
    count,
  }));
}

function kindCounts(months: readonly MonthFigures[]) {
  return summed(months.map(({ kinds }) => kinds)).map(([penaltyKind, count]) => ({
    penaltyKind,
    count,
  }));
}

/** Counts by code, added up; the codes in their own order. */
function summed<Code extends string>(
  counts: readonly Readonly<Partial<Record<Code, number>>>[],
): readonly (readonly [Code, number])[] {
  const sums = new Map<Code, number>();
  for (const count of counts)
    for (const [code, number] of Object.entries(count) as [Code, number][])
      // the keys of our own record
      sums.set(code, (sums.get(code) ?? 0) + number);
  return [...sums].sort(([a], [b]) => (a < b ? -1 : 1));
}
