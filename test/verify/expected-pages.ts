/** Every page that the public side must have, made from the rows of the table alone; `updatedAt` is left to the page itself. */
import { departmentCodes } from '../../shared/departments/directory.ts';
import type { MonthFigures } from '../../shared/disclosure/figures.ts';
import {
  numberedPath,
  RECORDS_PER_PAGE,
  type ListPlace,
  type RecordList,
} from '../../shared/disclosure/lists.ts';
import {
  CORRECTIONS_PATH,
  DATA_PATH,
  DEPARTMENTS_PATH,
  INSTITUTIONS_PATH,
  KINDS_PATH,
  listPath,
  NO_STREET,
  STATISTICS_PATH,
  streetPath,
  textPages,
  type InstitutionFigures,
  type SitePage,
  type TextPage,
} from '../../shared/disclosure/pages.ts';
import {
  recordKinds,
  summaryOf,
  type RecordKind,
  type RecordSummary,
} from '../../shared/disclosure/record.ts';
import { publicFacts } from '../../shared/institutions/registered.ts';
import { penaltyKindCodes } from '../../shared/penalties/kinds.ts';
import { publicRecords, tombstones } from './check-table.ts';
import type { Register, StoredList } from './read-register.ts';

export interface ExpectedPage {
  readonly path: string;
  readonly page: SitePage;
}

const SOME_TIME = ''; // each page says for itself when it was written
const HOME_RECORDS = 20;
const NEWEST_OF_A_KIND = 50;

/** @param keys - of the objects: a street that lost its last institution keeps its page */
export function* expectedPages(
  register: Register,
  keys: ReadonlySet<string>,
): Generator<ExpectedPage> {
  for (const record of publicRecords(register))
    yield { path: record.path, page: { page: 'record', record, updatedAt: SOME_TIME } };
  for (const tombstone of tombstones(register))
    yield { path: tombstone.path, page: { page: 'tombstone', tombstone, updatedAt: SOME_TIME } };
  for (const [path, list] of register.lists) yield* listPages(path, list, register);
  for (const [number, changes, place] of partsOf(register.corrections))
    yield {
      path: numberedPath(CORRECTIONS_PATH, number),
      page: { page: 'corrections', changes, place, updatedAt: SOME_TIME },
    };
  yield* overviews(register);
  yield* streetsOf(register, keys);
  for (const [name, path] of Object.entries(textPages))
    if (path !== DATA_PATH)
      yield { path, page: { page: name as Exclude<TextPage, 'data'>, updatedAt: SOME_TIME } };
}

/** The head, then each sealed page; newest first on each. */
function* partsOf<Value>({
  placed,
  total,
  entries,
}: StoredList<Value>): Generator<readonly [number | undefined, readonly Value[], ListPlace]> {
  const sealed = Math.floor(placed / RECORDS_PER_PAGE);
  const within = (from: number, to: number): readonly Value[] =>
    [...entries.values()]
      .filter(({ place }) => place >= from && place <= to)
      .map(({ value }) => value)
      .toReversed();
  const headFrom = Math.max(0, sealed - 1) * RECORDS_PER_PAGE + 1;
  yield [undefined, within(headFrom, placed), { sealed, total }];
  for (let number = 1; number <= sealed; number++) {
    const last = number * RECORDS_PER_PAGE;
    const shown = within(last - RECORDS_PER_PAGE + 1, last);
    yield [number, shown, { number, isYoungest: number === sealed }];
  }
}

function* listPages(path: string, list: StoredList, register: Register): Generator<ExpectedPage> {
  const identity = listAt(path);
  for (const [number, records, place] of partsOf(list))
    yield {
      path: numberedPath(path, number),
      page: listPage(identity, records, place, register, list),
    };
}

function listPage(
  list: RecordList,
  records: readonly RecordSummary[],
  place: ListPlace,
  register: Register,
  { entries }: StoredList,
): SitePage {
  const shared = { records, place, updatedAt: SOME_TIME };
  switch (list.by) {
    case 'month':
      return { page: 'month', kind: list.kind, month: list.month, ...shared };
    case 'department':
    case 'kind':
      return { page: 'records', list, ...shared };
    case 'institution': {
      const line = register.institutions.find(({ id }) => id === list.institution);
      const { records: _, ...institution } = line ?? {
        ...{ id: list.institution, name: list.institution, records: 0 },
      };
      const figures =
        'sealed' in place ? figuresOf([...entries.values()].map((e) => e.value)) : undefined;
      const entry = 'sealed' in place ? register.registered.get(list.institution) : undefined;
      return {
        ...{ page: 'institution', institution, ...shared },
        ...(figures && { figures }),
        ...(entry && { registered: publicFacts(entry) }),
      };
    }
  }
}

function figuresOf(records: readonly RecordSummary[]): InstitutionFigures | undefined {
  const [since] = records.map(({ actedOn, publishedOn }) => actedOn ?? publishedOn).sort();
  if (since === undefined) return undefined;
  const inspections = records.filter(({ kind }) => kind === 'inspection');
  return {
    since,
    inspections: inspections.length,
    problems: inspections.filter(({ result }) => result === 'PROBLEM').length,
    penalties: records.length - inspections.length,
  };
}

/** The list that stands at a path. */
export function listAt(path: string): RecordList {
  const [, family = '', name = ''] = path.split('/');
  const department = departmentCodes.find((code) => code === name);
  const penaltyKind = penaltyKindCodes.find((code) => code === name);
  if (family === 'departments' && department) return { by: 'department', department };
  if (family === 'kinds' && penaltyKind) return { by: 'kind', penaltyKind };
  if (family === 'institutions') return { by: 'institution', institution: name };
  return { by: 'month', kind: family === 'penalties' ? 'penalty' : 'inspection', month: name };
}

function* overviews(register: Register): Generator<ExpectedPage> {
  const updatedAt = SOME_TIME;
  const rows = register.months.filter(({ figures }) => figures.count > 0);
  const months = rows.map(({ figures }) => figures);
  const newest = publicRecords(register).map(summaryOf).sort(newestFirst);
  const latest = newest.slice(0, HOME_RECORDS);
  yield { path: '/', page: { page: 'home', latest, months, updatedAt } };
  for (const kind of recordKinds) {
    const own = newest.filter((record) => record.kind === kind).slice(0, NEWEST_OF_A_KIND);
    yield {
      path: listPath(kind),
      page: { page: 'list', kind, latest: own, months: months.filter(of(kind)), updatedAt },
    };
  }
  const departments = summed(
    months.map((month) => month.departments),
    departmentCodes,
  );
  yield {
    path: DEPARTMENTS_PATH,
    page: {
      ...{ page: 'departments', updatedAt },
      lists: departments.map(([department, count]) => ({ department, count })),
    },
  };
  const kinds = summed(
    months.map((month) => month.kinds),
    penaltyKindCodes,
  );
  yield {
    path: KINDS_PATH,
    page: {
      ...{ page: 'kinds', updatedAt },
      lists: kinds.map(([penaltyKind, count]) => ({ penaltyKind, count })),
    },
  };
  yield { path: STATISTICS_PATH, page: { page: 'statistics', months, updatedAt } };
  const files = rows.flatMap((row) => row.files);
  yield { path: DATA_PATH, page: { page: 'data', manifest: { updatedAt, files }, updatedAt } };
}

function* streetsOf(
  { institutions }: Register,
  keys: ReadonlySet<string>,
): Generator<ExpectedPage> {
  const updatedAt = SOME_TIME;
  const byStreet = Map.groupBy(institutions, ({ streetCode = NO_STREET }) => streetCode);
  const streets = [...byStreet].sort(([a], [b]) => (a < b ? -1 : 1));
  yield {
    path: INSTITUTIONS_PATH,
    page: {
      ...{ page: 'institutions', updatedAt },
      streets: streets.map(([street, own]) => ({ street, count: own.length })),
    },
  };
  const once = [...keys].flatMap((key) => /^streets\/([^./]+)$/.exec(key)?.[1] ?? []);
  for (const street of new Set([...byStreet.keys(), ...once]))
    yield {
      path: streetPath(street),
      page: {
        ...{ page: 'street', street, updatedAt },
        institutions: (byStreet.get(street) ?? []).toSorted((a, b) => (a.name < b.name ? -1 : 1)),
      },
    };
}

const of = (kind: RecordKind) => (month: MonthFigures) => month.kind === kind;

const newestFirst = (a: RecordSummary, b: RecordSummary): number =>
  `${a.publishedAt}#${a.id}` < `${b.publishedAt}#${b.id}` ? 1 : -1;

/** Counts by code, added up; codes that count nothing are left out. */
function summed<Code extends string>(
  counts: readonly Readonly<Partial<Record<Code, number>>>[],
  codes: readonly Code[],
): readonly (readonly [Code, number])[] {
  return codes
    .map((code) => [code, counts.reduce((sum, count) => sum + (count[code] ?? 0), 0)] as const)
    .filter(([, count]) => count > 0)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
}
