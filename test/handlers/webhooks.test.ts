/** A department's own system is told of everything, once, however long it is down; and nobody waits for it. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { lambdas } from '../../functions/catalogue.ts';
import { tableGrants } from '../../functions/catalogue/lambda.ts';
import { configureWebhook } from '../../functions/departments/configure-webhook.ts';
import { readWebhook } from '../../functions/departments/read-webhook.ts';
import { reopenedWrite } from '../../functions/aws/outbox-store.ts';
import { signingSecrets } from '../../functions/aws/webhook-store.ts';
import type { Officer } from '../../functions/ports.ts';
import type { DepartmentCode } from '../../shared/departments/directory.ts';
import type { WebhookRequest } from '../../shared/departments/webhook.ts';
import { plusSeconds } from '../../shared/time.ts';
import { AT } from '../support/builders.ts';
import { countingChance, request } from '../support/handler-world.ts';
import type { MemoryTables } from '../support/memory-tables.ts';
import { DepartmentSystem, SimulatedRelay } from '../support/simulated-relay.ts';

const DAY = 24 * 3_600;
const after = (seconds: number) => plusSeconds(AT, seconds);

const administrator = (department: DepartmentCode): Officer => ({
  subject: `${department}-administrator`,
  name: '示例管理员',
  department,
  roles: ['administrator'],
});

interface Shown {
  readonly secret?: string;
  readonly version: number;
}

/** @throws with the refusal's code */
async function configure(
  tables: MemoryTables,
  department: DepartmentCode,
  changes: Partial<WebhookRequest> = {},
  at = AT,
): Promise<Shown> {
  const body = { url: 'https://system.example/hook', active: true, rotate: false, ...changes };
  const asked = { ...request(body, { officer: administrator(department) }), now: at };
  const deps = { tables, randomBytes: countingChance, siteOrigin: 'https://mingcha.example' };
  const outcome = await configureWebhook(asked, deps);
  if (!outcome.ok) throw new Error(outcome.error.errors?.[0]?.code ?? outcome.error.code);
  await tables.commit(outcome.value.writes ?? []);
  return outcome.value.answer as Shown; // the contract of this call
}

const market = () => new DepartmentSystem('MARKET');
const health = () => new DepartmentSystem('HEALTH');

/** A relay in which each of these systems is configured and knows its secret. */
async function relayWith(...systems: readonly DepartmentSystem[]): Promise<SimulatedRelay> {
  const relay = new SimulatedRelay(systems);
  for (const system of systems) {
    const { secret = '' } = await configure(relay.tables, system.department);
    system.secret = secret;
  }
  return relay;
}

const entriesOf = (relay: SimulatedRelay, department: string) =>
  relay.tables
    .all('worklists')
    .filter(({ pk, sk }) => pk === `DEPT#${department}` && sk !== 'WEBHOOK')
    .map(({ sk }) => sk);

describe('a department’s own system', () => {
  it('is told where to look and nothing of the case', async () => {
    const [system, bystander] = [market(), health()];
    const relay = await relayWith(system, bystander);
    await relay.file('C-1');
    expect([...system.told]).toEqual([
      [
        'MARKET.C-1.1',
        {
          deliveryId: 'MARKET.C-1.1',
          department: 'MARKET',
          caseNumber: 'C-1',
          version: 1,
          sentAt: AT,
        },
      ],
    ]);
    expect([...bystander.told.keys()]).toEqual(['HEALTH.C-1.1']);
    expect(relay.rows()).toEqual([]);
  });

  it('may be down for days: nobody else waits, nothing is lost, everything arrives once it is back, once', async () => {
    const [down, up] = [market(), health()];
    const relay = await relayWith(down, up);
    const filed: string[] = [];
    for (const day of [0, 1, 2, 3]) {
      await relay.passTo(after(day * DAY));
      down.fault = day % 2 === 0 ? 'HTTP_503' : 'TIMEOUT';
      filed.push(`C-${day}`);
      await relay.file(`C-${day}`);
      // In the very moment of filing: every worklist, its own included, and every other system.
      for (const department of ['MARKET', 'HEALTH', 'MEDINS'])
        expect(entriesOf(relay, department)).toEqual(filed.map((number) => `${number}#1`));
      expect([...up.told.keys()]).toEqual(filed.map((number) => `HEALTH.${number}.1`));
    }
    await relay.passTo(after(4 * DAY));
    expect(down.told.size).toBe(0);
    expect(relay.rows().map(({ addressee, state }) => [addressee, state])).toEqual(
      filed.map(() => ['WEBHOOK.MARKET', 'open']),
    );
    expect(relay.rows().every(({ reason }) => reason === 'TIMEOUT')).toBe(true);

    down.fault = undefined;
    await relay.passTo(after(6 * DAY));
    expect([...down.told.keys()].toSorted()).toEqual(
      filed.map((number) => `MARKET.${number}.1`).toSorted(),
    );
    expect(relay.rows()).toEqual([]);
    expect(up.calls).toBe(filed.length);
  });

  it('gets a day’s rest between late attempts, and after the last the row is parked with what it said', async () => {
    const system = market();
    const relay = await relayWith(system);
    system.fault = 'HTTP_500';
    await relay.file('C-1');
    await relay.passTo(after(6 * DAY));
    expect(relay.rows('WEBHOOK').map(({ state }) => state)).toEqual(['open']);
    await relay.passTo(after(30 * DAY));
    expect(system.calls).toBe(12);
    expect(relay.rows()).toMatchObject([{ state: 'parked', reason: 'HTTP_500' }]);

    system.fault = undefined;
    const [parked] = relay.rows();
    if (!parked) throw new Error('no row');
    await relay.tables.commit([reopenedWrite(parked, relay.now)]);
    await relay.passTo(after(31 * DAY));
    expect([[...system.told.keys()], relay.rows()]).toEqual([['MARKET.C-1.1'], []]);
  });

  it('does everything once though its answer was lost and it was told twice', async () => {
    const system = market();
    const relay = await relayWith(system);
    system.answersInVain = true;
    await relay.file('C-1');
    system.answersInVain = false;
    await relay.passTo(after(DAY));
    expect([system.calls, [...system.told.keys()]]).toEqual([2, ['MARKET.C-1.1']]);
  });

  it('is not called again by a message that comes twice', async () => {
    const system = market();
    const relay = await relayWith(system);
    await relay.file('C-1');
    await relay.consume({
      outboxId: 'OUT#C-1.1#WEBHOOK.MARKET',
      addressee: 'WEBHOOK.MARKET',
      pointer: { kind: 'webhook', caseNumber: 'C-1', version: 1 },
      correlationId: 'c',
    });
    expect(system.calls).toBe(1);
  });

  it('is told once of a version though its referral comes again', async () => {
    const system = market();
    const relay = await relayWith(system);
    await relay.file('C-1');
    const pointer = { kind: 'referral', caseNumber: 'C-1', version: 1 } as const;
    const again = { outboxId: 'OUT#C-1.1#MARKET', addressee: 'MARKET', correlationId: 'c' };
    await relay.consume({ ...again, pointer });
    await relay.settle();
    expect([system.calls, relay.rows()]).toEqual([1, []]);
  });

  it('that is switched off has its rows parked, and is not announced to any more', async () => {
    const system = market();
    const relay = await relayWith(system);
    system.fault = 'UNREACHABLE';
    await relay.file('C-1');
    await configure(relay.tables, 'MARKET', { active: false });
    await relay.file('C-2');
    await relay.passTo(after(DAY));
    expect(relay.rows()).toMatchObject([
      { pk: 'OUT#C-1.1#WEBHOOK.MARKET', state: 'parked', reason: 'WEBHOOK_OFF' },
    ]);
  });
});

describe('the secret of a webhook', () => {
  let relay: SimulatedRelay;
  const system = market();
  beforeEach(async () => {
    relay = await relayWith(system);
  });

  it('is shown by the call that makes it and by no other', async () => {
    expect(system.secret).toMatch(/^[\w-]{43}$/);
    const unchanged = await configure(relay.tables, 'MARKET', { url: 'https://b.example/' });
    const read = await readWebhook(request(undefined, { officer: administrator('MARKET') }), relay);
    expect(unchanged).not.toHaveProperty('secret');
    expect(read).toMatchObject({ ok: true, value: { answer: { url: 'https://b.example/' } } });
    expect(JSON.stringify(read)).not.toContain(system.secret);
  });

  it('is written nowhere but in the vault: no table, no message, no log line', async () => {
    const written = vi.spyOn(console, 'log');
    system.fault = 'HTTP_500';
    await relay.file('C-1');
    const told = JSON.stringify(written.mock.calls);
    written.mockRestore();
    system.fault = undefined;
    expect(told).toContain('WEBHOOK_FAILED');
    expect(told).not.toContain(system.secret);
    for (const table of ['cases', 'worklists', 'relay'] as const)
      expect(JSON.stringify(relay.tables.all(table))).not.toContain(system.secret);
    expect(JSON.stringify(relay.tables.all('vault'))).toContain(system.secret);
  });

  it('is valid for a day beside the one that follows it', async () => {
    const { secret = '' } = await configure(relay.tables, 'MARKET', { rotate: true });
    const validAt = (seconds: number) => signingSecrets(relay.tables, 'MARKET', after(seconds));
    expect(await validAt(DAY - 1)).toEqual([secret, system.secret]);
    expect(await validAt(DAY)).toEqual([secret]);
  });

  it('leaves at once when it is changed twice', async () => {
    const one = await configure(relay.tables, 'MARKET', { rotate: true });
    const two = await configure(relay.tables, 'MARKET', { rotate: true });
    const valid = await signingSecrets(relay.tables, 'MARKET', AT);
    expect(valid).toEqual([two.secret, one.secret]);
  });

  it('can be read by the sender it is for and by nothing else in the building', () => {
    const readers = lambdas.flatMap((lambda) =>
      tableGrants(lambda)
        .filter(([table, { actions = [] }]) => table === 'vault' && actions.some(reads))
        .filter(([, { leadingKeys = ['*'] }]) => leadingKeys.some(opensWebhooks))
        .map(([, { leadingKeys }]) => [lambda.name, leadingKeys]),
    );
    expect(readers).toEqual([
      ['deliver-webhook', ['WEBHOOK#${department}']],
      ['deliver-to-channel', ['WEBHOOK#CHANNEL.*']],
    ]);
  });
});

const reads = (action: string): boolean => action === 'GetItem' || action === 'Query';
/** Could the pattern match a key that begins with `WEBHOOK#`? */
const opensWebhooks = (pattern: string): boolean => {
  const [start = ''] = pattern.split(/[*$]/);
  return start.startsWith('WEBHOOK#') || 'WEBHOOK#'.startsWith(start);
};

describe('who configures a webhook', () => {
  it('is the administrator of the department, nobody else', async () => {
    const relay = await relayWith();
    const officer: Officer = { ...administrator('MARKET'), roles: ['officer', 'approver'] };
    const body = { url: 'https://a.example/', active: true, rotate: false };
    const deps = {
      tables: relay.tables,
      randomBytes: countingChance,
      siteOrigin: 'https://x.example',
    };
    const refused = { ok: false, error: { status: 403, code: 'ROLE_MISSING' } };
    expect(await configureWebhook(request(body, { officer }), deps)).toMatchObject(refused);
    expect(await readWebhook(request(undefined, { officer }), relay)).toMatchObject(refused);
  });

  it.each([
    ['not an address', 'INVALID'],
    ['https://10.0.0.1/', 'NOT_PUBLIC'],
    ['http://localhost:8090/', 'HTTPS_REQUIRED'],
  ])('may not point it at %s', async (url, code) => {
    const { tables } = await relayWith();
    await expect(configure(tables, 'MARKET', { url })).rejects.toThrow(code);
  });
});
