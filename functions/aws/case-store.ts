/**
 * Cases in the table `cases`.
 *
 * | pattern | key |
 * |---|---|
 * | a whole case | `CASE#<caseNumber>` / all |
 * | its head, the lock of the case; index `byMonth` | … / `CASE` |
 * | the cases filed in a month, in their order | index `byMonth`: `FILED#<yyyy-mm>` / `<filedAt>#<caseNumber>` |
 * | what the citizen said; index `byInstitution` where it names one of the register | … / `STATEMENT` |
 * | an item with its referrals; index `due` while only our own level runs | … / `ITEM#<n>` |
 * | a clock; index `due` while it runs and nobody was told that it is over | … / `CLOCK#<n>#<clock>` |
 * | an event, a message | … / `EVENT#<seq>`, `MESSAGE#<seq>` |
 * | how its citizen hears of news | … / `NEWS` |
 *
 * Referrals live inside their item: as rows of their own the largest complaint would not fit one transaction.
 */
import {
  dueOf,
  isOpen,
  type CaseChange,
  type CaseEvent,
  type CaseFile,
  type CaseHead,
  type CaseItem,
  type CaseMessage,
  type Statement,
} from '../../shared/complaints/case-file.ts';
import { isCounting } from '../../shared/clocks/clocks.ts';
import type { NewsWanted } from '../../shared/notices/wanted.ts';
import { dateInShanghai, monthOf, type DateOnly } from '../../shared/time.ts';
import type { Row, Tables, Write } from '../ports.ts';

export const DUE_SHARDS = 4;
const LONGEST_CASE_PAGES = 60;

export async function loadCase(
  tables: Pick<Tables, 'query'>,
  caseNumber: string,
): Promise<CaseFile | undefined> {
  const rows: Row[] = [];
  let from: Readonly<Record<string, unknown>> | undefined;
  for (let page = 0; page < LONGEST_CASE_PAGES; page++) {
    const found = await tables.query('cases', `CASE#${caseNumber}`, { ...(from && { from }) });
    rows.push(...found.rows);
    from = found.next;
    if (!from) break;
  }
  const of = <T>(start: string): T[] =>
    rows.filter((row) => row.sk.startsWith(start)).map((row) => row['value'] as T); // written below, by us alone
  const [head] = of<CaseHead>('CASE');
  const [statement] = of<Statement>('STATEMENT');
  const [news] = of<NewsWanted>('NEWS');
  if (!head || !statement) return undefined;
  return {
    head,
    statement,
    items: of<CaseItem>('ITEM#').sort((a, b) => a.itemNumber - b.itemNumber),
    timeline: of<CaseEvent>('EVENT#'),
    messages: of<CaseMessage>('MESSAGE#'),
    ...(news && { news }),
  };
}

/**
 * Case numbers of a month in the order of filing.
 * @param after - the place of the last one before
 */
export async function casesFiledIn(
  tables: Pick<Tables, 'query'>,
  month: string,
  limit: number,
  after: string | undefined,
): Promise<{ readonly caseNumbers: readonly string[]; readonly next?: string }> {
  const filedIn = `FILED#${month}`;
  const { rows, next } = await tables.query('cases', filedIn, {
    index: 'byMonth',
    limit,
    ...(after !== undefined && {
      from: { pk: `CASE#${after.slice(INSTANT_LENGTH + 1)}`, sk: 'CASE', filedIn, filedKey: after },
    }),
  });
  return {
    caseNumbers: rows.map(({ pk }) => pk.slice('CASE#'.length)),
    ...(next && { next: String(next['filedKey']) }),
  };
}

const INSTANT_LENGTH = 24;

/** A new case; refused when its number is taken. */
export const newCaseWrites = (file: CaseFile): readonly Write[] => [
  put(headRow(file.head), 'absent'),
  put(statementRow(file)),
  ...file.items.flatMap((item) => itemWrites(file.head.caseNumber, item)),
  ...file.timeline.map((event) => put(eventRow(file.head.caseNumber, event))),
];

/** A change on the version it was decided on; refused when another was first. */
export const caseChangeWrites = (change: CaseChange): readonly Write[] => {
  const { head, items, event, message } = change;
  return [
    put(headRow(head), { version: head.version - 1 }),
    ...items.flatMap((item) => itemWrites(head.caseNumber, item)),
    put(eventRow(head.caseNumber, event)),
    ...(message ? [put(row(head.caseNumber, `MESSAGE#${padded(message.seq)}`, message))] : []),
  ];
};

/** Outside the lock of the case: two who set it at once leave the last one's, and no officer waits for either. */
export const newsWrite = (caseNumber: string, news: NewsWanted): Write =>
  put(row(caseNumber, 'NEWS', news));

/** What no law limits is watched by our own level. */
function itemWrites(caseNumber: string, item: CaseItem): readonly Write[] {
  const { itemNumber, clocks, escalatedOn } = item;
  const isWatched = isOpen(item.status) && escalatedOn === undefined && item.track !== 'X';
  const hasLegal = clocks.some(isCounting);
  const due = (of: Due, dueOn: DateOnly) => ({
    dueShard: dueShard(of, itemNumber % DUE_SHARDS),
    dueKey: `${dueOn}#${caseNumber}#${itemNumber}`,
  });
  return [
    put({
      ...row(caseNumber, `ITEM#${itemNumber}`, item),
      ...(isWatched && !hasLegal && due('CLOCK', dueOf(item).dueOn)),
    }),
    ...clocks.map((clock) => {
      const runs = isOpen(item.status) && isCounting(clock);
      const watched = clock.provisional ? 'PROVISIONAL' : 'CLOCK';
      const of = isWatched ? watched : clock.provisional && 'TOLD';
      return put({
        ...row(caseNumber, `CLOCK#${itemNumber}#${clock.id}`, clock),
        ...(runs && of && due(of, clock.dueOn)),
      });
    }),
  ];
}

/**
 * CLOCK: nobody was told yet that its day has passed · PROVISIONAL: the same, through a year without a calendar · TOLD: of
 * such a year too, but somebody was told, or nobody may be; only a new calendar asks for it.
 */
export type Due = 'CLOCK' | 'PROVISIONAL' | 'TOLD';

const dueShard = (of: Due, shard: number): string => `${of}#${shard}`;

/** Cases with a deadline before a day, oldest first; each may stand here more than once. */
export async function dueCases(
  tables: Pick<Tables, 'query'>,
  of: Due,
  shard: number,
  before: DateOnly,
  limit: number,
): Promise<readonly string[]> {
  const { rows } = await tables.query('cases', dueShard(of, shard), {
    index: 'due',
    between: ['0', before], // a key goes on after its day, so the day itself is not in it
    limit,
  });
  return [...new Set(rows.map(({ pk }) => pk.slice('CASE#'.length)))];
}

const put = (put: Row, when?: Extract<Write, { put: Row }>['when']): Write => ({
  table: 'cases',
  put,
  ...(when && { when }),
});

const headRow = (head: CaseHead): Row => ({
  ...row(head.caseNumber, 'CASE', head),
  version: head.version,
  filedIn: `FILED#${monthOf(dateInShanghai(head.filedAt))}`,
  filedKey: filedKey(head),
});

function statementRow({ head, statement }: CaseFile): Row {
  const { institution } = statement;
  return {
    ...row(head.caseNumber, 'STATEMENT', statement),
    ...('id' in institution && { institutionId: institution.id, filedKey: filedKey(head) }),
  };
}

const filedKey = ({ filedAt, caseNumber }: CaseHead): string => `${filedAt}#${caseNumber}`;

const eventRow = (caseNumber: string, event: CaseEvent): Row =>
  row(caseNumber, `EVENT#${padded(event.seq)}`, event);

const row = (caseNumber: string, sk: string, value: unknown): Row => ({
  pk: `CASE#${caseNumber}`,
  sk,
  value,
});

const padded = (seq: number): string => String(seq).padStart(6, '0');
