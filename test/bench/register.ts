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
  const sizes = [FEW, Number(process.env['RECORDS'] ?? MANY)];
  const registers: Furnished[] = [];
  try {
    for (const records of sizes) registers.push(await furnished(records));
    const milliseconds = registers.map((): number[] => []);
    // By turns, so that whatever else the machine does falls on both.
    for (let nth = 0; nth < WARM_UPS + PUBLICATIONS; nth++)
      for (const [at, register] of registers.entries()) {
        const took = await publication(nth, register);
        if (nth >= WARM_UPS) milliseconds[at]?.push(took);
      }
    return judged(sizes, milliseconds);
  } finally {
    for (const { end } of registers) await end();
  }
}

function judged(sizes: readonly number[], milliseconds: readonly (readonly number[])[]) {
  const medians = milliseconds.map(median);
  const [few = NaN, many = NaN] = medians;
  const growth = many / few;
  return {
    lines: [
      ...sizes.map((size, at) => {
        const p95 = quantile(milliseconds[at] ?? [], 0.95);
        return `publishing one more with ${size} behind it   p50 ${medians[at]?.toFixed(0)} ms   p95 ${p95.toFixed(0)} ms`;
      }),
      `with many × ${growth.toFixed(2)} of with few`,
    ],
    failures: [
      ...medians.flatMap((p50) => (p50 > MOST_MS ? [`publishing, p50 ${p50.toFixed(0)} ms,`] : [])),
      ...(growth > MOST_GROWTH ? [`growth × ${growth.toFixed(2)}`] : []),
    ],
  };
}

interface Furnished {
  readonly deps: Parameters<typeof publishRecord>[1];
  readonly until: DateOnly;
  readonly end: () => Promise<void>;
}

/** Engines of their own with so many records, and the search over them. */
async function furnished(records: number): Promise<Furnished> {
  const folder = newDataDir();
  const { tables, site, stop } = await startBareEngines(folder);
  const now = () => instantOf(Date.now());
  const until = dateInShanghai(now());
  const deps = { tables, site, now, render: windowRenderer(ORIGIN) };
  await fillRecords(tables, {
    records,
    seed: 1,
    until,
    institutions: INSTITUTIONS,
    months: MONTHS,
  });
  await compactSearch(() => everyRecord(deps), site, now());
  const end = async () => {
    await stop();
    removeDataDir(folder);
  };
  return { deps, until, end };
}

/** How long it took. */
async function publication(nth: number, { deps, until }: Furnished): Promise<number> {
  const subject = await decideAnother(nth, until, deps.tables);
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
  return performance.now() - begun;
}

/** One of the last days, by an institution that has records. */
async function decideAnother(
  nth: number,
  until: DateOnly,
  tables: Parameters<typeof fillRecords>[0],
): Promise<string> {
  const records = 2 * MANY; // its number is of no place that was filled
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
    await written(tables.commit(penaltyWrites(invented.penalty, event)));
    return `PENALTY#${invented.penalty.penaltyId}`;
  }
  await written(tables.commit(inspectionWrites(invented.inspection)));
  return `INSPECTION#${invented.inspection.inspectionId}`;
}

async function written(commit: Promise<{ readonly ok: boolean }>): Promise<void> {
  if (!(await commit).ok) throw new Error('what was to be published was there already');
}
