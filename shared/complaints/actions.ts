/** What an officer may lawfully do to an item now, with the basis and the effect of each act, and what still stands against one. */
import { isRunning, pauseGrounds, type Clock } from '../clocks/clocks.ts';
import { MK_DISPUTE } from '../clocks/rules.ts';
import { departmentCodes, type DepartmentCode } from '../departments/directory.ts';
import { chosenDistrict } from '../districts/chosen.ts';
import { dateInShanghai, type Instant } from '../time.ts';
import {
  isOwnAffair,
  type CaseChange,
  type CaseFile,
  type CaseItem,
  type ItemStatus,
} from './case-file.ts';
import { bundleDocuments, type CommandType, type ItemCommand } from './commands.ts';
import { commandTypes, decide, type ActingOfficer, type ItemRefusal } from './lifecycle.ts';
import { isTold } from './telling.ts';

export interface ItemAction {
  readonly type: CommandType;
  /** The provision it rests on, in Chinese; absent when none is claimed. */
  readonly basis?: string;
  readonly effect: {
    /** Absent when the state stays as it is. */
    readonly status?: ItemStatus;
    /** Who has to act next, when that changes. */
    readonly heldBy?: DepartmentCode;
    /** The clocks it stops and begins, by their ids. */
    readonly stops: readonly string[];
    readonly starts: readonly string[];
    /** Who is told besides those who work on it already. */
    readonly tells: 'citizen' | 'department' | 'nobody';
  };
  /** Of `assign`: whom the caller may name: himself, nobody (he gives it up), or anyone of the staff list and nobody. */
  readonly assignees?: 'self' | 'nobody' | 'anyone';
  /** Of `reassign`, `transfer`, `invite`, `return` (as a proposal): which departments may be named. */
  readonly departments?: readonly DepartmentCode[];
  /** Of `extend`, `pause`, `resume`: which clocks. */
  readonly clocks?: readonly string[];
}

/** An act that would be this officer's, if it were not for something that can be mended. */
export interface BlockedAct {
  readonly type: CommandType;
  readonly because: ItemRefusal;
}

const { provisions } = chosenDistrict;

/** The provision of each act that has one beyond the clocks it stops, whoever leads. */
const bases: Readonly<Partial<Record<CommandType, string>>> = {
  return: `《信访工作条例》第23条；${provisions.coordination}`,
  reassign: provisions.coordination,
  transfer: provisions.competence,
  invite: provisions.jointHandling,
  reply: provisions.jointHandling,
  consult: provisions.jointHandling,
  'decide-filing': '《行政处罚法》第54条',
  dispute: MK_DISPUTE.basis,
  'report-crime': '《行政执法机关移送涉嫌犯罪案件的规定》第5条',
  'approve-crime': '《行政执法机关移送涉嫌犯罪案件的规定》第5条',
  'hand-over': '《行政执法机关移送涉嫌犯罪案件的规定》第5、6条',
  'police-decide': '《行政执法机关移送涉嫌犯罪案件的规定》第7、8条',
};

/** Stands for any other officer of the department; no token names a subject of spaces. */
const COLLEAGUE = { subject: ' ', name: ' ' };

/** What can be mended: everything else is not this officer's, or not now. */
const mendable: readonly ItemRefusal['code'][] = [
  'COOPERATION_OPEN',
  'CONSULTATION_MISSING',
  'CRIME_TRANSFER_OPEN',
  'RETURN_TOO_LATE',
  'ALREADY_SETTLED',
  'SAME_PERSON',
];

export interface Options {
  readonly actions: readonly ItemAction[];
  readonly blocked: readonly BlockedAct[];
}

/** Whatever `decide` would not refuse this officer at this instant, what would come of it, and what is nearly his. */
export function optionsOf(
  file: CaseFile,
  item: CaseItem,
  officer: ActingOfficer,
  at: Instant,
): Options {
  const actions: ItemAction[] = [];
  const blocked: BlockedAct[] = [];
  const outcomeOf = (command: ItemCommand) =>
    decide(file, item.itemNumber, command, officer, at, [COLLEAGUE]);
  for (const type of commandTypes) {
    const trials = trialsOf(type, item, officer, at).map(({ command, names }) => ({
      names,
      outcome: outcomeOf(command),
    }));
    const lawful = trials.flatMap(({ names, outcome }) =>
      outcome.ok ? [{ names, change: outcome.value }] : [],
    );
    const [first] = lawful;
    if (first) actions.push(actionOf(type, item, first.change, lawful));
    else
      for (const { outcome } of trials.slice(0, 1))
        if (!outcome.ok && mendable.includes(outcome.error.code))
          blocked.push({ type, because: outcome.error });
  }
  return { actions, blocked };
}

/** What a trial stands for: the choice that an officer has. */
interface Named {
  readonly assignees?: NonNullable<ItemAction['assignees']>;
  readonly department?: DepartmentCode;
  readonly clock?: string;
}

interface Trial {
  readonly command: ItemCommand;
  readonly names: Named;
}

/** Commands that show whether an act is lawful. Any words will do: what an officer writes never decides whether he may. */
function trialsOf(
  type: CommandType,
  item: CaseItem,
  officer: ActingOfficer,
  at: Instant,
): readonly Trial[] {
  const on = dateInShanghai(at);
  const plain = (command: ItemCommand): Trial => ({ command, names: {} });
  const others = departmentCodes.filter((code) => code !== item.heldBy);
  const running = item.clocks.filter(isRunning).map(({ id }) => id);
  const words = { reason: '—' };
  switch (type) {
    case 'accept':
      return [plain({ type })];
    case 'refuse':
      return [plain({ type, ground: 'OTHER_GROUND', text: '—' })];
    case 'return':
      return [
        plain({ type, ...words }),
        ...others.map((department) => ({
          command: { type, ...words, propose: department },
          names: { department },
        })),
      ];
    case 'reassign':
    case 'transfer':
      return departmentCodes.map((department) => ({
        command: { type, to: department, ...words },
        names: { department },
      }));
    case 'invite':
      return departmentCodes.map((department) => ({
        command: { type, department, question: '—' },
        names: { department },
      }));
    case 'reply':
    case 'note':
    case 'request-material':
    case 'remark':
    case 'tell-filing':
      return [plain({ type, text: '—' })];
    case 'consult':
      return [
        plain({ type, heldOn: on, participants: [officer.department, 'HEALTH'], opinion: '—' }),
      ];
    case 'conclude':
      return [plain({ type, outcome: '—', text: '—' })];
    case 'assign':
      return (
        [
          ['anyone', COLLEAGUE.subject],
          ['self', officer.subject],
          ['nobody', null],
        ] as const
      ).map(([assignees, assignee]) => ({ command: { type, assignee }, names: { assignees } }));
    case 'extend':
      return running.map((clock) => ({ command: { type, clock, ...words }, names: { clock } }));
    case 'pause':
      return running.flatMap((clock) =>
        pauseGrounds.map((ground) => ({ command: { type, clock, ground }, names: { clock } })),
      );
    case 'resume':
      return running.map((clock) => ({ command: { type, clock }, names: { clock } }));
    case 'decide-filing':
    case 'police-decide':
      return [plain({ type, filed: true, ...words })];
    case 'report-crime':
    case 'end-mediation':
    case 'dispute':
    case 'settle-dispute':
      return [plain({ type, ...words })];
    case 'approve-crime':
      return [plain({ type, approved: true, ...words })];
    case 'hand-over':
      return [plain({ type, documents: [...bundleDocuments] })];
  }
}

function actionOf(
  type: CommandType,
  before: CaseItem,
  change: CaseChange,
  lawful: readonly { readonly names: Named }[],
): ItemAction {
  const [after = before] = change.items;
  const now = new Map(after.clocks.map((clock) => [clock.id, clock]));
  const stopped = before.clocks.filter((clock) => {
    const later = now.get(clock.id);
    return isRunning(clock) && later && (!isRunning(later) || runs(later) > runs(clock));
  });
  const begun = after.clocks.filter((clock) => {
    const earlier = before.clocks.find(({ id }) => id === clock.id);
    return isRunning(clock) && (!earlier || runs(clock) > runs(earlier));
  });
  const provisions = [basisOf(type, before), ...stopped.map(({ basis }) => basis)].filter(
    (basis) => basis !== undefined,
  );
  const departments = lawful.flatMap(({ names }) => names.department ?? []);
  const clocks = lawful.flatMap(({ names }) => names.clock ?? []);
  const assignees = lawful.flatMap(({ names }) => names.assignees ?? []);
  return {
    type,
    ...(provisions.length > 0 && { basis: [...new Set(provisions)].join('；') }),
    effect: {
      ...(after.status !== before.status && { status: after.status }),
      ...(after.heldBy !== before.heldBy && type !== 'reassign' && type !== 'transfer'
        ? { heldBy: after.heldBy }
        : {}),
      stops: stopped.map(({ id }) => id),
      starts: begun.map(({ id }) => id),
      tells: tellsOf(change),
    },
    ...(assignees[0] && { assignees: assignees[0] }),
    ...(departments.length > 0 && { departments }),
    ...(clocks.length > 0 && { clocks: [...new Set(clocks)] }),
  };
}

/** A refusal by the law of complaints about the market has grounds of its own; elsewhere none is claimed. */
const basisOf = (type: CommandType, { lead, track }: CaseItem): string | undefined =>
  type === 'refuse' && lead === 'MARKET' && track === 'C'
    ? '《市场监督管理投诉举报处理办法》第15条'
    : bases[type];

/** How often its duty has begun. */
const runs = ({ earlier = [] }: Clock): number => earlier.length;

function tellsOf({ event }: CaseChange): ItemAction['effect']['tells'] {
  if (isOwnAffair(event.type)) return 'nobody';
  return isTold(event) ? 'citizen' : 'department';
}
