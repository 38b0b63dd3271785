/** The single keys that open an act on the page of a case. */
import type { ActType } from './act-form.ts';

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
