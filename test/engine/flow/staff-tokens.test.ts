/** Who stands at the desk is proven by a signed token for this system, and by nothing less. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateKeyPair, importJWK, SignJWT, type CryptoKey, type JWTPayload } from 'jose';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import type { SigningKeys } from '../../../cdk/local/identity/signing-keys.ts';
import { systemClient } from '../../support/citizen.ts';

const client = systemClient();
const desk = '/api/desk/worklist';
const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

let header: { alg: string; kid?: string };
let claims: JWTPayload;
let ownKey: CryptoKey;

beforeAll(async () => {
  const token = await client.officer('MARKET', 'officer');
  const [head = '', body = ''] = token.split('.');
  header = JSON.parse(Buffer.from(head, 'base64url').toString());
  claims = JSON.parse(Buffer.from(body, 'base64url').toString());
  const path = join(inject('system').dataDir, 'signing-keys.json');
  const { jwk } = JSON.parse(readFileSync(path, 'utf8')) as SigningKeys; // written by the identity provider
  ownKey = (await importJWK(jwk, 'RS256')) as CryptoKey; // an RSA key is never bytes
});

const signed = (changes: JWTPayload, key: CryptoKey = ownKey): Promise<string> =>
  new SignJWT({ ...claims, ...changes }).setProtectedHeader(header).sign(key);

describe('the desk', () => {
  it('opens with a token signed here, so that what follows fails for its own reason', async () => {
    expect((await client.get(desk, await signed({}))).status).toBe(200);
  });

  it('stays closed without a token', async () => {
    expect((await client.get(desk)).status).toBe(401);
    expect((await client.get(desk, 'nonsense')).status).toBe(401);
  });

  it('stays closed for a token that nobody signed', async () => {
    const unsigned = `${part({ alg: 'none' })}.${part(claims)}.`;
    expect((await client.get(desk, unsigned)).status).toBe(401);
    const claimed = `${part({ ...header, alg: 'none' })}.${part(claims)}.${part('signature')}`;
    expect((await client.get(desk, claimed)).status).toBe(401);
  });

  it('stays closed for a token signed with another key', async () => {
    const { privateKey } = await generateKeyPair('RS256');
    expect((await client.get(desk, await signed({}, privateKey))).status).toBe(401);
  });

  it('stays closed for a token whose words were changed after signing', async () => {
    const [head, , signature] = (await signed({})).split('.');
    const forged = `${head}.${part({ ...claims, dept: 'HEALTH' })}.${signature}`;
    expect((await client.get(desk, forged)).status).toBe(401);
  });

  it.each([
    ['of another issuer', { iss: 'http://localhost/elsewhere' }],
    ['for another audience', { aud: 'another-system' }],
    ['that has expired', { exp: Math.floor(Date.now() / 1000) - 3600 }],
  ])('stays closed for a token %s', async (_what, changes) => {
    expect((await client.get(desk, await signed(changes))).status).toBe(401);
  });

  it('stays closed for a department that does not exist', async () => {
    expect([401, 403]).toContain((await client.get(desk, await signed({ dept: 'MOON' }))).status);
  });
});

describe('the identity provider', () => {
  const ask = (form: Record<string, string>) =>
    fetch(`${client.base}/oidc/token`, { method: 'POST', body: new URLSearchParams(form) });

  it('refuses a wrong password, a wrong secret and an unknown client', async () => {
    const { officers, departmentClients, cli } = inject('system').credentials;
    const username = officers[0]?.username ?? '';
    const client_id = departmentClients[0]?.clientId ?? '';
    const attempts = [
      { grant_type: 'password', username, password: 'wrong', client_id: cli.clientId },
      { grant_type: 'client_credentials', client_id, client_secret: 'wrong' },
      { grant_type: 'client_credentials', client_id: 'nobody', client_secret: 'wrong' },
    ];
    for (const form of attempts) {
      const answer = await ask(form);
      expect([400, 401]).toContain(answer.status);
      expect(await answer.json()).not.toHaveProperty('access_token');
    }
  });

  it('has a client for every department, and officers of four of them', async () => {
    const { officers, departmentClients } = inject('system').credentials;
    const { json } = await client.get('/api/departments');
    const { departments } = json as { departments: { code: string }[] }; // the contract of a 200
    expect(departmentClients.map(({ department }) => department).toSorted()).toEqual(
      departments.map(({ code }) => code).toSorted(),
    );
    for (const department of ['HEALTH', 'MARKET', 'MEDINS', 'ECOENV']) {
      const posts = officers.filter((officer) => officer.department === department);
      const roles = posts.map((post) => post.roles.toSorted().join(' '));
      for (const expected of ['officer', 'reviewer', 'approver', 'publisher', 'administrator'])
        expect(roles.filter((held) => held === expected)).toHaveLength(1);
      expect(roles).toContain('approver officer reviewer');
    }
  });
});
