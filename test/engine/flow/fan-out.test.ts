/** Many citizens at once: every complaint becomes one case, and every addressee has it exactly once. */
import { expect, it } from 'vitest';
import { askUntil } from '../../../cdk/local/demo/ask.ts';
import { categories } from '../../../shared/complaints/categories.ts';
import type { CasesRecounted, TotalsRecounted } from '../../../shared/statistics/statistics.ts';
import { dateInShanghai, monthOf } from '../../../shared/time.ts';
import { addresseesOf, file, systemClient } from '../../support/citizen.ts';
import type { Filed } from '../../support/complaints.ts';

const CLIENTS = 8;
const COMPLAINTS = 100;

it('makes 100 cases of 100 complaints that 8 clients file at once, each at every addressee exactly once', async () => {
  const client = systemClient();
  const filed: Filed[] = [];
  const waiting = Array.from({ length: COMPLAINTS }, (_, index) => index).values();
  const citizen = async (): Promise<void> => {
    for (const index of waiting) {
      const category = categories[index % categories.length]?.code;
      filed.push(await file(client, { categories: [category], facts: `同时提交的第${index}件` }));
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, citizen));
  expect(new Set(filed.map(({ caseNumber }) => caseNumber)).size).toBe(COMPLAINTS);
  expect(new Set(filed.map(({ receiptCode }) => receiptCode)).size).toBe(COMPLAINTS);

  const expected = new Map<string, string[]>();
  for (const one of filed) {
    for (const department of addresseesOf(one))
      expected.set(department, [...(expected.get(department) ?? []), one.caseNumber]);
  }
  expect(expected.size).toBeGreaterThan(10);
  const ours = new Set(filed.map(({ caseNumber }) => caseNumber));
  for (const [department, caseNumbers] of expected) {
    const complete = await askUntil(async () => {
      const entries = await client.worklist(department, 'open');
      const here = entries.filter(({ caseNumber }) => ours.has(caseNumber));
      const numbers = new Set(here.map(({ caseNumber }) => caseNumber));
      return caseNumbers.every((caseNumber) => numbers.has(caseNumber)) ? here : undefined;
    }, 60_000);
    const rows = (complete ?? []).map((entry) => `${entry.caseNumber} ${entry.itemNumber}`);
    expect(new Set(rows).size, `${department} has an entry twice`).toBe(rows.length);
    expect(
      [...new Set((complete ?? []).map(({ caseNumber }) => caseNumber))].sort(),
      `the worklist of ${department}`,
    ).toEqual(caseNumbers.toSorted());
  }
});

it('counts each of them once: soon a recount finds nothing behind and nothing wrong', async () => {
  const client = systemClient();
  const token = await client.officer('HEALTH', 'administrator');
  const month = monthOf(dateInShanghai(new Date().toISOString()));
  const ask = async <T>(body: object): Promise<T> => {
    const answer = await client.post('/api/desk/statistics/recounts', {
      token,
      body: { month, ...body },
    });
    expect(answer.status, answer.text).toBe(200);
    return answer.json as T; // the contract of a 200
  };
  const agreed = await askUntil(async () => {
    let looked = 0;
    let cursor: string | undefined;
    do {
      const page: CasesRecounted = await ask({ part: 'cases', ...(cursor && { cursor }) });
      if (page.behind + page.wrong > 0) return undefined;
      looked += page.looked;
      cursor = page.cursor;
    } while (cursor);
    const totals: TotalsRecounted = await ask({ part: 'totals' });
    return totals.steady && totals.differences.length === 0 ? looked : undefined;
  }, 60_000);
  expect(agreed).toBeGreaterThanOrEqual(COMPLAINTS);
});

it('shows a case to nobody it was not referred to', async () => {
  const client = systemClient();
  const filed = await file(client, { categories: ['TAX_INVOICE'] });
  const addressees = addresseesOf(filed);
  const strangers = client.departments.filter((department) => !addressees.has(department));
  expect(addressees).toEqual(new Set(['TAX']));
  for (const department of strangers) {
    const token = await client.department(department);
    const answer = await client.get(`/api/desk/cases/${filed.caseNumber}`, token);
    expect(answer.status, department).toBe(404);
    const entries = await client.worklist(department, 'open');
    expect(entries.some(({ caseNumber }) => caseNumber === filed.caseNumber)).toBe(false);
  }
});

it('routes a circumstance to the department it switches on, and bodies outside the directory to the coordinator', async () => {
  const client = systemClient();
  const dumping = await file(client, {
    categories: ['MED_WASTE_DUMP'],
    circumstances: ['INTO_RIVER'],
  });
  expect(addresseesOf(dumping)).toEqual(new Set(['ECOENV', 'HEALTH', 'URBAN', 'WATER']));
  expect(dumping).toMatchObject({ majorCase: true, urgency: 'P0' });
  const fire = await file(client, { categories: ['FIRE_HAZARD'] });
  expect(fire.items[0]?.lead).toBe('FIRE*');
  expect(addresseesOf(fire)).toEqual(new Set(['HEALTH', 'HOUSING']));
});

it('splits an accusation against officials off into a case with a receipt of its own', async () => {
  const client = systemClient();
  const filed = await file(client, { categories: ['UNLICENSED_PRACTICE', 'OFFICIAL_CONDUCT'] });
  const [accusation] = filed.separate ?? [];
  expect(accusation?.items.map(({ track }) => track)).toEqual(['X']);
  expect(accusation?.receiptCode).not.toBe(filed.receiptCode);
  const health = await client.department('HEALTH');
  const peek = await client.get(`/api/desk/cases/${accusation?.caseNumber}`, health);
  expect(peek.status).toBe(404);
  const own = await client.get(`/api/desk/cases/${filed.caseNumber}`, health);
  expect(own.status).toBe(200);
  expect(own.text).not.toContain(accusation?.caseNumber);
});
