/** A department's own system: told by a signed call, or asking by itself; both lead to the case it may read. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { askUntil } from '../../../cdk/local/demo/ask.ts';
import { file, systemClient } from '../../support/citizen.ts';

const DEPARTMENT = 'MARKET';
const client = systemClient();
const lines: string[] = [];
let address = '';
let receiver: ReturnType<typeof spawn>;

const lineWith = (words: string) =>
  askUntil(() => Promise.resolve(lines.find((line) => line.includes(words))), 20_000);

const configure = async (body: object) => {
  const token = await client.officer(DEPARTMENT, 'administrator');
  return client.post('/api/desk/webhook', { token, body });
};

beforeAll(async () => {
  const { base, dataDir } = inject('system');
  const credentials = join(dataDir, 'demo-credentials.json');
  const words = ['--department', DEPARTMENT, '--port', '0', '--base', base];
  receiver = spawn(
    process.execPath,
    ['cdk/local/receiver.ts', ...words, '--credentials', credentials],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  if (receiver.stdout)
    createInterface({ input: receiver.stdout }).on('line', (line) => lines.push(line));
  const listening = await lineWith('listens at');
  address = /http:\S+/.exec(listening ?? '')?.[0] ?? '';
});

afterAll(async () => {
  await configure({ url: address, active: false });
  receiver.kill();
});

it('is told of a filing and of what is done with it, and fetches the case with its own credentials', async () => {
  const { caseNumber } = await file(client);
  expect(await lineWith(`taken    ${DEPARTMENT}.${caseNumber}.1`)).toMatch(/received$/);
  const token = await client.officer(DEPARTMENT, 'officer');
  const path = `/api/desk/cases/${caseNumber}/items/1/commands`;
  await client.post(path, { token, body: { type: 'accept' } });
  expect(await lineWith(`taken    ${DEPARTMENT}.${caseNumber}.2`)).toMatch(/accepted$/);
});

it('refuses what Mingcha has not signed', async () => {
  const body = JSON.stringify({ deliveryId: 'forged', caseNumber: 'any', version: 1 });
  const headers = { 'mingcha-timestamp': '1', 'mingcha-signature': 'v1=00' };
  expect((await fetch(address, { method: 'POST', headers, body })).status).toBe(401);
});

it('is configured by the department’s administrator alone, who sees the secret once', async () => {
  const seen = async (...roles: readonly string[]) =>
    client.get('/api/desk/webhook', await client.officer(DEPARTMENT, ...roles));
  expect((await seen('officer')).status).toBe(403);
  const { status, json } = await seen('administrator');
  expect([status, json]).toMatchObject([200, { url: address, active: true }]);
  expect(json).not.toHaveProperty('secret');
  const inside = await configure({ url: 'https://169.254.169.254/', active: true });
  expect([inside.status, inside.json]).toMatchObject([
    422,
    { errors: [{ field: 'url', code: 'NOT_PUBLIC' }] },
  ]);
});

it('may ask for changes instead, from where it stopped', async () => {
  const token = await client.department(DEPARTMENT);
  let cursor = '';
  const changed: string[] = [];
  const ask = async () => {
    const { json } = await client.get(`/api/desk/changes?limit=2&cursor=${cursor}`, token);
    const page = json as { changes: { caseNumber: string }[]; cursor: string; more: boolean }; // the contract of a 200
    cursor = page.cursor;
    changed.push(...page.changes.map(({ caseNumber }) => caseNumber));
    return page.more;
  };
  while (await ask());
  const { caseNumber } = await file(client);
  const found = await askUntil(async () => {
    await ask();
    return changed.includes(caseNumber) ? true : undefined;
  }, 30_000);
  expect(found).toBe(true);
  expect(changed.filter((known) => known === caseNumber)).toEqual([caseNumber]);
});
