/** Acts on a penalty: what is written with them, once, and who is told of what changes in public. */
import { describe, expect, it } from 'vitest';
import { loadPenalty } from '../../functions/aws/supervision-store.ts';
import { decidePenalty } from '../../functions/penalties/decide-penalty.ts';
import { proposePenalty } from '../../functions/penalties/propose-penalty.ts';
import { readPenalty } from '../../functions/penalties/read-penalty.ts';
import { readArchive } from '../../functions/penalties/read-archive.ts';
import type { Officer, Write } from '../../functions/ports.ts';
import { publicBy } from '../../shared/penalties/announcing.ts';
import { verifyChain } from '../../shared/penalties/chain.ts';
import type { PenaltyCommand } from '../../shared/penalties/lifecycle.ts';
import { dateInShanghai } from '../../shared/time.ts';
import { aProposal, AT, TODAY } from '../support/builders.ts';
import { request } from '../support/handler-world.ts';
import { MemoryTables } from '../support/memory-tables.ts';
import { eachCommand, everyRole, ordinaryWay } from '../support/penalty-acts.ts';

const who = (subject: string): Officer => ({
  ...{ subject, name: '示例员', department: 'MARKET', roles: everyRole },
});
const paper = { kind: 'NOTICE', name: '告知书', sha256: 'b'.repeat(64), pages: 2 } as const;

async function proposed(tables: MemoryTables, seed = 0): Promise<string> {
  const body = aProposal({ fineFen: 20_000_000, documents: [{ ...paper, kind: 'FILING' }] });
  const deps = { tables, randomBytes: (length: number) => new Uint8Array(length).fill(seed) };
  const outcome = await proposePenalty(request(body, { officer: who('proposer') }), deps);
  if (!outcome.ok) throw new Error(outcome.error.code);
  await tables.commit(outcome.value.writes ?? []);
  return (outcome.value.answer as { penaltyId: string }).penaltyId; // the contract of a 201
}

async function act(
  tables: MemoryTables,
  penaltyId: string,
  body: PenaltyCommand,
  subject: string,
  now = AT,
): Promise<readonly Write[]> {
  const asked = { ...request(body, { path: { penaltyId }, officer: who(subject) }), now };
  const outcome = await decidePenalty(asked, { tables });
  if (!outcome.ok) throw new Error(outcome.error.code);
  const { writes = [] } = outcome.value;
  expect(await tables.commit(writes)).toEqual({ ok: true, value: undefined });
  return writes;
}

async function decided(tables: MemoryTables) {
  const penaltyId = await proposed(tables);
  for (const [command, subject] of ordinaryWay)
    await act(tables, penaltyId, { ...command, documents: [paper] }, subject);
  return penaltyId;
}

const addressees = (writes: readonly Write[]) =>
  writes.flatMap((write) =>
    write.table === 'relay' && 'put' in write ? [String(write.put['addressee'])] : [],
  );

describe('an act on a penalty', () => {
  it('is kept with its papers in a chain that nobody wrote over', async () => {
    const tables = new MemoryTables();
    const penaltyId = await decided(tables);
    const found = await loadPenalty(tables, penaltyId);
    expect(found && verifyChain(found.penalty, found.events)).toEqual({ ok: true });
    expect(found?.events.map(({ type }) => type)).toEqual([
      'propose',
      ...ordinaryWay.map(([{ type }]) => type),
    ]);
    expect(found?.events[1]).toMatchObject({ said: { servedOn: TODAY }, documents: [paper] });
    expect(found?.penalty.proposal.documents).toBe(undefined);
  });

  it('that comes twice is written once: the second finds the place of its event taken', async () => {
    const tables = new MemoryTables();
    const penaltyId = await proposed(tables);
    const notice: PenaltyCommand = { type: 'notify', servedOn: TODAY };
    const writes = await act(tables, penaltyId, notice, 'proposer');
    const again = await tables.commit(writes);
    expect(again.ok).toBe(false);
    const eventAlone = writes.filter(
      (write) => 'put' in write && write.put.sk.startsWith('EVENT#'),
    );
    expect((await tables.commit(eventAlone)).ok).toBe(false);
  });

  it('tells the publisher and the channels of everything that changes in public, and of nothing else', async () => {
    for (const command of eachCommand) {
      const isPublic = publicBy(command, TODAY) !== undefined;
      expect([command.type, isPublic]).toEqual([command.type, changing.includes(command.type)]);
    }
    for (const command of eachCommand.filter(({ type }) => changing.includes(type))) {
      if (command.type === 'decide') continue;
      const tables = new MemoryTables();
      const penaltyId = await decided(tables);
      const now = command.type === 'repair' ? A_YEAR_LATER : AT; // not before its day
      const said = command.type === 'repair' ? { ...command, on: dateInShanghai(now) } : command;
      const told = addressees(await act(tables, penaltyId, said, 'publisher', now));
      expect(told).toContain('DISCLOSURE');
      expect(told.some((addressee) => addressee.startsWith('CHANNEL.'))).toBe(true);
    }
    const tables = new MemoryTables();
    const penaltyId = await decided(tables);
    const quiet = await act(tables, penaltyId, { type: 'serve', on: TODAY, way: 'MAIL' }, 'x');
    expect(addressees(quiet)).toEqual([]);
  });
});

describe('a penalty at the desk', () => {
  it('has no page while the public has read nothing of it, though it was taken back', async () => {
    const tables = new MemoryTables();
    const penaltyId = await decided(tables);
    await act(tables, penaltyId, { type: 'withdraw', reason: '撤销', ground: 'REVOKED' }, 'x');
    const asked = request(undefined, { path: { penaltyId }, officer: who('reader') });
    const outcome = await readPenalty(asked, { tables });
    expect(outcome.ok && outcome.value.answer).not.toHaveProperty('path');
  });
});

const A_YEAR_LATER = '2027-11-25T02:00:00.000Z';
const changing = ['decide', 'correct', 'withdraw', 'repair', 'publish-minor', 'list-serious'];

describe('the archive of a penalty', () => {
  const archive = async (tables: MemoryTables, penaltyId: string, officer: Officer) => {
    const asked = request(undefined, { path: { penaltyId }, officer });
    const outcome = await readArchive(asked, { tables });
    return outcome.ok ? outcome.value.answer : outcome.error.code;
  };

  it('lists the papers of the file for its department, and for no other', async () => {
    const tables = new MemoryTables();
    const penaltyId = await decided(tables);
    expect(await archive(tables, penaltyId, who('reader'))).toMatchObject({
      ...{ penaltyId, decidedOn: TODAY, events: 6, pages: 12, record: { ok: true } },
      documents: [{ kind: 'FILING', at: AT }, ...ordinaryWay.map(() => ({ kind: 'NOTICE' }))],
    });
    const other = { ...who('reader'), department: 'HEALTH' } as const;
    expect(await archive(tables, penaltyId, other)).toBe('NOT_FOUND');
  });

  it('says of each paper with which act it came, and which one the law wants and is not there', async () => {
    const tables = new MemoryTables();
    const penaltyId = await proposed(tables);
    const [notify, waiveDefence, waiveHearing, review, decide] = ordinaryWay;
    for (const [command, subject] of [notify, waiveDefence, waiveHearing, review, decide].filter(
      (deed) => deed !== undefined,
    )) {
      const documents = command.type === 'notify' ? [paper] : [];
      await act(tables, penaltyId, { ...command, documents }, subject);
    }
    const missing = async () => {
      const found = await archive(tables, penaltyId, who('reader'));
      return typeof found === 'string' ? [] : found.missing.map(({ act, kind }) => [act, kind]);
    };
    expect(await archive(tables, penaltyId, who('reader'))).toMatchObject({
      documents: [
        { kind: 'FILING', act: 'propose' },
        { kind: 'NOTICE', act: 'notify' },
      ],
    });
    expect(await missing()).toEqual([
      ['review', 'REVIEW'],
      ['decide', 'DECISION'],
    ]);
    const later: PenaltyCommand = { type: 'attach', documents: [{ ...paper, kind: 'DECISION' }] };
    await act(tables, penaltyId, later, 'proposer');
    expect(await missing()).toEqual([['review', 'REVIEW']]);
  });
});

describe('the number of a decision', () => {
  const reviewed = async (tables: MemoryTables, seed: number) => {
    const penaltyId = await proposed(tables, seed);
    for (const [command, subject] of ordinaryWay.slice(0, -1))
      await act(tables, penaltyId, command, subject);
    return penaltyId;
  };
  const deciding = (tables: MemoryTables, penaltyId: string, decisionNumber: string) =>
    decidePenalty(
      request<PenaltyCommand, { penaltyId: string }>(
        { type: 'decide', decisionNumber, decidedOn: TODAY },
        { path: { penaltyId }, officer: who('approver') },
      ),
      { tables },
    );
  const FIRST = '示市监罚〔2026〕7号';
  const taken = { ok: false, error: { status: 409, code: 'NUMBER_TAKEN' } };

  it('is used once in a department, however its brackets are typed, and stays used after a withdrawal', async () => {
    const tables = new MemoryTables();
    const [one, other] = [await reviewed(tables, 1), await reviewed(tables, 2)];
    await act(tables, one, { type: 'decide', decisionNumber: FIRST, decidedOn: TODAY }, 'approver');
    const refused = await deciding(tables, other, '示市监罚 [2026] 7号');
    expect(refused).toEqual(taken);
    expect(JSON.stringify(refused)).not.toContain(one);
    await act(tables, one, { type: 'withdraw', reason: '撤销', ground: 'VOID' }, 'publisher');
    expect(await deciding(tables, other, FIRST)).toEqual(taken);
    expect(await deciding(tables, other, '示市监罚〔2026〕8号')).toMatchObject({ ok: true });
  });

  it('goes to the first of two who decide at once: the second finds it taken in the same transaction', async () => {
    const tables = new MemoryTables();
    const [one, other] = [await reviewed(tables, 1), await reviewed(tables, 2)];
    const both = [await deciding(tables, one, FIRST), await deciding(tables, other, FIRST)];
    const saved = [];
    for (const outcome of both)
      saved.push(outcome.ok && (await tables.commit(outcome.value.writes ?? [])).ok);
    expect(saved).toEqual([true, false]);
    expect((await loadPenalty(tables, other))?.penalty.status).toBe('reviewed');
    expect(await deciding(tables, other, FIRST)).toEqual(taken);
  });

  it('may be put right: to a new one, to its own, and never to another’s', async () => {
    const tables = new MemoryTables();
    const [one, other] = [await reviewed(tables, 1), await reviewed(tables, 2)];
    const decide = { type: 'decide', decidedOn: TODAY } as const;
    await act(tables, one, { ...decide, decisionNumber: FIRST }, 'approver');
    await act(tables, other, { ...decide, decisionNumber: '示市监罚〔2026〕8号' }, 'approver');
    const correct = (decisionNumber: string) =>
      ({ type: 'correct', reason: '文号误写', decisionNumber }) as const;
    await act(tables, other, correct('示市监罚〔2026〕9号'), 'publisher');
    await act(tables, other, correct('示市监罚〔2026〕8号'), 'publisher');
    const asked = request<PenaltyCommand, { penaltyId: string }>(correct(FIRST), {
      path: { penaltyId: other },
      officer: who('publisher'),
    });
    expect(await decidePenalty(asked, { tables })).toEqual(taken);
  });
});
