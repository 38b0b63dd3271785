/**
 * The lawful order of a penalty, as a table per procedure and one function.
 *
 *   ORDINARY
 *   proposed ─notify─▶ notified ─hear-, waive-, lapse-defence─▶ defended ─waive-, lapse-hearing─▶ cleared
 *      ▲ │ revise        │  │                                    │   │                              │
 *      │ └──(again)      │  └─waive-, lapse-hearing─▶ hearing-settled ─hear-, waive-, lapse-defence─▶│
 *      │                 │                                       │   └──review: pass, when no hearing is due──┐
 *      │                 └─request-hearing─▶ hearing-requested ◀─┘                                  │         │
 *      │                          arrange-hearing ▼  ▲ └─give-up-hearing─▶ cleared or hearing-settled         │
 *      │                                hearing-arranged ─hold-hearing────────────────────────────▶ cleared   │
 *      ├──────────────── review: return ──────────────── defended, cleared ─review: pass─▶ reviewed ◀─────────┘
 *      └──────────────── send-back ────────────────────────────────────────────────────── reviewed ─decide─▶ decided
 *
 *   SIMPLE    proposed ─notify─▶ notified ─hear-, waive-defence─▶ cleared ─decide─▶ decided
 *
 *   Before the decision: close ─▶ closed, transfer-crime ─▶ transferred. After it: withdraw ─▶ withdrawn.
 *   Other acts leave the state as it is: beside the way (`acts/file.ts`), after the decision (`acts/after.ts`, `acts/publicity.ts`).
 */
import { err, ok, type Result } from '../result.ts';
import { dateInShanghai, type DateOnly, type Instant } from '../time.ts';
import type { Act, Acts, Occasion, PenaltyRefusal, PenaltyRole } from './acts/act.ts';
import {
  archive,
  contest,
  defer,
  execute,
  pay,
  recheck,
  serve,
  settleContest,
} from './acts/after.ts';
import {
  clearSuspicion,
  close,
  decideIt,
  discuss,
  review,
  sendBack,
  suspectCrime,
  transferCrime,
} from './acts/decision.ts';
import { attach, disposeEvidence, extend, preserveEvidence, recuse } from './acts/file.ts';
import {
  arrangeHearing,
  giveUpHearing,
  holdHearing,
  lapseHearing,
  requestHearing,
  waiveHearing,
} from './acts/hearing.ts';
import { hearDefence, lapseDefence, notify, revise, waiveDefence } from './acts/notice.ts';
import { correct, listSerious, publishMinor, repair, withdraw } from './acts/publicity.ts';
import type { PenaltyCommand, PenaltyCommandType } from './commands.ts';
import { isRecused } from './gates.ts';
import type { Penalty, PenaltyEvent, PenaltyProposal, PenaltyStatus } from './penalty.ts';
import { transitions, type Step } from './transitions.ts';

export { PenaltyCommand, type PenaltyCommandType } from './commands.ts';
export { transitions } from './transitions.ts';
export type { PenaltyRefusal } from './acts/act.ts';

/** In the order in which a desk offers them. */
const acts: Acts = {
  ...{ notify, revise },
  'hear-defence': hearDefence,
  'waive-defence': waiveDefence,
  'lapse-defence': lapseDefence,
  'request-hearing': requestHearing,
  'waive-hearing': waiveHearing,
  'lapse-hearing': lapseHearing,
  'arrange-hearing': arrangeHearing,
  'hold-hearing': holdHearing,
  'give-up-hearing': giveUpHearing,
  ...{ review, discuss, decide: decideIt },
  'send-back': sendBack,
  close,
  'suspect-crime': suspectCrime,
  'clear-suspicion': clearSuspicion,
  'transfer-crime': transferCrime,
  ...{ serve, pay, defer, contest },
  'settle-contest': settleContest,
  ...{ execute, recheck, archive, attach, recuse },
  'preserve-evidence': preserveEvidence,
  'dispose-evidence': disposeEvidence,
  extend,
  ...{ correct, withdraw, repair },
  'publish-minor': publishMinor,
  'list-serious': listSerious,
};

/** Which role takes which step, and by which article. */
export const roleFor = (type: PenaltyCommandType): PenaltyRole => acts[type].role;
export const basisFor = (type: PenaltyCommandType): string => acts[type].basis;

/** The act belongs to the command's own type; a union of both does not say so. */
const actOf = (command: PenaltyCommand): Act<PenaltyCommand> =>
  acts[command.type] as Act<PenaltyCommand>;

/** What may still be done to a file that was closed and archived. */
const afterArchive: readonly PenaltyCommandType[] = [
  ...(['correct', 'withdraw', 'repair'] as const),
  ...(['publish-minor', 'list-serious'] as const),
];

export interface PenaltyDecision {
  readonly penalty: Penalty;
  readonly event: PenaltyEvent;
}

export interface ActingOn {
  readonly subject: string;
  readonly roles: readonly string[];
  /** The credit system itself. */
  readonly isPlatform?: boolean;
}

/** Applies one command. @param at - instant of the act */
export function decide(
  penalty: Penalty,
  command: PenaltyCommand,
  officer: ActingOn,
  at: Instant,
): Result<PenaltyDecision, PenaltyRefusal> {
  const act = actOf(command);
  const by = officer.subject;
  const status = transitions[penalty.proposal.procedure][penalty.status][stepOf(penalty, command)];
  const { isPlatform = false } = officer;
  const occasion = { by, at, on: dateInShanghai(at), isPlatform };
  if (!officer.roles.includes(act.role)) return err({ code: 'ROLE_MISSING', role: act.role });
  if (!status) return err(notAllowed(penalty, command.type));
  const refusal = bars(penalty, command.type, officer, at) ?? against(penalty, command, occasion);
  if (refusal) return err(refusal);
  const version = penalty.version + 1;
  const left = act.effect?.(penalty, command, occasion) ?? penalty;
  const { type, documents, ...said } = command;
  return ok({
    penalty: { ...left, status, version },
    event: {
      ...{ seq: version, at, type, by },
      ...(Object.keys(said).length > 0 && { said }),
      ...(documents && documents.length > 0 && { documents }),
    },
  });
}

/** What keeps this officer from an act, whatever he would say; undefined when it is his to take. */
export function bars(
  penalty: Penalty,
  type: PenaltyCommandType,
  officer: ActingOn,
  at: Instant,
): PenaltyRefusal | undefined {
  const act: Pick<Act<never>, 'role' | 'notBy' | 'bar'> = acts[type];
  const by = officer.subject;
  if (!officer.roles.includes(act.role)) return { code: 'ROLE_MISSING', role: act.role };
  if (!actsIn(penalty.proposal.procedure, penalty.status).includes(type))
    return notAllowed(penalty, type);
  if (isRecused(penalty, by)) return { code: 'RECUSED' };
  if (act.notBy?.(penalty).includes(by)) return { code: 'SAME_PERSON' };
  if (penalty.archivedOn !== undefined && !afterArchive.includes(type)) return { code: 'ARCHIVED' };
  const { isPlatform = false } = officer;
  return act.bar?.(penalty, { by, at, on: dateInShanghai(at), isPlatform });
}

function against(
  penalty: Penalty,
  command: PenaltyCommand,
  occasion: Occasion,
): PenaltyRefusal | undefined {
  const act = actOf(command);
  const day = act.day?.(command);
  const notBefore = day === undefined ? undefined : act.notBefore?.(penalty);
  if (!isInOrder(day, notBefore, occasion.on)) return { code: 'DATE_OUT_OF_ORDER', notBefore };
  return act.against?.(penalty, command, occasion);
}

const isInOrder = (day: DateOnly | undefined, notBefore: DateOnly | undefined, today: DateOnly) =>
  day === undefined || (day <= today && (notBefore === undefined || day >= notBefore));

const notAllowed = (
  { status, proposal }: Penalty,
  command: PenaltyCommandType,
): PenaltyRefusal => ({
  code: 'TRANSITION_NOT_ALLOWED',
  from: status,
  command,
  allowed: actsIn(proposal.procedure, status),
});

/** A review goes two ways, and a hearing that is given up leaves the defence as it was. */
function stepOf({ defence }: Penalty, command: PenaltyCommand): Step {
  if (command.type === 'review') return `review:${command.outcome}`;
  if (command.type === 'give-up-hearing')
    return defence ? 'give-up-hearing:defended' : 'give-up-hearing:not-defended';
  return command.type;
}

/** Does the procedure know the act at all? */
export const isKnownTo = (
  procedure: PenaltyProposal['procedure'],
  type: PenaltyCommandType,
): boolean =>
  Object.values(transitions[procedure]).some((from) => actsOfTable(from).includes(type));

/** The acts that lead out of a state or stay in it, in the order of the table. */
export const actsIn = (
  procedure: PenaltyProposal['procedure'],
  status: PenaltyStatus,
): readonly PenaltyCommandType[] => actsOfTable(transitions[procedure][status]);

const actsOfTable = (table: Readonly<Partial<Record<Step, PenaltyStatus>>>) => [
  ...new Set(Object.keys(table).map((step) => step.split(':')[0] as PenaltyCommandType)), // steps begin with their act
];
