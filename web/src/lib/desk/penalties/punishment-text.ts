/** A punishment in words. */
import type { Punishment } from '../../../../../shared/penalties/punishment.ts';
import { money } from '#lib/figures.ts';
import { listOf, penaltyKindName } from '#lib/names.ts';

/** Each kind with its sum, where it has one. */
export function punishmentText({ kinds, fineFen, confiscatedFen }: Punishment): string {
  const first = kinds.find((kind) => kind === 'P22' || kind === 'P23');
  const sumOf = (kind: string) =>
    kind === 'P21' ? fineFen : kind === first ? confiscatedFen : undefined;
  return listOf(
    kinds.map((kind) => {
      const sum = sumOf(kind);
      return sum === undefined ? penaltyKindName(kind) : `${penaltyKindName(kind)} ${money(sum)}`;
    }),
  );
}
