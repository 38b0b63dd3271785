/** What it costs to publish one more, with a thousand records behind it and with fifty thousand. */
import { inspectionWrites, penaltyWrites } from '../../functions/aws/supervision-store.ts';
import { publishRecord } from '../../functions/disclosure/publish-record.ts';
import { everyRecord } from '../../functions/disclosure/refresh-tasks.ts';
import { compactSearch } from '../../functions/disclosure/search-index.ts';
import { windowRenderer } from '../../functions/disclosure/window-renderer.ts';
import { dateInShanghai, instantOf, type DateOnly } from '../../shared/time.ts';
import { fillRecords } from '../load/fill-records.ts';
import { inventedSubject } from '../load/invented-record.ts';
import { startBareEngines } from '../support/bare-engines.ts';
import { newDataDir, removeDataDir } from '../support/system.ts';
import { median, quantile } from './figures.ts';

const FEW = 1_000;
const MANY = 50_000;
const INSTITUTIONS = 3_000;
const MONTHS = 36;
const WARM_UPS = 3;
const PUBLICATIONS = 15;
const MOST_MS = 2_000;
/** Publishing must not grow with the register: what is more is the noise of a machine. */
const MOST_GROWTH = 1.2;
const ORIGIN = 'http://localhost:8080';
const SEED_OF_THE_NEW = 7;

export async function benchRegister(): Promise<{
  readonly lines: readonly string[];
  readonly failures: readonly string[];
}> {
  process.env['SITE_ORIGIN'] = ORIGIN;
  const lines: string[] = [];
  const failures: string[] = [];
  const medians: number[] = [];
  for (const records of [FEW, Number(process.env['RECORDS'] ?? MANY)]) {
    const milliseconds = await publications(records);
    const [p50, p95] = [median(milliseconds), quantile(milliseconds, 0.95)];
    medians.push(p50);
    lines.push(
      `publishing one more with ${records} behind it   p50 ${p50.toFixed(0)} ms   p95 ${p95.toFixed(0)} ms`,
    );
    if (p50 > MOST_MS) failures.push(`publishing with ${records}, p50 ${p50.toFixed(0)} ms,`);
  }
  const [few = NaN, many = NaN] = medians;
  lines.push(`with many × ${(many / few).toFixed(2)} of with few`);
  if (many / few > MOST_GROWTH) failures.push(`growth × ${(many / few).toFixed(2)}`);
  return { lines, failures };
}

/** How long each took, on engines of their own with so many records. */
async function publications(records: number): Promise<readonly number[]> {
  const folder = newDataDir();
  const { tables, site, stop } = await startBareEngines(folder);
  try {
    const now = () => instantOf(Date.now());
    const until = dateInShanghai(now());
    const plan = { until, institutions: INSTITUTIONS, months: MONTHS };
    await fillRecords(tables, { ...plan, records, seed: 1 });
    const deps = { tables, site, now, render: windowRenderer(ORIGIN) };
    await compactSearch(() => everyRecord(deps), site, now());
    const milliseconds: number[] = [];
    for (let nth = 0; nth < WARM_UPS + PUBLICATIONS; nth++) {
      const subject = await decideAnother(nth, until, tables);
      const begun = performance.now();
      await publishRecord(
        {
          outboxId: `OUT#${subject}.1#DISCLOSURE`,
          addressee: 'DISCLOSURE',
          pointer: { kind: 'publication', subject, version: 1 },
          correlationId: 'bench',
        },
        deps,
      );
      if (nth >= WARM_UPS) milliseconds.push(performance.now() - begun);
    }
    return milliseconds;
  } finally {
    await stop();
    removeDataDir(folder);
  }
}

/** One of the last days, by an institution that has records. */
async function decideAnother(
  nth: number,
  until: DateOnly,
  tables: Parameters<typeof fillRecords>[0],
): Promise<string> {
  const records = MANY;
  const plan = {
    records,
    until,
    institutions: INSTITUTIONS,
    months: MONTHS,
    seed: SEED_OF_THE_NEW,
  };
  const invented = inventedSubject(plan, records - 1 - nth);
  if ('penalty' in invented) {
    const event = { seq: 1, at: invented.at, type: 'decide', by: 'bench' };
    await tables.commit(penaltyWrites(invented.penalty, event));
    return `PENALTY#${invented.penalty.penaltyId}`;
  }
  await tables.commit(inspectionWrites(invented.inspection));
  return `INSPECTION#${invented.inspection.inspectionId}`;
}
