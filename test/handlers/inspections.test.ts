/** A recorded inspection is corrected and withdrawn, and the public reads it so: once, in any order, whoever was first. */
import { beforeEach, describe, expect, it } from 'vitest';
import { inspectionWrites, loadActed } from '../../functions/aws/supervision-store.ts';
import { publishRecord } from '../../functions/disclosure/publish-record.ts';
import type { Renderer } from '../../functions/disclosure/publisher.ts';
import { actOnInspection } from '../../functions/inspections/act-on-inspection.ts';
import { listInspections } from '../../functions/inspections/list-inspections.ts';
import { readInspection } from '../../functions/inspections/read-inspection.ts';
import { actOnObjection } from '../../functions/objections/act-on-objection.ts';
import { readObjection } from '../../functions/objections/read-objection.ts';
import { submitObjection } from '../../functions/objections/submit-objection.ts';
import { trackObjection } from '../../functions/objections/track-objection.ts';
import type { Officer, Write } from '../../functions/ports.ts';
import { verifyActs } from '../../shared/inspections/acts.ts';
import type { InspectionCommand } from '../../shared/inspections/calls.ts';
import type { inspectionForDesk } from '../../shared/inspections/views.ts';
import { anInspection, AT } from '../support/builders.ts';
import { countingChance, request, withSettings } from '../support/handler-world.ts';
import { MemorySite } from '../support/memory-site.ts';
import { MemoryTables } from '../support/memory-tables.ts';
import { anObjectionBody } from '../support/objections.ts';

withSettings();

/** Pages as their data: what the window would be given. */
const render: Renderer = (_, locale, page) => Promise.resolve(JSON.stringify({ locale, ...page }));

const { inspectionId, recordId } = anInspection();
const publisher: Officer = {
  ...{ subject: 'publisher-1', name: '示例员', department: 'MARKET', roles: ['publisher'] },
};
type Shown = ReturnType<typeof inspectionForDesk>;

let tables: MemoryTables;
let site: MemorySite;
let tick = 0;
const now = () => new Date(Date.parse(AT) + tick++).toISOString();

beforeEach(async () => {
  tables = new MemoryTables();
  site = new MemorySite();
  await tables.commit(inspectionWrites(anInspection()));
});

const ask = (command: InspectionCommand, officer = publisher) =>
  actOnInspection(request(command, { path: { inspectionId }, officer }), { tables });

async function writesOf(command: InspectionCommand, officer = publisher) {
  const outcome = await ask(command, officer);
  if (!outcome.ok) throw new Error(outcome.error.code);
  return outcome.value.writes ?? [];
}

const act = async (command: InspectionCommand) => tables.commit(await writesOf(command));

const read = async (officer = publisher): Promise<Shown> => {
  const asked = request(undefined, { path: { inspectionId }, officer });
  const outcome = await readInspection(asked, { tables });
  if (!outcome.ok) throw new Error(outcome.error.code);
  return outcome.value.answer as Shown; // asserted below
};

const tell = (version: number) => {
  const pointer = { kind: 'publication', subject: `INSPECTION#${inspectionId}`, version } as const;
  const outboxId = `OUT#INSPECTION.${inspectionId}.${version}#DISCLOSURE`;
  const message = { outboxId, addressee: 'DISCLOSURE', pointer, correlationId: 'correlation-1' };
  return publishRecord(message, { tables, site, render, now });
};

/** Objects that say something of it. */
const naming = (text: string) =>
  [...site.objects].filter(([, body]) => body.includes(text)).map(([key]) => key);

const correct: InspectionCommand = {
  ...{ type: 'correct', version: 1, reason: '医疗废物一项的结果记错' },
  items: [{ item: '医疗废物交接', result: 'PROBLEM', note: '登记本缺页' }],
  result: 'PROBLEM',
};
const withdraw = (version: number): InspectionCommand => ({
  ...{ type: 'withdraw', version, reason: '重复登记', ground: 'ERROR' },
});

const outboxOf = (writes: readonly Write[]) =>
  writes.filter((write) => write.table === 'relay' && 'put' in write);

describe('a correction', () => {
  it('goes in with its act and its publication in one transaction, and is read everywhere', async () => {
    await tell(1);
    const writes = await writesOf(correct);
    expect(outboxOf(writes)).toMatchObject([
      { put: { addressee: 'DISCLOSURE', dueOn: '2026-11-25', pointer: { version: 2 } } },
    ]);
    expect(await tables.commit(writes)).toMatchObject({ ok: true });
    expect(await read()).toMatchObject({ isUnderWay: true, standing: { corrections: 0 } });
    await tell(2);
    expect(naming('医疗废物登记')).toEqual([]);
    for (const key of [
      ...[`records/${recordId}`, `records/${recordId}.json`, 'inspections/2026-11.csv'],
      ...['data/inspections-2026-11.csv', 'data/inspections-2026-11.jsonl'],
    ])
      expect(site.objects.get(key), key).toMatch(/医疗废物交接|发现问题/);
    for (const key of ['corrections', 'corrections.atom', `records/${recordId}.json`])
      expect(site.objects.get(key), key).toContain('医疗废物一项的结果记错');
    expect(await read()).toMatchObject({ isUnderWay: false, corrected: 1, record: { ok: true } });
  });

  it('moves the record to the institution it was really about', async () => {
    await tell(1);
    const institution = { name: '示例康宁诊所', uscc: '91500104MA60QW34X5' };
    await act({ ...correct, institution });
    await tell(2);
    expect(naming('示例综合门诊部')).toEqual([]);
    expect(site.objects.get('institutions/91500104MA60QW34X5')).toContain(recordId);
  });

  it('that comes twice is written once', async () => {
    const writes = await writesOf(correct);
    await tables.commit(writes);
    expect(await writesOf(correct)).toEqual([]);
    expect((await tables.commit(writes)).ok).toBe(false);
    expect((await read()).events).toHaveLength(2);
  });

  it('that lost the race leaves nothing, and is told who was first', async () => {
    const mine = await writesOf(correct);
    const theirs = await writesOf(withdraw(1), { ...publisher, subject: 'publisher-2' });
    expect((await tables.commit(theirs)).ok).toBe(true);
    expect((await tables.commit(mine)).ok).toBe(false);
    expect(await ask({ ...correct, reason: '再来一次' })).toMatchObject({
      error: { status: 409, code: 'TRANSITION_NOT_ALLOWED' },
    });
    const found = await loadActed(tables, inspectionId);
    expect(found?.events.map(({ type }) => type)).toEqual(['record', 'withdraw']);
    expect(found && verifyActs(found.inspection, found.events)).toEqual({ ok: true });
  });
});

describe('a withdrawal', () => {
  it('leaves a tombstone and a line among the changes, and nothing of the content anywhere', async () => {
    await tell(1);
    await act(withdraw(1));
    await tell(2);
    for (const text of ['医疗废物登记', '示例综合门诊部']) expect(naming(text), text).toEqual([]);
    for (const key of [`records/${recordId}`, `en/records/${recordId}`, 'corrections.csv'])
      expect(site.objects.get(key), key).toContain('重复登记');
    expect(site.objects.has(`records/${recordId}.jsonld`)).toBe(false);
    expect(await read()).toMatchObject({
      ...{ status: 'withdrawn', isUnderWay: false, offers: [], standing: { state: 'withdrawn' } },
    });
  });

  it('before anybody could read it lets nothing appear', async () => {
    await act(withdraw(1));
    await tell(2);
    await tell(1); // the first message comes late
    expect(naming(recordId)).toEqual([]);
    expect(await read()).toMatchObject({ status: 'withdrawn', isUnderWay: false });
  });

  it('is not undone by messages that come late, twice or in another order', async () => {
    await tell(1);
    await act(correct);
    await act(withdraw(2));
    for (const version of [3, 2, 1, 3]) await tell(version);
    expect(naming('医疗废物交接')).toEqual([]);
    expect(site.objects.get(`records/${recordId}`)).toContain('重复登记');
  });
});

describe('an objection that is right', () => {
  it('leads the publisher to the inspection, and its objector reads when it was corrected', async () => {
    await tell(1);
    const done = async <T>(outcome: ReturnType<typeof readObjection>): Promise<T> => {
      const answered = await outcome;
      if (!answered.ok) throw new Error(answered.error.code);
      await tables.commit(answered.value.writes ?? []);
      return answered.value.answer as T; // the shape that is asserted
    };
    const filed = await done<{ objectionId: string; receiptCode: string }>(
      submitObjection(request(anObjectionBody({ record: recordId })), {
        ...{ tables, randomBytes: countingChance },
      }),
    );
    const path = { objectionId: filed.objectionId };
    const upheld = { type: 'uphold', remedy: 'CORRECT', words: '确实记错。' } as const;
    const asked = request(upheld, { path, officer: publisher });
    expect(await done(actOnObjection(asked, { tables }))).toMatchObject({ inspectionId });
    await act(correct);
    await tell(2);
    const followed = trackObjection(request({ receiptCode: filed.receiptCode }), { tables });
    expect(await done(followed)).toMatchObject({ outcome: { by: 'CORRECTED', on: '2026-11-20' } });
    const shown = readObjection(request(undefined, { path, officer: publisher }), { tables });
    expect(await done(shown)).toMatchObject({ inspectionId, outcome: { by: 'CORRECTED' } });
  });
});

describe('an inspection of the days before acts were kept', () => {
  it('is read, listed and corrected, and its record begins with what it was', async () => {
    const whole = inspectionWrites(anInspection());
    tables = new MemoryTables();
    for (const write of whole)
      if ('put' in write && write.put.sk === 'AGGREGATE' && write.put.pk.startsWith('INSPECTION'))
        await tables.commit([{ table: write.table, put: { ...write.put, value: anInspection() } }]);
    expect((await read()).events).toMatchObject([{ type: 'record', by: 'officer-1', at: AT }]);
    await act(correct);
    const shown = await read();
    expect(shown.record).toEqual({ ok: true });
    expect(shown.events).toMatchObject([
      { type: 'record', said: { items: [{ item: '医疗废物登记' }] } },
      { type: 'correct', said: { items: [{ item: '医疗废物交接' }] } },
    ]);
  });
});

describe('the desk', () => {
  it('shows an inspection to its department alone, and how it stands in the list', async () => {
    const stranger = { ...publisher, department: 'HEALTH' } as const;
    await expect(read(stranger)).rejects.toThrow('NOT_FOUND');
    expect(await ask(correct, stranger)).toMatchObject({ error: { status: 404 } });
    expect(await ask(correct, { ...publisher, roles: ['officer'] })).toMatchObject({
      error: { status: 403, code: 'ROLE_MISSING', role: 'publisher' },
    });
    await act(correct);
    await act(withdraw(2));
    const asked = { ...request(undefined, { officer: publisher }), query: { limit: 50 } };
    const listed = await listInspections(
      { ...asked, query: { limit: 50, cursor: undefined } },
      { tables },
    );
    expect(listed).toMatchObject({
      value: { answer: { inspections: [{ inspectionId, status: 'withdrawn', corrected: 1 }] } },
    });
  });
});
