/** Do the files for machines beside a page tell what the page tells? Each is read by another reader than its writer's. */
import { isDeepStrictEqual } from 'node:util';
import {
  changeColumns,
  departmentColumns,
  figureColumns,
  kindColumns,
  monthColumns,
  streetColumns,
  summaryColumns,
  type Column,
} from '../../shared/disclosure/csv-columns.ts';
import { MANIFEST_PATH } from '../../shared/disclosure/data-files.ts';
import type { PublicChange } from '../../shared/disclosure/lists.ts';
import { FEED_PATH, objectKey, type SitePage } from '../../shared/disclosure/pages.ts';
import type { RecordSummary } from '../../shared/disclosure/record.ts';
import { readCsv } from '../support/validity.ts';
import type { ExpectedPage } from './expected-pages.ts';
import type { Objects } from './check-page.ts';
import type { Report } from './fault.ts';

type Check = (text: string) => string | undefined;

/** What stands beside a page: the key of each object, and what may be wrong with it. */
export function companionsOf({ path, page }: ExpectedPage): readonly (readonly [string, Check])[] {
  const own = (ending: string) => objectKey(path + ending);
  const tables = <Row>(columns: readonly Column<Row>[], rows: readonly Row[]) =>
    [
      [own('.json'), saysJsonOf(contentOf(page))],
      [own('.csv'), saysCsv(columns, rows)],
    ] as const;
  switch (page.page) {
    case 'record':
      return [
        [own('.json'), saysJson(page.record)],
        [own('.jsonld'), saysJsonOf({ '@context': 'https://schema.org', name: page.record.title })],
      ];
    case 'tombstone':
      return [[own('.json'), saysJson({ withdrawn: page.tombstone })]];
    case 'month':
    case 'records':
    case 'institution':
      return [
        ...tables(summaryColumns, page.records),
        ...(isHead(page) ? [[own('.atom'), namesInOrder(page.records)] as const] : []),
        ...(page.page === 'institution' && isHead(page)
          ? [[own('.jsonld'), saysJsonOf({ name: page.institution.name })] as const]
          : []),
      ];
    case 'corrections':
      return [
        ...tables(changeColumns, page.changes),
        ...(isHead(page) ? [[own('.atom'), namesInOrder(page.changes)] as const] : []),
      ];
    case 'list':
      return [
        ...tables(monthColumns, page.months),
        [own('.atom'), namesInOrder(page.latest ?? [])],
      ];
    case 'home':
      return [[objectKey(FEED_PATH), namesInOrder(page.latest)]];
    case 'street':
      return [[own('.json'), saysJsonOf(contentOf(page))]];
    case 'statistics':
      return tables(figureColumns, page.months);
    case 'data':
      return [
        [objectKey(MANIFEST_PATH), saysJsonOf({ files: page.manifest?.files })],
        [own('.jsonld'), saysJsonOf({ '@type': 'Dataset' })],
      ];
    case 'departments':
      return tables(departmentColumns, page.lists);
    case 'kinds':
      return tables(kindColumns, page.lists);
    case 'institutions':
      return tables(streetColumns, page.streets);
    case 'search':
    case 'about':
    case 'help':
    case 'accessibility':
    case 'siteMap':
    case 'notFound':
    case 'gallery':
      return [];
  }
}

export async function checkCompanions(
  expected: ExpectedPage,
  site: Objects,
  report: Report,
): Promise<void> {
  for (const [key, check] of companionsOf(expected)) {
    const text = await site.get(key);
    if (text === undefined) {
      report('MISSING', key, `the ${expected.page.page} page at ${expected.path} links to it`);
      continue;
    }
    const fault = read(check, text);
    if (fault) report(fault.code, key, fault.sentence);
  }
}

function read(check: Check, text: string) {
  try {
    const sentence = check(text);
    return sentence ? ({ code: 'DIFFERS', sentence } as const) : undefined;
  } catch (error) {
    return { code: 'UNREADABLE', sentence: String(error) } as const;
  }
}

const isHead = (page: Extract<SitePage, { place?: unknown }>): boolean =>
  !page.place || 'sealed' in page.place;

function contentOf({ page: _, updatedAt: __, ...content }: SitePage): object {
  return content;
}

const saysJson =
  (due: object): Check =>
  (text) => {
    const is: unknown = JSON.parse(text);
    return isDeepStrictEqual(is, plain(due))
      ? undefined
      : `it says ${short(is)}, not ${short(due)}`;
  };

/** These parts at least. */
const saysJsonOf =
  (due: object): Check =>
  (text) => {
    const is = JSON.parse(text) as Record<string, unknown>; // an object, or the comparison fails
    for (const [name, value] of Object.entries(plain(due)))
      if (!isDeepStrictEqual(is[name], value))
        return `${name} says ${short(is[name])}, not ${short(value)}`;
    return undefined;
  };

/** As JSON carries it: without what is undefined. */
const plain = (value: object): object => JSON.parse(JSON.stringify(value)) as object; // what was put in

const saysCsv =
  <Row>(columns: readonly Column<Row>[], rows: readonly Row[]): Check =>
  (text) => {
    const due = [
      columns.map(({ name }) => name),
      ...rows.map((row) => columns.map((column) => column.of(row))),
    ];
    const is = readCsv(text).map((cells) =>
      cells.map((cell, at) => (columns[at]?.isPath ? cell.replace(/^https?:\/\/[^/]+/, '') : cell)),
    );
    if (isDeepStrictEqual(is, due)) return undefined;
    const at = due.findIndex((row, place) => !isDeepStrictEqual(row, is[place]));
    return `${is.length} lines of ${due.length}; line ${at + 1} says ${short(is[at])}, not ${short(due[at])}`;
  };

/** The entries of a feed lead to these, in this order. */
const namesInOrder =
  (due: readonly (RecordSummary | PublicChange)[]): Check =>
  (text) => {
    const entries = text.split('<entry>').slice(1);
    const is = entries.map((entry) => /<link href="https?:\/\/[^/]+([^"]*)"/.exec(entry)?.[1]);
    const paths = due.map(({ path }) => path);
    return isDeepStrictEqual(is, paths)
      ? undefined
      : `it tells of ${short(is)}, not ${short(paths)}`;
  };

const LONGEST_SHOWN = 300;

const short = (value: unknown): string => String(JSON.stringify(value)).slice(0, LONGEST_SHOWN);
