/** The Atom feed of the latest public records. */
import { Feed } from 'feed';
import { departments } from '../../shared/departments/directory.ts';
import { FEED_PATH } from '../../shared/disclosure/pages.ts';
import type { RecordSummary } from '../../shared/disclosure/record.ts';
import { district } from '../../shared/district.ts';
import type { Instant } from '../../shared/time.ts';

export function atomFeed(
  latest: readonly RecordSummary[],
  updatedAt: Instant,
  origin: string,
): string {
  const feed = new Feed({
    id: `${origin}/`,
    link: `${origin}/`,
    title: district.siteName,
    language: 'zh-CN',
    copyright: '',
    updated: new Date(updatedAt),
    feedLinks: { atom: origin + FEED_PATH },
  });
  for (const { path, title, department, publishedOn } of latest) {
    feed.addItem({
      id: origin + path,
      link: origin + path,
      title,
      date: new Date(`${publishedOn}T00:00:00+08:00`),
      author: [
        { name: departments.find(({ code }) => code === department)?.fullName ?? department },
      ],
    });
  }
  return feed.atom1();
}
