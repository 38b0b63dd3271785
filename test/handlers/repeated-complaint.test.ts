/** Filing what was told before, what is no complaint, and an accusation in an envelope of its own. */
import { beforeEach, describe, expect, it } from 'vitest';
import { loadCase } from '../../functions/aws/case-store.ts';
import { submitComplaint } from '../../functions/complaints/submit-complaint.ts';
import type { Row } from '../../functions/ports.ts';
import type { ComplaintSubmission } from '../../shared/complaints/complaint.ts';
import type { SealedIdentity } from '../../shared/complaints/sealed-identity.ts';
import { aComplaint, AT } from '../support/builders.ts';
import { countingChance, request, tablesWithKeys, withSettings } from '../support/handler-world.ts';
import type { MemoryTables } from '../support/memory-tables.ts';

withSettings();

interface Filed {
  readonly caseNumber: string;
  readonly receiptCode: string;
  readonly repeat?: string;
  readonly mergedInto?: string;
  readonly follows?: string;
  readonly items: readonly { readonly status: string; readonly registered?: unknown }[];
  readonly separate?: readonly Filed[];
}

const identity = { name: '金丝雀', phone: '139 0000 0000' };
const named = { anonymous: false, identity };
const NEWS = '昨天又收了一次，这回有票据。';

let tables: MemoryTables;
beforeEach(async () => {
  tables = await tablesWithKeys();
});

const submit = (overrides: Partial<ComplaintSubmission>, now = AT) =>
  submitComplaint(
    { ...request(aComplaint(overrides)), now },
    { tables, randomBytes: countingChance },
  );

async function file(overrides: Partial<ComplaintSubmission> = {}, now = AT): Promise<Filed> {
  const outcome = await submit(overrides, now);
  if (!outcome.ok) throw new Error(outcome.error.code);
  expect((await tables.commit(outcome.value.writes ?? [])).ok).toBe(true);
  return outcome.value.answer as Filed; // the shape this very test asserts
}

const departmentsIn = (rows: readonly Row[]) =>
  rows.map((row) => row['addressee']).filter((addressee) => addressee !== 'STATISTICS');

describe('an earlier receipt code', () => {
  it('takes new facts into its case, with a receipt of its own and word to everyone who works on it', async () => {
    const first = await file();
    const again = await file({ facts: NEWS, earlierReceiptCode: first.receiptCode });
    expect(again).toMatchObject({ repeat: 'JOINED', mergedInto: first.caseNumber });
    expect(again.receiptCode).not.toBe(first.receiptCode);
    const earlier = await loadCase(tables, first.caseNumber);
    expect(earlier?.messages.map(({ text }) => text)).toEqual([NEWS]);
    expect(earlier?.timeline.map(({ type }) => type)).toEqual(['filed', 'repeated']);
    const told = tables.all('relay').filter(({ pk }) => pk.includes(`${first.caseNumber}.2`));
    expect(departmentsIn(told)).toEqual(['MARKET', 'MEDINS', 'HEALTH']);
  });

  it('is named by the new case when the matter is another', async () => {
    const first = await file();
    const other = { institution: { name: '别的诊所' }, earlierReceiptCode: first.receiptCode };
    expect(await file(other)).toMatchObject({ follows: first.caseNumber });
  });

  it('that nobody has and one that cannot be a code are refused alike', async () => {
    const refusals = await Promise.all(
      ['AAAA-AAAA-AAAA-AAAA-A', '0000-0000-0000-0000-0', '<b>'].map((earlierReceiptCode) =>
        submit({ earlierReceiptCode }),
      ),
    );
    expect(new Set(refusals.map((refusal) => JSON.stringify(refusal))).size).toBe(1);
    expect(refusals[0]).toMatchObject({
      error: { status: 422, errors: [{ field: 'earlierReceiptCode', code: 'UNKNOWN' }] },
    });
  });

  it('never leads an accusation into another case, nor lets that case know of it', async () => {
    const first = await file();
    const both = await file({
      ...{ categories: ['PRICE', 'OFFICIAL_CONDUCT'], facts: NEWS },
      ...{ accused: 'HEALTH', accusation: '科长收了钱。', earlierReceiptCode: first.receiptCode },
    });
    expect(both.mergedInto).toBe(first.caseNumber);
    expect(both.separate?.[0]?.caseNumber).not.toBe(first.caseNumber);
    expect(both.separate?.[0]?.follows).toBeUndefined();
    expect(JSON.stringify(await loadCase(tables, first.caseNumber))).not.toContain('科长');
    const accusation = await loadCase(tables, both.separate?.[0]?.caseNumber ?? '');
    expect(accusation?.statement).toMatchObject({ accused: 'HEALTH' });
    expect(accusation?.statement.facts).toContain('科长收了钱。');
  });
});

describe('the very same filing of the same person', () => {
  it('is one case for a day, however the telephone number is written', async () => {
    const first = await file(named);
    const again = await file({ ...named, identity: { ...identity, phone: '13900000000' } });
    expect(again).toMatchObject({ repeat: 'KNOWN', mergedInto: first.caseNumber });
    const nextDay = new Date(Date.parse(AT) + 24 * 3_600_000).toISOString();
    expect((await file(named, nextDay)).repeat).toBeUndefined();
  });

  it('is another when anything of it differs, or nobody says who he is', async () => {
    await file(named);
    expect((await file({ ...named, facts: NEWS })).repeat).toBeUndefined();
    expect((await file({ ...named, institution: { name: '别的诊所' } })).repeat).toBeUndefined();
    expect((await file()).repeat).toBeUndefined();
    expect((await file()).repeat).toBeUndefined();
  });

  it('cannot be guessed by few words, so that nobody learns who has reported', async () => {
    await file({ ...named, facts: '乱收费' });
    expect((await file({ ...named, facts: '乱收费' })).repeat).toBeUndefined();
  });

  it('leaves nothing of the person but an HMAC that lives for a day', async () => {
    await file(named);
    const [row] = tables.all('vault').filter(({ pk }) => pk.startsWith('REPEAT#'));
    expect(row?.['expiresAt']).toBe(Date.parse(AT) / 1_000 + 24 * 3_600);
    expect(JSON.stringify(tables.all('vault'))).not.toMatch(/金丝雀|139 ?0000/);
  });
});

describe('what is no complaint', () => {
  it('is registered, answered, and shown to the coordinator alone', async () => {
    const { items, caseNumber } = await file({ channel: 'CONSULT' });
    expect(items).toMatchObject([{ status: 'registered', registered: { why: 'CONSULT' } }]);
    expect(departmentsIn(tables.all('relay'))).toEqual(['HEALTH']);
    expect((await loadCase(tables, caseNumber))?.items[0]?.clocks).toEqual([]);
  });
});

describe('envelopes of a browser', () => {
  const both = { anonymous: false, categories: ['PRICE', 'OFFICIAL_CONDUCT'] } as const;
  const sealedFor = (...recipients: readonly string[]): SealedIdentity => ({
    ...{ iv: 'iv', ciphertext: 'words' },
    wrapped: recipients.map((recipient) => ({ recipient, keyId: 'k1', enc: 'e', key: 'k' })),
  });

  it('are refused when those of one case could open the other, and both sets are named', async () => {
    const one = sealedFor('MARKET', 'DISCIPLINE', 'ESCROW');
    const outcome = await submit({
      ...both,
      categories: [...both.categories],
      sealedIdentity: one,
    });
    expect(outcome).toMatchObject({
      error: {
        ...{ status: 409, code: 'RECIPIENTS_DIFFER' },
        recipients: ['MARKET', 'ESCROW'],
        separateRecipients: ['DISCIPLINE', 'ESCROW'],
      },
    });
  });

  it('are kept each with its case', async () => {
    const { caseNumber, separate } = await file({
      ...{ ...both, categories: [...both.categories] },
      sealedIdentity: sealedFor('MARKET', 'ESCROW'),
      sealedForSeparate: sealedFor('DISCIPLINE', 'ESCROW'),
    });
    const openedBy = (number = '') =>
      JSON.stringify(tables.all('vault').find(({ pk }) => pk === `IDENTITY#${number}`));
    expect(openedBy(caseNumber)).toContain('MARKET');
    expect(openedBy(caseNumber)).not.toContain('DISCIPLINE');
    expect(openedBy(separate?.[0]?.caseNumber)).toContain('DISCIPLINE');
    expect(openedBy(separate?.[0]?.caseNumber)).not.toContain('MARKET');
  });
});
