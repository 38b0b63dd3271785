/** Queue of notices: tells whoever left a contact that there is news of his case, once for each version, and closes the row. */
import { createHmac } from 'node:crypto';
import type { OutboxMessage } from '../../shared/relay/outbox.ts';
import { log } from '../aws/log.ts';
import { contactOf } from '../aws/news-store.ts';
import { closedWrite, movedWrite } from '../aws/outbox-store.ts';
import { Park, queue, type Remains } from '../aws/sqs.ts';
import { DynamoTables } from '../aws/tables.ts';
import type { Clock, Notifier, Tables } from '../ports.ts';
import { setting } from '../runtime.ts';
import { notifierFor } from './notifier.ts';

interface Deps extends Clock {
  readonly tables: Tables;
  /** Absent where no notices are sent. */
  readonly notifier: Notifier | undefined;
}

/** A gateway that is down is no fault of ours: the message finishes, its row stays open, and the sweep sends it again. */
export async function notifyCitizen(
  { outboxId, pointer, correlationId }: OutboxMessage,
  { tables, notifier, now }: Deps,
): Promise<void | Remains> {
  if (pointer.kind !== 'notice') throw new Park('NOT_A_NOTICE');
  if (!(await tables.get('relay', { pk: outboxId, sk: '-' }))) return; // sent already
  // Taken back or expired since the row was written: then nobody is to be told.
  const contact = await contactOf(tables, pointer.caseNumber, now());
  const failure = contact && (await notifier?.notify(noticeId(outboxId), contact));
  if (!failure) {
    await tables.commit([closedWrite(outboxId)]);
    return;
  }
  log('warn', 'NOTICE_FAILED', { outboxId, correlationId, failure });
  await tables.commit([movedWrite(outboxId, { reason: failure })]);
  return 'LEFT_OPEN';
}

/** The gateway is somebody else's: it must not learn the number of a case beside a telephone. */
const noticeId = (outboxId: string): string =>
  createHmac('sha256', setting('PEPPER')).update(`notice\n${outboxId}`).digest('base64url');

export const handler = queue(
  notifyCitizen,
  () => ({
    tables: new DynamoTables(),
    notifier: notifierFor(setting('NOTIFIER_URL'), setting('SITE_ORIGIN')),
    now: () => new Date().toISOString(),
  }),
  { atOnce: true },
);
