/** Starts the identity provider as a process of its own. */
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startNode, type Child } from '../child.ts';
import { openLog } from '../log-file.ts';

export interface IdentityProvider {
  /** `http://127.0.0.1:…`; it answers under `/oidc`. */
  readonly url: string;
  readonly child: Child;
}

const PROCESS = fileURLToPath(new URL('provider-process.ts', import.meta.url));

/** @param issuer - also the base of its addresses: `http://localhost:8080/oidc` */
export async function startIdentityProvider(
  dataDir: string,
  issuer: string,
  audience: string,
): Promise<IdentityProvider> {
  const child = startNode(
    ['--no-warnings', PROCESS, dataDir, issuer, audience],
    {
      PATH: process.env['PATH'] ?? '',
      NODE_ENV: 'production',
      NODE_COMPILE_CACHE: join(dataDir, 'compile-cache'),
    },
    openLog(join(dataDir, 'logs', 'identity-provider.log')),
  );
  const [ready] = await Promise.race([
    once(child.process, 'message') as Promise<[{ port: number }]>, // the only message provider-process sends
    child.exited.then((how) => {
      throw new Error(`the identity provider did not start (${how}); see ${join(dataDir, 'logs')}`);
    }),
  ]);
  return { url: `http://127.0.0.1:${ready.port}`, child };
}
