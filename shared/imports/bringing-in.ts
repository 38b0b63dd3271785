/** What a row becomes when its import is applied. Everything follows from the import and the row, so that twice makes the same. */
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { aggregateId, randomBytesFor, recordId } from '../ids.ts';
import type { Inspection } from '../inspections/inspection.ts';
import type { RegisteredInstitution } from '../institutions/registered.ts';
import { sealedAfter } from '../penalties/chain.ts';
import type { Penalty, PenaltyEvent } from '../penalties/penalty.ts';
import { dateInShanghai } from '../time.ts';
import type { Import } from './import.ts';
import type { InspectionToImport } from './inspection-row.ts';
import type { InstitutionToImport } from './institution-row.ts';
import type { PenaltyToImport } from './penalty-row.ts';

/** An import that has been applied. */
export type Applied = Import & { readonly appliedAt: string };

/** The penalty with the one event that its record begins with. */
export function penaltyOf(
  value: PenaltyToImport,
  row: number,
  applied: Applied,
): { readonly penalty: Penalty; readonly event: PenaltyEvent } {
  const { department, by, appliedAt, correlationId, importId } = applied;
  const { proposal, decisionNumber, decidedOn, publicUntil, content, remark } = value;
  const penaltyId = idOf('P', applied, row);
  const event = sealedAfter({ penaltyId }, { seq: 1, at: appliedAt, type: 'import', by });
  const penalty: Penalty = {
    ...{ penaltyId, version: 1, department, status: 'decided', proposal },
    ...{ proposedBy: by, proposedAt: appliedAt, correlationId },
    decision: { decisionNumber, decidedOn, decidedBy: by },
    imported: {
      ...{ batch: importId, row },
      ...(publicUntil !== undefined && { publicUntil }),
      ...(content !== undefined && { content }),
      ...(remark !== undefined && { remark }),
    },
    ...{ recordId: recordIdOf(applied, row), recordHash: event.hash },
  };
  return { penalty, event };
}

export function inspectionOf(value: InspectionToImport, row: number, applied: Applied): Inspection {
  const { department, by, appliedAt, correlationId, importId } = applied;
  const { number, institution, report } = value;
  return {
    ...{ inspectionId: idOf('I', applied, row), version: 1, department, institution, report },
    ...{ recordedBy: by, recordedAt: appliedAt, correlationId },
    imported: { batch: importId, row, ...(number !== undefined && { number }) },
    recordId: recordIdOf(applied, row),
  };
}

export const registeredOf = (
  value: InstitutionToImport,
  row: number,
  { importId, appliedAt, department }: Applied,
): RegisteredInstitution => ({
  ...value,
  imported: { batch: importId, row, on: dateInShanghai(appliedAt), department },
});

const idOf = (letter: 'P' | 'I', applied: Applied, row: number): string =>
  aggregateId(letter, dateInShanghai(applied.appliedAt), drawn(applied, row, 'id'));

const recordIdOf = (applied: Applied, row: number): string =>
  recordId(drawn(applied, row, 'record'));

const drawn = ({ seed }: Applied, row: number, what: 'id' | 'record'): Uint8Array =>
  sha256(utf8ToBytes(`${seed} ${row} ${what}`)).slice(0, randomBytesFor.recordId);
