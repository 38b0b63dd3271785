/** The Atom feed of a case: when there was news, and of which kind in a word. Whoever finds it learns neither the case nor the matter. */
import { Feed } from 'feed';
import type { CaseEvent } from '../../shared/complaints/case-file.ts';
import { newsKindOf, type NewsKind } from '../../shared/notices/news.ts';
import { district } from '../../shared/district.ts';
import type { Instant } from '../../shared/time.ts';

/** In both languages: which one its reader speaks would already say something of him. */
const words: Readonly<Record<NewsKind, string>> = {
  accepted: '已受理 / Accepted',
  answered: '有答复 / Answered',
  message: '有留言 / Message',
  progress: '有新进展 / News',
};

/** @param name - of this feed and of no other; an entry's id must never change */
export function newsFeed(
  timeline: readonly CaseEvent[],
  { name, openedAt, origin }: { name: string; openedAt: Instant; origin: string },
): string {
  const news = timeline.flatMap((event) => {
    const kind = newsKindOf(event);
    return kind ? [{ kind, at: event.at }] : [];
  });
  const feed = new Feed({
    id: `urn:mingcha:${name}`,
    link: `${origin}/track`,
    title: district.siteName,
    copyright: '',
    updated: new Date(news.at(-1)?.at ?? openedAt),
  });
  for (const [place, { kind, at }] of news.entries())
    feed.addItem({
      // By its place among the news: the number of the event would tell how much happened that is not told.
      id: `urn:mingcha:${name}:${place + 1}`,
      link: `${origin}/track`,
      title: words[kind],
      date: new Date(at),
    });
  return feed.atom1();
}
