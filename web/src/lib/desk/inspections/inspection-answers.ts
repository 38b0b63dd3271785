/** What the API answers about inspections. */
import type { inspectionInList } from '../../../../../shared/inspections/inspection.ts';
import type { inspectionForDesk } from '../../../../../shared/inspections/views.ts';

export interface InspectionPage {
  readonly inspections: readonly ReturnType<typeof inspectionInList>[];
  readonly cursor?: string;
}

export type ShownInspection = ReturnType<typeof inspectionForDesk>;
