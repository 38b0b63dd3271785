/** The days of publication of a block, in the order of its places: how many days later than the one before, and how often. */
import type { DateOnly } from '../time.ts';
import type { Block } from './manifest.ts';

export function dayRuns() {
  const runs: number[] = [];
  let last = 0;
  return {
    runs,
    /** A place without a record takes the day of the one before. */
    add(date: DateOnly | undefined) {
      const day = date ? dayOf(date) : last;
      if (day === last && runs.length > 0) runs.push((runs.pop() ?? 0) + 1);
      else runs.push(zigZag(day - last), 1);
      last = day;
    },
  };
}

const DAY_MS = 86_400_000;

/** Days since 1970. */
export const dayOf = (date: DateOnly): number => Date.parse(date) / DAY_MS;
export const dateOf = (day: number): DateOnly => new Date(day * DAY_MS).toISOString().slice(0, 10);

const zigZag = (difference: number): number =>
  difference < 0 ? -2 * difference - 1 : 2 * difference;

/** The day of each place. */
export function daysOf({ days, documents }: Block): Int32Array {
  const all = new Int32Array(documents);
  let day = 0;
  let place = 0;
  for (let run = 0; run < days.length; run += 2) {
    const [step = 0, length = 0] = days.slice(run, run + 2);
    day += step % 2 === 1 ? -(step + 1) / 2 : step / 2;
    all.fill(day, place, (place += length));
  }
  return all;
}
