/** What the doctor found, in words for somebody who did not write this program. */

export interface Finding {
  /** What was looked at: `port`, `disk`. */
  readonly about: string;
  /** `mend`: something must be done. `note`: good to know; it goes away by itself or harms nothing. */
  readonly state: 'good' | 'note' | 'mend';
  readonly says: string;
  /** What to do. */
  readonly mend?: string;
}

export const good = (about: string, says: string): Finding => ({ about, state: 'good', says });

export const note = (about: string, says: string, mend?: string): Finding => ({
  about,
  state: 'note',
  says,
  ...(mend !== undefined && { mend }),
});

export const ill = (about: string, says: string, mend: string): Finding => ({
  about,
  state: 'mend',
  says,
  mend,
});
