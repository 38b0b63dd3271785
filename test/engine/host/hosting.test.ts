/** A small assembly hosted for real: HTTP, tokens, queues, streams, bucket, and nothing but loopback. */
import type { webcrypto } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importJWK, SignJWT, UnsecuredJWT, generateKeyPair, type JWTPayload } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call, send } from '../../../cdk/local/engines/engine-call.ts';
import { sweepExpired } from '../../../cdk/local/engines/ttl-sweep.ts';
import { AUDIENCE, startHost, type Host } from '../../../cdk/local/host.ts';
import type { DemoCredentials } from '../../../cdk/local/identity/credentials.ts';
import type { SigningKeys } from '../../../cdk/local/identity/signing-keys.ts';
import { smallBuilding, writeAssembly } from './assembly.ts';
import { familyOf, listeningAddresses } from './processes.ts';
import { bodiesOf, keysOf, listenForReports, type Report, type Reports } from './reports.ts';

const LOOPBACK = '0100007F';

let folder: string;
let reports: Reports;
let host: Host;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mingcha-host-'));
  reports = await listenForReports();
  host = await startHost({
    outdir: writeAssembly(join(folder, 'assembly'), smallBuilding(reports.address)),
    dataDir: join(folder, 'data'),
    port: 0,
  });
});

afterAll(async () => {
  await host?.stop();
  await reports?.close();
  rmSync(folder, { recursive: true });
});

const sqs = (operation: string, input: Readonly<Record<string, unknown>>) =>
  call<{ Messages?: { Body: string }[] }>(host.endpoints.sqs, 'sqs', operation, input);
const queueUrl = (name: string) => host.plan.queues.find((queue) => queue.name === name)?.url;
const putRow = (pk: string, more: Readonly<Record<string, unknown>> = {}) =>
  call(host.endpoints.dynamodb, 'dynamodb', 'PutItem', {
    TableName: host.plan.tables[0]?.name,
    Item: { pk: { S: pk }, sk: { S: '-' }, ...more },
  });

it('listens on the loopback address only: front, engines, identity provider', () => {
  const family = familyOf(process.pid);
  expect(family).toEqual(expect.arrayContaining([...host.enginePids]));
  const addresses = listeningAddresses(family);
  // Front, reports of this test, dynoxide, fauxqs, identity provider.
  expect(addresses.length).toBeGreaterThanOrEqual(5);
  expect(addresses.filter((address) => address !== LOOPBACK)).toEqual([]);
});

describe('the HTTP API', () => {
  it('hands a request to its function in payload format 2.0', async () => {
    const response = await fetch(`${host.origin}/api/echo/%E6%98%8E?a=1&a=2&b=%20`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', Cookie: 'c=3; d=4', 'X-Mixed': 'Case' },
      body: '{"明":1}',
    });
    const { event, environment } = (await response.json()) as {
      event: Record<string, unknown>;
      environment: Record<string, string>;
    };
    expect(response.headers.get('x-seen')).toBe('yes');
    expect(response.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
    expect(event).toMatchObject({
      version: '2.0',
      routeKey: 'POST /api/echo/{name}',
      rawPath: '/api/echo/%E6%98%8E',
      rawQueryString: 'a=1&a=2&b=%20',
      queryStringParameters: { a: '1,2', b: ' ' },
      pathParameters: { name: '明' },
      cookies: ['c=3', 'd=4'],
      headers: { 'x-mixed': 'Case' },
      requestContext: { http: { method: 'POST' }, stage: '$default' },
      body: '{"明":1}',
      isBase64Encoded: false,
    });
    expect(Object.keys(environment).sort()).toEqual(
      ['AWS_ACCESS_KEY_ID', 'AWS_ENDPOINT_URL', 'AWS_REGION', 'AWS_SECRET_ACCESS_KEY'].concat(
        'PATH',
        'REPORT_TO',
        'ROLE',
      ),
    );
  });

  it('hands a body that is not text in base64', async () => {
    const form = new FormData();
    form.set('facts', '事实');
    const response = await fetch(`${host.origin}/api/echo/form`, { method: 'POST', body: form });
    const { event } = (await response.json()) as {
      event: { isBase64Encoded: boolean; body: string };
    };
    expect(event.isBase64Encoded).toBe(true);
    expect(Buffer.from(event.body, 'base64').toString()).toContain('事实');
  });

  it('answers 413 to a body that a Lambda could not be given', async () => {
    const response = await fetch(`${host.origin}/api/echo/big`, {
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
      body: 'x'.repeat(6 * 1024 * 1024 + 1),
    });
    expect(response.status).toBe(413);
  });

  it('answers 404 to a route that is not in the template', async () => {
    const response = await fetch(`${host.origin}/api/nothing`);
    expect([response.status, await response.json()]).toEqual([404, { message: 'Not Found' }]);
  });

  it('answers 500 when the process of a function ends, and replaces the process', async () => {
    for (const attempt of [1, 2]) {
      const response = await fetch(`${host.origin}/api/crash`);
      expect([attempt, response.status, await response.json()]).toEqual([
        attempt,
        500,
        { message: 'Internal Server Error' },
      ]);
    }
  });

  it('ends a function that takes longer than its template allows', async () => {
    const response = await fetch(`${host.origin}/api/sleep`);
    expect(response.status).toBe(500);
    const log = readFileSync(join(host.dataDir, 'logs', 'sleep.log'), 'utf8');
    expect(log).toContain('Task timed out after 1 seconds');
  });
});

describe('the authoriser', () => {
  const ask = async (token: string | undefined) => {
    const headers: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {};
    const response = await fetch(`${host.origin}/api/staff`, { headers });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };
  const tokenFor = async (form: Readonly<Record<string, string>>) => {
    const body = new URLSearchParams(form);
    const response = await fetch(`${host.origin}/oidc/token`, { method: 'POST', body });
    const { access_token: token } = (await response.json()) as { access_token?: string };
    return token;
  };
  const credentials = () =>
    JSON.parse(readFileSync(host.credentialsPath, 'utf8')) as DemoCredentials;
  const signed = async (claims: JWTPayload, own?: webcrypto.CryptoKey) => {
    const keys = JSON.parse(
      readFileSync(join(host.dataDir, 'signing-keys.json'), 'utf8'),
    ) as SigningKeys;
    const now = Math.floor(Date.now() / 1000);
    const all = { iss: `${host.origin}/oidc`, aud: AUDIENCE, sub: 'x', exp: now + 60, ...claims };
    const header = { alg: 'RS256', kid: String(keys.jwk.kid) };
    return new SignJWT(all).setProtectedHeader(header).sign(own ?? (await importJWK(keys.jwk)));
  };

  it('lets an officer through with department and roles, lists as the gateway writes them', async () => {
    const officer = credentials().officers.find(({ roles }) => roles.length === 3);
    const token = await tokenFor({
      grant_type: 'password',
      client_id: credentials().cli.clientId,
      username: officer?.username ?? '',
      password: officer?.password ?? '',
    });
    const { status, body } = await ask(token);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      event: {
        requestContext: {
          authorizer: {
            jwt: {
              claims: {
                sub: officer?.username,
                dept: officer?.department,
                roles: '[officer reviewer approver]',
                aud: AUDIENCE,
              },
            },
          },
        },
      },
    });
  });

  it('lets a department’s system through, which has no role', async () => {
    const client = credentials().departmentClients.find(
      ({ department }) => department === 'MARKET',
    );
    const token = await tokenFor({
      grant_type: 'client_credentials',
      client_id: client?.clientId ?? '',
      client_secret: client?.clientSecret ?? '',
    });
    const { status, body } = await ask(token);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      event: {
        requestContext: {
          authorizer: { jwt: { claims: { dept: client?.department, roles: '[]' } } },
        },
      },
    });
  });

  it('gives no token for a wrong password', async () => {
    const [officer] = credentials().officers;
    const token = await tokenFor({
      grant_type: 'password',
      client_id: 'cli',
      username: officer?.username ?? '',
      password: 'wrong',
    });
    expect(token).toBeUndefined();
  });

  it('accepts what it is about to refuse once it is right', async () => {
    expect((await ask(await signed({}))).status).toBe(200);
  });

  it.each<[string, () => Promise<string | undefined>]>([
    ['no token', () => Promise.resolve(undefined)],
    ['no JWT', () => Promise.resolve('x.y.z')],
    [
      'alg none',
      () =>
        Promise.resolve(
          new UnsecuredJWT({ iss: `${host.origin}/oidc`, aud: AUDIENCE })
            .setExpirationTime('1m')
            .encode(),
        ),
    ],
    ['another issuer', () => signed({ iss: 'http://localhost:1/oidc' })],
    ['another audience', () => signed({ aud: 'urn:other:api' })],
    ['another key', async () => signed({}, (await generateKeyPair('RS256')).privateKey)],
    ['an expired token', () => signed({ exp: Math.floor(Date.now() / 1000) - 1 })],
  ])('refuses %s', async (_, token) => {
    expect(await ask(await token())).toEqual({ status: 401, body: { message: 'Unauthorized' } });
  });
});

describe('queues', () => {
  it('delete only what succeeded, and move what keeps failing to the dead letters', async () => {
    await sqs('SendMessageBatch', {
      QueueUrl: queueUrl('work'),
      Entries: ['good 1', 'bad 2', 'good 3'].map((body, index) => ({
        Id: String(index),
        MessageBody: body,
      })),
    });
    const dead = await sqs('ReceiveMessage', {
      QueueUrl: queueUrl('Small-dead'),
      WaitTimeSeconds: 20,
    });
    expect(dead.Messages?.map(({ Body }) => Body)).toEqual(['bad 2']);
    const seen = [...bodiesOf(reports.all, 'consume')].sort();
    expect(seen).toEqual(['bad 2', 'bad 2', 'good 1', 'good 3']);
  });

  it('keep the order within a message group', async () => {
    const sent = ['1', '2', '3', '4', '5'];
    for (const body of sent) {
      await sqs('SendMessage', {
        QueueUrl: queueUrl('Small-ordered.fifo'),
        MessageBody: body,
        MessageGroupId: 'demo',
      });
    }
    await reports.until((all) => bodiesOf(all, 'order').length >= sent.length);
    expect(bodiesOf(reports.all, 'order')).toEqual(sent);
  });
});

describe('tables', () => {
  it('stream the inserts that pass the filter, once and in order', async () => {
    await putRow('OUT#1');
    await putRow('OTHER#1');
    await putRow('OUT#1', { changed: { BOOL: true } });
    await putRow('OUT#2');
    await reports.until((all) => keysOf(all).includes('OUT#2'));
    expect(keysOf(reports.all)).toEqual(['OUT#1', 'OUT#2']);
  });

  it('give up a record that fails again and again, and lose no other', async () => {
    const before = reports.all.length;
    await Promise.all(['OUT#before', 'OUT#poison', 'OUT#beside'].map((pk) => putRow(pk)));
    await putRow('OUT#after');
    const soundOf = (all: readonly Report[]) =>
      keysOf(all.slice(before).filter(({ keys }) => !keys?.includes('OUT#poison')));
    await reports.until((all) => soundOf(all).includes('OUT#after'));
    const batches = reports.all.slice(before).map(({ keys = [] }) => keys);
    const sound = soundOf(reports.all);
    expect([...new Set(sound)].sort()).toEqual(['OUT#after', 'OUT#before', 'OUT#beside']);
    expect(batches.filter((keys) => keys.includes('OUT#poison')).length).toBeGreaterThan(1);
    const log = readFileSync(join(host.dataDir, 'logs', 'host.log'), 'utf8');
    expect(log).toContain('streamSource: gave up 1 records');
  });

  it('lose their expired rows to the sweep, and no others', async () => {
    const now = Math.floor(Date.now() / 1000);
    await putRow('EXPIRED', { expiresAt: { N: String(now - 1) } });
    await putRow('ALIVE', { expiresAt: { N: String(now + 60) } });
    await putRow('FOREVER');
    const { signal } = new AbortController();
    expect(await sweepExpired(host.endpoints.dynamodb, host.plan.tables, now, signal)).toBe(1);
    const { Count: left } = await call<{ Count: number }>(
      host.endpoints.dynamodb,
      'dynamodb',
      'Scan',
      {
        TableName: host.plan.tables[0]?.name,
        FilterExpression: 'pk IN (:a, :b, :c)',
        ExpressionAttributeValues: {
          ':a': { S: 'EXPIRED' },
          ':b': { S: 'ALIVE' },
          ':c': { S: 'FOREVER' },
        },
      },
    );
    expect(left).toBe(2);
  });
});

describe('the site', () => {
  const put = (key: string, body: string, type = 'text/html; charset=utf-8') =>
    send(`${host.endpoints.s3}/${host.plan.buckets[0]}/${key}`, {
      method: 'PUT',
      headers: { 'content-type': type },
      body,
    });

  it('serves an object under its key, also where one key begins another', async () => {
    await put('index.html', 'home');
    await put('penalties', 'list');
    await put('penalties/2026-11', 'month');
    await put('feed.atom', '<feed/>', 'application/atom+xml');
    const pages = ['/', '/penalties', '/penalties/2026-11', '/feed.atom?x=1'].map(async (path) => {
      const response = await fetch(host.origin + path);
      return [response.status, response.headers.get('content-type'), await response.text()];
    });
    expect(await Promise.all(pages)).toEqual([
      [200, 'text/html; charset=utf-8', 'home'],
      [200, 'text/html; charset=utf-8', 'list'],
      [200, 'text/html; charset=utf-8', 'month'],
      [200, 'application/atom+xml', '<feed/>'],
    ]);
  });

  it('compresses a text as the distribution does, for whoever takes it, and knows the copy again', async () => {
    const body = '长'.repeat(2_000);
    await put('long', body);
    const ask = (headers: Record<string, string>) =>
      fetch(`${host.origin}/long`, { headers: { 'accept-encoding': 'gzip', ...headers } });
    const packed = await ask({});
    expect(packed.headers.get('content-encoding')).toBe('gzip');
    expect(packed.headers.get('vary')).toContain('Accept-Encoding');
    expect(await packed.text()).toBe(body);
    const etag = packed.headers.get('etag') ?? '';
    expect((await ask({ 'if-none-match': etag })).status).toBe(304);
    const plain = await ask({ 'accept-encoding': 'identity' });
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(await plain.text()).toBe(body);
  });

  it('asks the API for the page of what is not there, behind a path of its own', async () => {
    const seen = ['/nowhere', '/en/no/where?x=1'].map(async (path) => {
      const response = await fetch(host.origin + path);
      return [response.status, response.headers.get('content-type'), await response.text()];
    });
    expect(await Promise.all(seen)).toEqual([
      [404, 'text/html', 'GET /not-found/nowhere'],
      [404, 'text/html', 'GET /not-found/en/no/where'],
    ]);
  });

  it('leaves the API its own answer to what is not there', async () => {
    const response = await fetch(`${host.origin}/api/nowhere`);
    expect([response.status, await response.json()]).toEqual([404, { message: 'Not Found' }]);
  });

  it('refuses to change anything by a path of the bucket', async () => {
    const response = await fetch(`${host.origin}/penalties`, { method: 'POST', body: 'x' });
    expect(response.status).toBe(403);
  });
});
