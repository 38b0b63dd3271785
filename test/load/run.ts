/** `npm run load`: fills the tables with invented cases, thousands of them, to see how the desk stands it. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readSettings, type Settings } from '../../cdk/local/settings.ts';
import { dateInShanghai, isDate } from '../../shared/time.ts';
import { openEngine } from './engine.ts';
import { fill } from './fill.ts';

const HELP = `Fills the tables of this machine with invented cases and the departments' worklists.

  npm run load -- --cases 20000    so many open cases, and a tenth as many closed ones

  --seed 1            the same seed, day and number make the same cases: a second run goes on where the first ended
  --until 2026-11-22  the last day on which somebody complained; today unless said
  --yes               do it although this is not a demonstration on this machine

Of the data folder DATA_DIR (.data), whether its system runs or not. The cases go into the tables as filing
would write them, but past the relay: to file twenty thousand over HTTP takes an hour. No receipt leads to them, no
department's system hears of them, and statistics know them after \`npm run recount -- --mend\`.
\`npm run reset\` forgets them.
`;

const { values } = parseArgs({
  options: {
    help: { type: 'boolean', short: 'h' },
    cases: { type: 'string' },
    seed: { type: 'string', default: '1' },
    until: { type: 'string', default: dateInShanghai(new Date().toISOString()) },
    yes: { type: 'boolean' },
  },
});
const cases = Number(values.cases);
const seed = Number(values.seed);
const isSound =
  Number.isInteger(cases) && cases > 0 && Number.isInteger(seed) && isDate(values.until);

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
      `${settings.dynamodbEndpoint ?? settings.dataDir} is not a demonstration of this machine. Invented cases do not belong among real ones; --yes puts them there.\n`,
    );
    return 1;
  }
  const engine = await openEngine(settings);
  process.stdout.write(
    `Filling ${engine.how}: ${cases} open cases. Seed ${seed}, until ${values.until}.\n`,
  );
  try {
    await fill(engine.tables, { cases, seed, until: values.until, credentialsPath });
  } finally {
    await engine.stop();
  }
  process.stdout.write('Statistics do not know them yet: npm run recount -- --mend\n');
  return 0;
}
