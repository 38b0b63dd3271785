/** Atom feeds: of the newest records of a list, and of corrections. */
import { Feed } from 'feed';
import { departments, type DepartmentCode } from '../../shared/departments/directory.ts';
import { groundName, reasonGiven } from '../../shared/disclosure/csv-columns.ts';
import type { PublicChange } from '../../shared/disclosure/lists.ts';
import type { RecordSummary } from '../../shared/disclosure/record.ts';
import { district } from '../../shared/district.ts';
import type { Instant } from '../../shared/time.ts';

interface Entry {
  /** Fragment behind the path, where one page is told of several times. */
  readonly id: string;
  readonly path: string;
  readonly title: string;
  readonly department: DepartmentCode;
  readonly at: Instant;
}

export interface FeedHead {
  /** Of the page whose feed it is, and of the feed itself. */
  readonly path: string;
  readonly feedPath: string;
  readonly title: string;
  readonly updatedAt: Instant;
  readonly origin: string;
}

export const recordFeed = (records: readonly RecordSummary[], head: FeedHead): string =>
  atom(
    records.map(({ path, title, department, publishedAt, correctedOn }) => ({
      ...{ id: path, path, title, department },
      at: laterOf(publishedAt, correctedOn && `${correctedOn}T00:00:00+08:00`),
    })),
    head,
  );

export const changeFeed = (changes: readonly PublicChange[], head: FeedHead): string =>
  atom(
    changes.map((change) => {
      const { path, department, on, version } = change;
      const reason = reasonGiven(change);
      const ground = groundName(change);
      return {
        ...{ id: `${path}#v${version}`, path, department, at: `${on}T00:00:00+08:00` },
        title: reason ? `${ground}：${reason}` : ground,
      };
    }),
    head,
  );

function atom(
  entries: readonly Entry[],
  { path, feedPath, title, updatedAt, origin }: FeedHead,
): string {
  const feed = new Feed({
    id: origin + path,
    link: origin + path,
    title: `${title} - ${district.siteName}`,
    language: 'zh-CN',
    copyright: '',
    generator: district.siteName,
    updated: new Date(updatedAt),
    feedLinks: { atom: origin + feedPath },
  });
  for (const entry of entries) {
    feed.addItem({
      id: origin + entry.id,
      link: origin + entry.path,
      title: asHtml(entry.title),
      date: new Date(entry.at),
      author: [{ name: nameOf(entry.department) }],
    });
  }
  return feed.atom1();
}

/** A reader shows an entry anew when its time has changed. */
const laterOf = (at: Instant, other: Instant | undefined): Instant =>
  other && Date.parse(other) > Date.parse(at) ? other : at;

/** Readers take titles for HTML, because that is what the library says they are. */
const asHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const nameOf = (department: DepartmentCode): string =>
  departments.find(({ code }) => code === department)?.fullName ?? department;
