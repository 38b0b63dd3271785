/** What is no complaint, as clerks call it. */
import { otherChannels, type OtherChannel } from '../../../../../shared/complaints/routing.ts';
import { m } from '#lib/desk/paraglide/messages.js';

const names: Readonly<Record<OtherChannel, () => string>> = {
  CONSULT: m.intake_way_CONSULT,
  INFO_REQUEST: m.intake_way_INFO_REQUEST,
  RECONSIDERATION: m.intake_way_RECONSIDERATION,
  PETITION: m.intake_way_PETITION,
  PRAISE: m.intake_way_PRAISE,
};

export const otherWayName = (way: OtherChannel): string => names[way]();

export const otherWayOptions = () => [
  { value: '', text: m.intake_way_none() },
  ...otherChannels.map((way) => ({ value: way, text: otherWayName(way) })),
];
