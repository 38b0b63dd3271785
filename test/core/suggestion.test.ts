/** The suggestion finds what citizens mean, gives its reasons in their words, and bears whatever is typed. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { categoryCodes } from '../../shared/complaints/categories.ts';
import { circumstances } from '../../shared/complaints/circumstances.ts';
import { suggest } from '../../shared/complaints/suggestion.ts';
import { accuracyOf, samplesOf, type Split } from '../support/suggestion-corpus.ts';

const codesOf = (text: string) => suggest(text).categories.map(({ code }) => code);

describe('on texts that nobody tuned it on', () => {
  const accuracy = accuracyOf(samplesOf('measure'));

  it('names the right category first in three of four, and among the first three in nine of ten', () => {
    expect(accuracy.top1).toBeGreaterThanOrEqual(0.75);
    expect(accuracy.top3).toBeGreaterThanOrEqual(0.9);
  });

  it('tells complaints from what belongs elsewhere in nine of ten', () => {
    expect(accuracy.channel).toBeGreaterThanOrEqual(0.9);
  });
});

describe('the texts', () => {
  it.each<[Split, number, number]>([
    ['measure', 200, 3],
    ['tune', 150, 2],
  ])('of %s are enough, and no category is forgotten', (split, fewest, fewestEach) => {
    const samples = samplesOf(split);
    expect(samples.length).toBeGreaterThanOrEqual(fewest);
    for (const code of categoryCodes)
      expect([code, samples.filter(({ codes }) => codes[0] === code).length]).toEqual([
        code,
        expect.toSatisfy((count: number) => count >= fewestEach),
      ]);
  });

  it('carry only codes that exist', () => {
    const samples = [...samplesOf('measure'), ...samplesOf('tune')];
    expect(categoryCodes).toEqual(expect.arrayContaining(samples.flatMap(({ codes }) => codes)));
    expect(circumstances).toEqual(
      expect.arrayContaining(samples.flatMap((sample) => sample.circumstances)),
    );
  });
});

describe('the context', () => {
  it.each([
    ['没有乱收费,就是护士态度太差', 'PRICE'],
    ['他从不收红包,就是手术没做好,把针留在肚子里', 'RED_PACKET'],
    ['我不是要赔偿,就是想晓得药为啥发错了', 'DISPUTE'],
  ])('what “%s” denies does not lead', (text, denied) => {
    expect(codesOf(text)[0]).not.toBe(denied);
  });

  it('a question whether it is so denies nothing', () => {
    expect(codesOf('你们查一下这家诊所是不是乱收费')[0]).toBe('PRICE');
  });

  it('slips, full width and traditional characters are read through', () => {
    expect(codesOf('那個黑整所又開了,天天給人打針')[0]).toBe('UNLICENSED_PRACTICE');
    expect(codesOf('药 店 刷 医 宝 卡 买 米 买 油')[0]).toBe('INSURANCE_FRAUD');
  });
});

describe('whatever is typed', () => {
  const words = samplesOf('tune').flatMap(({ text }) => text.split(/[,。!?]/));
  const typed = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 200 }),
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.array(fc.constantFrom(...words), { maxLength: 12 }).map((some) => some.join('')),
  );

  it('gives the same well-formed answer every time', () => {
    fc.assert(
      fc.property(typed, (text) => {
        const { categories, circumstances: found } = suggest(text);
        expect(suggest(text)).toEqual(suggest(text));
        const scores = categories.map(({ score }) => score);
        expect(scores).toEqual(scores.toSorted((a, b) => b - a));
        expect(scores.every((score) => score > 0 && score <= 1)).toBe(true);
        expect(categories.length).toBeLessThanOrEqual(5);
        expect(new Set(found).size).toBe(found.length);
        for (const word of categories.flatMap(({ because }) => because))
          expect(text).toContain(word);
      }),
    );
  });

  it.each(['', ' ', '。。。', '😡😡😡', '???', '1', '11111111', 'asdfghjkl', 'a', '啊啊啊啊啊啊'])(
    'asks for more, or takes for a joke: “%s”',
    (text) => {
      expect(['INCOMPLETE', 'SPAM']).toContain(suggest(text).channel);
      expect(suggest(text).categories).toEqual([]);
    },
  );
});
