/** The kinds of a penalty in a line of a list, each with its own money. */
import type { RecordSummary } from '../../../shared/disclosure/record.ts';
import type { PenaltyKind } from '../../../shared/penalties/kinds.ts';

const FINE: PenaltyKind = 'P21';
const CONFISCATIONS: readonly PenaltyKind[] = ['P22', 'P23'];

/** What was confiscated is one sum: it stands behind the last kind that confiscates. */
export function penaltiesWithMoney({
  kinds = [],
  fineFen,
  confiscatedFen,
}: Pick<RecordSummary, 'kinds' | 'fineFen' | 'confiscatedFen'>): readonly {
  readonly kind: PenaltyKind;
  readonly fen: number | undefined;
}[] {
  const confiscation = kinds.filter((kind) => CONFISCATIONS.includes(kind)).at(-1);
  return kinds.map((kind) => ({
    kind,
    fen: kind === FINE ? fineFen : kind === confiscation ? confiscatedFen : undefined,
  }));
}
