/** The statistics as the desk shows them. */
import { describe, expect, it } from 'vitest';
import { csvOf } from '../../web/src/lib/desk/csv.ts';
import { digest, percentInTime } from '../../web/src/lib/desk/statistics/digest.ts';
import { periodOf } from '../../web/src/lib/desk/statistics/months.ts';

const NOW = Date.parse('2026-11-22T02:00:00.000Z');

describe('the digest', () => {
  const shown = digest({
    of: 'district',
    months: [
      {
        month: '2026-10',
        cases: { cases: 2 },
        departments: [
          { department: 'MARKET', counts: { items: 2, 'status.received': 2, 'category.PRICE': 2 } },
        ],
      },
      {
        month: '2026-11',
        cases: { cases: 1 },
        departments: [
          {
            department: 'HEALTH',
            counts: { items: 3, 'status.concluded': 3, 'rated.5': 1, 'rated.2': 1 },
          },
          { department: 'MARKET', counts: { items: 2, 'status.refused': 2, 'category.PRICE': 1 } },
          { department: 'TAX', counts: { cooperating: 1 } },
        ],
      },
    ],
  });

  it('sums months and departments, those with the most items first', () => {
    expect(shown).toMatchObject({
      cases: 3,
      total: { items: 7, open: 2, concluded: 3, otherwiseClosed: 2, meanRating: 3.5 },
      months: [{ items: 2 }, { items: 5 }],
    });
    const order = shown.departments.map(({ department, line }) => [department, line.items]);
    expect(order).toEqual([
      ['MARKET', 4],
      ['HEALTH', 3],
      ['TAX', 0],
    ]);
    expect(shown.byValue('category')).toEqual([{ code: 'PRICE', count: 3 }]);
  });

  it('never rounds a late item away, and says nothing where there was no deadline', () => {
    expect(percentInTime({ inTime: 999, late: 1, noDeadline: 5 })).toBe(99);
    expect(percentInTime({ inTime: 0, late: 0, noDeadline: 5 })).toBe(undefined);
  });
});

describe('the period', () => {
  it('is half a year unless the address says otherwise, and never runs backwards', () => {
    expect(periodOf(new URLSearchParams(), NOW)).toEqual({ from: '2026-06', to: '2026-11' });
    const backwards = new URLSearchParams({ from: '2026-11', to: '2026-03' });
    expect(periodOf(backwards, NOW)).toEqual({ from: '2026-03', to: '2026-11' });
    const nonsense = new URLSearchParams({ from: '1999-13', to: 'x' });
    expect(periodOf(nonsense, NOW)).toEqual({ from: '2026-06', to: '2026-11' });
  });
});

describe('the file', () => {
  it('keeps commas and quotation marks in their cell and lets no cell be a formula', () => {
    const text = csvOf([['a,b', 'say "x"', '=1+1', 3, undefined, '—']]);
    expect(text).toBe('\uFEFF"a,b","say ""x""",\'=1+1,3,,—\r\n');
  });
});
