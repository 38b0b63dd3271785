/** The chain of the full-process record (执法全过程记录, 行政处罚法 47): the penalty keeps the hash of the last event. */
import {
  beginningOf,
  sealedAfter as sealedAfterHash,
  verifyChain as verify,
  type ChainCheck,
  type Sealed,
} from '../chain.ts';
import type { Penalty, PenaltyEvent } from './penalty.ts';

export type { ChainCheck } from '../chain.ts';
export type SealedEvent = Sealed<PenaltyEvent>;

/** The event as it follows on what the penalty's record holds so far. */
export const sealedAfter = (
  { penaltyId, recordHash }: Pick<Penalty, 'penaltyId' | 'recordHash'>,
  event: PenaltyEvent,
): SealedEvent => sealedAfterHash(recordHash ?? beginning(penaltyId), event);

/** Is the record whole? @param events - in their order */
export const verifyChain = (
  { penaltyId, recordHash, version }: Pick<Penalty, 'penaltyId' | 'recordHash' | 'version'>,
  events: readonly PenaltyEvent[],
): ChainCheck =>
  verify(events, { beginning: beginning(penaltyId), end: recordHash, length: version });

const beginning = (penaltyId: string): string => beginningOf(`penalty ${penaltyId}`);
