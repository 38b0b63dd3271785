/** What a party is to suffer: kinds and amounts; and whether one punishment is heavier than another. */
import * as v from 'valibot';
import { yuan } from '../money.ts';
import { penaltyKindCodes, type PenaltyKind } from './kinds.ts';

/** Fen; a thousand million yuan is more than any district has ever fined. */
export const Fen = v.pipe(
  v.number(),
  v.integer('INVALID'),
  v.minValue(1, 'INVALID'),
  v.maxValue(yuan(1_000_000_000), 'TOO_LARGE'),
);

export const distinct = (list: readonly string[]): boolean => new Set(list).size === list.length;

export const punishmentEntries = {
  kinds: v.pipe(
    v.array(v.picklist(penaltyKindCodes, 'UNKNOWN_KIND')),
    v.minLength(1, 'REQUIRED'),
    v.check((list) => distinct(list), 'REPEATED'),
  ),
  fineFen: v.optional(Fen),
  confiscatedFen: v.optional(Fen),
};

export interface Punishment {
  readonly kinds: readonly PenaltyKind[];
  readonly fineFen?: number | undefined;
  readonly confiscatedFen?: number | undefined;
}

export const fineMatchesKinds = ({ kinds, fineFen }: Punishment): boolean =>
  kinds.includes('P21') === (fineFen !== undefined);

export const confiscationMatchesKinds = ({ kinds, confiscatedFen }: Punishment): boolean =>
  confiscatedFen === undefined || kinds.includes('P22') || kinds.includes('P23');

/** A lighter punishment than the one proposed, as a decision may set it. */
export const LighterPunishment = v.pipe(
  v.strictObject(punishmentEntries),
  v.forward(v.partialCheck([['kinds'], ['fineFen']], fineMatchesKinds, 'FINE_AND_KIND_TOGETHER'), [
    'fineFen',
  ]),
  v.forward(
    v.partialCheck(
      [['kinds'], ['confiscatedFen']],
      confiscationMatchesKinds,
      'CONFISCATION_AND_KIND_TOGETHER',
    ),
    ['confiscatedFen'],
  ),
);

/** How grave a kind is, by the order of 行政处罚法 9; what is equal cannot stand in for one another. P99 is compared with nothing. */
const gravity: Readonly<Record<PenaltyKind, number>> = {
  ...{ P11: 1, P12: 1 },
  ...{ P21: 2, P22: 2, P23: 2 },
  ...{ P31: 3, P32: 3, P41: 3 },
  ...{ P42: 4, P44: 4 },
  ...{ P33: 5, P43: 5, P51: 6 },
  P99: Number.POSITIVE_INFINITY,
};

/**
 * In what a punishment is heavier than an earlier one; undefined when it is not. A kind that was not there before is
 * lighter only in the place of a graver one that was given up.
 */
export function heavierIn(
  later: Punishment,
  earlier: Punishment,
): 'kinds' | 'fineFen' | 'confiscatedFen' | undefined {
  for (const amount of ['fineFen', 'confiscatedFen'] as const) {
    const [now, before] = [later[amount], earlier[amount]];
    if (now !== undefined && before !== undefined && now > before) return amount;
  }
  const added = gravest(later.kinds.filter((kind) => !earlier.kinds.includes(kind)));
  const givenUp = gravest(earlier.kinds.filter((kind) => !later.kinds.includes(kind)));
  const replaced = added.every((kind, place) => {
    const former = givenUp[place];
    return former !== undefined && former !== 'P99' && gravity[former] > gravity[kind];
  });
  if (!replaced) return 'kinds';
  const newlyTaken = later.confiscatedFen !== undefined && earlier.confiscatedFen === undefined;
  return newlyTaken && added.length === 0 ? 'confiscatedFen' : undefined;
}

const gravest = (kinds: readonly PenaltyKind[]): readonly PenaltyKind[] =>
  kinds.toSorted((one, other) => gravity[other] - gravity[one]);

export const punishmentOf = ({ kinds, fineFen, confiscatedFen }: Punishment): Punishment => ({
  kinds,
  ...(fineFen !== undefined && { fineFen }),
  ...(confiscatedFen !== undefined && { confiscatedFen }),
});
