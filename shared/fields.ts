/** Fields that many submissions have, checked alike everywhere. */
import * as v from 'valibot';
import { isDate } from './time.ts';

/** Trimmed text that is there and not longer than so many characters. */
export const text = (longest: number) =>
  v.pipe(v.string(), v.trim(), v.minLength(1, 'REQUIRED'), v.maxLength(longest, 'TOO_LONG'));

/** A calendar date that exists, `2026-11-21`. */
export const DateText = v.pipe(v.string(), v.check(isDate, 'NOT_A_DATE'));
