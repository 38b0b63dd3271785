/**
 * Cases in the table `cases`.
 *
 * | pattern | key |
 * |---|---|
 * | a whole case | `CASE#<caseNumber>` / all |
 * | its head, the lock of the case | … / `CASE` |
 * | what the citizen said; index `byInstitution` where it names one of the register | … / `STATEMENT` |
 * | an item with its referrals | … / `ITEM#<n>` |
 * | a clock; index `due` while it runs | … / `CLOCK#<n>#<clock>` |
 * | an event, a message | … / `EVENT#<seq>`, `MESSAGE#<seq>` |
 *
 * Referrals live inside their item: as rows of their own the largest complaint would not fit one transaction.
 */
import type {
  CaseChange,
  CaseEvent,
  CaseFile,
  CaseHead,
  CaseItem,
  CaseMessage,
  Statement,
} from '../../shared/complaints/case-file.ts';
import { isRunning } from '../../shared/clocks/clocks.ts';
import { isOpen } from '../../shared/complaints/lifecycle.ts';
import type { Row, Tables, Write } from '../ports.ts';

const DUE_SHARDS = 4;
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
  if (!head || !statement) return undefined;
  return {
    head,
    statement,
    items: of<CaseItem>('ITEM#').sort((a, b) => a.itemNumber - b.itemNumber),
    timeline: of<CaseEvent>('EVENT#'),
    messages: of<CaseMessage>('MESSAGE#'),
  };
}

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

function itemWrites(caseNumber: string, item: CaseItem): readonly Write[] {
  return [
    put(row(caseNumber, `ITEM#${item.itemNumber}`, item)),
    ...item.clocks.map((clock) => {
      const key = `${clock.dueOn}#${caseNumber}#${item.itemNumber}#${clock.id}`;
      const running = isOpen(item.status) &&
        isRunning(clock) && {
          dueShard: `CLOCK#${item.itemNumber % DUE_SHARDS}`,
          dueKey: key,
        };
      return put({
        ...row(caseNumber, `CLOCK#${item.itemNumber}#${clock.id}`, clock),
        ...running,
      });
    }),
  ];
}

const put = (put: Row, when?: Extract<Write, { put: Row }>['when']): Write => ({
  table: 'cases',
  put,
  ...(when && { when }),
});

const headRow = (head: CaseHead): Row => ({
  ...row(head.caseNumber, 'CASE', head),
  version: head.version,
});

function statementRow({ head, statement }: CaseFile): Row {
  const { institution } = statement;
  const filedKey = `${head.filedAt}#${head.caseNumber}`;
  return {
    ...row(head.caseNumber, 'STATEMENT', statement),
    ...('id' in institution && { institutionId: institution.id, filedKey }),
  };
}

const eventRow = (caseNumber: string, event: CaseEvent): Row =>
  row(caseNumber, `EVENT#${padded(event.seq)}`, event);

const row = (caseNumber: string, sk: string, value: unknown): Row => ({
  pk: `CASE#${caseNumber}`,
  sk,
  value,
});

const padded = (seq: number): string => String(seq).padStart(6, '0');
