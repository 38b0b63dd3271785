/** The register's pages, for readers without an account. */
import { storedStates } from './stored-states.ts';
import { plain, type WindowState } from './window-state.ts';

/** What visitors look for: something that is there, and something that is not. */
export const searchedWords = ['示例', '没有这几个字'] as const;
const [there, nowhere] = searchedWords;

const institutionsWith = (q: string): string =>
  `/search?${new URLSearchParams({ q, of: 'institutions' })}`;

export const registerStates: readonly WindowState[] = [
  plain('home', '/'),
  plain('penalties', '/penalties'),
  plain('penalties-month', ({ penaltyMonth }) => penaltyMonth),
  plain('inspections', '/inspections'),
  plain('inspections-month', ({ inspectionMonth }) => inspectionMonth),
  plain('record-penalty', ({ penaltyRecord }) => penaltyRecord),
  plain('record-inspection', ({ inspectionRecord }) => inspectionRecord),
  plain('record-withdrawn', ({ tombstone }) => tombstone),
  plain('institution', ({ institution }) => institution),
  plain('institutions', '/institutions'),
  plain('departments', '/departments'),
  plain('departments-one', '/departments/HEALTH'),
  plain('kinds', '/kinds'),
  plain('kinds-one', '/kinds/P21'),
  plain('statistics', '/statistics'),
  plain('about', '/about'),
  plain('help', '/help'),
  plain('data', '/data'),
  plain('accessibility', '/accessibility'),
  plain('site-map', '/site-map'),
  plain('display', '/display'),
  plain('missing', '/no-such-page'),
  plain('search', '/search'),
  plain('search-found', `/search?${new URLSearchParams({ q: there })}`),
  plain('search-nothing', `/search?${new URLSearchParams({ q: nowhere })}`),
  plain('search-institutions', institutionsWith(there)),
  plain('search-institutions-nothing', institutionsWith(nowhere)),
  ...storedStates,
];
