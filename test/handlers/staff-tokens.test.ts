/** Staff tokens are verified in the handler as well: a gateway that let one through would not be enough. */
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT, type CryptoKey } from 'jose';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { http } from '../../functions/aws/http.ts';
import { officerOf } from '../../functions/aws/staff.ts';
import { ok } from '../../shared/result.ts';

const AUDIENCE = 'urn:test:api';
const claims = { dept: 'HEALTH', roles: ['officer'] };

let issuer: string;
let server: Server;
let key: CryptoKey;
let strangerKey: CryptoKey;

/** An identity provider that publishes one key. */
beforeAll(async () => {
  const pair = await generateKeyPair('RS256', { extractable: true });
  key = pair.privateKey;
  strangerKey = (await generateKeyPair('RS256')).privateKey;
  const jwk = { ...(await exportJWK(pair.publicKey)), kid: 'k1', alg: 'RS256', use: 'sig' };
  server = createServer((request, response) => {
    const discovery = request.url?.startsWith('/.well-known');
    const body = discovery ? { issuer, jwks_uri: `${issuer}/jwks` } : { keys: [jwk] };
    response.setHeader('content-type', 'application/json').end(JSON.stringify(body));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // a TCP server that listens has one
  process.env['ISSUER'] = issuer;
  process.env['AUDIENCE'] = AUDIENCE;
});

afterAll(() => server.close());

interface Fault {
  readonly key?: CryptoKey;
  readonly issuer?: string;
  readonly audience?: string;
  readonly expires?: string;
  readonly claims?: Record<string, unknown>;
}

const token = (fault: Fault = {}) =>
  new SignJWT(fault.claims ?? claims)
    .setProtectedHeader({ alg: 'RS256', kid: 'k1' })
    .setSubject('officer-1')
    .setIssuer(fault.issuer ?? issuer)
    .setAudience(fault.audience ?? AUDIENCE)
    .setExpirationTime(fault.expires ?? '5m')
    .sign(fault.key ?? key);

const whoAmI = http(
  { call: 'GET /who', staff: officerOf },
  ({ officer }) => Promise.resolve(ok({ answer: officer })),
  () => ({}),
);

const ask = (authorization?: string) =>
  whoAmI({
    headers: authorization === undefined ? {} : { authorization },
    requestContext: { requestId: 'r' },
  } as unknown as APIGatewayProxyEventV2); // the parts the wrapper reads

describe('the handler', () => {
  it('knows the officer a good token names', async () => {
    const answer = await ask(`Bearer ${await token()}`);
    expect(JSON.parse(answer.body ?? '')).toEqual({
      subject: 'officer-1',
      name: 'officer-1',
      department: 'HEALTH',
      roles: ['officer'],
    });
  });

  it('calls the officer what the token calls him, else by his subject', async () => {
    const named = await token({ claims: { ...claims, name: ' 示例甲 ' } });
    expect(JSON.parse((await ask(`Bearer ${named}`)).body ?? '')).toMatchObject({ name: '示例甲' });
    const nameless = await token({ claims: { ...claims, name: 7 } });
    expect(JSON.parse((await ask(`Bearer ${nameless}`)).body ?? '')).toMatchObject({
      name: 'officer-1',
    });
  });

  it.each<[string, () => Promise<string>]>([
    [
      'alg none',
      () =>
        Promise.resolve(
          new UnsecuredJWT({ ...claims, sub: 'x' })
            .setIssuer(issuer)
            .setAudience(AUDIENCE)
            .setExpirationTime('5m')
            .encode(),
        ),
    ],
    ['another issuer', () => token({ issuer: 'http://127.0.0.1:1' })],
    ['another audience', () => token({ audience: 'urn:other' })],
    ['another key', () => token({ key: strangerKey })],
    ['an expired token', () => token({ expires: '-1m' })],
    ['a department that does not exist', () => token({ claims: { ...claims, dept: 'NOPE' } })],
    ['no department', () => token({ claims: { roles: ['officer'] } })],
    ['something that is no token', () => Promise.resolve('x.y.z')],
  ])('refuses %s', async (_, make) => {
    const answer = await ask(`Bearer ${await make()}`);
    expect(answer.statusCode).toBe(401);
    expect(JSON.parse(answer.body ?? '')).toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('refuses who brings none', async () => {
    expect((await ask()).statusCode).toBe(401);
  });
});
