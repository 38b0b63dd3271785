/** The pages of a list: its head, which changes with every record, and its sealed pages, which stay. */
import {
  numberedPath,
  pageOfPlace,
  sealedPages,
  type ListPlace,
  type PublicChange,
  type RecordList,
} from '../../shared/disclosure/lists.ts';
import {
  CORRECTIONS_PATH,
  recordListPath,
  type InstitutionFigures,
  type SitePage,
} from '../../shared/disclosure/pages.ts';
import type { PublicInstitution, RecordSummary } from '../../shared/disclosure/record.ts';
import { publicFacts } from '../../shared/institutions/registered.ts';
import type { Instant } from '../../shared/time.ts';
import {
  listPage,
  loadInstitutionLine,
  loadListHead,
  type ListHead,
} from '../aws/disclosure-store.ts';
import { queriedRegistered } from '../aws/register-store.ts';
import type { Tables } from '../ports.ts';
import type { AddressedPage } from './publisher.ts';

type Reader = Pick<Tables, 'get' | 'query'>;

/** @param numbers - which sealed pages, beside the head */
export async function listPages(
  list: RecordList,
  numbersOf: (head: ListHead) => readonly number[],
  tables: Reader,
  updatedAt: Instant,
): Promise<readonly AddressedPage[]> {
  const path = recordListPath(list);
  const pageOf = await pageMaker(list, path, tables, updatedAt);
  return partsOf<RecordSummary>(path, numbersOf, tables, pageOf);
}

export const correctionPages = (
  numbersOf: (head: ListHead) => readonly number[],
  tables: Reader,
  updatedAt: Instant,
): Promise<readonly AddressedPage[]> =>
  partsOf<PublicChange>(CORRECTIONS_PATH, numbersOf, tables, (changes, place) => ({
    ...{ page: 'corrections', changes, place, updatedAt },
  }));

async function partsOf<Entry>(
  path: string,
  numbersOf: (head: ListHead) => readonly number[],
  tables: Reader,
  pageOf: (entries: readonly Entry[], place: ListPlace) => SitePage,
): Promise<readonly AddressedPage[]> {
  const head = await loadListHead(tables, path);
  const sealed = sealedPages(head);
  const parts = [
    { entries: await newestOf<Entry>(path, head, tables), place: { sealed, total: head.total } },
  ] as { readonly entries: readonly Entry[]; readonly place: ListPlace }[];
  for (const number of numbersOf(head)) {
    const entries = (await listPage<Entry>(tables, path, number)).toReversed();
    parts.push({ entries, place: { number, isYoungest: number === sealed } });
  }
  return parts.map(({ entries, place }) => ({
    path: numberedPath(path, 'number' in place ? place.number : undefined),
    page: pageOf(entries, place),
  }));
}

/** What the head of a list shows, newest first: all that is not sealed, and the youngest sealed page. */
export async function newestOf<Entry>(
  path: string,
  head: ListHead,
  tables: Reader,
): Promise<readonly Entry[]> {
  const sealed = sealedPages(head);
  const pages = [...(sealed > 0 ? [sealed] : []), sealed + 1];
  const entries = await Promise.all(pages.map((page) => listPage<Entry>(tables, path, page)));
  return entries.flat().reverse();
}

async function pageMaker(
  list: RecordList,
  path: string,
  tables: Reader,
  updatedAt: Instant,
): Promise<(records: readonly RecordSummary[], place: ListPlace) => SitePage> {
  switch (list.by) {
    case 'month': {
      const { kind, month } = list;
      return (records, place) => ({ page: 'month', kind, month, records, place, updatedAt });
    }
    case 'department':
    case 'kind':
      return (records, place) => ({ page: 'records', list, records, place, updatedAt });
    case 'institution': {
      const all = await everyEntry(path, tables);
      const line = await loadInstitutionLine(tables, list.institution);
      const institution = line
        ? publicInstitution(line)
        : { id: list.institution, name: list.institution };
      const figures = figuresOf(all);
      const entry = line && (await queriedRegistered(tables, list.institution));
      const registered = entry && publicFacts(entry);
      return (records, place) => ({
        ...{ page: 'institution', institution, records, place, updatedAt },
        // Later records and registers change them, and a sealed page never.
        ...('sealed' in place && figures && { figures }),
        ...('sealed' in place && registered && { registered }),
      });
    }
  }
}

const publicInstitution = ({
  records: _,
  ...institution
}: PublicInstitution & { records: number }) => institution;

/** The records of one institution: some dozens, of a large hospital some hundreds. */
async function everyEntry(path: string, tables: Reader): Promise<readonly RecordSummary[]> {
  const { placed } = await loadListHead(tables, path);
  const pages = Array.from({ length: pageOfPlace(placed) }, (_, at) => at + 1);
  return (
    await Promise.all(pages.map((page) => listPage<RecordSummary>(tables, path, page)))
  ).flat();
}

function figuresOf(all: readonly RecordSummary[]): InstitutionFigures | undefined {
  const days = all.map(({ publishedOn, actedOn }) => actedOn ?? publishedOn).sort();
  const [since] = days;
  if (since === undefined) return undefined;
  const inspections = all.filter(({ kind }) => kind === 'inspection');
  return {
    since,
    inspections: inspections.length,
    problems: inspections.filter(({ result }) => result === 'PROBLEM').length,
    penalties: all.length - inspections.length,
  };
}
