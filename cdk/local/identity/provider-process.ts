/** The identity provider's process. Arguments: data folder, issuer, audience. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, relative } from 'node:path';
import { openCredentials } from './credentials.ts';
import { createLogin } from './login.ts';
import { createProvider } from './provider.ts';
import { openSigningKeys } from './signing-keys.ts';

process.on('disconnect', () => process.exit(0));
process.on('SIGINT', () => {});

const [dataDir = '', issuer = '', audience = ''] = process.argv.slice(2);
const MOUNT = '/oidc';

const credentialsPath = join(dataDir, 'demo-credentials.json');
const credentials = openCredentials(credentialsPath);
const provider = createProvider({
  issuer,
  audience,
  credentials,
  keys: await openSigningKeys(join(dataDir, 'signing-keys.json')),
});
const answer = provider.callback();
const fromHere = relative(process.cwd(), credentialsPath);
const login = createLogin({
  ...{ provider, credentials, mount: MOUNT },
  credentialsPath: fromHere.startsWith('..') ? credentialsPath : fromHere,
});

const server = createServer((request, response) => {
  const path = (request.url ?? '').slice(MOUNT.length) || '/';
  if (login.takes(path)) {
    login.answer(path, request, response).catch((error: unknown) => {
      console.error(error);
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
    return;
  }
  // The provider derives its own addresses from the difference of the two.
  Object.assign(request, { originalUrl: request.url, url: path });
  void answer(request, response);
});
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo; // a TCP server that listens has one
  process.send?.({ port });
});
