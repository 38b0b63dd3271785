/** What is no complaint: the ways it can go, in words. */
import {
  otherChannels,
  type OtherChannel,
  type RegistrationReason,
} from '../../../../shared/complaints/routing.ts';
import { m } from '#lib/paraglide/messages.js';

/** Those that a text can be recognised as. */
export const offeredWays = ['CONSULT', 'INFO_REQUEST', 'PETITION', 'PRAISE'] as const;

const names: Readonly<Record<OtherChannel, () => string>> = {
  CONSULT: m.other_way_CONSULT,
  INFO_REQUEST: m.other_way_INFO_REQUEST,
  RECONSIDERATION: m.other_way_RECONSIDERATION,
  PETITION: m.other_way_PETITION,
  PRAISE: m.other_way_PRAISE,
};

export const otherWayName = (way: OtherChannel): string => names[way]();

/** To choose from; the first is the usual one. */
export const otherWayOptions = () => [
  { value: '', text: m.other_way_none() },
  ...otherChannels.map((way) => ({ value: way, text: otherWayName(way) })),
];

export interface RegisteredWords {
  readonly title: string;
  /** Who is competent, and how to reach them. */
  readonly text: string;
}

/** @param body - the district that is competent · @param holder - who keeps what is registered */
export function registeredWords(
  why: RegistrationReason,
  { body = '', holder }: { readonly body?: string | undefined; readonly holder: string },
): RegisteredWords {
  if (why === 'ELSEWHERE')
    return { title: m.registered_ELSEWHERE({ body }), text: m.registered_ELSEWHERE_text({ body }) };
  if (why === 'COURT') return { title: m.registered_COURT(), text: m.registered_COURT_text() };
  const texts: Readonly<Record<OtherChannel, () => string>> = {
    CONSULT: m.registered_CONSULT_text,
    INFO_REQUEST: m.registered_INFO_REQUEST_text,
    RECONSIDERATION: m.registered_RECONSIDERATION_text,
    PETITION: m.registered_PETITION_text,
    PRAISE: () => m.registered_PRAISE_text({ holder }),
  };
  return { title: otherWayName(why), text: texts[why]() };
}
