/** What is registered and answered instead of dispatched. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ComplaintSubmission } from '../../shared/complaints/complaint.ts';
import { openCase, partsOf } from '../../shared/complaints/opening.ts';
import { otherChannels, route } from '../../shared/complaints/routing.ts';
import { someCategories, someCircumstances } from '../support/arbitraries.ts';
import { aComplaint, CASE_NUMBER, OCCASION } from '../support/builders.ts';

const registered = (overrides: Partial<ComplaintSubmission>) =>
  partsOf(aComplaint(overrides)).flatMap((part) => part.map((item) => item.registered));

describe('registered', () => {
  it('art. 15: a claim that a court has is answered, and the tip beside it goes on', () => {
    const [part = []] = partsOf(
      aComplaint({ anonymous: false, demand: '退费', circumstances: ['COURT_CASE'] }),
    );
    expect(part.map(({ track, registered }) => [track, registered?.why])).toEqual([
      ['C', 'COURT'],
      ['R', undefined],
    ]);
  });

  it('another district’s matter names who is competent', () => {
    const place = { institution: { name: '示例诊所', streetCode: '500112' } };
    expect(registered(place)).toEqual([{ why: 'ELSEWHERE', body: '渝北区' }]);
    expect(registered({ institution: { name: '示例诊所', streetCode: '500104003' } })).toEqual([
      undefined,
    ]);
  });

  it.each(otherChannels)('art. 39: %s is told its own way', (channel) => {
    expect(registered({ channel, categories: ['PRICE', 'DISPUTE'] })).toEqual([
      { why: channel },
      { why: channel },
    ]);
  });

  it('is never an accusation against officials: it goes on to who may look into it', () => {
    const items = partsOf(
      aComplaint({
        channel: 'PETITION',
        categories: ['PRICE', 'OFFICIAL_CONDUCT'],
        institution: { name: '示例诊所', streetCode: '500112' },
      }),
    ).flat();
    expect(items.map(({ track, registered }) => [track, registered?.why])).toEqual([
      ['R', 'PETITION'],
      ['X', undefined],
    ]);
  });

  it('asks no department to answer, starts no clock, and stays in sight of the coordinator', () => {
    const submission = aComplaint({ channel: 'CONSULT' });
    const [part = []] = partsOf(submission);
    const [item] = openCase(CASE_NUMBER, submission, part, OCCASION).items;
    expect(item).toMatchObject({ status: 'registered', clocks: [], heldBy: 'HEALTH' });
    expect(item?.referrals.filter(({ role }) => role !== 'OVERSEE')).toEqual([]);
  });

  it('drops nothing: every item of the route is dispatched or registered', () => {
    const some = fc.record({
      categories: someCategories,
      circumstances: someCircumstances,
      channel: fc.constantFrom(...otherChannels, undefined),
      streetCode: fc.constantFrom('500104003', '500112', undefined),
    });
    fc.assert(
      fc.property(some, ({ categories, circumstances, channel, streetCode }) => {
        const institution = { name: '示例诊所', ...(streetCode && { streetCode }) };
        const all = { categories, circumstances, institution, ...(channel && { channel }) };
        const items = partsOf(aComplaint(all)).flat();
        const told = route({ categories, circumstances, hasDemand: false });
        expect(items.length).toBe(told.length);
        expect(new Set(items.flatMap((item) => item.categories))).toEqual(new Set(categories));
      }),
    );
  });
});

describe('an accusation', () => {
  it.each([
    ['DISCIPLINE', 'JUSTICE'],
    ['JUSTICE', 'DISCIPLINE'],
    ['HEALTH', 'DISCIPLINE'],
  ] as const)('against %s is led by %s and never reaches whom it accuses', (accused, lead) => {
    const [, [item] = []] = partsOf(
      aComplaint({ categories: ['PRICE', 'OFFICIAL_CONDUCT'], accused }),
    );
    expect(item?.lead.addressee).toBe(lead);
    expect(item?.cooperating.map(({ addressee }) => addressee)).not.toContain(accused);
  });
});
