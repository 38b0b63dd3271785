/** The words of a tracked case: its stages, what happened to it, and why it was refused. */
import type { ItemStatus } from '../../../../shared/complaints/case-file.ts';
import type { RefusalGround } from '../../../../shared/complaints/commands.ts';
import type { OpeningPurpose } from '../../../../shared/complaints/identity-opening.ts';
import type { ToldEventType } from '../../../../shared/complaints/telling.ts';
import { m } from '#lib/paraglide/messages.js';

const eventNames: Readonly<Record<ToldEventType, () => string>> = {
  filed: m.event_filed,
  repeated: m.event_repeated,
  accepted: m.event_accepted,
  refused: m.event_refused,
  returned: m.event_returned,
  reassigned: m.event_reassigned,
  transferred: m.event_transferred,
  noted: m.event_noted,
  materialRequested: m.event_materialRequested,
  concluded: m.event_concluded,
  extended: m.event_extended,
  paused: m.event_paused,
  resumed: m.event_resumed,
  filingDecided: m.event_filingDecided,
  filingTold: m.event_filingTold,
  mediationEnded: m.event_mediationEnded,
  disputed: m.event_disputed,
  disputeSettled: m.event_disputeSettled,
  handedOver: m.event_handedOver,
  policeFiled: m.event_policeFiled,
  policeNotFiled: m.event_policeNotFiled,
  citizenWrote: m.event_citizenWrote,
  withdrawn: m.event_withdrawn,
  rated: m.event_rated,
  reminded: m.event_reminded,
  escalated: m.event_escalated,
  deadlineMoved: m.event_deadlineMoved,
  rewardWaiting: m.event_rewardWaiting,
  rewardLapsed: m.event_rewardLapsed,
};

/** A code this window does not know yet is shown as it is. */
export const eventName = (type: string): string =>
  new Map(Object.entries(eventNames)).get(type)?.() ?? type;

const stages: Readonly<Record<ItemStatus, readonly ItemStatus[]>> = {
  received: ['received', 'accepted', 'concluded'],
  accepted: ['received', 'accepted', 'concluded'],
  concluded: ['received', 'accepted', 'concluded'],
  returned: ['received', 'returned', 'concluded'],
  refused: ['received', 'refused'],
  withdrawn: ['received', 'withdrawn'],
  registered: ['registered'],
};

/** The way an item goes, up to its end. */
export const stagesOf = (status: ItemStatus): readonly ItemStatus[] => stages[status];

/** The ground of a refusal in words, and what else can be done. */
export const refusalWords = (ground: RefusalGround): { why: string; instead: string } => ({
  why: m[`refusal_${ground}`](),
  instead: m[`refusal_instead_${ground}`](),
});

/** Best first, as people read a scale; none is chosen for them. */
export const ratingOptions = () =>
  ([5, 4, 3, 2, 1] as const).map((score) => ({ value: String(score), text: ratingName(score) }));

export const ratingName = (score: number): string =>
  [m.rating_1, m.rating_2, m.rating_3, m.rating_4, m.rating_5][score - 1]?.() ?? String(score);

const purposes: Readonly<Record<OpeningPurpose, () => string>> = {
  VERIFY_FACTS: m.opening_VERIFY_FACTS,
  MEDIATION: m.opening_MEDIATION,
  TELL_RESULT: m.opening_TELL_RESULT,
  REWARD: m.opening_REWARD,
  PROTECTION: m.opening_PROTECTION,
  LEGAL_DUTY: m.opening_LEGAL_DUTY,
};

/** What the identity was handed out for. */
export const purposeWords = (purpose: OpeningPurpose): string => purposes[purpose]();
