/** What stands beside a page of the register in other forms: only under its Chinese address, for both languages. */
import type { Companion, ListPlace } from '../../../shared/disclosure/lists.ts';
import type { SitePage } from '../../../shared/disclosure/pages.ts';

export const mediaTypes: Readonly<Record<Companion, string>> = {
  '.json': 'application/json',
  '.jsonld': 'application/ld+json',
  '.csv': 'text/csv',
  '.atom': 'application/atom+xml',
};

export function companionsOf(site: SitePage): readonly Companion[] {
  switch (site.page) {
    case 'record':
      return ['.json', '.jsonld'];
    case 'tombstone':
    case 'street':
      return ['.json'];
    case 'month':
    case 'records':
    case 'corrections':
      return isSealed(site.place) ? ['.json', '.csv'] : ['.json', '.csv', '.atom'];
    case 'institution':
      return isSealed(site.place) ? ['.json', '.csv'] : ['.json', '.jsonld', '.csv', '.atom'];
    case 'list':
      return ['.json', '.csv', '.atom'];
    case 'departments':
    case 'kinds':
    case 'institutions':
    case 'statistics':
      return ['.json', '.csv'];
    case 'data':
      return ['.jsonld'];
    default:
      return [];
  }
}

/** New records reach the head alone, so only it has a feed. */
const isSealed = (place: ListPlace | undefined): boolean =>
  place !== undefined && 'number' in place;
