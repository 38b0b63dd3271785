/** The officer's queue: filters and addresses say the same, and rows never move under the hand of who works. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { itemStatuses } from '../../shared/complaints/case-file.ts';
import {
  cleared,
  filtersInForce,
  filtersOf,
  queryOf,
  without,
  type Filters,
} from '#lib/desk/queue/filters.ts';
import {
  changedRow,
  keyOf,
  neighbour,
  nextToDo,
  renewedRows,
  rowsOf,
  type Entry,
} from '#lib/desk/queue/rows.ts';

const anyFilters: fc.Arbitrary<Filters> = fc.record({
  state: fc.constantFrom('open', 'closed'),
  role: fc.constantFrom('', 'LEAD', 'COOP', 'OVERSEE'),
  status: fc.constantFrom('', ...itemStatuses),
  urgency: fc.constantFrom('', 'P0', 'P1', 'P2', 'P3'),
  category: fc.constantFrom('', 'PRICE', 'TOUT'),
  assignee: fc.oneof(fc.constantFrom('', 'me', 'none'), fc.string({ maxLength: 200 })),
  overdue: fc.constantFrom('', 'true'),
});

const anEntry = (overrides: Partial<Entry> = {}): Entry => ({
  caseNumber: '500104-20261120-ABCDE8',
  itemNumber: 1,
  role: 'LEAD',
  status: 'received',
  categories: ['PRICE'],
  urgency: 'P2',
  filedOn: '2026-11-20',
  dueOn: '2026-12-01',
  provisional: false,
  parkedFor: [],
  overdue: false,
  workingDaysLeft: 7,
  ...overrides,
});

const items = (...numbers: number[]) =>
  numbers.map((itemNumber) => anEntry({ itemNumber, dueOn: `2026-12-0${itemNumber}` }));
const keys = numbersOf(1, 2, 3);

function numbersOf(...numbers: number[]): readonly string[] {
  return items(...numbers).map(keyOf);
}

describe('the filters of the queue', () => {
  it('come back from the address they were written to', () => {
    fc.assert(
      fc.property(anyFilters, (filters) => {
        expect(filtersOf(new URLSearchParams(queryOf(filters)))).toEqual(filters);
      }),
    );
  });

  it('take nothing from an address that is no filter', () => {
    const strange = new URLSearchParams('role=BOSS&status=&urgency=P9&overdue=1&category=X&a=b');
    expect(queryOf(filtersOf(strange))).toBe('');
  });

  it('are lifted one by one, or all at once without leaving the closed list', () => {
    const filters = filtersOf(new URLSearchParams('state=closed&role=LEAD&urgency=P0'));
    expect(filtersInForce(filters)).toEqual(['role', 'urgency']);
    expect(queryOf(without(filters, 'role'))).toBe('?state=closed&urgency=P0');
    expect(queryOf(cleared(filters))).toBe('?state=closed');
  });
});

describe('the rows of the queue', () => {
  it('keep their places when they are renewed, whatever has come and gone', () => {
    const rows = rowsOf(items(1, 2, 3));
    const renewed = renewedRows(rows, [...items(3), anEntry({ itemNumber: 9 }), ...items(1)], true);
    expect(renewed.rows.map(({ entry }) => keyOf(entry))).toEqual(keys);
    expect(renewed.rows.map(({ isGone }) => isGone)).toEqual([false, true, false]);
    expect(renewed.newCount).toBe(1);
  });

  it('are not called gone when the answer did not reach as far as they', () => {
    const renewed = renewedRows(rowsOf(items(1, 2, 3)), items(1), false);
    expect(renewed.rows.every(({ isGone }) => !isGone)).toBe(true);
  });

  it('show what changed, and nothing else changes', () => {
    const rows = rowsOf(items(1, 2));
    const [first, second] = changedRow(rows, keyOf(anEntry({ itemNumber: 2 })), (entry) => ({
      ...entry,
      status: 'accepted',
    }));
    expect(first).toBe(rows[0]);
    expect(second?.entry.status).toBe('accepted');
  });

  it('hand the focus up and down and stop at both ends', () => {
    const rows = rowsOf(items(1, 2, 3));
    expect(neighbour(rows, undefined, 1)).toBe(keys[0]);
    expect(neighbour(rows, keys[0], 1)).toBe(keys[1]);
    expect(neighbour(rows, keys[2], 1)).toBe(keys[2]);
    expect(neighbour(rows, keys[0], -1)).toBe(keys[0]);
    expect(neighbour([], undefined, 1)).toBeUndefined();
  });

  it('lead from one item to the next there is work on, round to the top, until none is left', () => {
    const [first, second, third] = items(1, 2, 3);
    if (!first || !second || !third) throw new Error('three were made');
    const rows = rowsOf([first, { ...second, status: 'concluded' }, third]);
    expect(nextToDo(rows, keys[0])).toBe(third);
    expect(nextToDo(rows, keys[2])).toBe(first);
    expect(nextToDo(rowsOf([first]), keys[0])).toBeUndefined();
    expect(nextToDo(rows, 'elsewhere')).toBe(first);
  });
});
