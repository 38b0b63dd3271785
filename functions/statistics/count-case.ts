/** Queue of the statistics: counts a case as it stands now, each version once, however often and in whatever order messages come. */
import type { CaseFile } from '../../shared/complaints/case-file.ts';
import type { OutboxMessage } from '../../shared/relay/outbox.ts';
import { contributionOf, monthOfFiling } from '../../shared/statistics/contribution.ts';
import { loadCase } from '../aws/case-store.ts';
import { closedWrite } from '../aws/outbox-store.ts';
import { Park, queue } from '../aws/sqs.ts';
import { countedAs, countWrites } from '../aws/statistics-store.ts';
import { DynamoTables } from '../aws/tables.ts';
import type { Tables, Write } from '../ports.ts';

interface Deps {
  readonly tables: Tables;
}

export async function countCase({ outboxId, pointer }: OutboxMessage, { tables }: Deps) {
  if (pointer.kind !== 'statistics') throw new Park('NOT_FOR_STATISTICS');
  const file = await loadCase(tables, pointer.caseNumber);
  if (!file) throw new Park('NO_SUCH_CASE');
  if (file.head.version < pointer.version) throw new Error('the case is older than its message');
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
    const writes = await writesToCount(file, tables);
    if ((await tables.commit([...writes, closedWrite(outboxId)])).ok) return;
  }
  throw new Error('others kept counting this case');
}

export const handler = queue(countCase, () => ({ tables: new DynamoTables() }));

const MOST_ATTEMPTS = 5;

/** None when this version or a newer one has been counted. */
async function writesToCount(file: CaseFile, tables: Tables): Promise<readonly Write[]> {
  const { caseNumber, version } = file.head;
  const month = monthOfFiling(file.head);
  const before = await countedAs(tables, month, caseNumber);
  if (before && before.caseVersion >= version) return [];
  const after = { caseVersion: version, contribution: contributionOf(file) };
  return countWrites(month, caseNumber, before, after);
}
