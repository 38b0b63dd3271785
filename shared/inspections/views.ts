/** What the desk shows of one inspection: how it stands, what was done to it, what the public reads, what the caller may do. */
import type { DateOnly } from '../time.ts';
import { verifyActs } from './acts.ts';
import { inspectionInList } from './inspection.ts';
import { offersOf, type Acted, type InspectionOfficer } from './lifecycle.ts';

/** What the public has of it today. */
export type PublicStanding =
  | { readonly state: 'public'; readonly publishedOn: DateOnly; readonly corrections: number }
  | { readonly state: 'withdrawn' };

/** @param standing - undefined as long as the public has nothing of it */
export function inspectionForDesk(
  { inspection, events }: Acted,
  standing: PublicStanding | undefined,
  officer: InspectionOfficer,
) {
  const { version, institution, report, corrections, withdrawal, imported } = inspection;
  const record = verifyActs(inspection, events);
  return {
    ...inspectionInList(inspection),
    ...{ version, institution, report },
    ...(corrections && { corrections }),
    ...(withdrawal && { withdrawal }),
    ...(imported?.number !== undefined && { importedNumber: imported.number }),
    ...(standing && { standing }),
    /** Do the pages still say something else than the department does? */
    isUnderWay: isUnderWay(inspection, standing),
    offers: offersOf(inspection, officer),
    events,
    ...(record && { record }),
  };
}

function isUnderWay(
  { withdrawal, corrections = [] }: Acted['inspection'],
  standing: PublicStanding | undefined,
): boolean {
  if (withdrawal) return standing?.state === 'public';
  return standing?.state !== 'public' || standing.corrections < corrections.length;
}
