/** Search over the published records, or over the institutions that have some: what was asked, and what the API found. */
import type { InstitutionLine } from '../../../shared/disclosure/pages.ts';
import type { RecordSummary } from '../../../shared/disclosure/record.ts';
import type { InstitutionPage } from '../../../shared/institutions/search.ts';
import { parseQuery, printQuery, type SearchQuery } from '../../../shared/search/query.ts';
import type { EitherScript } from '../../../shared/search/either-script.ts';
import { callApi } from '#lib/api.ts';

/** What the API promises of a line (design §9); ours also tells who published. */
export type FoundRecord = Omit<RecordSummary, 'department'> &
  Partial<Pick<RecordSummary, 'department'>>;

export type Found = Omit<EitherScript, 'records'> & { readonly records: readonly FoundRecord[] };

export interface RecordSearch {
  readonly asked: SearchQuery;
  /** Absent when the API did not answer, and on the stored page. */
  readonly found: Found | undefined;
  /** The page lies in the bucket: a script fills it. */
  readonly stored: boolean;
  /** Where institutions are looked for; absent when the API did not answer. */
  readonly institutions?: InstitutionPage<InstitutionLine>;
}

export async function searchRecords(
  platform: Readonly<App.Platform> | undefined,
  parameters: URLSearchParams,
): Promise<RecordSearch> {
  const asked = parseQuery(Object.fromEntries(parameters));
  if (platform?.page) return { asked, found: undefined, stored: true };
  if (asked.of) {
    const institutions = await institutionsOf(platform, asked);
    return { asked, found: undefined, stored: false, ...(institutions && { institutions }) };
  }
  const answer = await callApi<Found>(
    platform,
    `/api/search?${new URLSearchParams(printQuery(asked))}`,
  );
  if (!answer.ok) return { asked, found: undefined, stored: false };
  return { asked: { ...asked, page: answer.value.page }, found: answer.value, stored: false };
}

/** As many as the API lets one ask for. */
const MOST_PAGES = 9_999;

async function institutionsOf(
  platform: Readonly<App.Platform> | undefined,
  { q, page }: SearchQuery,
): Promise<InstitutionPage<InstitutionLine> | undefined> {
  if (q === '') return { institutions: [], total: 0, page: 1, pages: 0 };
  const query = new URLSearchParams({ q, page: String(Math.min(page, MOST_PAGES)) });
  const answer = await callApi<InstitutionPage<InstitutionLine>>(
    platform,
    `/api/institutions?${query}`,
  );
  return answer.ok ? answer.value : undefined;
}
