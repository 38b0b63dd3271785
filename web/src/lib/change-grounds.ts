/** Why something public was corrected or taken down: its name, what it means, and its law. */
import type { PublicChange } from '../../../shared/disclosure/lists.ts';
import type { RecordKind } from '../../../shared/disclosure/record.ts';
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

/** @param kind - of what it happened to; absent where grounds are explained for all */
export function changeGroundName(ground: ChangeGround, kind?: RecordKind): string {
  if (kind === 'inspection' && ground === 'REVOKED') return m.ground_inspection_REVOKED();
  if (kind === 'inspection' && ground === 'UNLAWFUL') return m.ground_inspection_UNLAWFUL();
  return m[`ground_${ground}`]();
}

export const groundMeaning = (ground: ChangeGround): string => m[`ground_${ground}_meaning`]();

/** Undefined where the publisher mends its own mistake, and for inspections: no law speaks of taking those back. */
export function groundLaw(ground: ChangeGround, kind?: RecordKind): string | undefined {
  if (kind === 'inspection' && ground !== 'CORRECTED') return undefined;
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
