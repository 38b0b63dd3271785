/** Systems of others: a department's, told by a signed call or asking by itself; a credit platform's, told the rows of penalties. */
import { execFile, spawn } from 'node:child_process';
import { promisify } from 'node:util';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { askUntil } from '../../../cdk/local/demo/ask.ts';
import { file, systemClient } from '../../support/citizen.ts';
import { decided, today } from '../../support/penalties.ts';

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

it('a credit platform takes the rows, answers each, lists them in the order of the fields, and reports repairs', async () => {
  const { base, dataDir } = inject('system');
  const credentials = join(dataDir, 'demo-credentials.json');
  const channel = 'HEALTH_CREDIT';
  const words = ['--base', base, '--credentials', credentials];
  const program = ['cdk/local/receiver.ts', ...words];
  const run = async (...more: readonly string[]) =>
    (await promisify(execFile)(process.execPath, [...program, ...more])).stdout;
  const platform = spawn(process.execPath, [...program, '--channel', channel, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  createInterface({ input: platform.stdout }).on('line', (line) => lines.push(line));
  try {
    await lineWith(`platform ${channel} listens at`);
    const number = `示市监罚〔2026〕${Date.now()}号`;
    const penaltyId = await decided(client, number);
    expect(await lineWith(`accepted ${channel}.${penaltyId}.1`)).toMatch(/^200/);
    const listed = await run('list', '--channel', channel);
    expect(listed).toMatch(/^行政相对人名称,行政相对人类别,/);
    expect(listed).toContain(number);
    const token = await client.officer('HEALTH', 'publisher');
    const query = `/api/desk/channels/${channel}?state=acknowledged`;
    expect((await client.get(query, token)).text).toContain(penaltyId);

    const named = ['--authority', 'MARKET', '--on', today()];
    expect(await run('repair', '--number', number, ...named)).toContain('"REPAIRED"');
    expect(await lineWith(`withdraw ${number} (REPAIRED)`)).toMatch(/^204 taken/);
    const unknown = await run('repair', '--number', `${number}之一`, ...named);
    expect(unknown).toContain('"DECISION_UNKNOWN"');
  } finally {
    platform.kill();
    const token = await client.officer('HEALTH', 'administrator');
    await client.post(`/api/desk/channels/${channel}`, { token, body: { delivery: 'file' } });
  }
}, 60_000);
