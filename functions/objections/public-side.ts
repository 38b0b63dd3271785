/** The record that an objection is about: as the public has it, and the penalty or inspection behind it where the publisher noted one. */
import { loadStanding } from '../aws/disclosure-store.ts';
import type { PublicSide } from '../../shared/objections/outcome.ts';
import type { Tables } from '../ports.ts';

export interface ObjectedTo {
  readonly side: PublicSide | undefined;
  readonly penaltyId?: string;
  readonly inspectionId?: string;
}

const PENALTY = 'PENALTY#';
const INSPECTION = 'INSPECTION#';

export async function publicSide(
  tables: Pick<Tables, 'get'>,
  recordId: string,
): Promise<ObjectedTo> {
  const { disclosed: side, subject = '' } = (await loadStanding(tables, recordId)) ?? {};
  return {
    side,
    ...(subject.startsWith(PENALTY) && { penaltyId: subject.slice(PENALTY.length) }),
    ...(subject.startsWith(INSPECTION) && { inspectionId: subject.slice(INSPECTION.length) }),
  };
}
