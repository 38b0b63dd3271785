/** What is news to a citizen: which events of a case are told beyond its page, and in which one word. */
import type { CaseEvent, CaseEventType } from '../complaints/case-file.ts';
import { isTold } from '../complaints/telling.ts';

/** The word that a feed may say; a notice says none. */
export type NewsKind = 'accepted' | 'answered' | 'message' | 'progress';

/** What the citizen did himself is no news to him; what he is not told of on the page is told nowhere. */
const kinds: Partial<Readonly<Record<CaseEventType, NewsKind>>> = {
  accepted: 'accepted',
  concluded: 'answered',
  refused: 'answered',
  noted: 'message',
  materialRequested: 'message',
  returned: 'progress',
  reassigned: 'progress',
  transferred: 'progress',
  extended: 'progress',
  paused: 'progress',
  resumed: 'progress',
  filingDecided: 'progress',
  filingTold: 'message',
  mediationEnded: 'progress',
  disputed: 'progress',
  disputeSettled: 'progress',
  handedOver: 'progress',
  policeFiled: 'progress',
  policeNotFiled: 'progress',
  escalated: 'progress',
  deadlineMoved: 'progress',
  rewardWaiting: 'progress',
  rewardLapsed: 'progress',
};

export const newsKindOf = (event: Pick<CaseEvent, 'type' | 'clock'>): NewsKind | undefined =>
  isTold(event) ? kinds[event.type] : undefined;
