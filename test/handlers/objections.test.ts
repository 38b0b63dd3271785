/** Objections from a public form to an answer: who reads what, and what stays sealed. */
import { describe, expect, it } from 'vitest';
import { actOnObjection } from '../../functions/objections/act-on-objection.ts';
import { listObjections } from '../../functions/objections/list-objections.ts';
import { readObjection } from '../../functions/objections/read-objection.ts';
import { submitObjection } from '../../functions/objections/submit-objection.ts';
import { trackObjection } from '../../functions/objections/track-objection.ts';
import type { Officer, Outcome } from '../../functions/ports.ts';
import type { Refusal } from '../../shared/api/problem.ts';
import type { ObjectionSubmission } from '../../shared/objections/calls.ts';
import type { ObjectionCommand } from '../../shared/objections/lifecycle.ts';
import type { objectionForObjector } from '../../shared/objections/objector-view.ts';
import type { objectionForDesk } from '../../shared/objections/views.ts';
import type { Result } from '../../shared/result.ts';
import { AT } from '../support/builders.ts';
import { countingChance, request, withSettings } from '../support/handler-world.ts';
import { MemoryTables } from '../support/memory-tables.ts';
import {
  anObjectionBody,
  objectedRecord,
  objectedTombstone,
  PENALTY_ID,
  standing,
} from '../support/objections.ts';

withSettings();

interface Filed {
  readonly objectionId: string;
  readonly receiptCode: string;
}
type Followed = ReturnType<typeof objectionForObjector>;
type Shown = ReturnType<typeof objectionForDesk> & { readonly contact?: { address: string } };

async function withRecord(): Promise<MemoryTables> {
  const tables = new MemoryTables();
  await tables.commit([standing({ state: 'public', record: objectedRecord, version: 1 })]);
  return tables;
}

/** What a call answered, its writes committed as the HTTP wrapper would. */
async function done<T>(
  tables: MemoryTables,
  outcome: Promise<Result<Outcome<unknown>, Refusal>>,
): Promise<T> {
  const { value, error } = { value: undefined, error: undefined, ...(await outcome) };
  if (!value) throw new Error(error?.code);
  const saved = await tables.commit(value.writes ?? []);
  if (!saved.ok) throw new Error(`refused at ${saved.error.join()}`);
  return value.answer as T; // the shape each test asserts
}

const submit = (tables: MemoryTables, overrides: Partial<ObjectionSubmission> = {}) =>
  submitObjection(request(anObjectionBody(overrides)), { tables, randomBytes: countingChance });

const file = async (tables: MemoryTables, overrides: Partial<ObjectionSubmission> = {}) =>
  done<Filed>(tables, submit(tables, overrides));

const officer = (overrides: Partial<Officer> = {}): Officer => ({
  ...{ subject: 'publisher-1', name: '示例员', department: 'MARKET', roles: ['publisher'] },
  ...overrides,
});

const list = async (tables: MemoryTables, by = officer(), query: object = {}) => {
  const asked = { state: 'open' as const, limit: 50, cursor: undefined, ...query };
  const call = listObjections({ ...request(undefined, { officer: by }), query: asked }, { tables });
  return done<{ objections: readonly { objectionId: string }[]; cursor?: string }>(tables, call);
};

const act = (
  tables: MemoryTables,
  { objectionId }: Pick<Filed, 'objectionId'>,
  command: ObjectionCommand,
  by = officer(),
) => actOnObjection(request(command, { path: { objectionId }, officer: by }), { tables });

const read = (tables: MemoryTables, { objectionId }: Filed, by = officer()) =>
  readObjection(request(undefined, { path: { objectionId }, officer: by }), { tables });

const follow = (tables: MemoryTables, receiptCode: string) =>
  trackObjection(request({ receiptCode }), { tables });

const contact = { kind: 'sms', address: '13912345678' } as const;

describe('an objection', () => {
  it('reaches the list of the department that published the record, and no other', async () => {
    const tables = await withRecord();
    const { objectionId } = await file(tables);
    expect(await list(tables)).toEqual({ objections: [expect.objectContaining({ objectionId })] });
    expect(await list(tables, officer({ department: 'HEALTH' }))).toEqual({ objections: [] });
    expect(
      await read(tables, { objectionId, receiptCode: '' }, officer({ department: 'HEALTH' })),
    ).toMatchObject({ error: { status: 404 } });
  });

  it('is taken against what was withdrawn too, and not against what never was public', async () => {
    const tables = await withRecord();
    const tombstone = objectedTombstone(AT);
    await tables.commit([standing({ state: 'withdrawn', tombstone, version: 2 })]);
    expect((await submit(tables)).ok).toBe(true);
    expect(await submit(tables, { record: 'aaaaaaaaaa' })).toMatchObject({
      error: { status: 404, code: 'NOT_FOUND' },
    });
  });

  it('keeps the words out of every key, list and public table, and the contact sealed', async () => {
    const tables = await withRecord();
    const outcome = await submit(tables, { words: '私密的话', contact });
    if (!outcome.ok) throw new Error(outcome.error.code);
    const { receiptCode } = outcome.value.answer as Filed; // the contract of a 201
    const writes = outcome.value.writes ?? [];
    const holding = writes.filter((write) => JSON.stringify(write).includes('私密的话'));
    expect(holding).toHaveLength(1);
    expect(new Set(writes.map(({ table }) => table))).toEqual(new Set(['supervision', 'vault']));
    expect(JSON.stringify(writes)).not.toContain(contact.address);
    expect(JSON.stringify(writes)).not.toContain(receiptCode);
    for (const write of writes)
      if ('put' in write) expect(write.put.pk + write.put.sk).not.toContain('私密');
    await tables.commit(writes);
    expect(JSON.stringify(await list(tables))).not.toContain('私密的话');
  });

  it('is followed by its receipt code alone, and an unknown code tells nothing', async () => {
    const tables = await withRecord();
    const filed = await file(tables);
    const followed = await done<Followed>(tables, follow(tables, filed.receiptCode));
    expect(followed).toMatchObject({
      ...{ objectionId: filed.objectionId, status: 'filed', department: 'MARKET' },
      events: [{ type: 'file' }],
    });
    const refusals = [filed.objectionId, '0000-0000-0000-0000-0', ''].map((code) =>
      follow(tables, code),
    );
    for (const refusal of await Promise.all(refusals))
      expect(refusal).toEqual({ ok: false, error: { status: 404, code: 'NOT_FOUND' } });
  });

  it('is answered in words its objector reads, and leads the publisher to the penalty', async () => {
    const tables = await withRecord();
    const filed = await file(tables);
    await done(tables, act(tables, filed, { type: 'acknowledge' }));
    const upheld = { type: 'uphold', remedy: 'WITHDRAW', words: '决定已被撤销。' } as const;
    await done(tables, act(tables, filed, upheld));
    const shown = await done<Shown>(tables, read(tables, filed));
    expect(shown).toMatchObject({ penaltyId: PENALTY_ID, isPublic: true, offers: [] });
    expect(shown.title).toBe(objectedRecord.title);
    expect(await list(tables)).toEqual({ objections: [] });
    expect((await list(tables, officer(), { state: 'closed' })).objections).toHaveLength(1);
    const tombstone = objectedTombstone(AT);
    await tables.commit([standing({ state: 'withdrawn', tombstone, version: 2 })]);
    const followed = await done<Followed>(tables, follow(tables, filed.receiptCode));
    expect(followed).toMatchObject({
      ...{ status: 'upheld', answer: { words: '决定已被撤销。', remedy: 'WITHDRAW' } },
      outcome: { by: 'WITHDRAWN', on: '2026-11-20' },
    });
    expect(JSON.stringify(followed)).not.toContain('publisher-1');
  });

  it('moves to the department it is forwarded to, and leaves the one that had it', async () => {
    const tables = await withRecord();
    const filed = await file(tables);
    const to = { type: 'forward', department: 'HEALTH', reason: '属卫健职责' } as const;
    await done(tables, act(tables, filed, to));
    const health = officer({ department: 'HEALTH' });
    expect(await list(tables)).toEqual({ objections: [] });
    expect((await list(tables, health)).objections).toHaveLength(1);
    expect(await act(tables, filed, { type: 'acknowledge' })).toMatchObject({
      error: { status: 404 },
    });
    const { events } = await done<Shown>(tables, read(tables, filed, health));
    expect(events.at(-1)).toMatchObject({ type: 'forward', reason: '属卫健职责' });
  });

  it('shows its contact once for each recorded opening, which the objector sees', async () => {
    const tables = await withRecord();
    const filed = await file(tables, { contact });
    expect(JSON.stringify(await read(tables, filed))).not.toContain(contact.address);
    const opened = await done<Shown>(tables, act(tables, filed, { type: 'open-contact' }));
    expect(opened.contact).toEqual(contact);
    const { events } = await done<Followed>(tables, follow(tables, filed.receiptCode));
    expect(events.map(({ type }) => type)).toEqual(['file', 'open-contact']);
    const silent = await file(tables);
    expect(await act(tables, silent, { type: 'open-contact' })).toMatchObject({
      error: { status: 409, code: 'NO_CONTACT' },
    });
  });
});

it('lists what waits longest first, and a cursor leads through it once', async () => {
  const tables = await withRecord();
  const filed: string[] = [];
  for (let place = 0; place < 4; place++) {
    const now = new Date(Date.parse(AT) + place).toISOString();
    const call = submitObjection(
      { ...request(anObjectionBody()), now },
      { tables, randomBytes: countingChance },
    );
    filed.push((await done<Filed>(tables, call)).objectionId);
  }
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await list(tables, officer(), { limit: 3, cursor });
    seen.push(...page.objections.map(({ objectionId }) => objectionId));
    cursor = page.cursor;
  } while (cursor);
  expect(seen).toEqual(filed);
});
