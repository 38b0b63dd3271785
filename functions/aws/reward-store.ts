/**
 * The register of rewards, in the table `vault`: never public, and it knows no person.
 *
 * | pattern | who | key |
 * |---|---|---|
 * | the claims of a case, one an item | claimants | `REWARD#CASE#<caseNumber>` / `ITEM#<n>` |
 * | a claim | claimants, desk | `REWARD#CLAIM#<claimNumber>` / `AGGREGATE` |
 * | what was done to it | desk | … / `EVENT#<seq>` |
 * | what lies with a department, open or closed, by the time it came | desk | `REWARD#LIST#<department>#<state>` / `<claimedAt>#<claimNumber>` |
 * | rewards that the clock has to look at, by day | clock | `REWARD#DUE` / `<day>#<claimNumber>` |
 */
import type { DepartmentCode } from '../../shared/departments/directory.ts';
import type { RewardClaim, RewardEvent } from '../../shared/rewards/claim.ts';
import { waitsForFinance } from '../../shared/rewards/finance.ts';
import { rewardInList, type RewardInList } from '../../shared/rewards/list-view.ts';
import { stateOf, type RewardState } from '../../shared/rewards/states.ts';
import type { DateOnly } from '../../shared/time.ts';
import type { Key, Row, Tables, Write } from '../ports.ts';

const AGGREGATE = 'AGGREGATE';
const WATCHED = 'REWARD#DUE';

export async function loadClaim(
  tables: Pick<Tables, 'query'>,
  claimNumber: string,
): Promise<{ readonly claim: RewardClaim; readonly events: readonly RewardEvent[] } | undefined> {
  const { rows } = await tables.query('vault', `REWARD#CLAIM#${claimNumber}`);
  const claim = rows.find((row) => row.sk === AGGREGATE)?.['value'] as RewardClaim | undefined; // written below, by us alone
  if (!claim) return undefined;
  const events = rows.filter((row) => row.sk.startsWith('EVENT#'));
  return { claim, events: events.map((row) => row['value'] as RewardEvent) };
}

export async function claimsOfCase(
  tables: Pick<Tables, 'get' | 'query'>,
  caseNumber: string,
): Promise<readonly RewardClaim[]> {
  const { rows } = await tables.query('vault', casePartition(caseNumber), { startsWith: 'ITEM#' });
  const claims = await Promise.all(
    rows.map((row) =>
      tables.get('vault', { pk: `REWARD#CLAIM#${String(row['claimNumber'])}`, sk: AGGREGATE }),
    ),
  );
  return claims.flatMap((row) => (row ? [row['value'] as RewardClaim] : []));
}

/** A new claim; refused when its item has one. */
export const newClaimWrites = (claim: RewardClaim): readonly Write[] => {
  const { claimNumber, caseNumber, itemNumber, claimedAt } = claim;
  const item = { pk: casePartition(caseNumber), sk: `ITEM#${itemNumber}` };
  return [
    ...claimWrites(claim, { seq: 1, at: claimedAt, type: 'claim' }),
    { table: 'vault', put: { ...item, claimNumber }, when: 'absent' },
  ];
};

/** A claim's next version, what made it, and where it lies now; refused when another was first. */
export function claimWrites(
  claim: RewardClaim,
  event: RewardEvent,
  before?: RewardClaim,
): readonly Write[] {
  const pk = `REWARD#CLAIM#${claim.claimNumber}`;
  const value = rewardInList(claim);
  const lists = listsOf(claim);
  const left = before ? listsOf(before).filter((list) => !lists.includes(list)) : [];
  return [
    {
      table: 'vault',
      put: { pk, sk: AGGREGATE, value: claim, version: claim.version },
      when: before ? { version: before.version } : 'absent',
    },
    put({ pk, sk: `EVENT#${String(event.seq).padStart(6, '0')}`, value: event }),
    ...lists.map((list) => put({ ...placeIn(list, claim), value })),
    ...left.map((list): Write => ({ table: 'vault', delete: placeIn(list, claim) })),
    ...watchWrites(claim, before),
  ];
}

/** A reward that waits is watched; one that does no more is not. */
function watchWrites(claim: RewardClaim, before: RewardClaim | undefined): readonly Write[] {
  const [now, then] = [watchedOn(claim), before && watchedOn(before)];
  if (now === then) return [];
  const key = (day: DateOnly) => ({ pk: WATCHED, sk: `${day}#${claim.claimNumber}` });
  return [
    ...(then ? [{ table: 'vault', delete: key(then) } as const] : []),
    ...(now ? [put({ ...key(now), claimNumber: claim.claimNumber })] : []),
  ];
}

const watchedOn = ({ status, notice }: RewardClaim): DateOnly | undefined =>
  status === 'notified' ? notice?.watchOn : undefined;

/** Numbers of the claims that the clock has to look at on a day, the longest overdue first. */
export async function watchedClaims(
  tables: Pick<Tables, 'query'>,
  today: DateOnly,
  limit: number,
): Promise<readonly string[]> {
  const between = ['0', `${today}$`] as const; // with the day itself: `$` comes after `#`
  const { rows } = await tables.query('vault', WATCHED, { between, limit });
  return rows.map((row) => String(row['claimNumber']));
}

export interface RewardPage {
  readonly found: readonly RewardInList[];
  /** The place of the last one, where there are more. */
  readonly next?: string;
}

/** Could it be a place in a list? */
export const isPlace = (text: string): boolean => /^[\d:.TZ-]{24}#R-\d{8}-[0-9A-Z]{10}$/.test(text);

/**
 * What is open begins with what waits longest, what is closed with the latest.
 * @param after - the place where the page before ended
 */
export async function rewardsPage(
  tables: Pick<Tables, 'query'>,
  department: DepartmentCode,
  state: RewardState,
  limit: number,
  after: string | undefined,
): Promise<RewardPage> {
  const pk = listName(department, state);
  const { rows, next } = await tables.query('vault', pk, {
    ...{ limit, descending: state === 'closed' },
    ...(after !== undefined && { from: { pk, sk: after } }),
  });
  return {
    found: rows.map((row) => row['value'] as RewardInList), // as above
    ...(next && { next: String(next['sk']) }),
  };
}

/** Its department's list, and the finance bureau's while it waits for it and once it has decided. */
function listsOf(claim: RewardClaim): readonly string[] {
  const own = listName(claim.department, stateOf(claim.status));
  if (waitsForFinance(claim)) return [own, listName('FINANCE', 'open')];
  const isDecided = claim.secondApproval?.department === 'FINANCE';
  return isDecided ? [own, listName('FINANCE', 'closed')] : [own];
}

const listName = (department: DepartmentCode, state: RewardState): string =>
  `REWARD#LIST#${department}#${state}`;

const casePartition = (caseNumber: string): string => `REWARD#CASE#${caseNumber}`;

const placeIn = (list: string, { claimedAt, claimNumber }: RewardClaim): Key => ({
  pk: list,
  sk: `${claimedAt}#${claimNumber}`,
});

const put = (put: Row): Write => ({ table: 'vault', put });
