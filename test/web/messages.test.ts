/** The interface speaks both languages, whole. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

type Messages = Readonly<Record<string, string>>;

const folder = (locale: string): URL => new URL(`../../web/messages/${locale}/`, import.meta.url);

const pages = new URL('../../web/src/', import.meta.url);

const parts = readdirSync(folder('zh'));

const withoutParameters = (text: string): string => text.replaceAll(/\{\w+\}/g, '');

const partOf = (locale: string, part: string): Messages => {
  const { $schema: _, ...messages } = JSON.parse(
    readFileSync(new URL(part, folder(locale)), 'utf8'),
  ) as Messages; // our own file, a flat object of strings
  return messages;
};

const messages = (locale: string): Messages =>
  Object.assign({}, ...parts.map((part) => partOf(locale, part)));

const zh = messages('zh');
const en = messages('en');

/** What is Chinese in every language: the way to the Chinese page, and words to search the register for. */
const chineseAnywhere = /other_language$|^search_example_\d$/;

/** Which, however often: a sentence may name a thing twice in one language and once in the other. */
const parametersOf = (text: string | undefined): readonly string[] =>
  [...new Set(text?.match(/\{\w+\}/g))].toSorted();

/** A law has its name in Chinese only. */
const withoutLaws = (text: string): string => text.replaceAll(/《[^》]+》/g, '');

it('says each message in one part of the window only', () => {
  const keys = parts.flatMap((part) => Object.keys(partOf('zh', part)));
  expect(keys.filter((key, place) => keys.indexOf(key) !== place)).toEqual([]);
});

it('has every message in both languages, with the same parameters', () => {
  expect(Object.keys(en).toSorted()).toEqual(Object.keys(zh).toSorted());
  for (const key of Object.keys(zh))
    expect(parametersOf(en[key]), key).toEqual(parametersOf(zh[key]));
});

it('has no Chinese left in English messages, and none empty', () => {
  const left = Object.keys(en).filter(
    (key) => /\p{Script=Han}/u.test(withoutLaws(en[key] ?? '')) && !chineseAnywhere.test(key),
  );
  expect(left).toEqual([]);
  expect(Object.keys(zh).filter((key) => !zh[key] || !en[key])).toEqual([]);
});

const withoutUnits = (text: string): string => text.replaceAll(/\b[KM]B\b/g, '');

it('has no English left in Chinese messages', () => {
  const left = Object.entries(zh).filter(
    ([key, text]) =>
      !/\p{Script=Han}/u.test(text) &&
      /[A-Za-z]{2}/.test(withoutUnits(withoutParameters(text))) &&
      !key.endsWith('other_language'),
  );
  expect(left).toEqual([]);
});

it('has no message that no page says any more', () => {
  const source = readdirSync(pages, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(ts|svelte)$/.test(file) && !file.includes('paraglide'))
    .map((file) => readFileSync(new URL(file, pages), 'utf8'))
    .join('\n');
  const words = new Set(source.match(/\w+/g));
  const beginnings = [...source.matchAll(/m\[`(\w+_)\$\{/g)].map(([, beginning = '']) => beginning);
  const unsaid = Object.keys(zh).filter(
    (key) => !words.has(key) && !beginnings.some((beginning) => key.startsWith(beginning)),
  );
  expect(unsaid).toEqual([]);
});

it('uses full-width punctuation between Chinese characters', () => {
  const wrong = Object.entries(zh).filter(
    ([key, text]) => !key.endsWith('keywords') && /\p{Script=Han}[,;:!?()]/u.test(text),
  );
  expect(wrong).toEqual([]);
});
