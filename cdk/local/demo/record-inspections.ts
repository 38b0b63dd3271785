/** Records the demo inspections and waits until the public can read them. */
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

/** One outcome for each inspection, and a last one for the publication of them all. */
export async function recordInspections(
  client: DemoClient,
  run: string,
): Promise<readonly Outcome[]> {
  const before = (await client.disclosures(INSPECTIONS)).length;
  const recorded = await inParallel('inspections', demoInspections, async (inspection, index) => {
    const { department, daysAgo, ...found } = inspection;
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
    return outcome(`inspection of ${inspection.institution.name}`, answer, 201);
  });
  const expected = before + recorded.filter(({ held }) => held).length;
  const published = await askUntil(async () => {
    const now = (await client.disclosures(INSPECTIONS)).length;
    return now >= expected || undefined;
  }, PUBLISHED_WITHIN_MS);
  return [...recorded, { what: 'publication of the inspections', held: published === true }];
}
