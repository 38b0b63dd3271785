/** A decision that is lighter than what the party was told: as an officer types it, and how it compares. */
import { aggravationOf } from '../../../../../shared/penalties/gates.ts';
import type { Penalty } from '../../../../../shared/penalties/penalty.ts';
import { LighterPunishment, type Punishment } from '../../../../../shared/penalties/punishment.ts';
import { judged } from '#lib/desk/forms/judged.ts';
import { fenOf } from './fen-of.ts';
import { hasConfiscation, hasFine, yuanOf } from './proposal-form.ts';

export interface LighterWords {
  kinds: string[];
  /** Yuan. */
  fine: string;
  /** Yuan. */
  confiscated: string;
}

/** What the party was told of. */
export const toldOf = ({ notified, proposal }: Penalty): Punishment => notified ?? proposal;

export const lighterWords = ({ kinds, fineFen, confiscatedFen }: Punishment): LighterWords => ({
  kinds: [...kinds],
  ...{ fine: yuanOf(fineFen), confiscated: yuanOf(confiscatedFen) },
});

export function lighterBody({ kinds, fine, confiscated }: LighterWords) {
  const fineFen = hasFine(kinds) ? fenOf(fine) : undefined;
  const confiscatedFen = hasConfiscation(kinds) ? fenOf(confiscated) : undefined;
  return {
    kinds,
    ...(fineFen !== undefined && { fineFen }),
    ...(confiscatedFen !== undefined && { confiscatedFen }),
  };
}

/** `open`: not complete yet; else whether it fits, or in what it is heavier. */
export type Verdict = 'open' | 'fits' | 'kinds' | 'fineFen' | 'confiscatedFen';

export function verdictOn(penalty: Penalty, words: LighterWords): Verdict {
  const lighter = judged(LighterPunishment, lighterBody(words));
  return lighter.ok ? (aggravationOf(penalty, lighter.value) ?? 'fits') : 'open';
}

/** What would stand, were it decided so; the proposal itself while it is not complete. */
export function decidedProposal(
  { proposal }: Penalty,
  words: LighterWords | undefined,
): Penalty['proposal'] {
  const lighter = words && judged(LighterPunishment, lighterBody(words));
  if (!lighter?.ok) return proposal;
  const { fineFen: _, confiscatedFen: _too, ...rest } = proposal;
  return { ...rest, ...lighter.value };
}
