/** `npm run receiver`: a department's own system, small enough to copy: signed calls come in, cases are fetched. */
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DemoClient } from './demo/client.ts';
import type { DemoCredentials } from './identity/credentials.ts';
import { readOptions, usage, type Options } from './receiver/options.ts';
import { receive, type Reception } from './receiver/reception.ts';

const LARGEST_BODY_BYTES = 64 * 1024;
const PATH = '/mingcha';

try {
  const options = readOptions(process.argv.slice(2), process.env);
  if (options === 'help') console.log(usage);
  else await run(options);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
}

async function run(options: Options): Promise<void> {
  const credentials = readCredentials(options.credentialsPath);
  const done = new Set<string>();
  let secret = options.secret;
  let failures = options.failures;

  const answer = async (request: IncomingMessage): Promise<Reception> => {
    if (secret === undefined) return { status: 503, line: 'later    not configured yet' };
    if (failures > 0) {
      failures--;
      return { status: 503, line: `failed   as asked, ${failures} more` };
    }
    const body = await textOf(request);
    const fetchCase = (caseNumber: string) => readCase(options, credentials, caseNumber);
    const now = () => new Date().toISOString();
    return receive({ headers: request.headers, body }, { secret, done, fetchCase, now });
  };

  const server = createServer((request, response) => {
    answer(request)
      .catch((): Reception => ({ status: 400, line: 'refused  cannot be read' }))
      .then(({ status, line }) => {
        console.log(`${status} ${line}`);
        response.writeHead(status, { connection: 'close' }).end();
      })
      .catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo; // it listens on a port
  const url = `http://127.0.0.1:${port}${PATH}`;
  try {
    secret ??= await configure(options, credentials, url);
  } catch (error) {
    server.close();
    throw error;
  }
  console.log(`The system of ${options.department} listens at ${url} (Ctrl-C to stop).`);
}

/** @returns the signing secret, a new one at each start: the one before was shown to somebody else */
async function configure(
  { base, department }: Options,
  credentials: DemoCredentials,
  url: string,
): Promise<string> {
  const client = new DemoClient(base, credentials, 2);
  const body = { url, active: true, rotate: true };
  const asAdministrator = await client.officer(department, 'administrator').catch(() => {
    throw new Error(
      `Cannot sign in as the administrator of ${department}. Let one of theirs configure it and give the answer’s ` +
        `secret by --secret:\n  POST ${base}/api/desk/webhook\n  ${JSON.stringify(body)}`,
    );
  });
  const answer = await client.post('/api/desk/webhook', { body, token: asAdministrator });
  if (answer.status !== 200) throw new Error(`Not configured: ${answer.status} ${answer.text}`);
  const { secret } = answer.json as { readonly secret: string }; // the contract of a 200 after a rotation
  return secret;
}

/** With the department's own credentials, and a token of its own for each case: it may have expired since the last. */
async function readCase(
  { base, department }: Options,
  credentials: DemoCredentials,
  caseNumber: string,
): Promise<string | undefined> {
  const client = new DemoClient(base, credentials, 1);
  const answer = await client
    .department(department)
    .then((token) => client.get(`/api/desk/cases/${caseNumber}`, token))
    .catch(() => undefined);
  if (answer?.status !== 200) return undefined;
  const { items } = answer.json as { readonly items: readonly { readonly status: string }[] }; // the contract of a 200
  return `${items.length} item(s): ${items.map(({ status }) => status).join(', ')}`;
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LARGEST_BODY_BYTES) throw new Error('too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function readCredentials(path: string): DemoCredentials {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as DemoCredentials; // written by the identity provider
  } catch {
    throw new Error(`${path} cannot be read. Start the system first (npm start).`);
  }
}
