/** Joint handling: who is asked to help answers the lead; a major matter is talked over before it is concluded. */
import { deadline } from '../../clocks/clocks.ts';
import { INTERNAL_REPLY } from '../../clocks/rules.ts';
import { dateInShanghai } from '../../time.ts';
import type { CaseItem } from '../case-file.ts';
import type { ItemCommand } from '../commands.ts';
import { everyOpenState, type Act } from './act.ts';
import { cannotReceive } from './passing.ts';
import {
  advanced,
  awaited,
  cooperatingOf,
  referralOf,
  takesPart,
  withReferral,
} from './referrals.ts';

type Command<T extends ItemCommand['type']> = Extract<ItemCommand, { type: T }>;

export const invite: Act<Command<'invite'>> = {
  states: { accepted: 'accepted' },
  by: 'HOLDER',
  event: 'invited',
  against: ({ department }, situation) => {
    const part = referralOf(situation.item, department);
    return takesPart(part) && part.role === 'COOP'
      ? { code: 'SAME_DEPARTMENT' }
      : cannotReceive(department, situation);
  },
  effect: ({ department }, { item, on }) => {
    const part = referralOf(item, department);
    return cooperatingOf(
      withReferral(item, {
        ...(part ?? { department, parkedFor: [], reasons: [] }),
        role: 'COOP',
        replyDueOn: deadline(INTERNAL_REPLY, on).dueOn,
      }),
    );
  },
  said: ({ department, question }) => ({ to: department, detail: question }),
};

export const reply: Act<Command<'reply'>> = {
  states: everyOpenState,
  by: 'PARTAKER',
  event: 'replied',
  against: (_, { referral }) =>
    referral.role === 'COOP' && !referral.reply ? undefined : { code: 'NOT_COOPERATING' },
  effect: (_, { item, referral, on, seq }) =>
    withReferral(item, { ...referral, reply: { on, seq } }),
  said: ({ text }) => ({ detail: text }),
};

/** 重大案件处置会商 (Beibei plan 四（四）): by whoever leads it, or by who watches it as coordinator. */
export const consult: Act<Command<'consult'>> = {
  states: everyOpenState,
  by: 'PARTAKER',
  event: 'consulted',
  byPerson: (_, { referral, officer }) => {
    if (!officer.roles.includes('officer')) return { code: 'ROLE_MISSING', role: 'officer' };
    return referral.role === 'COOP' ? { code: 'NOT_THE_LEAD' } : undefined;
  },
  against: ({ heldOn }, { on, file }) =>
    heldOn > on || heldOn < dateInShanghai(file.head.filedAt)
      ? { code: 'DATE_OUT_OF_ORDER' }
      : undefined,
  effect: ({ heldOn, participants }, { item }) => ({
    ...item,
    consultation: { heldOn, participants },
  }),
  said: ({ opinion }) => ({ detail: opinion }),
};

export const conclude: Act<Command<'conclude'>> = {
  states: { accepted: 'concluded' },
  by: 'HOLDER',
  event: 'concluded',
  against: (_, { item, file, on }) => {
    const departments = awaited(item, on);
    if (departments.length > 0) return { code: 'COOPERATION_OPEN', departments };
    if (needsConsultation(item, file.head.majorReasons) && !item.consultation)
      return { code: 'CONSULTATION_MISSING' };
    // 行政处罚法 27: what must be transferred is not settled otherwise.
    const isOpen = item.crime?.state === 'reported' || item.crime?.state === 'approved';
    return isOpen ? { code: 'CRIME_TRANSFER_OPEN' } : undefined;
  },
  effect: (_, situation) => advanced(situation.item, 'conclude', situation),
  said: ({ outcome }) => ({ detail: outcome }),
  message: ({ text }) => ({ text }),
};

/** An accusation against officials goes by the rules of those who hear it. */
const needsConsultation = ({ track }: CaseItem, majorReasons: readonly string[]): boolean =>
  majorReasons.length > 0 && track !== 'X';
