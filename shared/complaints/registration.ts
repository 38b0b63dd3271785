/** What is registered and answered instead of dispatched: no complaint at all, another district's matter, a dispute a court has. */
import { competentElsewhere } from '../district.ts';
import type { ComplaintSubmission } from './complaint.ts';
import type { Registration, RoutedItem } from './routing.ts';

/**
 * The items as they are to be opened. An accusation against officials always goes on: whoever said it is no complaint, and
 * wherever the institution is, it concerns this district's officials, and the coordinator is not to read it.
 */
export const registeredWhereDue = (
  items: readonly RoutedItem[],
  submission: ComplaintSubmission,
): readonly RoutedItem[] =>
  items.map((item) => {
    const registered = item.track === 'X' ? undefined : registrationOf(item, submission);
    return registered ? { ...item, registered } : item;
  });

/**
 * The right channel is told (市场监督管理投诉举报处理办法 art. 39); the competent district is named, nothing is sent across
 * districts; a private claim that a court has is not mediated beside it (art. 15). A tip on a violation is followed all the same.
 */
function registrationOf(
  { track }: RoutedItem,
  { channel, institution, circumstances = [] }: ComplaintSubmission,
): Registration | undefined {
  if (channel) return { why: channel };
  const body = 'streetCode' in institution && competentElsewhere(institution.streetCode);
  if (body) return { why: 'ELSEWHERE', body };
  return track === 'C' && circumstances.includes('COURT_CASE') ? { why: 'COURT' } : undefined;
}
