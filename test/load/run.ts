/** `npm run load`: fills the tables with invented cases or public records, thousands of them, to see how desk and register stand it. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readSettings, type Settings } from '../../cdk/local/settings.ts';
import { dateInShanghai, isDate } from '../../shared/time.ts';
import { openEngine } from './engine.ts';
import { fill } from './fill.ts';
import { fillRecords } from './fill-records.ts';
import { writePages } from './write-pages.ts';

const HELP = `Fills the tables of this machine with invented cases and the departments' worklists, or with public records.

  npm run load -- --cases 20000    so many open cases, and a tenth as many closed ones
  npm run load -- --records 50000  so many public records of 36 months and 3,000 institutions, two fifths of them
                                   penalties, and every page of the register written by the publisher

  --seed 1            the same seed, day and number make the same cases: a second run goes on where the first ended
  --until 2026-11-22  the last day on which somebody complained, and the day on which records are public; today unless said
  --institutions 3000, --months 36
  --yes               do it although this is not a demonstration on this machine

Of the data folder DATA_DIR (.data), whether its system runs or not. The cases go into the tables as filing
would write them, but past the relay: to file twenty thousand over HTTP takes an hour. No receipt leads to them, no
department's system hears of them, and statistics know them after \`npm run recount -- --mend\`. Records go into the tables with
the decision or inspection behind them; their pages are written by the running system's publisher, in steps, and where
none runs by the next that starts. \`npm run reset\` forgets all of it.
`;

const { values } = parseArgs({
  options: {
    help: { type: 'boolean', short: 'h' },
    cases: { type: 'string' },
    records: { type: 'string' },
    institutions: { type: 'string', default: '3000' },
    months: { type: 'string', default: '36' },
    seed: { type: 'string', default: '1' },
    until: { type: 'string', default: dateInShanghai(new Date().toISOString()) },
    yes: { type: 'boolean' },
  },
});
const [cases = 0, records = 0, institutions = 0, months = 0] = [
  values.cases ?? '0',
  values.records ?? '0',
  values.institutions,
  values.months,
].map(Number);
const seed = Number(values.seed);
const isSound =
  [cases, records, institutions, months, seed].every((number) => Number.isInteger(number)) &&
  cases + records > 0 &&
  isDate(values.until);

if (values.help || !isSound) {
  process.stdout.write(HELP);
  process.exitCode = values.help ? 0 : 2;
} else {
  try {
    process.exitCode = await load(readSettings(process.env));
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}

async function load(settings: Settings): Promise<number> {
  const credentialsPath = join(settings.dataDir, 'demo-credentials.json');
  const isDemo = existsSync(credentialsPath) && settings.dynamodbEndpoint === undefined;
  if (!isDemo && !values.yes) {
    process.stderr.write(
      `${settings.dynamodbEndpoint ?? settings.dataDir} is not a demonstration of this machine. Invented ones do not belong among real ones; --yes puts them there.\n`,
    );
    return 1;
  }
  const engine = await openEngine(settings);
  const { until } = values;
  process.stdout.write(`Filling ${engine.how}. Seed ${seed}, until ${until}.\n`);
  try {
    if (cases > 0) await fill(engine.tables, { cases, seed, until, credentialsPath });
    if (records > 0) {
      await fillRecords(engine.tables, { records, seed, until, institutions, months });
      await writePages(engine);
    }
  } finally {
    await engine.stop();
  }
  if (cases > 0)
    process.stdout.write('Statistics do not know them yet: npm run recount -- --mend\n');
  return 0;
}
