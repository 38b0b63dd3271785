/** Who answers: accept, refuse, return, reassign, transfer. A matter is sent back once and decided once; it never bounces. */
import { deadline } from '../../clocks/clocks.ts';
import { INTERNAL_ANSWER, INTERNAL_REPLY, INTERNAL_TRIAGE } from '../../clocks/rules.ts';
import { COORDINATOR, type DepartmentCode } from '../../departments/directory.ts';
import { DISAGREEMENT, returnMakesMajor } from '../major.ts';
import type { Act, ItemRefusal, Situation } from './act.ts';
import type { ItemCommand } from '../commands.ts';
import {
  advanced,
  cooperatingOf,
  handedTo,
  overseen,
  referralOf,
  takesPart,
  withReferral,
} from './referrals.ts';

type Command<T extends ItemCommand['type']> = Extract<ItemCommand, { type: T }>;

export const accept: Act<Command<'accept'>> = {
  states: { received: 'accepted', returned: 'accepted' },
  by: 'HOLDER',
  event: 'accepted',
  effect: (_, situation) => {
    const { item, referral, officer, on } = situation;
    const { subject, name, department } = officer;
    const replyDueOn = deadline(INTERNAL_REPLY, on).dueOn;
    const worked = withReferral(item, {
      ...referral,
      assignee: referral.assignee ?? { subject, name },
    });
    const accepted = {
      ...worked,
      // A coordinator that accepts what was returned answers for it from now on.
      ...(item.status === 'returned' && { lead: department, settled: true as const }),
      internalDueOn: deadline(INTERNAL_ANSWER, on).dueOn,
      referrals: worked.referrals.map((one) =>
        one.role === 'COOP' && takesPart(one) ? { ...one, replyDueOn } : one,
      ),
    };
    const begun =
      accepted.lead === item.lead ? accepted : advanced(accepted, 'reassign', situation);
    return advanced(begun, 'accept', situation);
  },
};

export const refuse: Act<Command<'refuse'>> = {
  states: { received: 'refused', returned: 'refused' },
  by: 'HOLDER',
  event: 'refused',
  effect: ({ ground, mergedInto }, situation) => ({
    ...advanced(situation.item, 'refuse', situation),
    refusal: { ground, ...(mergedInto && { mergedInto }) },
  }),
  said: ({ ground }) => ({ detail: ground }),
  message: ({ text }) => ({ text }),
};

/** 信访工作条例 23: within five working days; 市场监督管理: no handing on by oneself, it goes back to the hub. */
export const back: Act<Command<'return'>> = {
  states: { received: 'returned' },
  by: 'HOLDER',
  event: 'returned',
  against: ({ propose }, situation) => {
    const { item, referral, on } = situation;
    if (item.settled) return { code: 'ALREADY_SETTLED' };
    // Nobody is above the coordinator, and of an accusation it must not hear.
    if (item.heldBy === COORDINATOR || item.track === 'X') return { code: 'NOT_COMPETENT' };
    if (referral.returnUntil !== undefined && on > referral.returnUntil)
      return { code: 'RETURN_TOO_LATE', until: referral.returnUntil };
    return propose === item.heldBy ? { code: 'SAME_DEPARTMENT' } : undefined;
  },
  effect: (_, situation) => {
    const { item, on } = situation;
    return advanced(
      handedTo(item, COORDINATOR, 'returned', on, INTERNAL_TRIAGE),
      'return',
      situation,
    );
  },
  said: ({ reason, propose }) => ({ detail: reason, ...(propose && { to: propose }) }),
  major: (_, { item }) => (returnMakesMajor(item) ? DISAGREEMENT : undefined),
};

/** The coordination mechanism decides (Beibei plan 二（二）), also for who has returned it: nobody sends it on after that. */
export const reassign: Act<Command<'reassign'>> = {
  states: { returned: 'received' },
  by: 'HOLDER',
  event: 'reassigned',
  against: ({ to }) => (to === COORDINATOR ? { code: 'SAME_DEPARTMENT' } : undefined),
  effect: ({ to }, situation) => {
    const { item, on } = situation;
    const handed = { ...handedTo(item, to, undefined, on), lead: to, settled: true as const };
    const cooperating = cooperatingOf(handed);
    // Whoever sent it back in vain gains no time by it.
    return to === item.lead ? cooperating : advanced(cooperating, 'reassign', situation);
  },
  said: ({ to, reason }) => ({ to, detail: reason }),
};

export const transfer: Act<Command<'transfer'>> = {
  states: { accepted: 'received' },
  by: 'HOLDER',
  event: 'transferred',
  against: ({ to }, situation) =>
    situation.item.settled ? { code: 'ALREADY_SETTLED' } : cannotReceive(to, situation),
  effect: ({ to }, situation) => {
    const { item, on } = situation;
    const handed = { ...handedTo(item, to, 'transferred', on), lead: to };
    return advanced(overseenIfMajor(cooperatingOf(handed), situation), 'transfer', situation);
  },
  said: ({ to, reason }) => ({ to, detail: reason }),
};

/** Why a department cannot be given an item, or a part in it. */
export function cannotReceive(
  to: DepartmentCode,
  { item, file }: Situation,
): ItemRefusal | undefined {
  if (to === item.heldBy) return { code: 'SAME_DEPARTMENT' };
  if (referralOf(item, to)?.ended) return { code: 'HELD_BEFORE' };
  const bodies: readonly DepartmentCode[] = BODIES_OF_ACCUSATIONS;
  const mayHear = item.track !== 'X' || (bodies.includes(to) && to !== file.statement.accused);
  return mayHear ? undefined : { code: 'NOT_COMPETENT' };
}

/** 信访工作条例 30, 行政执法监督条例: discipline inspection for corruption, justice for how the law is enforced. */
const BODIES_OF_ACCUSATIONS: readonly DepartmentCode[] = ['DISCIPLINE', 'JUSTICE'];

const overseenIfMajor = (item: Situation['item'], { file }: Situation): Situation['item'] =>
  file.head.majorReasons.length > 0 || item.escalatedOn ? overseen(item) : item;
