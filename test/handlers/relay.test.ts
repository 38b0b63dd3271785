/** The relay: what was committed is delivered, once, however often, late or disordered its messages come. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newCaseWrites, caseChangeWrites } from '../../functions/aws/case-store.ts';
import { referralWrites } from '../../functions/aws/outbox-store.ts';
import { Park } from '../../functions/aws/sqs.ts';
import { deliverReferral } from '../../functions/departments/deliver-referral.ts';
import { dispatchOutbox } from '../../functions/relay/dispatch-outbox.ts';
import { sweepOutbox } from '../../functions/relay/sweep-outbox.ts';
import { countCase } from '../../functions/statistics/count-case.ts';
import * as v from 'valibot';
import { addresseesOf } from '../../shared/complaints/case-file.ts';
import { decide } from '../../shared/complaints/lifecycle.ts';
import type { DepartmentCode } from '../../shared/departments/directory.ts';
import { type OutboxMessage, OutboxRow, STATISTICS } from '../../shared/relay/outbox.ts';
import { plusSeconds } from '../../shared/time.ts';
import { aCase, AT, CASE_NUMBER, OCCASION } from '../support/builders.ts';
import { MemoryQueues } from '../support/memory-queues.ts';
import { MemoryTables } from '../support/memory-tables.ts';

const market = { subject: 'o', name: 'o', department: 'MARKET', roles: ['officer'] } as const;

/** A case filed and accepted: two versions, two rounds of four outbox rows, to three departments and the statistics. */
async function filedAndAccepted(): Promise<MemoryTables> {
  const tables = new MemoryTables();
  const file = aCase();
  await tables.commit([
    ...newCaseWrites(file),
    ...referralWrites(CASE_NUMBER, 1, addresseesOf(file.items), OCCASION),
  ]);
  const decision = decide(file, 1, { type: 'accept' }, market, AT);
  if (!decision.ok) throw new Error(decision.error.code);
  const { head, items } = decision.value;
  await tables.commit([
    ...caseChangeWrites(decision.value),
    ...referralWrites(CASE_NUMBER, head.version, addresseesOf(items), OCCASION),
  ]);
  return tables;
}

const rowsOf = (tables: MemoryTables) => tables.all('relay').map((row) => v.parse(OutboxRow, row));

function deliver(tables: MemoryTables, told: Omit<OutboxMessage, 'correlationId'>) {
  const message = { ...told, correlationId: OCCASION.correlationId };
  if (message.addressee === STATISTICS) return countCase(message, { tables });
  const department = message.addressee as DepartmentCode; // from the directory, in these tests
  return deliverReferral(message, { tables, department, now: () => AT });
}

describe('delivery', () => {
  it('happens exactly once under duplication, reordering and late messages', async () => {
    await fc.assert(
      fc.asyncProperty(fc.infiniteStream(fc.nat()), fc.nat(12), async (order, extra) => {
        const tables = await filedAndAccepted();
        const messages = rowsOf(tables).map(({ pk, addressee, pointer }) => ({
          outboxId: pk,
          addressee,
          pointer,
        }));
        const picks = Array.from(
          { length: extra },
          () => Number(order.next().value) % messages.length,
        );
        for (const pick of [...picks, ...messages.keys(), ...picks]) {
          const message = messages[pick];
          if (message) await deliver(tables, message);
        }
        const entries = tables
          .all('worklists')
          .map((row) => [row.pk, row['version'], row['value']]);
        expect(entries.map(([pk]) => String(pk)).toSorted()).toEqual([
          'DEPT#HEALTH',
          'DEPT#MARKET',
          'DEPT#MEDINS',
        ]);
        for (const [, version, value] of entries) {
          expect(version).toBe(2);
          expect(value).toMatchObject({ status: 'accepted', state: 'open' });
        }
        expect(tables.all('relay')).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('is parked with a reason when its case does not exist', async () => {
    const pointer = { kind: 'referral', caseNumber: 'none', version: 1 } as const;
    const message = { outboxId: 'OUT#x.1#TAX', addressee: 'TAX', pointer };
    await expect(deliver(new MemoryTables(), message)).rejects.toBeInstanceOf(Park);
  });

  it('is tried again when the message ran ahead of what can be read', async () => {
    const tables = await filedAndAccepted();
    const pointer = { kind: 'referral', caseNumber: CASE_NUMBER, version: 3 } as const;
    const ahead = deliver(tables, { outboxId: 'OUT#x.3#MARKET', addressee: 'MARKET', pointer });
    await expect(ahead).rejects.not.toBeInstanceOf(Park);
  });
});

describe('the dispatcher', () => {
  it('sends pointers to each addressee’s queue and moves the rows on, without closing them', async () => {
    const tables = await filedAndAccepted();
    const queues = new MemoryQueues();
    const left = await dispatchOutbox(rowsOf(tables), { tables, queues }, AT);
    expect(left).toEqual([]);
    expect(new Set(queues.sent.map(({ addressee }) => addressee))).toEqual(
      new Set(['MARKET', 'MEDINS', 'HEALTH', STATISTICS]),
    );
    for (const row of rowsOf(tables))
      expect(row).toMatchObject({ attempts: 1, state: 'open', nextAt: plusSeconds(AT, 900) });
  });

  it('lets a queue that is down delay nobody else', async () => {
    const tables = await filedAndAccepted();
    const left = await dispatchOutbox(
      rowsOf(tables),
      { tables, queues: new MemoryQueues(['MARKET']) },
      AT,
    );
    expect(left.map(({ addressee }) => addressee)).toEqual(['MARKET', 'MARKET']);
  });

  it('does not bring a row back to life that its consumer has already closed', async () => {
    const tables = await filedAndAccepted();
    const [row] = rowsOf(tables);
    if (!row) throw new Error('no row');
    await deliver(tables, { outboxId: row.pk, addressee: row.addressee, pointer: row.pointer });
    await dispatchOutbox([row], { tables, queues: new MemoryQueues() }, AT);
    expect(rowsOf(tables).map(({ pk }) => pk)).not.toContain(row.pk);
  });
});

describe('the sweep', () => {
  it('sends what is due, and only that', async () => {
    const tables = await filedAndAccepted();
    const early = new MemoryQueues();
    await sweepOutbox({ tables, queues: early }, plusSeconds(AT, 59));
    expect(early.sent).toEqual([]);
    const queues = new MemoryQueues();
    await sweepOutbox({ tables, queues }, plusSeconds(AT, 61));
    expect(queues.sent.length).toBe(8);
  });

  it('lets what a queue refuses stand back, so that nobody waits behind it', async () => {
    const tables = await filedAndAccepted();
    const down = { tables, queues: new MemoryQueues(['MARKET']) };
    await sweepOutbox(down, plusSeconds(AT, 61));
    const waiting = rowsOf(tables).filter(({ addressee }) => addressee === 'MARKET');
    for (const row of waiting)
      expect(row).toMatchObject({ attempts: 0, nextAt: plusSeconds(AT, 121) });
  });

  it('sets aside as stuck, never deletes, what was sent twelve times in vain', async () => {
    const tables = await filedAndAccepted();
    const queues = new MemoryQueues();
    for (let day = 0; day < 20; day++)
      await sweepOutbox({ tables, queues }, plusSeconds(AT, 61 + day * 86_400));
    expect(queues.sent.length).toBe(8 * 12);
    for (const row of tables.all('relay')) {
      expect(row).toMatchObject({ state: 'stuck', reason: 'TOO_MANY_ATTEMPTS' });
      expect(row['openShard']).toBe(undefined);
    }
  });
});
