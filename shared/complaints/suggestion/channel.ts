/** Tells a complaint from what belongs elsewhere: questions, requests for documents, petitions, thanks, advertising, and too little to go on. */
import { channelPhrases, emptyWords } from './channel-phrases.ts';
import { finderOf, phrasesOf } from './phrases.ts';
import { AGAINST, CLEAR, STRONG, tally, WEAK } from './tally.ts';

export type Channel = 'CONSULT' | 'INFO_REQUEST' | 'PETITION' | 'PRAISE' | 'SPAM' | 'INCOMPLETE';

const channels = ['INFO_REQUEST', 'PETITION', 'PRAISE', 'CONSULT', 'SPAM'] as const;

const find = finderOf(
  channels.flatMap((channel) => {
    const { strong, clear, weak, against } = channelPhrases[channel];
    return [
      ...phrasesOf(channel, strong, STRONG, channel !== 'CONSULT'),
      ...phrasesOf(channel, clear, CLEAR, channel !== 'CONSULT'),
      ...phrasesOf(channel, weak, WEAK, false),
      ...phrasesOf(channel, against, AGAINST, false),
    ];
  }),
);

/** How much of a complaint's evidence a channel outweighs: a question names its subject without complaining of it. */
const outweighs: Readonly<Record<(typeof channels)[number], number>> = {
  INFO_REQUEST: 1.6,
  PETITION: 1.1,
  PRAISE: 1.1,
  CONSULT: 1.4,
  SPAM: 1,
};

const ENOUGH = 3.5;
/** With less evidence than this, it counts how much the text says at all. */
const LITTLE_EVIDENCE = 3;
/** So many characters beside empty words say nothing that anybody could look into. */
const FEW_CHARACTERS = 4;

/** @param evidence - of the best category */
export function channelOf(text: string, evidence: number): Channel | undefined {
  if (!says(text)) return hasLetters(text) || text.length > 12 ? 'SPAM' : 'INCOMPLETE';
  const hits = Map.groupBy(find(text), (hit) => hit.phrase.owner);
  const weighed = channels
    .map((channel) => ({
      channel,
      total: tally(hits.get(channel) ?? []),
    }))
    .filter(({ channel, total }) => total >= ENOUGH && total * outweighs[channel] > evidence)
    .toSorted((a, b) => b.total * outweighs[b.channel] - a.total * outweighs[a.channel]);
  if (weighed[0]) return weighed[0].channel;
  if (isEmptyChatter(text)) return 'SPAM';
  return evidence < LITTLE_EVIDENCE && meaningful(text) <= FEW_CHARACTERS
    ? 'INCOMPLETE'
    : undefined;
}

const hasLetters = (text: string): boolean => /[a-z\d]{6,}/.test(text);

/** Whether there are words at all: Chinese characters, or Latin words with vowels. */
const says = (text: string): boolean =>
  (text.match(/\p{Script=Han}/gu)?.length ?? 0) >= 2 ||
  (text.match(/\b[a-z]*[aeiou][a-z]*\b/g)?.filter((word) => word.length <= 14).length ?? 0) >= 3;

/** One or two characters again and again. */
const isEmptyChatter = (text: string): boolean => {
  const letters = text.replace(/[\s。,\d]/g, '');
  return letters.length >= 4 && new Set(letters).size <= Math.max(2, letters.length / 5);
};

const empty = emptyWords.split(' ').toSorted((a, b) => b.length - a.length);

/** How many characters remain without empty words, numbers and punctuation. */
const meaningful = (text: string): number =>
  empty.reduce((rest, word) => rest.replaceAll(word, ''), text).replace(/[\s。,.\d]/g, '').length;
