/** What stands beside a page of the register for machines: JSON, JSON-LD, CSV, Atom, each at the page's path with its own ending. */
import { departments } from '../../shared/departments/directory.ts';
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
import type { Companion } from '../../shared/disclosure/lists.ts';
import { FEED_PATH, type SitePage } from '../../shared/disclosure/pages.ts';
import type { RecordSummary } from '../../shared/disclosure/record.ts';
import { penaltyKinds } from '../../shared/penalties/kinds.ts';
import { setting } from '../runtime.ts';
import { csvOf } from './csv.ts';
import { changeFeed, recordFeed } from './feed.ts';
import { dataCatalogue, institutionCard, recordCard } from './linked-data.ts';
import type { AddressedPage } from './publisher.ts';

export interface CompanionFile {
  readonly path: string;
  readonly body: string;
  readonly contentType: string;
}

const contentTypes: Readonly<Record<Companion, string>> = {
  '.json': 'application/json; charset=utf-8',
  '.jsonld': 'application/ld+json; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.atom': 'application/atom+xml; charset=utf-8',
};

export function companionsOf({ path, page }: AddressedPage): readonly CompanionFile[] {
  const origin = setting('SITE_ORIGIN');
  const file = (ending: Companion, body: string, at = path): CompanionFile => ({
    path: at + ending,
    body,
    contentType: contentTypes[ending],
  });
  const json = (value: object) => file('.json', JSON.stringify(value));
  const feedHead = (title: string, feedPath = `${path}.atom`) => ({
    ...{ path, feedPath, title, updatedAt: page.updatedAt, origin },
  });
  const table = <Row>(columns: readonly Column<Row>[], rows: readonly Row[]) => [
    json({ updatedAt: page.updatedAt, ...contentOf(page) }),
    file('.csv', csvOf(columns, rows, origin)),
  ];
  /** A sealed page has no feed: nothing new will ever stand in it. */
  const list = (records: readonly RecordSummary[], title: string, isHead: boolean) => [
    ...table(summaryColumns, records),
    ...(isHead ? [file('.atom', recordFeed(records, feedHead(title)))] : []),
  ];
  switch (page.page) {
    case 'record':
      return [json(page.record), file('.jsonld', JSON.stringify(recordCard(page.record, origin)))];
    case 'tombstone':
      return [json({ withdrawn: page.tombstone })];
    case 'month':
      return list(page.records, `${recordNames[page.kind]} ${page.month}`, isHead(page));
    case 'records':
      return list(page.records, titleOf(page), isHead(page));
    case 'institution': {
      const { institution, records, registered } = page;
      const card = institutionCard(institution, registered, origin);
      return [
        ...list(records, institution.name, isHead(page)),
        ...(isHead(page) ? [file('.jsonld', JSON.stringify(card))] : []),
      ];
    }
    case 'corrections': {
      const { changes } = page;
      return [
        ...table(changeColumns, changes),
        ...(isHead(page) ? [file('.atom', changeFeed(changes, feedHead('更正与撤下')))] : []),
      ];
    }
    case 'list':
      return [
        ...table(monthColumns, page.months),
        file('.atom', recordFeed(page.latest ?? [], feedHead(recordNames[page.kind]))),
      ];
    case 'street':
      return [json({ updatedAt: page.updatedAt, ...contentOf(page) })];
    case 'statistics':
      return table(figureColumns, page.months);
    case 'data':
      return page.manifest
        ? [
            { ...json(page.manifest), path: MANIFEST_PATH },
            file('.jsonld', JSON.stringify(dataCatalogue(page.manifest, origin))),
          ]
        : [];
    case 'home':
      return [
        {
          ...file('.atom', recordFeed(page.latest, feedHead('最新公示', FEED_PATH))),
          path: FEED_PATH,
        },
      ];
    case 'departments':
      return table(departmentColumns, page.lists);
    case 'kinds':
      return table(kindColumns, page.lists);
    case 'institutions':
      return table(streetColumns, page.streets);
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

const recordNames = { penalty: '行政处罚', inspection: '监督检查' } as const;

function titleOf({ list }: Extract<SitePage, { page: 'records' }>): string {
  return list.by === 'kind'
    ? penaltyKinds[list.penaltyKind]
    : (departments.find(({ code }) => code === list.department)?.fullName ?? list.department);
}

const isHead = (page: Extract<SitePage, { place?: unknown }>): boolean =>
  !page.place || 'sealed' in page.place;

/** What a page shows, without how it is called inside. */
function contentOf({ page: _, updatedAt: __, ...content }: SitePage): object {
  return content;
}
