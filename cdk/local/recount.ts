/** `npm run recount`: counts the statistics again from the cases and says whether the figures agree, through the API like anybody else. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type {
  CasesRecounted,
  RecountRequest,
  TotalsRecounted,
} from '../../shared/statistics/statistics.ts';
import { dateInShanghai, monthOf, plusMonths } from '../../shared/time.ts';
import { DemoClient } from './demo/client.ts';
import type { DemoCredentials } from './identity/credentials.ts';
import { readSettings } from './settings.ts';

const HELP = `Counts the statistics again from the cases, and says what differs.

  npm run recount                      this month and the one before
  npm run recount -- --from 2026-01    from that month on
  npm run recount -- --to 2026-06      up to that month
  npm run recount -- --mend            writes the right numbers where they differ

  --base URL   the running system (http://localhost:PORT unless said)
  TOKEN=…      an access token of the coordinator's administrator, instead of the demo sign-in

Exit code: 0 the figures agree, 1 they differ (with --mend: differed), 2 nobody can say.
`;

/** Of a month in which cases are counted while it is compared. */
const MOST_TRIES = 5;
const MOST_SHOWN = 20;

const today = dateInShanghai(new Date().toISOString());
const { values } = parseArgs({
  options: {
    help: { type: 'boolean', short: 'h' },
    mend: { type: 'boolean', default: false },
    from: { type: 'string', default: monthOf(plusMonths(today, -1)) },
    to: { type: 'string', default: monthOf(today) },
    base: { type: 'string' },
  },
});
const { port, dataDir } = readSettings(process.env);
const base = values.base ?? `http://localhost:${port}`;

if (values.help) process.stdout.write(HELP);
else {
  try {
    process.exitCode = await recount();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.stderr.write(`Is the system running at ${base}? \`npm start\` starts it.\n`);
    process.exitCode = 2;
  }
}

async function recount(): Promise<number> {
  const path = join(dataDir, 'demo-credentials.json');
  const credentials: DemoCredentials = existsSync(path)
    ? (JSON.parse(readFileSync(path, 'utf8')) as DemoCredentials) // the host's own file
    : { officers: [], departmentClients: [], cli: { clientId: 'cli' } };
  const client = new DemoClient(base, credentials, 3);
  const token = process.env['TOKEN'] ?? (await client.officer('HEALTH', 'administrator'));
  const ask = async <T>(body: Partial<RecountRequest>): Promise<T> => {
    const answer = await client.post('/api/desk/statistics/recounts', { token, body });
    if (answer.status !== 200) throw new Error(`${answer.status} ${answer.text}`);
    return answer.json as T; // the contract of a 200, by the part that was asked for
  };
  let worst = 0;
  for (let month = values.from; month <= values.to; month = monthOf(plusMonths(`${month}-01`, 1)))
    worst = Math.max(worst, await recountMonth(month, ask));
  const sentences = [
    'The figures agree.',
    'The figures did not agree.',
    'Nobody can say: see above.',
  ];
  console.log(values.mend && worst === 1 ? 'The figures are mended.' : sentences[worst]);
  return worst;
}

type Ask = <T>(body: Partial<RecountRequest>) => Promise<T>;

/** @returns 0 it agrees, 1 it does not, 2 nobody can say */
async function recountMonth(month: string, ask: Ask): Promise<number> {
  const { mend } = values;
  const sum = { looked: 0, behind: 0, wrong: 0, mended: 0 };
  let cursor: string | undefined;
  do {
    const page = await ask<CasesRecounted>({
      month,
      part: 'cases',
      mend,
      ...(cursor && { cursor }),
    });
    for (const name of ['looked', 'behind', 'wrong', 'mended'] as const) sum[name] += page[name];
    cursor = page.cursor;
    if (process.stdout.isTTY) process.stdout.write(`\r${month}  ${sum.looked} cases looked at …`);
  } while (cursor);
  if (process.stdout.isTTY) process.stdout.write('\r\u001b[K');
  const { looked, behind, wrong, mended } = sum;
  console.log(
    `${month}  ${looked} cases: ${behind} not counted yet, ${wrong} counted wrongly${mend ? `, ${mended} mended` : ''}`,
  );
  for (let attempt = 0; attempt < MOST_TRIES; attempt++) {
    const totals = await ask<TotalsRecounted>({ month, part: 'totals', mend });
    if (!totals.steady) continue;
    for (const { row, counter, counted, right } of totals.differences.slice(0, MOST_SHOWN))
      console.log(`         ${row} ${counter}: counted ${counted}, right ${right}`);
    const more = totals.differences.length - MOST_SHOWN;
    if (more > 0) console.log(`         and ${more} more`);
    if (totals.cases !== looked && !mend)
      console.log(`         the counters are made of ${totals.cases} cases`);
    return behind + wrong + totals.differences.length === 0 ? 0 : 1;
  }
  console.log('         cases were counted all the while: ask again at a quiet hour');
  return 2;
}
