/** Who receives a complaint. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { categories, category, type Addressee } from '../../shared/complaints/categories.ts';
import { addresseesOf } from '../../shared/complaints/case-file.ts';
import { partsOf } from '../../shared/complaints/opening.ts';
import { heldBy, majorReasons, route } from '../../shared/complaints/routing.ts';
import { departmentCodes } from '../../shared/departments/directory.ts';
import { aCase, aComplaint } from '../support/builders.ts';
import { aRouteQuestion } from '../support/arbitraries.ts';

const plain = { circumstances: [], hasDemand: false };
const leads = (items: ReturnType<typeof route>) => items.map((item) => item.lead.addressee);
const cooperating = (item: ReturnType<typeof route>[number] | undefined): readonly Addressee[] =>
  item?.cooperating.map(({ addressee }) => addressee) ?? [];

describe('routing by the matrix', () => {
  it('annex 3: 区市场监管局负责医疗卫生行业价格监督检查, so prices are led by market supervision', () => {
    const [item] = route({ ...plain, categories: ['PRICE'] });
    expect(item?.lead.addressee).toBe('MARKET');
    expect(cooperating(item)).toEqual(['MEDINS', 'HEALTH']);
    expect(item?.lead.reasons).toMatchObject([{ category: 'PRICE', rule: 'LEAD' }]);
  });

  it('annex 2 三-6, 分别负责: a public hospital’s finances make an item for each of three leads', () => {
    const items = route({ ...plain, categories: ['PUBLIC_FINANCE'] });
    expect(leads(items)).toEqual(['HEALTH', 'FINANCE', 'AUDIT']);
    for (const item of items) expect(cooperating(item)).toEqual(['SASAC']);
    expect(items[1]?.lead.reasons).toMatchObject([{ rule: 'LEAD_EACH' }]);
  });

  it('annex 2 三-4: a doubtful drug brings market supervision in only when the citizen says so', () => {
    const [without] = route({ ...plain, categories: ['DRUG_USE'] });
    const [withDoubt] = route({
      ...plain,
      categories: ['DRUG_USE'],
      circumstances: ['DRUG_QUALITY_DOUBT'],
    });
    expect(cooperating(without)).toEqual(['MEDINS']);
    expect(cooperating(withDoubt)).toEqual(['MEDINS', 'MARKET']);
    expect(withDoubt?.cooperating[1]?.reasons).toMatchObject([
      { rule: 'CONDITION', circumstance: 'DRUG_QUALITY_DOUBT' },
    ]);
  });

  it('keeps categories of one lead together and splits different leads', () => {
    const items = route({ ...plain, categories: ['OUT_OF_SCOPE', 'PRICE', 'STAFF_PRACTICE'] });
    expect(items.map((item) => item.categories)).toEqual([
      ['OUT_OF_SCOPE', 'STAFF_PRACTICE'],
      ['PRICE'],
    ]);
  });

  it('makes a complaint beside the report when the citizen wants something for himself', () => {
    const tracks = (hasDemand: boolean) =>
      route({ ...plain, hasDemand, categories: ['PRICE'] }).map((item) => item.track);
    expect(tracks(true)).toEqual(['C', 'R']);
    expect(tracks(false)).toEqual(['R']);
    expect(route({ ...plain, categories: ['DISPUTE'] }).map((item) => item.track)).toEqual(['C']);
  });

  it('sends every category to its leads and cooperating bodies and to nobody else', () => {
    for (const row of categories) {
      const items = route({ ...plain, categories: [row.code] });
      expect([row.code, new Set(leads(items))]).toEqual([row.code, new Set(row.lead)]);
      expect(new Set(items.flatMap(cooperating))).toEqual(new Set(row.cooperating));
    }
  });

  it('names for every addressee the category, the rule and the clause', () => {
    fc.assert(
      fc.property(aRouteQuestion, (question) => {
        for (const item of route(question))
          for (const { reasons } of [item.lead, ...item.cooperating]) {
            expect(reasons.length).toBeGreaterThan(0);
            for (const reason of reasons) {
              expect(item.categories).toContain(reason.category);
              expect(reason.basis).toBe(category(reason.category).basis);
            }
          }
      }),
    );
  });

  it('never lists a department twice on an item, nor a lead as its own helper', () => {
    fc.assert(
      fc.property(aRouteQuestion, (question) => {
        for (const item of route(question)) {
          const all = [item.lead.addressee, ...cooperating(item)];
          expect(new Set(all).size).toBe(all.length);
        }
      }),
    );
  });

  it('gives one item per lead and track', () => {
    fc.assert(
      fc.property(aRouteQuestion, (question) => {
        const keys = route(question).map((item) => `${item.lead.addressee} ${item.track}`);
        expect(new Set(keys).size).toBe(keys.length);
      }),
    );
  });
});

describe('bodies outside the directory', () => {
  it('a fire hazard is held by the coordinator, who is told for whom', () => {
    const [item] = aCase({ categories: ['FIRE_HAZARD'] }).items;
    expect(item).toMatchObject({ lead: 'FIRE*', heldBy: 'HEALTH' });
    expect(item?.referrals.find(({ department }) => department === 'HEALTH')).toMatchObject({
      role: 'LEAD',
      parkedFor: ['FIRE*'],
    });
    expect(item?.cooperating).toEqual(['HEALTH', 'HOUSING']);
  });

  it('every addressee of the matrix has a department that gets its mail', () => {
    for (const row of categories)
      for (const addressee of [...row.lead, ...row.cooperating])
        expect(departmentCodes).toContain(heldBy(addressee));
  });
});

describe('accusations against officials', () => {
  it('become a case of their own, led by discipline inspection', () => {
    const parts = partsOf(aComplaint({ categories: ['PRICE', 'OFFICIAL_CONDUCT'] }));
    expect(parts.map((part) => part.map((item) => item.track))).toEqual([['R'], ['X']]);
  });

  it('stay alone when nothing else was reported', () => {
    expect(addresseesOf(aCase({ categories: ['OFFICIAL_CONDUCT'] }).items)).toEqual([
      'DISCIPLINE',
      'JUSTICE',
    ]);
  });
});

describe('urgency', () => {
  it('a death is acted on now, whatever the category', () => {
    expect(aCase({ categories: ['SERVICE_ATTITUDE'], circumstances: ['DEATH'] }).head.urgency).toBe(
      'P0',
    );
  });

  it('a major case says why', () => {
    expect(
      majorReasons({ categories: ['BLOOD', 'PRICE'], circumstances: ['DEATH', 'ONLINE'] }),
    ).toEqual(['BLOOD', 'DEATH']);
  });
});
