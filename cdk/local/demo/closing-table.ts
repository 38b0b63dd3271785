/** The last thing the demo prints: what was done, what was refused as it should be, where to look. */
import type { Outcome } from './outcome.ts';

export interface Row {
  readonly label: string;
  readonly outcomes: readonly Outcome[];
}

const MOST_FAILURES_SHOWN = 10;

/** @returns whether everything went as the demo expects. */
export function printClosingTable(rows: readonly Row[]): boolean {
  console.log(`\n${'what'.padEnd(44)}${'done'.padStart(6)}${'failed'.padStart(8)}`);
  for (const { label, outcomes } of rows) {
    const held = outcomes.filter((outcome) => outcome.held).length;
    const failed = outcomes.length - held;
    console.log(`${label.padEnd(44)}${String(held).padStart(6)}${String(failed).padStart(8)}`);
  }
  const failures = rows.flatMap(({ outcomes }) => outcomes.filter(({ held }) => !held));
  for (const { what, said } of failures.slice(0, MOST_FAILURES_SHOWN))
    console.error(`✗ ${what}${said ? `: ${said}` : ''}`);
  return failures.length === 0;
}
