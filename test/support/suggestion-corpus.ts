/** Texts as citizens write them with what they are about, and how often the suggestion says so. */
import { readFileSync } from 'node:fs';
import { suggest, type Suggestion } from '../../shared/complaints/suggestion.ts';

/** MEASURE was written first and is never tuned on; TUNE may be looked at one by one. */
export type Split = 'measure' | 'tune';

export interface Sample {
  /** The first one leads; empty when it is no complaint. */
  readonly codes: readonly string[];
  readonly channel?: string;
  readonly circumstances: readonly string[];
  readonly text: string;
}

export interface Accuracy {
  readonly texts: number;
  readonly top1: number;
  readonly top3: number;
  /** Of all texts: the right channel, or none for a complaint. */
  readonly channel: number;
  /** Of the channels' texts alone. */
  readonly channelRecall: number;
  readonly circumstanceRecall: number;
  readonly circumstancePrecision: number;
  readonly misses: readonly { readonly sample: Sample; readonly answer: Suggestion }[];
}

export function samplesOf(split: Split): readonly Sample[] {
  return readSamples(new URL(`./suggestion/${split}.txt`, import.meta.url));
}

export function readSamples(file: URL | string): readonly Sample[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('# '))
    .map((line) => {
      const [labels = '', circumstances = '', ...text] = line.split('|').map((part) => part.trim());
      return {
        codes: labels.startsWith('#') ? [] : labels.split('+'),
        ...(labels.startsWith('#') && { channel: labels.slice(1) }),
        circumstances: circumstances.split(',').filter(Boolean),
        text: text.join('|'),
      };
    });
}

export function accuracyOf(samples: readonly Sample[]): Accuracy {
  const answered = samples.map((sample) => ({ sample, answer: suggest(sample.text) }));
  const complaints = answered.filter(({ sample }) => sample.channel === undefined);
  const others = answered.filter(({ sample }) => sample.channel !== undefined);
  const rightFirst = complaints.filter((one) => rankOf(one) === 0);
  const rightChannel = ({ sample, answer }: (typeof answered)[number]) =>
    sample.channel === answer.channel;
  const expected = complaints.flatMap(({ sample }) => sample.circumstances);
  const given = complaints.flatMap(({ answer }) => answer.circumstances);
  const shared = complaints.flatMap(({ sample, answer }) =>
    answer.circumstances.filter((circumstance) => sample.circumstances.includes(circumstance)),
  );
  return {
    texts: samples.length,
    top1: rightFirst.length / complaints.length,
    top3: complaints.filter((one) => rankOf(one) < 3).length / complaints.length,
    channel: answered.filter(rightChannel).length / answered.length,
    channelRecall: others.filter(rightChannel).length / others.length,
    circumstanceRecall: shared.length / expected.length,
    circumstancePrecision: shared.length / given.length,
    misses: answered.filter(
      (one) => !rightChannel(one) || (one.sample.channel === undefined && rankOf(one) !== 0),
    ),
  };
}

/** Where the leading code of the sample stands in the answer. A complaint that is sent elsewhere counts as not found. */
function rankOf({ sample, answer }: { readonly sample: Sample; readonly answer: Suggestion }) {
  const at = answer.categories.findIndex(({ code }) => code === sample.codes[0]);
  return at < 0 || answer.channel !== undefined ? Infinity : at;
}
