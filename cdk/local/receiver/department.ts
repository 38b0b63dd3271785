/** A department's own system: it is told which case has changed, and fetches it with credentials of its own. */
import { DemoClient } from '../demo/client.ts';
import type { DemoCredentials } from '../identity/credentials.ts';
import { listen } from './listen.ts';
import type { Listening } from './options.ts';
import { receive } from './reception.ts';

export async function runDepartment(
  department: string,
  options: Listening,
  credentials: DemoCredentials,
): Promise<void> {
  const { base, port, failures } = options;
  const done = new Set<string>();
  let secret = options.secret;
  const fetchCase = (caseNumber: string) => readCase(base, department, credentials, caseNumber);
  const now = () => new Date().toISOString();
  const server = await listen(port, failures, () => {
    if (secret === undefined) return undefined;
    const deps = { secret, done, fetchCase, now };
    return (call) => receive(call, deps);
  });
  try {
    secret ??= await configure(base, department, credentials, server.url);
  } catch (error) {
    server.close();
    throw error;
  }
  console.log(`The system of ${department} listens at ${server.url} (Ctrl-C to stop).`);
}

/** @returns the signing secret, a new one at each start: the one before was shown to somebody else */
async function configure(
  base: string,
  department: string,
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
  base: string,
  department: string,
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
