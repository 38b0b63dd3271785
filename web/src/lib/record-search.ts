/** Search over the published records, through the public API. */
import {
  recordKinds,
  type RecordKind,
  type RecordSummary,
} from '../../../shared/disclosure/record.ts';
import { callApi } from '#lib/api.ts';

/** What the API promises of a line (design §9); ours also tells who published. */
export type FoundRecord = Omit<RecordSummary, 'department'> &
  Partial<Pick<RecordSummary, 'department'>>;

interface Answer {
  readonly records: readonly FoundRecord[];
  readonly cursor?: string;
}

interface RecordSearch {
  readonly query: string;
  readonly kind: RecordKind | undefined;
  /** Where the page before ended. */
  readonly cursor: string;
  /** Absent when the API did not answer. */
  readonly found: Answer | undefined;
}

const PAGE_SIZE = '20';

export async function searchRecords(
  platform: Readonly<App.Platform> | undefined,
  asked: URLSearchParams,
): Promise<RecordSearch> {
  const query = asked.get('q')?.trim() ?? '';
  const kind = recordKinds.find((known) => known === asked.get('kind'));
  const cursor = asked.get('cursor') ?? '';
  const parameters = new URLSearchParams({
    limit: PAGE_SIZE,
    ...(query && { q: query }),
    ...(kind && { kind }),
    ...(cursor && { cursor }),
  });
  const answer = await callApi<Answer>(platform, `/api/disclosures?${parameters}`);
  return { query, kind, cursor, found: answer.ok ? answer.value : undefined };
}
