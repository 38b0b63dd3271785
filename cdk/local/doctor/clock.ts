/** Does the machine know what day it is? Legal deadlines are counted from its clock. */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { publishedCalendars } from '../../../shared/clocks/calendar.ts';
import { dateInShanghai, instantOf } from '../../../shared/time.ts';
import { good, ill, note, type Finding } from './finding.ts';

const ABOUT = 'clock';
const FIRST_YEAR = 2026; // of this program
const LAST_YEAR = 2099;
const TOLERANCE_MILLISECONDS = 5 * 60_000;

/** @param folders - whose files tell when they were written last */
export function lookAtClock(
  now: number,
  folders: readonly string[],
  calendarYears: readonly number[] = publishedCalendars.map(({ year }) => year),
): readonly Finding[] {
  const today = dateInShanghai(instantOf(now));
  const year = Number(today.slice(0, 4));
  const set = 'set the clock of this machine (timedatectl, or the settings of the system)';
  if (year < FIRST_YEAR || year > LAST_YEAR) {
    return [ill(ABOUT, `it says ${today}, which cannot be`, set)];
  }
  const latest = Math.max(...folders.map(latestChange));
  if (latest > now + TOLERANCE_MILLISECONDS) {
    const written = new Date(latest).toISOString();
    const says = `it says ${new Date(now).toISOString()}, but a file was written at ${written}`;
    return [ill(ABOUT, says, `${set}; deadlines counted meanwhile may be wrong`)];
  }
  if (calendarYears.includes(year)) return [good(ABOUT, `${today} in Shanghai`)];
  return [
    note(
      ABOUT,
      `there is no published holiday calendar for ${year}: its deadlines are marked provisional`,
      `add shared/clocks/calendar-${year}.ts when the State Council has published it`,
    ),
  ];
}

function latestChange(folder: string): number {
  try {
    const names = readdirSync(folder);
    const times = names.map(
      (name) => statSync(join(folder, name), { throwIfNoEntry: false })?.mtimeMs ?? 0,
    );
    return Math.max(0, ...times);
  } catch {
    return 0; // no folder, no witness
  }
}
