/** Filing. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { submitComplaint } from '../../functions/complaints/submit-complaint.ts';
import type { Write } from '../../functions/ports.ts';
import type { SealedIdentity } from '../../shared/complaints/sealed-identity.ts';
import type { ComplaintSubmission } from '../../shared/complaints/complaint.ts';
import { someCategories, someCircumstances } from '../support/arbitraries.ts';
import { aComplaint } from '../support/builders.ts';
import { countingChance, request, tablesWithKeys, withSettings } from '../support/handler-world.ts';
import type { MemoryTables } from '../support/memory-tables.ts';

withSettings();

interface Filed {
  readonly caseNumber: string;
  readonly receiptCode: string;
  readonly items: readonly { readonly lead: string }[];
  readonly separate?: readonly Filed[];
}

async function file(submission: ComplaintSubmission, tables: MemoryTables) {
  const outcome = await submitComplaint(request(submission), {
    tables,
    randomBytes: countingChance,
  });
  if (!outcome.ok) throw new Error(outcome.error.code);
  const answer = outcome.value.answer as Filed; // the shape this very test asserts
  return { answer, writes: outcome.value.writes ?? [] };
}

const tablesOf = (writes: readonly Write[]) => new Set(writes.map(({ table }) => table));

describe('filing', () => {
  it('writes case, receipt, identity and one outbox row per addressee, all in one transaction', async () => {
    const tables = await tablesWithKeys();
    const identity = { name: '金丝雀', phone: '13900000000' };
    const { answer, writes } = await file(aComplaint({ anonymous: false, identity }), tables);
    expect((await tables.commit(writes)).ok).toBe(true);
    expect(tables.all('relay').map((row) => row['addressee'])).toEqual([
      'MARKET',
      'MEDINS',
      'HEALTH',
      'STATISTICS',
    ]);
    expect(tables.all('vault').map(({ pk }) => pk.split('#')[0])).toEqual(
      expect.arrayContaining(['RECEIPT', 'IDENTITY']),
    );
    expect(answer).toMatchObject({ urgency: 'P2', items: [{ lead: 'MARKET', track: 'R' }] });
    expect(tablesOf(writes)).toEqual(new Set(['cases', 'vault', 'relay']));
  });

  it('lets neither identity nor receipt code stand in clear in any table', async () => {
    const tables = await tablesWithKeys();
    const identity = { name: '金丝雀', phone: '13900000000', address: '金丝雀巷1号' };
    const { answer, writes } = await file(aComplaint({ anonymous: false, identity }), tables);
    await tables.commit(writes);
    const written = JSON.stringify(
      (['cases', 'vault', 'relay'] as const).map((table) => tables.all(table)),
    );
    for (const secret of [
      '金丝雀',
      '13900000000',
      answer.receiptCode,
      answer.receiptCode.replaceAll('-', ''),
    ])
      expect(written).not.toContain(secret);
  });

  it('seals the identity to the leads and to escrow, padded so that length tells nothing', async () => {
    const tables = await tablesWithKeys();
    const lengths = new Set<number>();
    for (const name of ['甲', '很长的名字'.repeat(10)]) {
      const { writes } = await file(
        aComplaint({ anonymous: false, identity: { name, phone: '13900000000' } }),
        tables,
      );
      const row = writes.find((w) => 'put' in w && w.put.pk.startsWith('IDENTITY#'));
      const sealed = (row && 'put' in row ? row.put['sealed'] : undefined) as SealedIdentity; // written by the handler under test
      expect(sealed.wrapped.map((key) => key.recipient)).toEqual(['MARKET', 'ESCROW']);
      lengths.add(sealed.ciphertext.length);
    }
    expect(lengths.size).toBe(1);
  });

  it('splits an accusation against officials into a case with a receipt of its own', async () => {
    const tables = await tablesWithKeys();
    const { answer } = await file(
      aComplaint({ categories: ['PRICE', 'OFFICIAL_CONDUCT'] }),
      tables,
    );
    expect(answer.items.map((item) => item.lead)).toEqual(['MARKET']);
    expect(answer.separate).toMatchObject([{ items: [{ lead: 'DISCIPLINE', track: 'X' }] }]);
    expect(answer.separate?.[0]?.receiptCode).not.toBe(answer.receiptCode);
    expect(answer.separate?.[0]?.caseNumber).not.toBe(answer.caseNumber);
  });

  it('refuses an event that has not happened yet', async () => {
    const tables = await tablesWithKeys();
    const outcome = await submitComplaint(request(aComplaint({ occurredOn: '2026-11-21' })), {
      tables,
      randomBytes: countingChance,
    });
    expect(outcome).toMatchObject({
      error: { status: 422, errors: [{ field: 'occurredOn', code: 'IN_FUTURE' }] },
    });
  });

  it('fits one transaction, however many categories, circumstances and wishes it has', async () => {
    const tables = await tablesWithKeys();
    const identity = { name: '金丝雀', phone: '13900000000' };
    await fc.assert(
      fc.asyncProperty(someCategories, someCircumstances, async (categories, circumstances) => {
        const submission = {
          categories,
          circumstances,
          anonymous: false,
          identity,
          demand: '退款',
        };
        const { writes } = await file(aComplaint(submission), tables);
        expect(writes.length).toBeLessThan(100); // one is left for the idempotency row
        expect((await tables.commit(writes)).ok).toBe(true);
      }),
      { numRuns: 150 },
    );
  });
});
