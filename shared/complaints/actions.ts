/** What an officer may lawfully do to an item now, with the basis and the effect of each act. */
import { isRunning } from '../clocks/clocks.ts';
import type { DepartmentCode } from '../departments/directory.ts';
import type { Instant } from '../time.ts';
import type { CaseChange, CaseFile, CaseItem, ItemStatus } from './case-file.ts';
import { decide, type ActingOfficer, type ItemCommand } from './lifecycle.ts';

export interface ItemAction {
  readonly type: ItemCommand['type'];
  /** The provision it rests on, in Chinese; absent when none is claimed. */
  readonly basis?: string;
  readonly effect: {
    /** Absent when the state stays as it is. */
    readonly status?: ItemStatus;
    /** Who has to act next, when that changes. */
    readonly heldBy?: DepartmentCode;
    /** The clocks it stops, by their ids. */
    readonly stops: readonly string[];
    /** Who is told besides those who work on it already. */
    readonly tells: 'citizen' | 'department' | 'nobody';
  };
  /** Of `assign`: whom the caller may name: himself, nobody (he gives it up), or anyone of the staff list and nobody. */
  readonly assignees?: 'self' | 'nobody' | 'anyone';
}

/** [design] A dispute over who answers goes to the coordinator (Beibei plan 二（二）). */
const BASIS_OF_RETURN = '北碚府办发〔2019〕104号二（二）';

/** Stands for any other officer of the department; no token names a subject of spaces. */
const COLLEAGUE = { subject: ' ', name: ' ' };

/** Any words will do: what an officer writes never decides whether he may. */
const commands: readonly ItemCommand[] = [
  { type: 'accept' },
  { type: 'return', reason: '—' },
  { type: 'note', text: '—' },
  { type: 'conclude', outcome: '—', text: '—' },
];

/** Whatever `decide` would not refuse this officer at this instant, and what would come of it. */
export function actionsOf(
  file: CaseFile,
  item: CaseItem,
  officer: ActingOfficer,
  at: Instant,
): readonly ItemAction[] {
  const outcomeOf = (command: ItemCommand): CaseChange | undefined => {
    const decision = decide(file, item.itemNumber, command, officer, at, [COLLEAGUE]);
    return decision.ok ? decision.value : undefined;
  };
  const mayAssign = (assignee: string | null) => outcomeOf({ type: 'assign', assignee });
  const assigns = [
    { assignees: 'anyone' as const, change: mayAssign(COLLEAGUE.subject) },
    { assignees: 'self' as const, change: mayAssign(officer.subject) },
    { assignees: 'nobody' as const, change: mayAssign(null) },
  ].find(({ change }) => change);
  return [
    ...commands.flatMap((command) => {
      const change = outcomeOf(command);
      return change ? [actionOf(command.type, item, change)] : [];
    }),
    ...(assigns?.change
      ? [{ ...actionOf('assign', item, assigns.change), assignees: assigns.assignees }]
      : []),
  ];
}

function actionOf(type: ItemCommand['type'], before: CaseItem, change: CaseChange): ItemAction {
  const [after = before] = change.items;
  const running = before.clocks.filter(isRunning).map(({ id }) => id);
  const stopped = after.clocks.filter((clock) => !isRunning(clock) && running.includes(clock.id));
  const bases = type === 'return' ? [BASIS_OF_RETURN] : stopped.map(({ basis }) => basis);
  return {
    type,
    ...(bases.length > 0 && { basis: [...new Set(bases)].join('；') }),
    effect: {
      ...(after.status !== before.status && { status: after.status }),
      ...(after.heldBy !== before.heldBy && { heldBy: after.heldBy }),
      stops: stopped.map(({ id }) => id),
      tells: tellsOf(type),
    },
  };
}

function tellsOf(type: ItemCommand['type']): ItemAction['effect']['tells'] {
  if (type === 'assign') return 'nobody';
  return type === 'return' ? 'department' : 'citizen';
}
