/** Which paper an act usually brings to the file, and where the law wants one. */
import type { PenaltyCommandType } from './commands.ts';
import type { DocumentKind } from './documents.ts';
import type { Penalty, PenaltyEvent } from './penalty.ts';

type ActName = PenaltyCommandType | 'propose';

/** Each with its article of 行政处罚法: 54, 44, 64, 64, 58, 57, 59, 61, 56; and of 移送规定: 6. */
const wanted: Readonly<Partial<Record<ActName, DocumentKind>>> = {
  propose: 'FILING',
  notify: 'NOTICE',
  'arrange-hearing': 'HEARING_NOTICE',
  'hold-hearing': 'HEARING_RECORD',
  review: 'REVIEW',
  discuss: 'DISCUSSION',
  decide: 'DECISION',
  serve: 'SERVICE',
  'preserve-evidence': 'PRESERVATION',
  'transfer-crime': 'TRANSFER',
};

/** Usual, though no article asks for it. */
const usual: Readonly<Partial<Record<ActName, DocumentKind>>> = {
  'hear-defence': 'DEFENCE',
  'waive-defence': 'DEFENCE',
  'dispose-evidence': 'PRESERVATION',
  recuse: 'RECUSAL',
  pay: 'PAYMENT',
  recheck: 'RECHECK',
};

/** The paper that the law wants with the act; undefined where it wants none. */
export const wantedPaper = (type: ActName): DocumentKind | undefined => wanted[type];

export const usualPaper = (type: ActName): DocumentKind => wanted[type] ?? usual[type] ?? 'OTHER';

/** A paper that the law wants and the file does not have yet. */
export interface MissingPaper {
  readonly kind: DocumentKind;
  /** The act it belongs to. */
  readonly act: string;
  readonly at: PenaltyEvent['at'];
}

/**
 * Nothing stops for want of a paper: it may lie on a desk. It counts wherever it came to the file, with the act or beside it,
 * as long as no earlier act of its sort needs it. What was decided elsewhere has its file elsewhere.
 */
export function missingPapers(
  { proposal }: Pick<Penalty, 'proposal'>,
  events: readonly PenaltyEvent[],
): readonly MissingPaper[] {
  const held = new Map<DocumentKind, number>();
  for (const { kind } of events.flatMap(({ documents = [] }) => documents))
    held.set(kind, (held.get(kind) ?? 0) + 1);
  const asking = events.toReversed().flatMap(({ type, at }): MissingPaper[] => {
    const kind = Object.entries(wanted).find(([act]) => act === type)?.[1];
    const isAsked = kind && !(proposal.procedure === 'SIMPLE' && kind === 'FILING'); // 51: decided on the spot
    return isAsked ? [{ kind, act: type, at }] : [];
  });
  return asking
    .filter(({ kind }) => {
      const left = held.get(kind) ?? 0;
      held.set(kind, left - 1);
      return left <= 0;
    })
    .toReversed();
}
