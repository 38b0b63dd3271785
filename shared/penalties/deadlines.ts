/** The deadlines of a penalty, each made anew from what is on file: when it began, when it ends, when it was kept. */
import { deadline, type Clock } from '../clocks/clocks.ts';
import { PN_DECIDE, PN_WITHDRAW, PUB_PEN } from '../clocks/enforcement-rules.ts';
import {
  PN_DEFENCE,
  PN_HEAR_REQ,
  PN_LIMIT,
  PN_LIMIT_OF_HARM,
  PN_PAY,
  PN_PRESERVE,
  PN_SERVE,
} from '../clocks/penalty-rules.ts';
import type { DayRule, LegalRule } from '../clocks/rule.ts';
import { isNoLongerPublic, publicationOfPenalty } from '../disclosure/publication.ts';
import { dateInShanghai, type DateOnly } from '../time.ts';
import { decideBy } from './acts/file.ts';
import { filedOn } from './gates.ts';
import { hasHearingRight } from './hearing.ts';
import { accountOf, planOf } from './payment.ts';
import type { Penalty } from './penalty.ts';

/** The rules behind them, for who explains one. */
export const penaltyRules: readonly DayRule[] = [
  ...[PN_DECIDE, PN_DEFENCE, PN_HEAR_REQ, PN_PRESERVE, PN_SERVE, PN_PAY, PUB_PEN, PN_WITHDRAW],
];

export type PenaltyDeadline = Pick<
  Clock,
  'id' | 'basis' | 'startedOn' | 'dueOn' | 'provisional' | 'stoppedOn'
>;

const running = (
  rule: LegalRule,
  startedOn: DateOnly | undefined,
  stoppedOn?: DateOnly,
): readonly PenaltyDeadline[] =>
  startedOn === undefined
    ? []
    : [
        {
          ...{ id: rule.id, basis: rule.basis, startedOn },
          ...deadline(rule, startedOn),
          ...(stoppedOn !== undefined && { stoppedOn }),
        },
      ];

/**
 * In the order in which they begin. `PN-HEAR-REQ` and `PN-DEFENCE` are the party's time, the others duties of the body or
 * of the party. @param publishedOn - since when the public can read it
 */
export function deadlinesOf(
  penalty: Penalty,
  publishedOn: DateOnly | undefined,
): readonly PenaltyDeadline[] {
  const { proposal, servedOn, defence, hearing, preserved = [], decision, service } = penalty;
  if (penalty.imported) return [];
  const isOrdinary = proposal.procedure === 'ORDINARY';
  const end = penalty.decision?.decidedOn ?? penalty.closure?.on ?? penalty.crimeTransfer?.on;
  return [
    ...(isOrdinary ? toDecide(penalty, end) : []),
    ...preserved.flatMap(({ on, disposal }) => running(PN_PRESERVE, on, disposal?.on)),
    ...(isOrdinary ? running(PN_DEFENCE, servedOn, defence?.on ?? end) : []),
    ...(hasHearingRight(penalty) ? running(PN_HEAR_REQ, servedOn, hearing?.on ?? end) : []),
    ...(isOrdinary ? running(PN_SERVE, decision?.decidedOn, service?.on) : []),
    ...toPay(penalty),
    ...toPublish(penalty, publishedOn),
    ...toWithdraw(penalty),
  ];
}

/** Ninety days, or the day to which another rule extended them. */
function toDecide(penalty: Penalty, end: DateOnly | undefined): readonly PenaltyDeadline[] {
  const basis = penalty.extensions?.at(-1)?.basis;
  return running(PN_DECIDE, filedOn(penalty), end).map((clock) =>
    basis === undefined ? clock : { ...clock, basis, dueOn: decideBy(penalty) },
  );
}

/** Fifteen days, or the parts that were allowed. */
function toPay(penalty: Penalty): readonly PenaltyDeadline[] {
  const { service, payments = [], proposal } = penalty;
  const { fineFen = 0 } = proposal;
  if (!service || fineFen === 0) return [];
  const { paidFen, dueOn } = accountOf(penalty, service.on);
  const paidOn = paidFen >= fineFen ? payments.at(-1)?.on : undefined;
  const last = planOf(penalty).at(-1)?.dueOn;
  return running(PN_PAY, service.on, paidOn).map((clock) => ({
    ...clock,
    ...(penalty.instalments && {
      dueOn: dueOn ?? last ?? clock.dueOn,
      basis: '《行政处罚法》第66条',
    }),
  }));
}

/** Seven working days, from the decision or from when a light one was found fit for the public; none for what never is public. */
function toPublish(
  penalty: Penalty,
  publishedOn: DateOnly | undefined,
): readonly PenaltyDeadline[] {
  const { decision, minorPublication, withdrawal, repair } = penalty;
  if (!decision) return [];
  const publication = publicationOfPenalty(penalty, decision.decidedOn);
  if (publication.outcome === 'deny' && !isNoLongerPublic(publication.reason)) return [];
  const foundFit = minorPublication && dateInShanghai(minorPublication.at);
  const endedAt = withdrawal?.at ?? repair?.at;
  const end = publishedOn ?? (endedAt && dateInShanghai(endedAt));
  return running(PUB_PEN, foundFit ?? decision.decidedOn, end);
}

/** A review or a court undid the decision: it goes out of the public within three working days. */
function toWithdraw({ contests = [], withdrawal }: Penalty): readonly PenaltyDeadline[] {
  const undone = contests.find(({ outcome }) => outcome && undoing.includes(outcome));
  return running(PN_WITHDRAW, undone?.until, withdrawal && dateInShanghai(withdrawal.at));
}

const undoing: readonly string[] = ['AMENDED', 'REVOKED', 'UNLAWFUL'];

/** 36: the last day on which a violation that ended then could be found in time to be punished. */
export const limitOf = (endedOn: DateOnly, didHarm: boolean): DateOnly =>
  deadline(didHarm ? PN_LIMIT_OF_HARM : PN_LIMIT, endedOn).dueOn;
