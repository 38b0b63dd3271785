/** Which record an address of the form means, as the public API has it. Runs on the server. */
import type { PublicRecord, RecordSummary } from '../../../../shared/disclosure/record.ts';
import { callApi } from '#lib/api.ts';

export type ObjectedRecord =
  | { readonly state: 'public'; readonly record: PublicRecord }
  | { readonly state: 'withdrawn'; readonly id: string }
  | { readonly state: 'unknown' | 'unavailable' };

/** The number of a record at the end of what somebody pasted. */
export const recordIdIn = (typed: string): string | undefined =>
  /(?:^|\/)([0-9a-z]{10})$/i.exec(typed.trim().replace(/[?#].*$/, ''))?.[1]?.toLowerCase();

export async function objectedRecord(
  platform: Readonly<App.Platform> | undefined,
  typed: string,
): Promise<ObjectedRecord> {
  const id = recordIdIn(typed);
  if (!id) return { state: 'unknown' };
  const found = await callApi<PublicRecord>(platform, `/api/disclosures/${id}`);
  if (found.ok) return { state: 'public', record: found.value };
  if (found.error.code === 'WITHDRAWN') return { state: 'withdrawn', id };
  return { state: found.error.status === 404 ? 'unknown' : 'unavailable' };
}

const MOST_SHOWN = '50';

/** The records of an institution to choose from; undefined when there was no answer. */
export async function recordsToChoose(
  platform: Readonly<App.Platform> | undefined,
  institution: string,
): Promise<readonly RecordSummary[] | undefined> {
  const query = new URLSearchParams({ institution, limit: MOST_SHOWN });
  const found = await callApi<{ readonly records: readonly RecordSummary[] }>(
    platform,
    `/api/disclosures?${query}`,
  );
  return found.ok ? found.value.records : undefined;
}
