/** What makes a case major, an item urgent, and an officer ask whether it is a crime; each says why. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { categoryCodes } from '../../shared/complaints/categories.ts';
import { circumstances } from '../../shared/complaints/circumstances.ts';
import { crimeArticles, suspectedCrime } from '../../shared/complaints/crime-articles.ts';
import {
  majorReasons,
  mostUrgent,
  returnMakesMajor,
  urgencyReasons,
} from '../../shared/complaints/major.ts';
import { route } from '../../shared/complaints/routing.ts';
import { aRouteQuestion } from '../support/arbitraries.ts';

describe('a case is major', () => {
  it.each(['DEATH', 'INJURY', 'FIVE_OR_MORE', 'SUSPECTED_CRIME', 'MEDIA_EXPOSURE'] as const)(
    'by %s, whatever the category',
    (circumstance) => {
      expect(majorReasons({ categories: ['PRICE'], circumstances: [circumstance] })).toEqual([
        circumstance,
      ]);
    },
  );

  it('by a category that always is', () => {
    const always = categoryCodes.filter(
      (code) => majorReasons({ categories: [code], circumstances: [] }).length > 0,
    );
    expect(always).toEqual(['VACCINE', 'VIOLENCE', 'BLOOD', 'BRIBERY', 'MED_WASTE_DUMP']);
  });

  it('by minors as a group, and not by one minor', () => {
    const school = { categories: ['SCHOOL_HEALTH'] as const };
    expect(majorReasons({ ...school, circumstances: ['MINORS'] })).toEqual([]);
    expect(majorReasons({ ...school, circumstances: ['MINORS', 'FIVE_OR_MORE'] })).toEqual([
      'FIVE_OR_MORE',
      'MINORS_AS_GROUP',
    ]);
  });

  it('by a return when three bodies answer for it', () => {
    expect(returnMakesMajor({ lead: 'MARKET', cooperating: ['MEDINS', 'HEALTH'] })).toBe(true);
    expect(returnMakesMajor({ lead: 'MARKET', cooperating: ['HEALTH'] })).toBe(false);
  });

  it('by what a district configures and nothing else', () => {
    const major = {
      circumstances: ['ONLINE'],
      minorsAsGroup: ['MINORS'],
      disagreementFrom: 2,
    } as const;
    const message = {
      categories: ['PRICE'],
      circumstances: ['DEATH', 'ONLINE', 'MINORS'],
    } as const;
    expect(majorReasons(message, { major })).toEqual(['ONLINE', 'MINORS_AS_GROUP']);
    expect(returnMakesMajor({ lead: 'TAX', cooperating: ['HEALTH'] }, { major })).toBe(true);
  });
});

describe('urgency', () => {
  it('says what makes it so', () => {
    const message = { categories: ['PRICE', 'TOUT'], circumstances: ['ONLINE', 'INJURY'] } as const;
    expect(urgencyReasons(message)).toEqual(['TOUT', 'INJURY']);
    expect(urgencyReasons({ ...message, circumstances: ['DEATH'] })).toEqual(['DEATH']);
    expect(urgencyReasons({ categories: ['OTHER'], circumstances: [] })).toEqual(['OTHER']);
  });

  it('is that of the most urgent item, and every reason alone would make it so', () => {
    fc.assert(
      fc.property(aRouteQuestion, (question) => {
        const most = route(question)
          .map(({ urgency }) => urgency)
          .reduce(mostUrgent);
        const reasons = urgencyReasons(question);
        expect(reasons.length).toBeGreaterThan(0);
        const alone = route({
          ...question,
          circumstances: circumstances.filter((one) => reasons.some((reason) => reason === one)),
          categories: question.categories,
        });
        expect(alone.map(({ urgency }) => urgency).reduce(mostUrgent)).toBe(most);
      }),
    );
  });
});

describe('a suspected crime', () => {
  it('is flagged with the articles of the category and what made us ask', () => {
    expect(suspectedCrime(['INSURANCE_FRAUD'], ['SUSPECTED_CRIME'])).toEqual({
      articles: ['266'],
      because: ['SUSPECTED_CRIME'],
    });
    expect(suspectedCrime(['UNLICENSED_PRACTICE', 'FAKE_TCM'], ['DEATH'])).toEqual({
      articles: ['336', '266'],
      because: ['DEATH'],
    });
  });

  it('is read from the citizen’s words too, of which no other word is repeated', () => {
    expect(suspectedCrime(['DRUG_DEVICE_PRODUCT'], [], '他卖的是假药，我叫张三')).toEqual({
      articles: ['141', '142', '142-1', '145'],
      because: ['假药'],
    });
  });

  it('is not suspected of everything in a category, nor of a death where no article fits', () => {
    expect(suspectedCrime(['INSURANCE_FRAUD'], ['ONLINE'], '挂床住院')).toBeUndefined();
    expect(suspectedCrime(['SERVICE_ATTITUDE'], ['DEATH'])).toBeUndefined();
  });

  it('stands without an article when somebody says it is one', () => {
    expect(suspectedCrime(['OTHER'], ['SUSPECTED_CRIME'])).toMatchObject({ articles: [] });
  });

  it('names articles as the criminal law numbers them', () => {
    for (const article of Object.values(crimeArticles).flat())
      expect(article).toMatch(/^\d{3}(-1)?$/);
  });
});
