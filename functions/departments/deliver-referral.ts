/**
 * Queue of one department: brings its worklist up to the case a message points at, tells its supervisors of a major one and
 * its own system, closes the outbox row.
 */
import { majorNoticeFor } from '../../shared/coordination/major-notice.ts';
import { worklistEntries } from '../../shared/departments/worklist.ts';
import type { DepartmentCode } from '../../shared/departments/directory.ts';
import type { OutboxMessage } from '../../shared/relay/outbox.ts';
import { loadCase } from '../aws/case-store.ts';
import { newNoticeWrites } from '../aws/notice-store.ts';
import { closedWrite, webhookWrite } from '../aws/outbox-store.ts';
import { Park, queue } from '../aws/sqs.ts';
import { DynamoTables } from '../aws/tables.ts';
import { entryWrite } from '../aws/worklist-store.ts';
import { loadWebhook } from '../aws/webhook-store.ts';
import type { Clock, Tables } from '../ports.ts';
import { setting } from '../runtime.ts';

interface Deps extends Clock {
  readonly tables: Tables;
  readonly department: DepartmentCode;
}

export async function deliverReferral(
  { outboxId, pointer, correlationId }: OutboxMessage,
  { tables, department, now }: Deps,
): Promise<void> {
  if (pointer.kind !== 'referral') throw new Park('NOT_A_REFERRAL');
  const file = await loadCase(tables, pointer.caseNumber);
  if (!file) throw new Park('NO_SUCH_CASE');
  const { caseNumber, version } = file.head;
  if (version < pointer.version) throw new Error('the case is older than its message');
  let entries = worklistEntries(file, department);
  if (entries.length === 0) throw new Park('NOTHING_REFERRED');
  let notice = majorNoticeFor(file, department, now());
  let tells = (await loadWebhook(tables, department))?.active ?? false;
  for (;;) {
    const at = now();
    const shown = entries.map((entry) => entryWrite(entry, at));
    const told =
      tells && shown.length > 0
        ? [webhookWrite(caseNumber, version, department, { at, correlationId })]
        : [];
    const noticed = notice ? newNoticeWrites(department, notice) : [];
    const saved = await tables.commit([...shown, ...told, ...noticed, closedWrite(outboxId)]);
    if (saved.ok) return;
    if (told.length > 0 && saved.error.includes(shown.length)) tells = false; // announced already
    if (saved.error.includes(shown.length + told.length)) notice = undefined; // noticed already
    entries = entries.filter((_, position) => !saved.error.includes(position)); // shown already, or newer
  }
}

export const handler = queue(
  deliverReferral,
  () => ({
    tables: new DynamoTables(),
    department: setting('DEPARTMENT') as DepartmentCode, // CDK writes it from the directory
    now: () => new Date().toISOString(),
  }),
  { atOnce: true },
);
