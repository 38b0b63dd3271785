/** The record of acts on an inspection: a chain from its recording on, so that nothing is edited away. */
import { beginningOf, sealedAfter, verifyChain, type ChainCheck, type Sealed } from '../chain.ts';
import type { Inspection, InspectionEvent } from './inspection.ts';

/** The recording itself. @param inspection - as it was recorded */
export const recording = (inspection: Inspection): InspectionEvent => ({
  ...{ seq: 1, at: inspection.recordedAt, type: inspection.imported ? 'import' : 'record' },
  by: inspection.recordedBy,
  said: { institution: inspection.institution, ...inspection.report },
});

/** Recorded before acts were kept, and not touched since: its recording is told by what is kept of it. */
export const isWithoutActs = ({ recordHash }: Inspection): boolean => recordHash === undefined;

/** New acts as they follow on what the record holds so far; they were not sealed before. */
export function sealedActs(
  { inspectionId, recordHash }: Pick<Inspection, 'inspectionId' | 'recordHash'>,
  events: readonly InspectionEvent[],
): readonly Sealed<InspectionEvent>[] {
  const sealed: Sealed<InspectionEvent>[] = [];
  for (const event of events) {
    const previous = sealed.at(-1)?.hash ?? recordHash ?? beginning(inspectionId);
    sealed.push(sealedAfter(previous, event));
  }
  return sealed;
}

/** Is the record whole? Undefined where none is kept yet. @param events - in their order */
export function verifyActs(
  inspection: Inspection,
  events: readonly InspectionEvent[],
): ChainCheck | undefined {
  if (isWithoutActs(inspection)) return undefined;
  const { inspectionId, version: length, recordHash: end } = inspection;
  return verifyChain(events, { beginning: beginning(inspectionId), end, length });
}

const beginning = (inspectionId: string): string => beginningOf(`inspection ${inspectionId}`);
