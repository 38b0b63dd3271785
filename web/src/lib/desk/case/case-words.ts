/** What only the page of a case says in words. */
import type { CaseEventType } from '../../../../../shared/complaints/case-file.ts';
import { categoryCodes, type CategoryCode } from '../../../../../shared/complaints/categories.ts';
import {
  circumstances,
  type Circumstance,
} from '../../../../../shared/complaints/circumstances.ts';
import type { IntakeChannel } from '../../../../../shared/complaints/intake.ts';
import { DISAGREEMENT, MINORS_AS_GROUP } from '../../../../../shared/complaints/major.ts';
import type { ItemTrack } from '../../../../../shared/complaints/routing.ts';
import { m } from '#lib/desk/paraglide/messages.js';
import { categoryName } from '#lib/names.ts';
import { circumstanceName } from '../circumstance-words.ts';
import type { NoticeKind } from '../notices/notices.ts';
import type { ActType } from './act-form.ts';

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

const eventNames: Readonly<Record<CaseEventType, () => string>> = {
  filed: m.desk_event_filed,
  accepted: m.desk_event_accepted,
  returned: m.desk_event_returned,
  noted: m.desk_event_noted,
  concluded: m.desk_event_concluded,
  citizenWrote: m.desk_event_citizenWrote,
  replayed: m.desk_event_replayed,
  assigned: m.desk_event_assigned,
};
export const eventName = (type: CaseEventType): string => eventNames[type]();

const doneTexts: Readonly<Record<ActType, () => string>> = {
  accept: m.desk_done_accept,
  conclude: m.desk_done_conclude,
  note: m.desk_done_note,
  return: m.desk_done_return,
};
export const doneText = (type: ActType): string => doneTexts[type]();

const noticeNames: Readonly<Record<NoticeKind, () => string>> = {
  acceptance: m.desk_notice_acceptance,
  answer: m.desk_notice_answer,
  transfer: m.desk_notice_transfer,
};
export const noticeName = (kind: NoticeKind): string => noticeNames[kind]();

/** Why a case is major: one of its categories, a circumstance, or what both and its course make of it. */
export function majorReasonName(code: string): string {
  const isCategory = (known: CategoryCode): boolean => known === code;
  const isCircumstance = (known: Circumstance): boolean => known === code;
  const category = categoryCodes.find(isCategory);
  const circumstance = circumstances.find(isCircumstance);
  if (category) return categoryName(category);
  if (circumstance) return circumstanceName(circumstance);
  if (code === MINORS_AS_GROUP) return m.desk_major_MINORS_AS_GROUP();
  return code === DISAGREEMENT ? m.desk_major_DISAGREEMENT() : code;
}
