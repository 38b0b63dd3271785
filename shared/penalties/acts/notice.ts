/** From the proposal to the end of the defence: notice, revision, what the party says (行政处罚法 44, 45). */
import { aggravationOf, isRecusedCertificate } from '../gates.ts';
import { defenceUntil } from '../hearing.ts';
import type { Penalty } from '../penalty.ts';
import { fitsSimpleProcedure } from '../proposal.ts';
import { punishmentOf } from '../punishment.ts';
import { latest, law, type ActOf, type PenaltyRefusal } from './act.ts';

/** A new notice opens a new round: what was said to an earlier one is on record, and binds (`spokeOut`). */
export const notify: ActOf<'notify'> = {
  role: 'officer',
  basis: law('44'),
  day: ({ servedOn }) => servedOn,
  // A new round begins when the one before was over: nobody's time runs before he is told.
  notBefore: ({ proposal, servedOn, defence, hearing }) =>
    latest(proposal.filedOn, servedOn, defence?.on, hearing?.on),
  effect: (penalty, { servedOn }) => {
    const { defence: _, hearing: _of, discussion: _too, ...rest } = penalty;
    return { ...rest, servedOn, notified: punishmentOf(penalty.proposal) };
  },
};

export const revise: ActOf<'revise'> = {
  role: 'officer',
  basis: law('44、45'),
  against: (penalty, { proposal }) => {
    const { caseNumber, itemNumber } = penalty.proposal;
    if (proposal.caseNumber !== caseNumber || proposal.itemNumber !== itemNumber)
      return { code: 'ORIGIN_CHANGED' };
    // A suspicion is settled by who may settle it (`clear-suspicion`), not left out of a new draft.
    if (penalty.proposal.suspectedCrime && !proposal.suspectedCrime)
      return { code: 'CRIME_SUSPECTED' };
    if (proposal.procedure === 'SIMPLE' && !fitsSimpleProcedure(proposal))
      return { code: 'SIMPLE_PROCEDURE_EXCEEDED' };
    if (proposal.handlers.some((handler) => isRecusedCertificate(penalty, handler)))
      return { code: 'RECUSED' };
    const heavier = penalty.spokeOut && aggravationOf(penalty, proposal);
    return heavier && { code: 'AGGRAVATED', in: heavier };
  },
  effect: (penalty, { proposal: { documents: _, ...proposal } }) => ({
    ...penalty,
    proposal,
    ...withFormer(penalty, proposal.handlers),
  }),
};

/** Who investigated once presides over no hearing of it, whoever does so now (64). */
function withFormer(
  { proposal, formerHandlers = [] }: Penalty,
  handlers: readonly string[],
): Pick<Penalty, 'formerHandlers'> {
  const ever = new Set([...formerHandlers, ...proposal.handlers]);
  const former = [...ever].filter((handler) => !handlers.includes(handler));
  return former.length > 0 || formerHandlers.length > 0 ? { formerHandlers: former } : {};
}

const ofDefence = { role: 'officer', basis: law('45') } as const;
const afterNotice = ({ servedOn }: Penalty) => servedOn;

export const waiveDefence: ActOf<'waive-defence'> = {
  ...ofDefence,
  day: ({ statedOn }) => statedOn,
  notBefore: afterNotice,
  effect: (penalty, { statedOn }) => ({ ...penalty, defence: { how: 'WAIVED', on: statedOn } }),
};

export const hearDefence: ActOf<'hear-defence'> = {
  ...ofDefence,
  day: ({ statedOn }) => statedOn,
  notBefore: afterNotice,
  effect: (penalty, { statedOn, statement, finding, reply }) => ({
    ...penalty,
    defence: { how: 'HEARD', on: statedOn, statement, finding, reply },
    spokeOut: true,
  }),
};

export const lapseDefence: ActOf<'lapse-defence'> = {
  ...ofDefence,
  bar: ({ servedOn }, { on }) => timeIsLeft(servedOn && defenceUntil(servedOn), on),
  effect: (penalty, _, { on }) => ({ ...penalty, defence: { how: 'LAPSED', on } }),
};

export const timeIsLeft = (until: string | undefined, on: string): PenaltyRefusal | undefined =>
  until !== undefined && on <= until ? { code: 'TIME_NOT_OVER', until } : undefined;
