/** What an officer writes or chooses with each act, as data, and the command it becomes: judged as the API will judge it. */
import type { FieldError } from '../../../../../shared/api/problem.ts';
import { ItemCommand, type CommandType } from '../../../../../shared/complaints/commands.ts';
import { err, type Result } from '../../../../../shared/result.ts';
import { judged } from '../forms/judged.ts';

/** Acts with a panel; `assign` has buttons of its own. */
export type ActType = Exclude<CommandType, 'assign'>;

interface Common {
  /** As the command calls it. */
  readonly name: string;
  readonly optional?: true;
}

export type ActField = Common &
  (
    | { readonly kind: 'text'; readonly rows: number; readonly longest: number }
    | { readonly kind: 'date' }
    /** One of what the act offers. */
    | { readonly kind: 'choice'; readonly of: ChoiceOf }
    /** Any of it. */
    | { readonly kind: 'ticks'; readonly of: ChoiceOf }
  );

/** Departments and clocks as the action names them; `everyDepartment`, whoever may have been there. */
export type ChoiceOf =
  | 'departments'
  | 'everyDepartment'
  | 'clocks'
  | 'grounds'
  | 'pauseGrounds'
  | 'documents'
  | 'filing'
  | 'approval';

const text = (name: string, longest: number): ActField => ({
  ...{ kind: 'text', name, longest },
  rows: longest <= LINE ? 1 : 5,
});
const choice = (name: string, of: ChoiceOf): ActField => ({ kind: 'choice', name, of });
const LINE = 100;

/** In the order of the form; the longest is what the API takes. */
export const actFields: Readonly<Record<ActType, readonly ActField[]>> = {
  accept: [],
  refuse: [
    choice('ground', 'grounds'),
    text('text', 2_000),
    { ...text('mergedInto', 30), optional: true },
  ],
  return: [text('reason', 1_000), { ...choice('propose', 'departments'), optional: true }],
  reassign: [choice('to', 'departments'), text('reason', 1_000)],
  transfer: [choice('to', 'departments'), text('reason', 1_000)],
  invite: [choice('department', 'departments'), text('question', 2_000)],
  reply: [text('text', 5_000)],
  consult: [
    { kind: 'date', name: 'heldOn' },
    { kind: 'ticks', name: 'participants', of: 'everyDepartment' },
    text('opinion', 5_000),
  ],
  conclude: [text('outcome', 100), text('text', 5_000)],
  note: [text('text', 2_000)],
  'request-material': [text('text', 2_000)],
  remark: [text('text', 2_000)],
  extend: [choice('clock', 'clocks'), text('reason', 1_000)],
  pause: [choice('clock', 'clocks'), choice('ground', 'pauseGrounds')],
  resume: [choice('clock', 'clocks')],
  'decide-filing': [choice('filed', 'filing'), text('reason', 1_000)],
  'tell-filing': [text('text', 2_000)],
  'end-mediation': [text('reason', 1_000)],
  dispute: [text('reason', 1_000)],
  'settle-dispute': [text('reason', 1_000)],
  'report-crime': [text('reason', 1_000)],
  'approve-crime': [choice('approved', 'approval'), text('reason', 1_000)],
  'hand-over': [{ kind: 'ticks', name: 'documents', of: 'documents' }],
  'police-decide': [choice('filed', 'filing'), text('reason', 1_000)],
};

/** Acts that are asked about once more: they end a matter, or cannot be called back. */
export const confirmed: readonly ActType[] = ['refuse', 'conclude', 'hand-over'];

/** What stands in the fields: ticks as a list, everything else as text. */
export type ActWords = Record<string, string | string[]>;

export const emptyWords = (type: ActType): ActWords =>
  Object.fromEntries(actFields[type].map(({ name, kind }) => [name, kind === 'ticks' ? [] : '']));

/** @returns the command, or what is wrong with the fields, in the order of the form */
export function commandFrom(
  type: ActType,
  words: ActWords,
): Result<ItemCommand, readonly FieldError[]> {
  const filled = actFields[type].flatMap((field) => {
    const given = words[field.name] ?? '';
    const value = typeof given === 'string' ? given.trim() : given;
    return value.length > 0 ? [{ field, value }] : [];
  });
  const isEmpty = ({ name, optional }: ActField) =>
    !optional && !filled.some(({ field }) => field.name === name);
  const empty = actFields[type]
    .filter(isEmpty)
    .map(({ name, kind }) => ({ field: name, code: kind === 'text' ? 'REQUIRED' : 'CHOOSE' }));
  if (empty.length > 0) return err(empty);
  const given = filled.map(({ field, value }) => [
    field.name,
    isDecision(field) ? value === YES : value,
  ]);
  return judged(ItemCommand, { type, ...Object.fromEntries(given) });
}

/** The value of the choice that says so. */
export const YES = 'yes';

const isDecision = (field: ActField): boolean =>
  field.kind === 'choice' && (field.of === 'filing' || field.of === 'approval');
