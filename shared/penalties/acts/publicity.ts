/** What changes in public after a decision: withdrawal, correction, repair of credit, the exceptions (行政处罚法 48). */
import { decidedPenalty, repairableFrom } from '../../disclosure/publication.ts';
import type { DateOnly } from '../../time.ts';
import { isPerson, type Penalty } from '../penalty.ts';
import { law, type ActOf, type PenaltyRefusal } from './act.ts';

const publisher = { role: 'publisher' } as const;
const ofCredit = '《信用修复管理办法》（国家发展改革委令第36号）';

export const withdraw: ActOf<'withdraw'> = {
  ...publisher,
  basis: law('48'),
  effect: (penalty, { reason, ground = 'ERROR' }, { at }) => ({
    ...penalty,
    withdrawal: { ground, reason, at },
  }),
};

/** What it was before stands in the record of acts. */
export const correct: ActOf<'correct'> = {
  ...publisher,
  basis: law('48、75'),
  against: ({ proposal }, { type: _type, reason: _reason, documents: _documents, ...fields }) => {
    if (Object.values(fields).every((field) => field === undefined))
      return { code: 'NOTHING_NAMED' };
    return fields.uscc !== undefined && isPerson(proposal.party.kind)
      ? { code: 'PERSON_HAS_NO_CREDIT_CODE' }
      : undefined;
  },
  effect: (penalty, command, { at }) => {
    const { reason, partyName, uscc, violation, facts, legalBasis, decisionNumber, licences } =
      command;
    const { proposal, decision } = penalty;
    return {
      ...penalty,
      proposal: {
        ...proposal,
        party: {
          ...proposal.party,
          ...(partyName !== undefined && { name: partyName }),
          ...(uscc !== undefined && { uscc }),
        },
        ...(violation !== undefined && { violation }),
        ...(facts !== undefined && { facts }),
        ...(legalBasis !== undefined && { legalBasis }),
        ...(licences !== undefined && { licences }),
      },
      ...(decision && {
        decision: { ...decision, ...(decisionNumber !== undefined && { decisionNumber }) },
      }),
      corrections: [...(penalty.corrections ?? []), { at, reason }],
    };
  },
};

const onlyOnce = (fact: keyof Penalty) => (penalty: Penalty) =>
  penalty[fact] === undefined ? undefined : ({ code: 'DONE_ALREADY' } as const);

/** Told by an officer it waits for the shortest time in public; the platform has judged that itself (36号令). */
export const repair: ActOf<'repair'> = {
  ...publisher,
  basis: ofCredit,
  day: ({ on }) => on,
  notBefore: ({ decision }) => decision?.decidedOn,
  bar: (penalty, { on, isPlatform }) =>
    onlyOnce('repair')(penalty) ?? (isPlatform ? undefined : tooSoon(penalty, on)),
  against: (penalty, { on }, { isPlatform }) => (isPlatform ? undefined : tooSoon(penalty, on)),
  effect: (penalty, { on, reference }, { at, isPlatform }) => ({
    ...penalty,
    repair: { on, reference, at, toldBy: isPlatform ? 'PLATFORM' : 'OFFICER' },
  }),
};

function tooSoon(penalty: Penalty, on: DateOnly): PenaltyRefusal | undefined {
  const notBefore = repairableFrom(decidedPenalty(penalty));
  return notBefore !== undefined && on < notBefore
    ? { code: 'REPAIR_TOO_SOON', notBefore }
    : undefined;
}

export const publishMinor: ActOf<'publish-minor'> = {
  ...publisher,
  basis: ofCredit,
  bar: onlyOnce('minorPublication'),
  effect: (penalty, { reason }, { by, at }) => ({
    ...penalty,
    minorPublication: { reason, by, at },
  }),
};

export const listSerious: ActOf<'list-serious'> = {
  ...publisher,
  basis: ofCredit,
  bar: onlyOnce('seriousListing'),
  effect: (penalty, { basis }, { at }) => ({ ...penalty, seriousListing: { basis, at } }),
};
