/** Why something public was corrected or taken down: its name, what it means, and its law. */
import type { PublicChange } from '../../../shared/disclosure/lists.ts';
import { m } from '#lib/paraglide/messages.js';

export type ChangeGround = PublicChange['ground'];

/** In the order they are explained. */
export const changeGrounds = [
  'CORRECTED',
  'AMENDED',
  'REVOKED',
  'UNLAWFUL',
  'VOID',
  'ERROR',
  'EXPIRED',
  'REPAIRED',
] as const satisfies readonly ChangeGround[];

export const changeGroundName = (ground: ChangeGround): string => m[`ground_${ground}`]();

export const groundMeaning = (ground: ChangeGround): string => m[`ground_${ground}_meaning`]();

/** Undefined where the publisher mends its own mistake: that needs none. */
export function groundLaw(ground: ChangeGround): string | undefined {
  switch (ground) {
    case 'CORRECTED':
      return m.ground_CORRECTED_law();
    case 'AMENDED':
    case 'REVOKED':
    case 'UNLAWFUL':
    case 'VOID':
      return m.ground_penalty_law();
    case 'EXPIRED':
    case 'REPAIRED':
      return m.ground_credit_law();
    case 'ERROR':
      return undefined;
  }
}

/** Their reason says no more than the ground, and in one language only. */
export const groundSaysAll = (ground: ChangeGround | undefined): boolean =>
  ground === 'EXPIRED' || ground === 'REPAIRED';
