/** Search over the published records: what was asked, and what the API found. */
import type { RecordSummary } from '../../../shared/disclosure/record.ts';
import { parseQuery, printQuery, type SearchQuery } from '../../../shared/search/query.ts';
import type { SearchResult } from '../../../shared/search/reader.ts';
import { callApi } from '#lib/api.ts';

/** What the API promises of a line (design §9); ours also tells who published. */
export type FoundRecord = Omit<RecordSummary, 'department'> &
  Partial<Pick<RecordSummary, 'department'>>;

export type Found = Omit<SearchResult, 'records'> & { readonly records: readonly FoundRecord[] };

interface RecordSearch {
  readonly asked: SearchQuery;
  /** Absent when the API did not answer, and on the stored page. */
  readonly found: Found | undefined;
  /** The page lies in the bucket: a script fills it. */
  readonly stored: boolean;
}

export async function searchRecords(
  platform: Readonly<App.Platform> | undefined,
  parameters: URLSearchParams,
): Promise<RecordSearch> {
  const asked = parseQuery(Object.fromEntries(parameters));
  if (platform?.page) return { asked, found: undefined, stored: true };
  const answer = await callApi<Found>(
    platform,
    `/api/search?${new URLSearchParams(printQuery(asked))}`,
  );
  if (!answer.ok) return { asked, found: undefined, stored: false };
  return { asked: { ...asked, page: answer.value.page }, found: answer.value, stored: false };
}
