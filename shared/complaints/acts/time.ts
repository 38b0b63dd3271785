/** Clocks by hand: extended by who may, paused where the law lets them, and the decision to open a case. */
import {
  extendClock,
  isRunning,
  pauseClock,
  resumeClock,
  type Clock,
} from '../../clocks/clocks.ts';
import { MD_ADMIN_DONE, MK_DISPUTE, MK_MEDIATE } from '../../clocks/rules.ts';
import type { Result } from '../../result.ts';
import type { CaseItem } from '../case-file.ts';
import type { ItemCommand } from '../commands.ts';
import type { Act, ItemRefusal, Situation } from './act.ts';
import { advanced } from './referrals.ts';

type Command<T extends ItemCommand['type']> = Extract<ItemCommand, { type: T }>;
type Changed = Result<Clock, ItemRefusal>;

export const extend: Act<Command<'extend'>> = {
  states: { received: 'received', accepted: 'accepted' },
  by: 'HOLDER',
  role: 'approver', // 经本机关负责人批准
  event: 'extended',
  ...onClock<Command<'extend'>>(({ reason }, clock, { on, officer }) =>
    extendClock(clock, { on, by: officer.subject, reason }),
  ),
  said: ({ clock, reason }) => ({ clock, detail: reason }),
};

export const pause: Act<Command<'pause'>> = {
  states: { accepted: 'accepted' },
  by: 'HOLDER',
  event: 'paused',
  ...onClock<Command<'pause'>>(({ ground }, clock, { on }) => pauseClock(clock, ground, on)),
  said: ({ clock, ground }) => ({ clock, detail: ground }),
};

export const resume: Act<Command<'resume'>> = {
  states: { accepted: 'accepted' },
  by: 'HOLDER',
  event: 'resumed',
  ...onClock<Command<'resume'>>((_, clock, { on }) => resumeClock(clock, on)),
  said: ({ clock }) => ({ clock }),
};

export const decideFiling: Act<Command<'decide-filing'>> = {
  states: { accepted: 'accepted' },
  by: 'HOLDER',
  event: 'filingDecided',
  against: (_, { item }) =>
    item.track === 'R' && !item.filing
      ? undefined
      : { code: 'TRANSITION_NOT_ALLOWED', from: item.status, command: 'decide-filing' },
  effect: ({ filed }, situation) => ({
    ...advanced(situation.item, 'decide-filing', situation, { filed }),
    filing: { filed, on: situation.on },
  }),
  said: ({ filed, reason }) => ({ detail: `${filed ? '立案' : '不予立案'}：${reason}` }),
};

export const tellFiling: Act<Command<'tell-filing'>> = {
  states: { accepted: 'accepted' },
  by: 'HOLDER',
  event: 'filingTold',
  against: (_, { item }) =>
    item.filing
      ? undefined
      : { code: 'TRANSITION_NOT_ALLOWED', from: item.status, command: 'tell-filing' },
  effect: (_, situation) => advanced(situation.item, 'tell', situation),
  message: ({ text }) => ({ text }),
};

/** Only a mediation that runs is ended. */
export const endMediation: Act<Command<'end-mediation'>> = {
  states: { accepted: 'accepted' },
  by: 'HOLDER',
  event: 'mediationEnded',
  against: (_, { item }) =>
    item.clocks.some((clock) => MEDIATIONS.includes(clock.id) && isRunning(clock))
      ? undefined
      : { code: 'TRANSITION_NOT_ALLOWED', from: item.status, command: 'end-mediation' },
  effect: (_, situation) => advanced(situation.item, 'end-mediation', situation),
  said: ({ reason }) => ({ detail: reason }),
};

/** Only the market's reports have a law for it, and one dispute is settled before the next. */
export const dispute: Act<Command<'dispute'>> = {
  states: { received: 'received', accepted: 'accepted' },
  by: 'HOLDER',
  event: 'disputed',
  against: (_, { item }) =>
    item.lead === 'MARKET' && item.track === 'R' && !isDisputed(item)
      ? undefined
      : { code: 'TRANSITION_NOT_ALLOWED', from: item.status, command: 'dispute' },
  effect: (_, situation) => advanced(situation.item, 'dispute', situation),
  said: ({ reason }) => ({ detail: reason }),
};

export const settleDispute: Act<Command<'settle-dispute'>> = {
  states: { received: 'received', accepted: 'accepted' },
  by: 'HOLDER',
  event: 'disputeSettled',
  against: (_, { item }) =>
    isDisputed(item)
      ? undefined
      : { code: 'TRANSITION_NOT_ALLOWED', from: item.status, command: 'settle-dispute' },
  effect: (_, situation) => advanced(situation.item, 'settle-dispute', situation),
  said: ({ reason }) => ({ detail: reason }),
};

const isDisputed = ({ clocks }: CaseItem): boolean =>
  clocks.some((clock) => clock.id === MK_DISPUTE.id && isRunning(clock));

const MEDIATIONS: readonly string[] = [MK_MEDIATE.id, MD_ADMIN_DONE.id];

/** An act on the running clock that the command names. */
function onClock<C extends { readonly clock: string }>(
  change: (command: C, clock: Clock, situation: Situation) => Changed,
): Required<Pick<Act<C>, 'against' | 'effect'>> {
  const changed = (command: C, situation: Situation): Changed | undefined => {
    const clock = named(situation.item, command.clock);
    return clock && change(command, clock, situation);
  };
  return {
    against: (command, situation) => {
      const outcome = changed(command, situation);
      if (!outcome) return { code: 'CLOCK_UNKNOWN' };
      return outcome.ok ? undefined : outcome.error;
    },
    effect: (command, situation) => {
      const outcome = changed(command, situation);
      const { item } = situation;
      if (!outcome?.ok) return item;
      const place = item.clocks.findLastIndex(({ id }) => id === command.clock);
      return { ...item, clocks: item.clocks.with(place, outcome.value) };
    },
  };
}

/** A clock may have run before under another lead; the last of its name is meant. */
const named = ({ clocks }: CaseItem, id: string): Clock | undefined =>
  clocks.findLast((clock) => clock.id === id);
