/** What is published by several officers at once agrees with its table, and stays readable when nothing but the bucket is left. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { askUntil } from '../../../cdk/local/demo/ask.ts';
import { search } from '../../../shared/search/reader.ts';
import { systemClient } from '../../support/citizen.ts';
import { act, decided, today } from '../../support/penalties.ts';
import { descendantsOf } from '../../support/system.ts';
import type { Fault } from '../../verify/fault.ts';
import { verifyDataDir } from '../../verify/verify-data-dir.ts';

const { base, dataDir, pid } = inject('system');
const client = systemClient();
const numberOf = (nth: number) => `示市监罚〔2026〕${nth}-${randomUUID().slice(0, 8)}号`;
const month = today().slice(0, 7);

/** Until nothing contradicts, or the time is up: what is under way shows as a contradiction. */
async function faultsLeft(): Promise<readonly Fault[]> {
  let faults: readonly Fault[] = [];
  await askUntil(async () => {
    faults = await verifyDataDir({ dataDir, port: 0, demo: false });
    return faults.length === 0 || undefined;
  }, 60_000);
  return faults;
}

it('leaves no contradiction when officers publish and withdraw at the same time', async () => {
  const decide = (nth: number) => decided(client, numberOf(nth));
  const early = await Promise.all([decide(1), decide(2)]);
  const withdraw = (penaltyId: string) =>
    act(client, 'publisher', penaltyId, { type: 'withdraw', reason: '行政复议撤销（示例）' });
  const [late, ...answers] = await Promise.all([decide(3), ...early.map(withdraw), decide(4)]);
  expect(late).toMatch(/^P-/);
  for (const answer of answers)
    if (typeof answer !== 'string') expect(answer.status, answer.text).toBe(200);
  expect(await faultsLeft()).toEqual([]);
});

describe('with every function and the tables stopped', () => {
  const decisionNumber = numberOf(5);
  let record: { readonly id: string; readonly path: string };
  let stopped: readonly number[] = [];

  beforeAll(async () => {
    await decided(client, decisionNumber);
    const found = await askUntil(async () => {
      const { json } = await client.get(
        `/api/disclosures?kind=penalty&q=${encodeURIComponent(decisionNumber)}`,
      );
      return (json as { records: (typeof record)[] }).records[0]; // the contract of a 200
    }, 30_000);
    if (!found || (await faultsLeft()).length > 0) throw new Error('it was not published in time');
    record = found;
    stopped = descendantsOf(pid).filter((child) =>
      /dynoxide|functions\/runtime/.test(commandOf(child)),
    );
    for (const child of stopped) process.kill(child, 'SIGSTOP');
  });

  afterAll(() => {
    for (const child of stopped) process.kill(child, 'SIGCONT');
  });

  it('reads home, record, list and open data', async () => {
    expect(stopped.length).toBeGreaterThan(1);
    for (const [path, says] of [
      ['/', record.id],
      [record.path, decisionNumber],
      [`/en${record.path}`, decisionNumber],
      [`/penalties/${month}`, record.id],
      [`/data/penalties-${month}.jsonl`, decisionNumber],
      ['/data/manifest.json', `penalties-${month}.csv`],
      ['/feed.atom', record.id],
    ] as const) {
      const { status, text } = await client.get(path);
      expect([path, status, text.includes(says)]).toEqual([path, 200, true]);
    }
  });

  it('searches', async () => {
    const fetchFile = async (path: string) => {
      const answer = await fetch(base + path);
      return answer.ok ? await answer.json() : undefined;
    };
    const query = { q: decisionNumber, filters: {}, page: 1 };
    const { records } = await search(query, fetchFile);
    expect(records.map(({ id }) => id)).toEqual([record.id]);
  });
});

/** Empty when it ended in the meantime. */
function commandOf(child: number): string {
  try {
    return readFileSync(`/proc/${child}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}
