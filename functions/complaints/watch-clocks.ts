/**
 * Every ten minutes: what is overdue goes to the coordinator, once, deadlines follow a newly published calendar, and rewards
 * that wait are told of until they lapse.
 */
import { publishedCalendars } from '../../shared/clocks/calendar.ts';
import type { YearCalendar } from '../../shared/clocks/year-calendar.ts';
import type { CaseChange, CaseFile } from '../../shared/complaints/case-file.ts';
import { escalate, moveDeadline } from '../../shared/complaints/overdue.ts';
import { rewardNews } from '../../shared/complaints/reward-news.ts';
import { watchReward } from '../../shared/rewards/lapsing.ts';
import { dateInShanghai, type DateOnly, type Instant } from '../../shared/time.ts';
import { announcedChange } from '../aws/case-changes.ts';
import { DUE_SHARDS, dueCases, loadCase, type Due } from '../aws/case-store.ts';
import { log, traceOf } from '../aws/log.ts';
import { claimWrites, loadClaim, watchedClaims } from '../aws/reward-store.ts';
import { DynamoTables } from '../aws/tables.ts';
import type { Tables } from '../ports.ts';

/** A tick's work; what is left is found again by the next. */
const MOST_CASES_PER_SHARD = 50;
const MOST_REWARDS = 100;
/** Items and clocks of one case. */
const MOST_CHANGES = 50;

interface Deps {
  readonly tables: Tables;
  /** Those that are published; tests publish another. */
  readonly calendars?: readonly YearCalendar[];
}

export async function watchClocks(
  { tables, calendars = publishedCalendars }: Deps,
  now: Instant,
): Promise<void> {
  const today = dateInShanghai(now);
  for (const of of ['CLOCK', 'PROVISIONAL'] as const)
    await walk(tables, { of, before: today }, (file) => escalate(file, now));
  const known = firstDayAfter(calendars);
  for (const of of ['PROVISIONAL', 'TOLD'] as const)
    await walk(tables, { of, before: known }, (file) => moveDeadline(file, now, calendars));
  await watchRewards(tables, now);
}

let deps: Deps | undefined;

export async function handler(): Promise<void> {
  deps ??= { tables: new DynamoTables() };
  await watchClocks(deps, new Date().toISOString());
}

/** Provisional deadlines before this day may be certain now. */
const firstDayAfter = (calendars: readonly YearCalendar[]): DateOnly =>
  `${Math.max(...calendars.map(({ year }) => year)) + 1}-01-01`;

async function walk(
  tables: Tables,
  { of, before }: { readonly of: Due; readonly before: DateOnly },
  changeOf: (file: CaseFile) => CaseChange | undefined,
): Promise<void> {
  for (let shard = 0; shard < DUE_SHARDS; shard++)
    for (const caseNumber of await dueCases(tables, of, shard, before, MOST_CASES_PER_SHARD))
      try {
        await settle(tables, caseNumber, changeOf);
      } catch (error) {
        log('error', 'NOT_WATCHED', { caseNumber, ...traceOf(error) }); // and no other waits behind it
      }
}

/** Each has one thing done to it; who collects at the same moment is first, or the next tick is. */
async function watchRewards(tables: Tables, now: Instant): Promise<void> {
  for (const claimNumber of await watchedClaims(tables, dateInShanghai(now), MOST_REWARDS))
    try {
      const found = await loadClaim(tables, claimNumber);
      const watched = found && watchReward(found.claim, now);
      if (!watched) continue;
      const { caseNumber, itemNumber } = watched.claim;
      const file = await loadCase(tables, caseNumber);
      const news = file && rewardNews(file, itemNumber, watched.news, now);
      await tables.commit([
        ...claimWrites(watched.claim, watched.event, found.claim),
        ...(news ? announcedChange(file, news) : []),
      ]);
    } catch (error) {
      log('error', 'REWARD_NOT_WATCHED', traceOf(error)); // of which claim, no log says
    }
}

/** All that a case needs, a change at a time; an officer who is faster sends it to the next tick. */
async function settle(
  tables: Tables,
  caseNumber: string,
  changeOf: (file: CaseFile) => CaseChange | undefined,
): Promise<void> {
  for (let changes = 0; changes < MOST_CHANGES; changes++) {
    const file = await loadCase(tables, caseNumber);
    const change = file && changeOf(file);
    if (!change) return;
    const saved = await tables.commit(announcedChange(file, change));
    if (!saved.ok) return;
    const { head, event } = change;
    log('warn', event.type === 'escalated' ? 'ESCALATED' : 'DEADLINE_MOVED', {
      ...{ caseNumber, correlationId: head.correlationId },
      ...(event.itemNumber !== undefined && { itemNumber: event.itemNumber }),
    });
  }
}
