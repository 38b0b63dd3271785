/** Queue of one department: brings its worklist up to the case a message points at, and closes the outbox row with it. */
import { worklistEntries } from '../../shared/departments/worklist.ts';
import type { DepartmentCode } from '../../shared/departments/directory.ts';
import type { OutboxMessage } from '../../shared/relay/outbox.ts';
import { loadCase } from '../aws/case-store.ts';
import { closedWrite } from '../aws/outbox-store.ts';
import { Park, queue } from '../aws/sqs.ts';
import { DynamoTables } from '../aws/tables.ts';
import { entryWrite } from '../aws/worklist-store.ts';
import type { Tables } from '../ports.ts';
import { setting } from '../runtime.ts';

interface Deps {
  readonly tables: Tables;
  readonly department: DepartmentCode;
}

export async function deliverReferral(
  { outboxId, pointer }: OutboxMessage,
  { tables, department }: Deps,
): Promise<void> {
  if (pointer.kind !== 'referral') throw new Park('NOT_A_REFERRAL');
  const file = await loadCase(tables, pointer.caseNumber);
  if (!file) throw new Park('NO_SUCH_CASE');
  if (file.head.version < pointer.version) throw new Error('the case is older than its message');
  let entries = worklistEntries(file, department).map(entryWrite);
  if (entries.length === 0) throw new Park('NOTHING_REFERRED');
  for (;;) {
    const saved = await tables.commit([...entries, closedWrite(outboxId)]);
    if (saved.ok) return;
    entries = entries.filter((_, position) => !saved.error.includes(position)); // shown already, or newer
  }
}

export const handler = queue(deliverReferral, () => ({
  tables: new DynamoTables(),
  department: setting('DEPARTMENT') as DepartmentCode, // CDK writes it from the directory
}));
