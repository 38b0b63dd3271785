/** What an officer writes or chooses with each act on a penalty, as data, and the command it becomes. */
import type { FieldError } from '../../../../../shared/api/problem.ts';
import {
  PenaltyCommand,
  type PenaltyCommandType,
} from '../../../../../shared/penalties/commands.ts';
import type { DocumentReference } from '../../../../../shared/penalties/documents.ts';
import { licencesOf } from '../../../../../shared/penalties/licences.ts';
import type { Result } from '../../../../../shared/result.ts';
import { judged } from '#lib/desk/forms/judged.ts';
import { fenOf } from '#lib/desk/penalties/fen-of.ts';

export type ChoiceOf =
  | 'finding'
  | 'closureGround'
  | 'serviceWay'
  | 'contestKind'
  | 'contestOutcome'
  | 'disposal'
  | 'execution'
  | 'withdrawalGround'
  | 'documentKind';

export type ActField = {
  /** As the command calls it. */
  readonly name: string;
  readonly optional?: true;
} & (
  | { readonly kind: 'text'; readonly longest: number }
  /** One on each line. `instalments`: a day and an amount; `licences`: a name and a number. */
  | { readonly kind: 'lines' | 'instalments' | 'licences' }
  /** `ahead`: it may lie in the future. */
  | { readonly kind: 'date'; readonly ahead?: true }
  /** Yuan. */
  | { readonly kind: 'amount' }
  | { readonly kind: 'yes' }
  | { readonly kind: 'choice'; readonly of: ChoiceOf }
  | { readonly kind: 'officer' }
);

const text = (name: string, longest: number): ActField => ({ kind: 'text', name, longest });
const date = (name: string): ActField => ({ kind: 'date', name });
const choice = (name: string, of: ChoiceOf): ActField => ({ kind: 'choice', name, of });
const amount = (name: string): ActField => ({ kind: 'amount', name, optional: true });
const maybe = (field: ActField): ActField => ({ ...field, optional: true });
const reason = text('reason', 500);

/** Acts with a form of their own elsewhere. */
type Elsewhere =
  'notify' | 'revise' | 'waive-defence' | 'waive-hearing' | 'review' | 'decide' | 'withdraw';
export type FormAct = Exclude<PenaltyCommandType, Elsewhere>;

/** In the order of the form; the longest is what the API takes. */
const fields: Readonly<Record<FormAct, readonly ActField[]>> = {
  'hear-defence': [
    date('statedOn'),
    text('statement', 5_000),
    choice('finding', 'finding'),
    text('reply', 2_000),
  ],
  'lapse-defence': [],
  'request-hearing': [date('requestedOn')],
  'arrange-hearing': [
    date('notifiedOn'),
    { kind: 'date', name: 'heldOn', ahead: true },
    text('place', 200),
    text('chair', 60),
  ],
  'hold-hearing': [date('heldOn'), text('record', 5_000)],
  'give-up-hearing': [date('on'), reason],
  'lapse-hearing': [],
  discuss: [date('heldOn'), { kind: 'lines', name: 'participants' }, text('opinion', 2_000)],
  'send-back': [reason],
  close: [date('on'), choice('ground', 'closureGround'), reason],
  'suspect-crime': [reason],
  'clear-suspicion': [reason],
  'transfer-crime': [date('on'), text('reference', 100)],
  serve: [date('on'), choice('way', 'serviceWay'), { kind: 'yes', name: 'agreed' }],
  pay: [
    date('on'),
    ...[amount('fineFen'), amount('surchargeFen'), amount('confiscatedFen')],
    text('receipt', 100),
  ],
  defer: [{ kind: 'instalments', name: 'instalments' }, reason],
  contest: [date('on'), choice('kind', 'contestKind')],
  'settle-contest': [date('on'), choice('outcome', 'contestOutcome')],
  execute: [date('on'), choice('how', 'execution')],
  recheck: [date('on'), { kind: 'yes', name: 'corrected' }, text('findings', 2_000)],
  archive: [date('on')],
  attach: [maybe(text('note', 500))],
  recuse: [
    { kind: 'officer', name: 'officer', optional: true },
    maybe(text('certificate', 60)),
    maybe(text('replacement', 60)),
    reason,
  ],
  'preserve-evidence': [date('on'), text('items', 1_000)],
  'dispose-evidence': [date('on'), choice('how', 'disposal')],
  extend: [{ kind: 'date', name: 'until', ahead: true }, text('basis', 200), reason],
  correct: [
    maybe(text('partyName', 100)),
    maybe(text('uscc', 18)),
    maybe(text('violation', 200)),
    maybe(text('facts', 5_000)),
    { kind: 'lines', name: 'legalBasis', optional: true },
    maybe(text('decisionNumber', 100)),
    { kind: 'licences', name: 'licences', optional: true },
    reason,
  ],
  repair: [date('on'), text('reference', 200)],
  'publish-minor': [reason],
  'list-serious': [text('basis', 200)],
};

export const hasForm = (type: PenaltyCommandType): type is FormAct => type in fields;
export const fieldsOf = (type: FormAct): readonly ActField[] => fields[type];

/** Acts that are asked about once more: they cannot be called back. */
export const confirmed: readonly FormAct[] = [
  ...(['close', 'transfer-crime', 'archive', 'recuse'] as const),
  ...(['correct', 'repair', 'publish-minor', 'list-serious'] as const),
];
/** Those of them that change what the public sees. */
export const changesPublic: readonly FormAct[] = [
  ...(['correct', 'repair', 'publish-minor', 'list-serious'] as const),
];

/** What stands in the fields. */
export type ActWords = Record<string, string>;
export const YES = 'yes';

/** @returns the command, or what is wrong with the fields, as the API will judge it */
export function commandFrom(
  type: FormAct,
  words: ActWords,
  documents: readonly DocumentReference[],
): Result<PenaltyCommand, readonly FieldError[]> {
  const given = fields[type].flatMap((field) => {
    const value = valueOf(field, (words[field.name] ?? '').trim());
    return value === undefined ? [] : [[field.name, value] as const];
  });
  return judged(PenaltyCommand, {
    ...{ type, ...Object.fromEntries(given) },
    ...(documents.length > 0 && { documents }),
  });
}

function valueOf({ kind }: ActField, typed: string): unknown {
  if (kind === 'yes') return typed === YES;
  if (typed === '') return undefined;
  switch (kind) {
    case 'amount':
      return fenOf(typed) ?? typed;
    case 'lines':
      return linesOf(typed);
    case 'licences':
      return licencesOf(typed);
    case 'instalments':
      return linesOf(typed).map((line) => {
        const [dueOn = '', yuan = ''] = line.split(/\s+/);
        return { dueOn, amountFen: fenOf(yuan) ?? yuan };
      });
    case 'text':
    case 'date':
    case 'choice':
    case 'officer':
      return typed;
  }
}

const linesOf = (typed: string): readonly string[] =>
  typed
    .split(/\n/)
    .map((line) => line.trim())
    .filter(Boolean);
