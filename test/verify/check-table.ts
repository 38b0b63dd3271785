/** Do the rows of the public table agree with each other: records with lists, months, institutions and the list of changes? */
import { isDeepStrictEqual } from 'node:util';
import { monthFigures } from '../../shared/disclosure/figures.ts';
import { listsOf, RECORDS_PER_PAGE } from '../../shared/disclosure/lists.ts';
import { CORRECTIONS_PATH, NO_STREET, recordListPath } from '../../shared/disclosure/pages.ts';
import { summaryOf, type PublicRecord, type Tombstone } from '../../shared/disclosure/record.ts';
import { monthOf } from '../../shared/time.ts';
import type { Report } from './fault.ts';
import { partition, type Readable, type Register, type StoredList } from './read-register.ts';

export const publicRecords = ({ standings }: Register): readonly PublicRecord[] =>
  [...standings.values()].flatMap((standing) => ('record' in standing ? [standing.record] : []));

export const tombstones = ({ standings }: Register): readonly Tombstone[] =>
  [...standings.values()].flatMap((standing) =>
    'tombstone' in standing ? [standing.tombstone] : [],
  );

export async function checkTable(
  register: Register,
  tables: Readable,
  report: Report,
): Promise<void> {
  checkPlaces(register, report);
  for (const [path, list] of [...register.lists, [CORRECTIONS_PATH, register.corrections] as const])
    checkList(path, list, report);
  checkEntries(register, report);
  checkMonths(register, report);
  checkChanges(register, report);
  checkInstitutions(register, report);
  await checkStreets(register, tables, report);
  for (const { id } of tombstones(register))
    for await (const { sk } of partition(tables, `RECORD#${id}`))
      if (sk.startsWith('V#'))
        report('WITHDRAWN_SHOWN', `RECORD#${id}/${sk}`, 'a version of a withdrawn record is kept');
}

/** Each public record has its place in exactly the lists it belongs to, and the row there says what the record says. */
function checkPlaces({ standings, lists }: Register, report: Report): void {
  for (const standing of standings.values()) {
    const key = `RECORD#${standing.id}`;
    const own = 'record' in standing ? standing.record : undefined;
    const due = own ? listsOf(own).map(recordListPath) : [];
    const has = Object.keys(standing.places);
    if (!isDeepStrictEqual(due.toSorted(), has.toSorted()))
      report('ROWS', key, `it belongs to ${due.join(' ')} and has places in ${has.join(' ')}`);
    for (const [path, place] of Object.entries(standing.places)) {
      const entry = lists.get(path)?.entries.get(place);
      if (!entry) report('ROWS', key, `nothing stands at its place ${place} of ${path}`);
      else if (own && !isDeepStrictEqual(entry.value, summaryOf(own)))
        report('ROWS', key, `place ${place} of ${path} says something else of it`);
    }
  }
}

function checkList(path: string, { placed, total, entries }: StoredList<unknown>, report: Report) {
  const key = `LIST#${path}`;
  if (entries.size !== total) report('ROWS', key, `it counts ${total} and holds ${entries.size}`);
  const last = Math.max(0, ...[...entries.keys()].slice(-1));
  if (last > placed) report('ROWS', key, `place ${last} is taken, ${placed} were given`);
  for (const { page, place } of entries.values())
    if (Math.ceil(place / RECORDS_PER_PAGE) !== page)
      report('ROWS', key, `place ${place} stands on page ${page}`);
}

/** Nothing stands in a list that is not public, and nothing at another place than its own. */
function checkEntries({ standings, lists }: Register, report: Report): void {
  for (const [path, { entries }] of lists)
    for (const { place, value } of entries.values()) {
      const standing = standings.get(value.id);
      const key = `LIST#${path}`;
      if (!standing || 'tombstone' in standing)
        report('WITHDRAWN_SHOWN', key, `place ${place} shows ${value.id}, which is not public`);
      else if (standing.places[path] !== place)
        report('ROWS', key, `place ${place} shows ${value.id}, which does not stand there`);
    }
}

function checkMonths(register: Register, report: Report): void {
  const records = Map.groupBy(publicRecords(register), monthKeyOf);
  const gone = Map.groupBy(tombstones(register), monthKeyOf);
  const stored = new Map(
    register.months.map(({ figures }) => [`${figures.kind}#${figures.month}`, figures]),
  );
  for (const key of new Set([...records.keys(), ...stored.keys()])) {
    const [kind, month = ''] = key.split('#');
    const own = records.get(key) ?? [];
    const figures = monthFigures(
      kind === 'penalty' ? 'penalty' : 'inspection',
      month,
      own,
      gone.get(key)?.length ?? 0,
    );
    if (!isDeepStrictEqual(stored.get(key), figures))
      report(
        'ROWS',
        `MONTHS#${kind}/${month}`,
        `it says ${JSON.stringify(stored.get(key))} where ${JSON.stringify(figures)} is right`,
      );
  }
}

const monthKeyOf = ({ kind, publishedOn }: PublicRecord | Tombstone): string =>
  `${kind}#${monthOf(publishedOn)}`;

/** Every correction and every withdrawal is told, and what is told happened. */
function checkChanges(register: Register, report: Report): void {
  const told = Map.groupBy(register.corrections.entries.values(), ({ value }) => value.id);
  for (const tombstone of tombstones(register)) {
    const own = told.get(tombstone.id) ?? [];
    if (!own.some(({ value }) => value.ground !== 'CORRECTED'))
      report('ROWS', `RECORD#${tombstone.id}`, 'its withdrawal is not in the list of changes');
    if (own.some(({ value }) => value.ground === 'CORRECTED' && value.reason !== 'CORRECTED'))
      report(
        'ROWS',
        `RECORD#${tombstone.id}`,
        'the list of changes still says why it was corrected',
      );
  }
  for (const record of publicRecords(register)) {
    const own = (told.get(record.id) ?? []).filter(({ value }) => value.ground === 'CORRECTED');
    const said = own.map(({ value }) => value.reason);
    for (const { reason } of record.corrections ?? [])
      if (!said.some((told) => told.includes(reason)))
        report('ROWS', `RECORD#${record.id}`, 'a correction is not in the list of changes');
  }
  for (const id of told.keys())
    if (!register.standings.has(id))
      report('ROWS', `LIST#${CORRECTIONS_PATH}`, `it tells of ${id}, of which nothing is known`);
}

function checkInstitutions(register: Register, report: Report): void {
  const due = Map.groupBy(
    publicRecords(register).filter(({ institution }) => institution),
    ({ institution }) => institution?.id ?? '',
  );
  const stored = new Map(register.institutions.map((line) => [line.id, line]));
  for (const id of new Set([...due.keys(), ...stored.keys()])) {
    const right = due.get(id)?.length ?? 0;
    const said = stored.get(id)?.records ?? 0;
    if (right !== said)
      report('ROWS', `INSTITUTIONS/${id}`, `it says ${said} public records, there are ${right}`);
  }
}

async function checkStreets(register: Register, tables: Readable, report: Report): Promise<void> {
  const due = Map.groupBy(register.institutions, ({ streetCode = NO_STREET }) => streetCode);
  const counts = new Map<string, number>();
  for await (const row of partition(tables, 'STREETS')) counts.set(row.sk, Number(row['count']));
  for (const street of new Set([...due.keys(), ...counts.keys()])) {
    const lines: unknown[] = [];
    for await (const row of partition(tables, `STREET#${street}`)) lines.push(row['value']);
    const right = (due.get(street) ?? []).toSorted((a, b) => (a.id < b.id ? -1 : 1));
    if (!isDeepStrictEqual(lines, right))
      report('ROWS', `STREET#${street}`, 'it holds others than the institutions of this street');
    if ((counts.get(street) ?? 0) !== right.length)
      report('ROWS', `STREETS/${street}`, `it counts ${counts.get(street)} of ${right.length}`);
  }
}
