/** What is written about an item: to the citizen, or for the own department alone; and who works on it. */
import type { Assignee } from '../case-file.ts';
import type { ItemCommand } from '../commands.ts';
import { everyOpenState, type Act, type Situation } from './act.ts';
import { withReferral } from './referrals.ts';

type Command<T extends ItemCommand['type']> = Extract<ItemCommand, { type: T }>;

export const note: Act<Command<'note'>> = {
  states: everyOpenState,
  by: 'PARTAKER',
  event: 'noted',
  message: ({ text }) => ({ text }),
};

/** No law lets a clock of ours stand still because we have asked for more. */
export const requestMaterial: Act<Command<'request-material'>> = {
  states: everyOpenState,
  by: 'HOLDER',
  event: 'materialRequested',
  message: ({ text }) => ({ text, asks: true }),
};

export const remark: Act<Command<'remark'>> = {
  states: everyOpenState,
  by: 'PARTAKER',
  event: 'remarked',
  said: ({ text }) => ({ detail: text }),
};

/** Who works on it is a supervisor's to say; an officer may take what is free and give up his own. */
export const assign: Act<Command<'assign'>> = {
  states: everyOpenState,
  by: 'PARTAKER',
  event: 'assigned',
  byPerson: ({ assignee }, { referral, officer: { roles, subject } }) => {
    if (roles.includes('supervisor')) return undefined;
    if (!roles.includes('officer')) return { code: 'ROLE_MISSING', role: 'officer' };
    const worker = referral.assignee?.subject;
    const isOwnAffair = [subject, null].includes(assignee);
    const isFreeOrOwn = worker === undefined || worker === subject;
    return isOwnAffair && isFreeOrOwn ? undefined : { code: 'ROLE_MISSING', role: 'supervisor' };
  },
  against: ({ assignee }, { item, referral, officer, staff }) => {
    if (assignee === (referral.assignee?.subject ?? null) || referral.ended)
      return { code: 'TRANSITION_NOT_ALLOWED', from: item.status, command: 'assign' };
    return assignee === null || personOf(assignee, officer, staff)
      ? undefined
      : { code: 'UNKNOWN_OFFICER' };
  },
  effect: ({ assignee }, { item, referral, officer, staff }) => {
    const { assignee: _, ...rest } = referral;
    const person = assignee === null ? undefined : personOf(assignee, officer, staff);
    return withReferral(item, { ...rest, ...(person && { assignee: person }) });
  },
  said: ({ assignee }, { officer, staff }) => {
    const person = assignee === null ? undefined : personOf(assignee, officer, staff);
    return person ? { assignee: person } : {};
  },
};

function personOf(
  wanted: string,
  { subject, name }: Situation['officer'],
  staff: readonly Assignee[],
): Assignee | undefined {
  const found = [{ subject, name }, ...staff].find((one) => one.subject === wanted);
  return found && { subject: found.subject, name: found.name };
}
