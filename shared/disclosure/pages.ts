/** The static pages of the register: their addresses, and the data each is rendered from. */
import type { DepartmentCode } from '../departments/directory.ts';
import type { RegisteredFacts } from '../institutions/registered.ts';
import type { DateOnly, Instant } from '../time.ts';
import type { PenaltyKind } from '../penalties/kinds.ts';
import type { DataManifest } from './data-files.ts';
import type { MonthCount, MonthFigures } from './figures.ts';
import type { ListPlace, PublicChange, RecordList } from './lists.ts';
import type {
  PublicInstitution,
  PublicRecord,
  RecordKind,
  RecordSummary,
  Tombstone,
} from './record.ts';

/** What the public records of an institution are counted from. */
export interface InstitutionFigures {
  /** Day of the oldest public record. */
  readonly since: DateOnly;
  readonly inspections: number;
  /** Inspections that found a problem. */
  readonly problems: number;
  readonly penalties: number;
}

export interface InstitutionLine extends PublicInstitution {
  readonly records: number;
}

/** Pages of text that no record changes; rendered anew with each release. */
export type TextPage = 'about' | 'help' | 'data' | 'accessibility' | 'siteMap';

/** What the publisher hands to the renderer; `updatedAt` is the "data updated at" line. */
export type SitePage = { readonly updatedAt: Instant } & (
  | {
      readonly page: 'home';
      readonly latest: readonly RecordSummary[];
      readonly months: readonly MonthCount[];
    }
  | {
      readonly page: 'list';
      readonly kind: RecordKind;
      /** The newest 50. */
      readonly latest?: readonly RecordSummary[];
      /** Newest first; every month that has records. */
      readonly months: readonly MonthCount[];
    }
  | {
      readonly page: 'month';
      readonly kind: RecordKind;
      readonly month: string;
      readonly records: readonly RecordSummary[];
      readonly place?: ListPlace;
    }
  | { readonly page: 'record'; readonly record: PublicRecord }
  | { readonly page: 'tombstone'; readonly tombstone: Tombstone }
  | {
      readonly page: 'institution';
      readonly institution: PublicInstitution;
      readonly records: readonly RecordSummary[];
      readonly place?: ListPlace;
      readonly figures?: InstitutionFigures;
      /** What the register of institutions says of it, where it is known there. */
      readonly registered?: RegisteredFacts;
    }
  /** A page of the list of a department or of a kind of penalty; months have a page of their own. */
  | {
      readonly page: 'records';
      readonly list: Extract<RecordList, { by: 'department' | 'kind' }>;
      readonly records: readonly RecordSummary[];
      readonly place: ListPlace;
    }
  | {
      readonly page: 'departments';
      readonly lists: readonly { readonly department: DepartmentCode; readonly count: number }[];
    }
  | {
      readonly page: 'kinds';
      readonly lists: readonly { readonly penaltyKind: PenaltyKind; readonly count: number }[];
    }
  | {
      readonly page: 'institutions';
      /** Institutions with public records, by street; `unknown` where nobody told the street. */
      readonly streets: readonly { readonly street: string; readonly count: number }[];
    }
  | {
      readonly page: 'street';
      readonly street: string;
      readonly institutions: readonly InstitutionLine[];
    }
  | { readonly page: 'statistics'; readonly months: readonly MonthFigures[] }
  | {
      readonly page: 'corrections';
      readonly changes: readonly PublicChange[];
      readonly place: ListPlace;
    }
  /** Open data: what the manifest names. */
  | { readonly page: 'data'; readonly manifest?: DataManifest }
  /** Search as a stored page, which a script fills: it stands in for the function when that is away. */
  | { readonly page: 'search' }
  | { [Name in Exclude<TextPage, 'data'>]: { readonly page: Name } }[Exclude<TextPage, 'data'>]
  | { readonly page: 'notFound' }
  /** Every component in every state, for those who build; nobody publishes it. */
  | { readonly page: 'gallery' }
);

export const locales = ['zh', 'en'] as const;
export type Locale = (typeof locales)[number];

export const listPath = (kind: RecordKind): string =>
  kind === 'penalty' ? '/penalties' : '/inspections';
export const monthPath = (kind: RecordKind, month: string): string => `${listPath(kind)}/${month}`;
export const institutionPath = (id: string): string => `/institutions/${id}`;
export const SEARCH_PATH = '/search';
export const CORRECTIONS_PATH = '/corrections';
export const DEPARTMENTS_PATH = '/departments';
export const KINDS_PATH = '/kinds';
export const INSTITUTIONS_PATH = '/institutions';
export const STREETS_PATH = '/streets';
export const STATISTICS_PATH = '/statistics';

export const streetPath = (streetCode: string): string => `${STREETS_PATH}/${streetCode}`;
/** The page of institutions whose street nobody told. */
export const NO_STREET = 'unknown';

export function recordListPath(list: RecordList): string {
  switch (list.by) {
    case 'month':
      return monthPath(list.kind, list.month);
    case 'department':
      return `${DEPARTMENTS_PATH}/${list.department}`;
    case 'kind':
      return `${KINDS_PATH}/${list.penaltyKind}`;
    case 'institution':
      return institutionPath(list.institution);
  }
}

export const FEED_PATH = '/feed.atom';
export const ABOUT_PATH = '/about';
export const HELP_PATH = '/help';
export const DATA_PATH = '/data';
export const ACCESSIBILITY_PATH = '/accessibility';
export const SITE_MAP_PATH = '/site-map';

export const textPages: Readonly<Record<TextPage, string>> = {
  about: ABOUT_PATH,
  help: HELP_PATH,
  data: DATA_PATH,
  accessibility: ACCESSIBILITY_PATH,
  siteMap: SITE_MAP_PATH,
};

export const NOT_FOUND_PATH = '/404';
export const GALLERY_PATH = '/gallery';

/** Where the page of an address that has no object is rendered: this before the address itself. */
export const MISSING_PREFIX = '/not-found';

/** Chinese stands at the path itself, English under `/en`. */
export const localPath = (path: string, locale: Locale): string =>
  locale === 'zh' ? path : path === '/' ? '/en' : `/en${path}`;

export const localeOf = (path: string): Locale => (/^\/en(\/|$)/.test(path) ? 'en' : 'zh');

/** `/en/about` → `/about`, `/en` → `/`. */
export const pathWithoutLocale = (path: string): string =>
  localeOf(path) === 'en' ? path.slice('/en'.length) || '/' : path;

/** The object key of a path in the site bucket: the path itself, so that nothing is rewritten on the way. */
export const objectKey = (path: string): string => (path === '/' ? 'index.html' : path.slice(1));

/** Where officers work; everything below it is one application in the browser. */
export const DESK_PATH = '/desk';

/** Where a reader chooses the size of letters and the colours. */
export const DISPLAY_PATH = '/display';
export const DISPLAY_COOKIE = 'display';
/** Below it: the stylesheets that hold the reader's choices, named after what else they hold. */
export const LOOKS_PATH = '/looks';

/** Where anybody objects to a public record, and follows what came of it; `?record=` names the record. */
export const OBJECTIONS_PATH = '/objections';

/** The paths that the renderer function answers (forms, search, desk); all others are objects of the bucket. */
export const renderedPaths = [
  '/report',
  '/track',
  '/search',
  OBJECTIONS_PATH,
  DISPLAY_PATH,
  DESK_PATH,
] as const;
