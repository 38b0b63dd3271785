/** What only the page of a case says in words. */
import type { DeskEventType } from '../../../../../shared/complaints/case-file.ts';
import {
  categoryCodes,
  type CategoryCode,
} from '../../../../../shared/complaints/category-names.ts';
import {
  circumstances,
  type Circumstance,
} from '../../../../../shared/complaints/circumstances.ts';
import type { IntakeChannel } from '../../../../../shared/complaints/intake.ts';
import type {
  ItemTrack,
  Registration,
  RegistrationReason,
} from '../../../../../shared/complaints/routing.ts';
import { m } from '#lib/desk/paraglide/messages.js';
import { categoryName } from '#lib/names.ts';
import { circumstanceName } from '../circumstance-words.ts';
import type { NoticeKind } from '../notices/notices.ts';

const trackNames: Readonly<Record<ItemTrack, () => string>> = {
  C: m.desk_track_C,
  R: m.desk_track_R,
  X: m.desk_track_X,
};
export const trackName = (track: ItemTrack): string => trackNames[track]();

const channelNames: Readonly<Record<IntakeChannel, () => string>> = {
  TELEPHONE: m.desk_channel_TELEPHONE,
  COUNTER: m.desk_channel_COUNTER,
  LETTER: m.desk_channel_LETTER,
  HOTLINE_12345: m.desk_channel_HOTLINE_12345,
  GRID: m.desk_channel_GRID,
  OTHER_BODY: m.desk_channel_OTHER_BODY,
};
export const channelName = (channel: IntakeChannel): string => channelNames[channel]();

const eventNames: Readonly<Record<DeskEventType, () => string>> = {
  filed: m.desk_event_filed,
  repeated: m.desk_event_repeated,
  accepted: m.desk_event_accepted,
  refused: m.desk_event_refused,
  returned: m.desk_event_returned,
  reassigned: m.desk_event_reassigned,
  transferred: m.desk_event_transferred,
  invited: m.desk_event_invited,
  replied: m.desk_event_replied,
  consulted: m.desk_event_consulted,
  noted: m.desk_event_noted,
  materialRequested: m.desk_event_materialRequested,
  remarked: m.desk_event_remarked,
  concluded: m.desk_event_concluded,
  assigned: m.desk_event_assigned,
  extended: m.desk_event_extended,
  paused: m.desk_event_paused,
  resumed: m.desk_event_resumed,
  filingDecided: m.desk_event_filingDecided,
  filingTold: m.desk_event_filingTold,
  mediationEnded: m.desk_event_mediationEnded,
  disputed: m.desk_event_disputed,
  disputeSettled: m.desk_event_disputeSettled,
  crimeReported: m.desk_event_crimeReported,
  crimeApproved: m.desk_event_crimeApproved,
  crimeDeclined: m.desk_event_crimeDeclined,
  handedOver: m.desk_event_handedOver,
  policeFiled: m.desk_event_policeFiled,
  policeNotFiled: m.desk_event_policeNotFiled,
  citizenWrote: m.desk_event_citizenWrote,
  withdrawn: m.desk_event_withdrawn,
  rated: m.desk_event_rated,
  reminded: m.desk_event_reminded,
  escalated: m.desk_event_escalated,
  deadlineMoved: m.desk_event_deadlineMoved,
  replayed: m.desk_event_replayed,
};
export const eventName = (type: DeskEventType): string => eventNames[type]();

const noticeNames: Readonly<Record<NoticeKind, () => string>> = {
  acceptance: m.desk_notice_acceptance,
  refusal: m.desk_notice_refusal,
  return: m.desk_notice_return,
  transfer: m.desk_notice_transfer,
  crime: m.desk_notice_crime,
  extension: m.desk_notice_extension,
  answer: m.desk_notice_answer,
  withdrawal: m.desk_notice_withdrawal,
};
export const noticeName = (kind: NoticeKind): string => noticeNames[kind]();

const registeredTexts: Readonly<Record<RegistrationReason, (of: { body: string }) => string>> = {
  CONSULT: m.desk_registered_CONSULT,
  INFO_REQUEST: m.desk_registered_INFO_REQUEST,
  RECONSIDERATION: m.desk_registered_RECONSIDERATION,
  PETITION: m.desk_registered_PETITION,
  PRAISE: m.desk_registered_PRAISE,
  COURT: m.desk_registered_COURT,
  ELSEWHERE: m.desk_registered_ELSEWHERE,
};
export const registeredText = ({ why, body = '' }: Registration): string =>
  registeredTexts[why]({ body });

/** `142-1` as the law writes it: 第142条之一. The law has no 之二 among those named. */
export function articleName(article: string): string {
  const [number = '', of] = article.split('-');
  return of ? m.desk_crime_article_of({ number }) : m.desk_crime_article({ number });
}

const reasonNames: Readonly<Record<string, () => string>> = {
  MINORS_AS_GROUP: m.desk_major_MINORS_AS_GROUP,
  DISAGREEMENT: m.desk_major_DISAGREEMENT,
};

/** Why a case is major, urgent, or may be a crime: one of its categories, a circumstance, a rule of ours, or a word that was said. */
export function reasonName(code: string): string {
  const isCategory = (known: CategoryCode): boolean => known === code;
  const isCircumstance = (known: Circumstance): boolean => known === code;
  const category = categoryCodes.find(isCategory);
  const circumstance = circumstances.find(isCircumstance);
  if (category) return categoryName(category);
  return circumstance ? circumstanceName(circumstance) : (reasonNames[code]?.() ?? code);
}
