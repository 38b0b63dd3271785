/**
 * What one case adds to the statistics: counters by row, nothing that names anybody and no word that somebody wrote.
 *
 * A case counts once, in the row `CASES`; each item counts for the department that holds it, and for those that returned it
 * or cooperate. All of it belongs to the month in which the case was filed, so that a case never moves between months.
 */
import type { CaseEventType, CaseFile, CaseItem } from '../complaints/case-file.ts';
import type { DepartmentCode } from '../departments/directory.ts';
import { dateInShanghai, monthOf, type DateOnly } from '../time.ts';

/** How much each counter of a row rises, or falls: `status.received` → 2. */
export type Counts = Readonly<Record<string, number>>;

/** By row: `CASES`, `DEPARTMENT#MARKET`. */
export type Contribution = Readonly<Record<string, Counts>>;

export const CASES = 'CASES';
export const rowOfDepartment = (department: DepartmentCode) => `DEPARTMENT#${department}` as const;

/** `2026-11`, in Asia/Shanghai. */
export const monthOfFiling = ({ filedAt }: { readonly filedAt: string }): string =>
  monthOf(dateInShanghai(filedAt));

export function contributionOf(file: CaseFile): Contribution {
  const { head, items } = file;
  const rows = new Tally();
  rows.add(CASES, [
    'cases',
    `urgency.${head.urgency}`,
    `channel.${head.intake?.channel ?? 'SITE'}`,
    ...(head.anonymous ? ['anonymous'] : []),
    ...(head.majorReasons.length > 0 ? ['major'] : []),
  ]);
  for (const item of items) {
    rows.add(rowOfDepartment(item.heldBy), countersOf(file, item));
    for (const { department, role, ended } of item.referrals) {
      if (ended === 'returned') rows.add(rowOfDepartment(department), ['returned']);
      if (role === 'COOP') rows.add(rowOfDepartment(department), ['cooperating']);
    }
  }
  return rows.contribution();
}

/** What has to be added to the counters when a case that was counted as `before` has become `after`. */
export function difference(before: Contribution, after: Contribution): Contribution {
  const rows = new Tally();
  for (const [row, counts] of Object.entries(after)) rows.addAll(row, counts, 1);
  for (const [row, counts] of Object.entries(before)) rows.addAll(row, counts, -1);
  return rows.contribution();
}

/** What many cases add together. */
export function sumOf(contributions: Iterable<Contribution>): Contribution {
  const rows = new Tally();
  for (const contribution of contributions)
    for (const [row, counts] of Object.entries(contribution)) rows.addAll(row, counts, 1);
  return rows.contribution();
}

function countersOf({ statement, timeline }: CaseFile, item: CaseItem): readonly string[] {
  const on = (...types: readonly CaseEventType[]) =>
    timeline.find((event) => event.itemNumber === item.itemNumber && types.includes(event.type));
  const { institution } = statement;
  const street = 'streetCode' in institution ? institution.streetCode : undefined;
  return [
    'items',
    `status.${item.status}`,
    `track.${item.track}`,
    `urgency.${item.urgency}`,
    ...item.categories.map((code) => `category.${code}`),
    // Where officials are accused is told to nobody, not even as a number: it could name who accuses and who is accused.
    ...(item.track === 'X' ? [] : [`street.${street ?? 'NONE'}`]),
    ...timeliness('accepted', item, on('accepted', 'refused')),
    ...timeliness('concluded', item, on('concluded')),
    ...(item.escalatedOn ? ['escalated'] : []),
    ...(item.rating ? [`rated.${item.rating.score}`] : []),
  ];
}

/** Whether a step came before the legal clocks that it stopped had run out. Where no clock runs there is nothing to keep. */
function timeliness(
  step: 'accepted' | 'concluded',
  { clocks }: CaseItem,
  event: { readonly at: string } | undefined,
): readonly string[] {
  if (!event) return [];
  const day: DateOnly = dateInShanghai(event.at);
  const stopped = clocks.filter(({ stoppedOn }) => stoppedOn === day);
  if (stopped.length === 0) return [`${step}.noDeadline`];
  return [stopped.every(({ dueOn }) => day <= dueOn) ? `${step}.inTime` : `${step}.late`];
}

class Tally {
  readonly #rows = new Map<string, Map<string, number>>();

  add(row: string, counters: readonly string[]): void {
    for (const counter of counters) this.addAll(row, { [counter]: 1 }, 1);
  }

  addAll(row: string, counts: Counts, times: 1 | -1): void {
    const kept = this.#rows.get(row) ?? new Map<string, number>();
    this.#rows.set(row, kept);
    for (const [counter, count] of Object.entries(counts))
      kept.set(counter, (kept.get(counter) ?? 0) + times * count);
  }

  /** Without zeros; in alphabetical order, so that equal contributions look equal. */
  contribution(): Contribution {
    const rows = [...this.#rows].map(([row, counts]): [string, Counts] => [
      row,
      Object.fromEntries(
        [...counts].filter(([, count]) => count !== 0).toSorted(([a], [b]) => (a < b ? -1 : 1)),
      ),
    ]);
    return Object.fromEntries(
      rows
        .filter(([, counts]) => Object.keys(counts).length > 0)
        .toSorted(([a], [b]) => (a < b ? -1 : 1)),
    );
  }
}
