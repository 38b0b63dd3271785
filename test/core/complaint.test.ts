/** What a citizen may submit. */
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { ComplaintSubmission } from '../../shared/complaints/complaint.ts';
import { aComplaint } from '../support/builders.ts';

const identity = { name: '示例甲', phone: '13900000000' };

function faults(input: unknown): readonly (readonly [string, string])[] {
  const { issues = [] } = v.safeParse(ComplaintSubmission, input);
  return issues.map((issue) => [v.getDotPath(issue) ?? '', issue.message] as const);
}

describe('a submission', () => {
  it('is taken with an institution by name, by register id, or by description', () => {
    const ways = [
      { name: '示例诊所', address: '示例路1号', streetCode: '500109104' },
      { id: '91500104MA60QW12X2' },
      { address: '示例路路口', description: '没有招牌，二楼' },
    ];
    for (const institution of ways) expect(faults(aComplaint({ institution }))).toEqual([]);
  });

  it.each([
    ['without facts', { facts: ' ' }, ['facts', 'REQUIRED']],
    ['with endless facts', { facts: '长'.repeat(10_001) }, ['facts', 'TOO_LONG']],
    ['without a category', { categories: [] }, ['categories', 'REQUIRED']],
    ['of an unknown category', { categories: ['NOPE'] }, ['categories.0', 'UNKNOWN_CATEGORY']],
    [
      'of six categories',
      { categories: ['PRICE', 'TOUT', 'BLOOD', 'DISPUTE', 'OTHER', 'PRIVACY'] },
      ['categories', 'TOO_MANY'],
    ],
    [
      'in an unknown street',
      { institution: { name: '示', streetCode: '110000001' } },
      ['institution.streetCode', 'UNKNOWN_STREET'],
    ],
    ['on a day that does not exist', { occurredOn: '2026-02-30' }, ['occurredOn', 'NOT_A_DATE']],
    ['that wants something without a name', { demand: '退款' }, ['demand', 'REAL_NAME_REQUIRED']],
    ['that is named but names nobody', { anonymous: false }, ['identity', 'IDENTITY_REQUIRED']],
    ['that is anonymous but named', { identity }, ['identity', 'ANONYMOUS_HAS_NO_IDENTITY']],
  ])('%s is refused with the field and a code', (_, fault, expected) => {
    expect(faults({ ...aComplaint(), ...fault })).toContainEqual(expected);
  });

  it('is refused with a field nobody asked for', () => {
    expect(faults({ ...aComplaint(), admin: true }).map(([field]) => field)).toEqual(['admin']);
  });

  it('may want something when it is named', () => {
    expect(faults(aComplaint({ anonymous: false, identity, demand: '退款' }))).toEqual([]);
  });
});
