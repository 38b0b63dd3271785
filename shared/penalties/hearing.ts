/** Whether a party has a right to a hearing, and the days of its procedure (行政处罚法 63, 64). */
import { deadline } from '../clocks/clocks.ts';
import { PN_DEFENCE, PN_HEAR_NOTICE, PN_HEAR_REQ } from '../clocks/penalty-rules.ts';
import { yuan } from '../money.ts';
import type { DateOnly } from '../time.ts';
import type { PenaltyKind } from './kinds.ts';
import type { Penalty } from './penalty.ts';
import type { PartyKind } from './proposal.ts';
import type { Punishment } from './punishment.ts';

/** 降低资质、吊销、停产停业、关闭、限制从业 by name; 暂扣 and 限制经营 as 其他较重 [design]: the right harms nobody. */
const graveKinds: readonly PenaltyKind[] = ['P31', 'P32', 'P33', 'P41', 'P42', 'P43', 'P44'];

/** From where a fine or a confiscation is 较大数额. [mem] of market supervision; each district and field sets its own. */
const largeFromFen: Readonly<Record<PartyKind, number>> = {
  ORG: yuan(100_000),
  SOLE: yuan(10_000),
  PERSON_PRACTITIONER: yuan(10_000),
  PERSON_OTHER: yuan(10_000),
  JUVENILE: yuan(10_000),
};

export type HearingGround = 'KIND' | 'LARGE_FINE' | 'LARGE_CONFISCATION';

/** Why the party may ask for a hearing; none: it may not. */
export function hearingGrounds(
  { kinds, fineFen = 0, confiscatedFen = 0 }: Punishment,
  party: PartyKind,
): readonly HearingGround[] {
  const large = largeFromFen[party];
  return [
    ...(kinds.some((kind) => graveKinds.includes(kind)) ? (['KIND'] as const) : []),
    ...(fineFen >= large ? (['LARGE_FINE'] as const) : []),
    ...(confiscatedFen >= large ? (['LARGE_CONFISCATION'] as const) : []),
  ];
}

export const hasHearingRight = ({ proposal }: Pick<Penalty, 'proposal'>): boolean =>
  proposal.procedure === 'ORDINARY' && hearingGrounds(proposal, proposal.party.kind).length > 0;

/** The last day for asking, five working days after the notice (64, 85). */
export const hearingRequestUntil = (servedOn: DateOnly): DateOnly =>
  deadline(PN_HEAR_REQ, servedOn).dueOn;

/** The first day on which a hearing may be held: told seven working days before (64, 85). */
export const hearingFrom = (notifiedOn: DateOnly): DateOnly =>
  deadline(PN_HEAR_NOTICE, notifiedOn).dueOn;

/** The last day on which silence is not yet a waiver of the defence. */
export const defenceUntil = (servedOn: DateOnly): DateOnly => deadline(PN_DEFENCE, servedOn).dueOn;
