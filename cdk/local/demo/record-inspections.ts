/** Records the demo inspections; each is published with a page of its own. */
import { plusDays } from '../../../shared/time.ts';
import type { DemoClient } from './client.ts';
import { today } from './file-complaints.ts';
import { demoInspections } from './inspections.ts';
import { outcome, type Outcome } from './outcome.ts';
import { inParallel } from './progress.ts';

export function recordInspections(client: DemoClient, run: string): Promise<readonly Outcome[]> {
  return inParallel('inspections', demoInspections, async (inspection, index) => {
    const { department, daysAgo, ...found } = inspection;
    const answer = await client.post('/api/desk/inspections', {
      token: await client.officer(department, 'officer'),
      key: `${run}-inspection-${index}`,
      body: {
        ...found,
        inspectedOn: plusDays(today(), -daysAgo),
        inspectors: ['示例证001', '示例证003'],
      },
    });
    return outcome(`inspection of ${inspection.institution.name}`, answer, 201);
  });
}
