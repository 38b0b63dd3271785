/** Which static pages a change touches, and what each shows: the record just written is merged into what indexes return. */
import type { MonthCount } from '../../shared/disclosure/figures.ts';
import {
  institutionPath,
  listPath,
  monthPath,
  type SitePage,
} from '../../shared/disclosure/pages.ts';
import {
  recordKinds,
  summaryOf,
  type PublicInstitution,
  type PublicRecord,
  type RecordKind,
  type RecordSummary,
  type Tombstone,
} from '../../shared/disclosure/record.ts';
import type { Instant } from '../../shared/time.ts';
import {
  monthsOf,
  recordsOfInstitution,
  recordsOfMonth,
  type RecordPage,
} from '../aws/disclosure-store.ts';
import type { Page, Tables } from '../ports.ts';

/** A record that became public or changed, or the tombstone of one that was taken back. */
export type Changed = { readonly month: string } & (
  | { readonly record: PublicRecord }
  | { readonly tombstone: Tombstone; readonly institution?: PublicInstitution }
);

export interface AddressedPage {
  readonly path: string;
  readonly page: SitePage;
}

type Reader = Pick<Tables, 'query'>;

const HOME_RECORDS = 20;
const LONGEST_LIST = 2_000; // a month or an institution beyond this shows its newest

/** The lists to write anew, and the months' counts to store before. */
export async function pagesOf(
  changed: Changed,
  tables: Reader,
  updatedAt: Instant,
): Promise<{ readonly pages: readonly AddressedPage[]; readonly months: readonly MonthCount[] }> {
  const { month } = changed;
  const kind = 'record' in changed ? changed.record.kind : changed.tombstone.kind;
  const ofMonth = await merged((from) => recordsOfMonth(tables, kind, month, from), changed);
  const count = countOf(kind, month, ofMonth);
  const months = await allMonths(tables, count);
  const institution = 'record' in changed ? changed.record.institution : changed.institution;
  const pages = [
    monthPageOf(kind, month, ofMonth, months, updatedAt),
    listPageOf(kind, months, updatedAt),
    await homePage(tables, months, updatedAt, changed),
    ...(institution ? [await institutionPage(tables, institution, updatedAt, changed)] : []),
  ];
  return { pages, months: [count] };
}

export const countOf = (
  kind: RecordKind,
  month: string,
  records: readonly RecordSummary[],
): MonthCount => ({
  kind,
  month,
  count: records.length,
  departments: Object.fromEntries(
    [...Map.groupBy(records, ({ department }) => department)].map(([department, own]) => [
      department,
      own.length,
    ]),
  ),
});

/** The page of the record itself, or of what remains of it. */
export function ownPage(changed: Changed, updatedAt: Instant): AddressedPage {
  if ('record' in changed) {
    const { record } = changed;
    return { path: record.path, page: { page: 'record', record, updatedAt } };
  }
  const { tombstone } = changed;
  return { path: tombstone.path, page: { page: 'tombstone', tombstone, updatedAt } };
}

export const monthPageOf = (
  kind: RecordKind,
  month: string,
  records: readonly RecordSummary[],
  months: readonly MonthCount[],
  updatedAt: Instant,
): AddressedPage => ({
  path: monthPath(kind, month),
  page: { page: 'month', kind, month, records, months: months.filter(of(kind)), updatedAt },
});

export const listPageOf = (
  kind: RecordKind,
  months: readonly MonthCount[],
  updatedAt: Instant,
): AddressedPage => ({
  path: listPath(kind),
  page: { page: 'list', kind, months: months.filter(of(kind)), updatedAt },
});

export async function homePage(
  tables: Reader,
  months: readonly MonthCount[],
  updatedAt: Instant,
  changed?: Changed,
): Promise<AddressedPage> {
  const lists = recordKinds.map((kind) => latestOf(tables, kind, months.filter(of(kind)), changed));
  const latest = (await Promise.all(lists)).flat().sort(newestFirst).slice(0, HOME_RECORDS);
  return { path: '/', page: { page: 'home', latest, months, updatedAt } };
}

export async function institutionPage(
  tables: Reader,
  institution: PublicInstitution,
  updatedAt: Instant,
  changed?: Changed,
): Promise<AddressedPage> {
  const records = await merged(
    (options) => recordsOfInstitution(tables, institution.id, options),
    changed,
  );
  return {
    path: institutionPath(institution.id),
    page: { page: 'institution', institution, records, updatedAt },
  };
}

export async function allMonths(
  tables: Reader,
  fresh?: MonthCount,
): Promise<readonly MonthCount[]> {
  const stored = (await Promise.all(recordKinds.map((kind) => monthsOf(tables, kind)))).flat();
  const isFresh = (m: MonthCount) => m.kind === fresh?.kind && m.month === fresh.month;
  return [...stored.filter((m) => !isFresh(m)), ...(fresh ? [fresh] : [])]
    .filter(({ count }) => count > 0)
    .sort((a, b) => (a.month < b.month ? 1 : -1));
}

/** All summaries of a list, newest first, without what was taken back and with what was just written. */
export async function merged(
  read: (options: { readonly from?: NonNullable<Page['next']> }) => Promise<RecordPage>,
  changed?: Changed,
): Promise<readonly RecordSummary[]> {
  const found: RecordSummary[] = [];
  let next: Page['next'];
  do {
    const page = await read(next ? { from: next } : {});
    found.push(...page.records.map(summaryOf));
    next = page.next;
  } while (next && found.length < LONGEST_LIST);
  return withChange(found, changed);
}

function withChange(found: readonly RecordSummary[], changed: Changed | undefined) {
  if (!changed) return found;
  const id = 'record' in changed ? changed.record.id : changed.tombstone.id;
  const others = found.filter((summary) => summary.id !== id);
  const own = 'record' in changed ? [summaryOf(changed.record)] : [];
  return [...others, ...own].sort(newestFirst);
}

async function latestOf(
  tables: Reader,
  kind: RecordKind,
  months: readonly MonthCount[],
  changed: Changed | undefined,
): Promise<readonly RecordSummary[]> {
  const found: RecordSummary[] = [];
  for (const { month } of months) {
    if (found.length >= HOME_RECORDS) break;
    const page = await recordsOfMonth(tables, kind, month, { limit: HOME_RECORDS + 1 });
    found.push(...page.records.map(summaryOf));
  }
  const own = changed && 'record' in changed && changed.record.kind !== kind ? undefined : changed;
  return withChange(found, own);
}

const of = (kind: RecordKind) => (month: MonthCount) => month.kind === kind;

const newestFirst = (a: RecordSummary, b: RecordSummary): number =>
  `${a.publishedAt}#${a.id}` < `${b.publishedAt}#${b.id}` ? 1 : -1;
