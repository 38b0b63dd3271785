/** The interface speaks both languages, whole. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

type Messages = Readonly<Record<string, string>>;

const messages = (locale: string): Messages =>
  JSON.parse(
    readFileSync(new URL(`../../web/messages/${locale}.json`, import.meta.url), 'utf8'),
  ) as Messages; // our own file, a flat object of strings

const zh = messages('zh');
const en = messages('en');

/** What is Chinese in every language: the way to the Chinese page, and words to search the register for. */
const chineseAnywhere = /^(other_language|search_example_\d)$/;

const parametersOf = (text: string | undefined): readonly string[] =>
  (text?.match(/\{\w+\}/g) ?? []).toSorted();

it('has every message in both languages, with the same parameters', () => {
  expect(Object.keys(en).toSorted()).toEqual(Object.keys(zh).toSorted());
  for (const key of Object.keys(zh))
    expect(parametersOf(en[key]), key).toEqual(parametersOf(zh[key]));
});

it('has no Chinese left in English messages, and none empty', () => {
  const left = Object.keys(en).filter(
    (key) => /\p{Script=Han}/u.test(en[key] ?? '') && !chineseAnywhere.test(key),
  );
  expect(left).toEqual([]);
  expect(Object.keys(zh).filter((key) => !zh[key] || !en[key])).toEqual([]);
});

it('uses full-width punctuation between Chinese characters', () => {
  const wrong = Object.entries(zh).filter(
    ([key, text]) => !key.endsWith('keywords') && /\p{Script=Han}[,;:!?()]/u.test(text),
  );
  expect(wrong).toEqual([]);
});
