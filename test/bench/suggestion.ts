/** How well the suggestion finds what citizens mean, how long it takes and how large it is. */
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { suggest } from '../../shared/complaints/suggestion.ts';
import { accuracyOf, samplesOf, type Accuracy } from '../support/suggestion-corpus.ts';
import { median, quantile } from './figures.ts';

const LEAST_TOP_1 = 0.75;
const LEAST_TOP_3 = 0.9;
const MOST_MILLISECONDS = 5;
/** Text of everyday speech hardly compresses; the form asks over HTTP and does not carry it. */
const MOST_KILOBYTES = 90;

/** @returns the lines to print; what is confused is told of TUNE alone, so that MEASURE stays unseen */
export async function benchSuggestion(): Promise<{
  readonly lines: readonly string[];
  readonly failures: readonly string[];
}> {
  const measure = accuracyOf(samplesOf('measure'));
  const tune = accuracyOf(samplesOf('tune'));
  const milliseconds = timesOf(textsOfTwoThousand());
  const kilobytes = await sizeInKilobytes();
  return {
    lines: [
      'suggestion of categories, on texts as citizens write them',
      lineOf('MEASURE', measure),
      lineOf('TUNE', tune),
      ...confusions(tune),
      `2,000 characters: p50 ${median(milliseconds).toFixed(1)} ms, p95 ${quantile(milliseconds, 0.95).toFixed(1)} ms; ${kilobytes.toFixed(1)} KB gzipped`,
    ],
    failures: [
      ...(measure.top1 < LEAST_TOP_1 ? ['top 1'] : []),
      ...(measure.top3 < LEAST_TOP_3 ? ['top 3'] : []),
      ...(median(milliseconds) > MOST_MILLISECONDS ? ['time'] : []),
      ...(kilobytes > MOST_KILOBYTES ? ['size'] : []),
    ],
  };
}

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

const lineOf = (name: string, accuracy: Accuracy): string =>
  [
    `${name}: ${accuracy.texts} texts`,
    `top 1 ${percent(accuracy.top1)}`,
    `top 3 ${percent(accuracy.top3)}`,
    `channel ${percent(accuracy.channel)}, of those that are no complaint ${percent(accuracy.channelRecall)}`,
    `circumstances recall ${percent(accuracy.circumstanceRecall)}, precision ${percent(accuracy.circumstancePrecision)}`,
  ].join(' · ');

const confusions = ({ misses }: Accuracy): readonly string[] =>
  misses.map(({ sample, answer }) => {
    const meant = sample.codes[0] ?? sample.channel;
    return `  ${meant} taken for ${answer.channel ?? answer.categories[0]?.code}: ${sample.text}`;
  });

function textsOfTwoThousand(): readonly string[] {
  const all = samplesOf('tune').map(({ text }) => text);
  return all.map((_, at) => [...all.slice(at), ...all.slice(0, at)].join('。').slice(0, 2000));
}

/** The best of three of each, so that what else the machine does counts less. */
function timesOf(texts: readonly string[]): readonly number[] {
  const rounds = [1, 2, 3].map(() => texts.map(timeOf));
  return texts.map((_, at) => Math.min(...rounds.map((times) => times[at] ?? Infinity)));
}

function timeOf(text: string): number {
  const start = performance.now();
  suggest(text);
  return performance.now() - start;
}

/** As a browser or a Lambda would carry it. */
async function sizeInKilobytes(): Promise<number> {
  const { outputFiles } = await build({
    entryPoints: ['shared/complaints/suggestion.ts'],
    bundle: true,
    minify: true,
    charset: 'utf8',
    format: 'esm',
    write: false,
  });
  return gzipSync(outputFiles[0]?.contents ?? '').length / 1024;
}
