/** Records the demo inspections, waits until the public can read them, and puts right what was written wrong. */
import { plusDays } from '../../../shared/time.ts';
import { askUntil } from './ask.ts';
import type { DemoClient } from './client.ts';
import { today } from './today.ts';
import { demoInspections } from './inspections.ts';
import { outcome, type Outcome } from './outcome.ts';
import { inParallel } from './progress.ts';
import { streetOf } from './street-of.ts';

const PUBLISHED_WITHIN_MS = 60_000;
const INSPECTIONS = new URLSearchParams({ kind: 'inspection' });

/** One outcome for each inspection, one for the publication of them all, and one for each correction. */
export async function recordInspections(
  client: DemoClient,
  run: string,
): Promise<readonly Outcome[]> {
  const before = (await client.disclosures(INSPECTIONS)).length;
  const runs = await inParallel('inspections', demoInspections, async (inspection, index) => {
    const { department, daysAgo, corrected, ...found } = inspection;
    const answer = await client.post('/api/desk/inspections', {
      token: await client.officer(department, 'officer'),
      key: `${run}-inspection-${index}`,
      body: {
        ...found,
        institution: { ...found.institution, ...streetOf(found.institution) },
        inspectedOn: plusDays(today(), -daysAgo),
        inspectors: ['示例证001', '示例证003'],
      },
    });
    const { inspectionId } = (answer.json ?? {}) as { readonly inspectionId?: string }; // the contract of a 201
    const recorded = outcome(`inspection of ${inspection.institution.name}`, answer, 201);
    return { recorded, department, corrected, inspectionId, key: `${run}-correction-${index}` };
  });
  const expected = before + runs.filter(({ recorded }) => recorded.held).length;
  const published = await askUntil(async () => {
    const now = (await client.disclosures(INSPECTIONS)).length;
    return now >= expected || undefined;
  }, PUBLISHED_WITHIN_MS);
  const corrections: Outcome[] = [];
  for (const { department, corrected, inspectionId, key } of runs) {
    if (!corrected || inspectionId === undefined) continue;
    const token = await client.officer(department, 'publisher');
    const body = { type: 'correct', version: 1, ...corrected };
    const path = `/api/desk/inspections/${inspectionId}/commands`;
    const answer = await client.post(path, { token, body, key });
    corrections.push(outcome(`correction of ${inspectionId}`, answer, 200));
  }
  return [
    ...runs.map(({ recorded }) => recorded),
    { what: 'publication of the inspections', held: published === true },
    ...corrections,
  ];
}
