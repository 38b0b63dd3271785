/** `npm run relay`: looks at messages that need a person and sets them going again, through the API like anybody else. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { DemoClient, type Answer } from './demo/client.ts';
import type { DemoCredentials } from './identity/credentials.ts';
import { readSettings } from './settings.ts';

const HELP = `Messages of the relay that need a person.

  npm run relay -- list [parked|stuck|dead]      what is set aside or was given up by a queue, with reasons
  npm run relay -- redrive <outboxId>            sets one message going again
  npm run relay -- redrive --department MARKET   … all of a department
  npm run relay -- redrive --all                 … all of everybody
  npm run relay -- replay <caseNumber> <DEPT>    tells a department of a case once more
  npm run relay -- operations                    the figures that alarms and the dashboard read

  --as MARKET     acts as the demo administrator of that department (HEALTH unless said: it coordinates)
  --base URL      the running system (http://localhost:PORT unless said)
  TOKEN=…         an access token to use instead of the demo sign-in, for a system in the cloud
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    help: { type: 'boolean' },
    all: { type: 'boolean' },
    department: { type: 'string' },
    as: { type: 'string', default: 'HEALTH' },
    base: { type: 'string' },
  },
});
const { port, dataDir } = readSettings(process.env);
const base = values.base ?? `http://localhost:${port}`;

try {
  process.exitCode = await run();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.stderr.write(`Is the system running at ${base}? \`npm start\` starts it.\n`);
  process.exitCode = 1;
}

async function run(): Promise<number> {
  const [command, first, second] = positionals;
  if (values.help || !command) {
    process.stdout.write(HELP);
    return values.help ? 0 : 2;
  }
  const path = join(dataDir, 'demo-credentials.json');
  const credentials: DemoCredentials = existsSync(path)
    ? (JSON.parse(readFileSync(path, 'utf8')) as DemoCredentials) // the host's own file
    : { officers: [], departmentClients: [], cli: { clientId: 'cli' } };
  const client = new DemoClient(base, credentials, 1);
  const token = process.env['TOKEN'] ?? (await client.officer(values.as, 'administrator'));
  const post = (to: string, body: object) => client.post(to, { token, body });
  switch (command) {
    case 'list':
      return shown(await client.get(`/api/desk/relay?state=${first ?? ''}`, token), 'rows');
    case 'operations':
      return shown(await client.get('/api/desk/operations', token), 'figures');
    case 'redrive':
      return shown(await post('/api/desk/relay/commands', { type: 'redrive', ...what(first) }));
    case 'replay':
      return shown(await post(`/api/desk/cases/${first}/replays`, { department: second }));
    default:
      process.stderr.write(`There is no command ${command}.\n\n${HELP}`);
      return 2;
  }
}

function what(outboxId: string | undefined): object {
  if (values.all) return { all: true };
  return values.department ? { department: values.department } : { outboxId };
}

/** @param table - the part of the answer that is a list of flat objects */
function shown({ status, json, text }: Answer, table?: string): number {
  if (status >= 300) {
    process.stderr.write(`${status} ${text}\n`);
    return 1;
  }
  const rows = table
    ? (json as Record<string, readonly Record<string, unknown>[]>)[table]
    : undefined; // the contract of a 200
  if (!rows) console.log(json);
  else if (rows.length === 0) process.stdout.write('Nothing needs a person.\n');
  else console.table(rows.map(({ pointer: _, ...row }) => row));
  return 0;
}
