/** What an officer writes with an act, and the command it becomes. */
import type { ItemCommand } from '../../../../../shared/complaints/lifecycle.ts';
import { err, ok, type Result } from '../../../../../shared/result.ts';

/** Acts that are confirmed or written; `assign` has buttons of its own. */
export type ActType = Exclude<ItemCommand['type'], 'assign'>;

export interface ActWords {
  readonly reason: string;
  readonly outcome: string;
  readonly text: string;
}

export type ActField = keyof ActWords;

export const noWords: ActWords = { reason: '', outcome: '', text: '' };

/** The longest the API takes. */
export const longest: Readonly<Record<ActType, Readonly<Partial<Record<ActField, number>>>>> = {
  accept: {},
  return: { reason: 1_000 },
  note: { text: 2_000 },
  conclude: { outcome: 100, text: 5_000 },
};

export const fieldsOf = (type: ActType): readonly ActField[] =>
  (['reason', 'outcome', 'text'] as const).filter((field) => longest[type][field] !== undefined);

/** @returns the command, or the fields that are still empty, in the order of the form */
export function commandFrom(
  type: ActType,
  words: ActWords,
): Result<ItemCommand, readonly ActField[]> {
  const empty = fieldsOf(type).filter((field) => words[field].trim() === '');
  if (empty.length > 0) return err(empty);
  const [reason, outcome, text] = [words.reason.trim(), words.outcome.trim(), words.text.trim()];
  const commands: Readonly<Record<ActType, ItemCommand>> = {
    accept: { type: 'accept' },
    return: { type: 'return', reason },
    note: { type: 'note', text },
    conclude: { type: 'conclude', outcome, text },
  };
  return ok(commands[type]);
}
