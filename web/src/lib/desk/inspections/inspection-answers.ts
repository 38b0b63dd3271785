/** What the API answers about inspections. */
import type { inspectionInList } from '../../../../../shared/inspections/inspection.ts';

export interface InspectionPage {
  readonly inspections: readonly ReturnType<typeof inspectionInList>[];
  readonly cursor?: string;
}
