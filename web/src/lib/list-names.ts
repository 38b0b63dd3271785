/** What lists, streets and pages of lists are called in the language of the page. */
import type { ListPlace } from '../../../shared/disclosure/lists.ts';
import { NO_STREET } from '../../../shared/disclosure/pages.ts';
import type { RecordSummary } from '../../../shared/disclosure/record.ts';
import { areas } from '../../../shared/district.ts';
import { dateInText } from '#lib/figures.ts';
import { m } from '#lib/paraglide/messages.js';

/** Where a place is: official names, which stay Chinese. */
export function streetName(code: string): string {
  const area = areas.find(({ streets }) => streets.some((street) => street.code === code));
  const street = area?.streets.find((known) => known.code === code);
  if (!area || !street) return code === NO_STREET ? m.street_unknown() : code;
  return areas.length > 1 ? area.name + street.name : street.name;
}

/** `zh-CN` for what is Chinese in every language. */
export const streetLanguage = (code: string): string | undefined =>
  code === NO_STREET ? undefined : 'zh-CN';

/** From when to when what a page shows was published. */
export function periodOf(records: readonly RecordSummary[]): string {
  const days = records.map(({ publishedOn }) => publishedOn).toSorted();
  const [first = '', last = first] = [days.at(0), days.at(-1)];
  return first === last
    ? dateInText(first)
    : m.period({ from: dateInText(first), to: dateInText(last) });
}

/** What the window of the browser is called, also in the history and among the results of search engines. */
export const titleOfPage = (title: string, place: ListPlace | undefined): string =>
  place && 'number' in place ? m.title_of_page({ title, number: place.number }) : title;

/** How many records stand in the whole list, where the page knows it. */
export const countOf = (records: readonly RecordSummary[], place: ListPlace | undefined): number =>
  place && 'total' in place ? place.total : records.length;
