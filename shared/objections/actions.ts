/** What an officer may do about an objection now, asked of `decide` itself. */
import type { Instant } from '../time.ts';
import {
  decide,
  transitions,
  type ObjectionCommand,
  type ObjectionCommandType,
  type ObjectionOfficer,
  type ObjectionRefusal,
} from './lifecycle.ts';
import type { Objection } from './objection.ts';

export interface ObjectionOffer {
  readonly type: ObjectionCommandType;
  /** Why the caller may not; absent when he may. */
  readonly why?: ObjectionRefusal['code'];
  /** The role that lacks. */
  readonly role?: string;
}

/** What the state allows, with what keeps this caller from it. */
export function offersOf(
  objection: Objection,
  caller: ObjectionOfficer,
  at: Instant,
): readonly ObjectionOffer[] {
  const types = Object.keys(transitions[objection.status]) as ObjectionCommandType[]; // the keys of our own table
  return types
    .map((type): ObjectionOffer => {
      const trial = decide(objection, trialOf(type, objection), caller, at);
      if (trial.ok) return { type };
      const { code: why } = trial.error;
      return { type, why, ...('role' in trial.error && { role: trial.error.role }) };
    })
    .filter(({ why }) => why !== 'NO_CONTACT');
}

function trialOf(type: ObjectionCommandType, { department }: Objection): ObjectionCommand {
  const words = 'trial';
  switch (type) {
    case 'acknowledge':
    case 'open-contact':
      return { type };
    case 'forward':
      return { type, department: department === 'HEALTH' ? 'MARKET' : 'HEALTH', reason: words };
    case 'uphold':
      return { type, remedy: 'CORRECT', words };
    case 'reject':
      return { type, words };
  }
}
