/** What a penalty consists of in words (处罚内容, 双公示 field 17): derived from its kinds and sums, or in its authority's own. */
import { penaltyKinds } from './kinds.ts';
import type { Punishment } from './punishment.ts';

/** 处罚内容: each kind, with its sum where it has one of its own. */
export function contentOf({ kinds, fineFen, confiscatedFen }: Punishment): string {
  const confiscated = kinds.filter((kind) => kind === 'P22' || kind === 'P23');
  const parts = kinds.map((kind) => {
    const name = penaltyKinds[kind];
    if (kind === 'P21' && fineFen !== undefined) return `${name}人民币${yuanText(fineFen)}元`;
    const isLast = kind === confiscated.at(-1);
    return isLast && confiscatedFen !== undefined
      ? `${name}${confiscated.length > 1 ? '，共计' : ''}人民币${yuanText(confiscatedFen)}元`
      : name;
  });
  return parts.join('；');
}

const yuanText = (fen: number): string =>
  `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`;

/**
 * Does a text tell of the punishment what kinds and sums do not? Marks, the currency and cents that are none aside, it is
 * longer than the derived one.
 */
export const saysMore = (text: string, punishment: Punishment): boolean =>
  bare(text).length > bare(contentOf(punishment)).length;

const bare = (text: string): string =>
  text.normalize('NFKC').replaceAll(/\.00(?!\d)|人民币|共计|[^\p{L}\p{N}]/gu, '');
