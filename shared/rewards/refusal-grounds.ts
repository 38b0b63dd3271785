/** Why a reward is refused: a condition that is not met, a violation that is not serious enough, or what only words tell. */
import { conditionCodes } from './eligibility.ts';

export const refusalGrounds = [...conditionCodes, 'NOT_SERIOUS', 'OTHER'] as const;
export type RefusalGround = (typeof refusalGrounds)[number];
