/** Which acts are at hand on the page of a case, and the single keys that open one. */
import type { ActType } from './act-form.ts';

/** Acts that one has at hand; the others are found when they are looked for. */
export const atHand: readonly ActType[] = [
  ...(['accept', 'reassign', 'reply', 'conclude'] as const),
  ...(['approve-crime', 'hand-over', 'police-decide'] as const),
  ...(['note', 'return', 'refuse'] as const),
];

const acts: Readonly<Record<string, ActType>> = {
  a: 'accept',
  c: 'conclude',
  r: 'reply',
  m: 'note',
  g: 'reassign',
};

export const actOfKey = (key: string): ActType | undefined => acts[key];

export const keyOfAct = (type: ActType): string | undefined =>
  Object.keys(acts).find((key) => acts[key] === type);
