/** What the statistics are called, column by column and value by value. */
import { categoryCodes } from '../../../../../shared/complaints/category-names.ts';
import { streets } from '../../../../../shared/district.ts';
import { m } from '#lib/desk/paraglide/messages.js';
import { categoryName } from '#lib/names.ts';
import { percentInTime, type Dimension, type Kept, type Line } from './digest.ts';

const statuses: Readonly<Record<string, () => string>> = {
  received: m.desk_status_received,
  accepted: m.desk_status_accepted,
  returned: m.desk_status_returned,
  concluded: m.desk_status_concluded,
  refused: m.statistics_status_refused,
  withdrawn: m.statistics_status_withdrawn,
  registered: m.statistics_status_registered,
};
const tracks: Readonly<Record<string, () => string>> = {
  C: m.desk_track_C,
  R: m.desk_track_R,
  X: m.desk_track_X,
};

export function valueName(dimension: Dimension, code: string): string {
  if (dimension === 'category') {
    const known = categoryCodes.find((one) => one === code);
    return known ? categoryName(known) : code;
  }
  if (dimension === 'street')
    return streets.find((street) => street.code === code)?.name ?? m.statistics_no_street();
  if (dimension === 'rated') return m.statistics_points({ score: code });
  return (dimension === 'status' ? statuses : tracks)[code]?.() ?? code;
}

export interface Column {
  readonly label: string;
  readonly of: (line: Line) => string | number;
}

const percent = (kept: Kept): string => {
  const share = percentInTime(kept);
  return share === undefined ? '—' : `${share}%`;
};

/** In the order of the table, after the department. */
export const columns = (): readonly Column[] => [
  { label: m.statistics_items(), of: ({ items }) => items },
  { label: m.statistics_open(), of: ({ open }) => open },
  { label: m.statistics_concluded(), of: ({ concluded }) => concluded },
  { label: m.statistics_otherwise_closed(), of: ({ otherwiseClosed }) => otherwiseClosed },
  { label: m.statistics_accepted_in_time(), of: ({ accepted }) => percent(accepted) },
  { label: m.statistics_concluded_in_time(), of: ({ answered }) => percent(answered) },
  { label: m.statistics_cooperating(), of: ({ cooperating }) => cooperating },
  { label: m.statistics_returned(), of: ({ returned }) => returned },
  { label: m.statistics_escalated(), of: ({ escalated }) => escalated },
  {
    label: m.statistics_satisfaction(),
    of: ({ meanRating }) => (meanRating === undefined ? '—' : meanRating.toFixed(1)),
  },
];
