/** Queue of the channels: makes a penalty's row for one platform, puts it into its file or calls it, and closes the outbox row. */
import { deliveryIdOf, type ChannelDelivery } from '../../shared/channels/calls.ts';
import { isOutsideChannel, type OutsideChannel } from '../../shared/channels/channel.ts';
import { sent, undelivered, type ChannelEntry, type Next } from '../../shared/channels/entry.ts';
import { fileFor } from '../../shared/channels/file.ts';
import { isDecided, nextFor } from '../../shared/channels/outgoing.ts';
import { signedCall, type Webhook } from '../../shared/departments/webhook.ts';
import { CHANNEL, type OutboxMessage } from '../../shared/relay/outbox.ts';
import {
  entryGone,
  entryWrites,
  fileWrite,
  lineWrite,
  loadConfiguration,
  loadEntry,
  newestFile,
  untilWrites,
} from '../aws/channel-store.ts';
import { log } from '../aws/log.ts';
import { closedWrite, movedWrite } from '../aws/outbox-store.ts';
import { Park, queue, type Remains } from '../aws/sqs.ts';
import { loadPenaltyAlone } from '../aws/supervision-store.ts';
import { DynamoTables } from '../aws/tables.ts';
import { signingSecrets } from '../aws/webhook-store.ts';
import { callWebhook, type CallFailure } from '../call-webhook.ts';
import type { Clock, Tables, Write } from '../ports.ts';

interface Deps extends Clock {
  readonly tables: Tables;
  readonly call: typeof callWebhook;
}

/** Looks at the penalty as it is now, whatever the message was about: twice, late and out of order it ends the same. */
export async function deliverToChannel(
  message: OutboxMessage,
  { tables, call, now }: Deps,
): Promise<void | Remains> {
  const { outboxId, pointer, addressee, correlationId } = message;
  const channel = addressee.slice(CHANNEL.length);
  if (pointer.kind !== 'channel' || !isOutsideChannel(channel)) throw new Park('NOT_FOR_A_CHANNEL');
  if (!(await tables.get('relay', { pk: outboxId, sk: '-' }))) return; // done already
  const penaltyId = pointer.subject.slice('PENALTY#'.length);
  const penalty = await loadPenaltyAlone(tables, penaltyId);
  if (!penalty || !isDecided(penalty)) throw new Park('NOT_DECIDED');
  for (;;) {
    const before = await loadEntry(tables, channel, penaltyId);
    const next = nextFor(channel, penalty, before, now());
    // A decision with a new number is withdrawn under the old one first: then the row stays, and there is more to tell.
    const isLast = next.kind !== 'send' || next.entry.penaltyVersion === penalty.version;
    const after = isLast ? [closedWrite(outboxId)] : [];
    if (next.kind !== 'send') {
      await save(tables, [...writesOf(channel, penaltyId, before, next), ...after]);
      return;
    }
    const webhook = await webhookOf(tables, channel);
    if (!webhook) {
      await fill(tables, channel, before, next.entry, after, now());
    } else {
      const entry = await expected(tables, channel, before, next.entry);
      const failure = await tell(channel, webhook, entry, { tables, call, now });
      if (failure) {
        log('warn', 'CHANNEL_FAILED', { outboxId, correlationId, channel, failure });
        const moved = movedWrite(outboxId, { reason: failure });
        await save(tables, [...entryWrites(channel, undelivered(entry, failure)), moved]);
        return 'LEFT_OPEN';
      }
      const told = [...standing(channel, before, sent(entry, undefined)), ...after];
      if (!(await tables.commit(told)).ok)
        return answeredAlready(tables, channel, before, entry, after);
    }
    if (isLast) return;
  }
}

async function webhookOf(tables: Tables, channel: OutsideChannel): Promise<Webhook | undefined> {
  const configuration = await loadConfiguration(tables, channel);
  return configuration?.delivery === 'webhook' ? configuration.webhook : undefined;
}

/** Written before the call, so that whoever is called may answer before we have noted that it took the call. */
async function expected(
  tables: Tables,
  channel: OutsideChannel,
  before: ChannelEntry | undefined,
  entry: ChannelEntry,
): Promise<ChannelEntry> {
  if (before?.state === 'waiting' && before.version === entry.version) return entry;
  await save(tables, entryWrites(channel, entry));
  return { ...entry, revision: entry.revision + 1 };
}

/** @throws when it was not the platform's answer that was first */
async function answeredAlready(
  tables: Tables,
  channel: OutsideChannel,
  before: ChannelEntry | undefined,
  told: ChannelEntry,
  after: readonly Write[],
): Promise<void | Remains> {
  const entry = await loadEntry(tables, channel, told.penaltyId);
  if (entry?.version !== told.version || entry.state === 'waiting')
    throw new Error('another writer was first');
  await save(tables, [...untilWrites(channel, before, entry), ...after]);
  return after.length > 0 ? undefined : 'LEFT_OPEN';
}

function writesOf(
  channel: OutsideChannel,
  penaltyId: string,
  before: ChannelEntry | undefined,
  next: Exclude<Next, { kind: 'send' }>,
): readonly Write[] {
  if (next.kind === 'drop') return [entryGone(channel, penaltyId)];
  return next.entry ? standing(channel, before, next.entry) : [];
}

/** The entry, and when it ends. */
const standing = (
  channel: OutsideChannel,
  before: ChannelEntry | undefined,
  entry: ChannelEntry,
): readonly Write[] => [...entryWrites(channel, entry), ...untilWrites(channel, before, entry)];

/** @returns why a call was not taken */
async function tell(
  channel: OutsideChannel,
  webhook: Webhook,
  entry: ChannelEntry,
  { tables, call, now }: Deps,
): Promise<CallFailure | undefined> {
  const sentAt = now();
  const secrets = await signingSecrets(tables, `CHANNEL.${channel}`, sentAt);
  const delivery = deliveryOf(channel, entry, sentAt);
  const { headers, body } = signedCall(delivery.deliveryId, delivery, secrets, sentAt);
  return call(webhook.url, headers, body);
}

/** Puts the row into the file that is being filled, in one transaction with everything else. */
async function fill(
  tables: Tables,
  channel: OutsideChannel,
  before: ChannelEntry | undefined,
  entry: ChannelEntry,
  after: readonly Write[],
  at: string,
): Promise<void> {
  const file = fileFor(await newestFile(tables, channel), at);
  const place = { file: file.number, line: file.lines };
  const { penaltyId, version, operation, fields, withdrawnFor } = entry;
  await save(tables, [
    fileWrite(channel, file),
    lineWrite(channel, file.number, {
      ...{ line: place.line, penaltyId, version, operation, fields },
      ...(withdrawnFor && { reason: withdrawnFor }),
    }),
    ...standing(channel, before, sent(entry, place)),
    ...after,
  ]);
}

/** @throws when another writer was first: the queue brings the message again, and everything is looked at anew */
async function save(tables: Tables, writes: readonly Write[]): Promise<void> {
  const saved = await tables.commit(writes);
  if (!saved.ok) throw new Error('another writer was first');
}

function deliveryOf(channel: OutsideChannel, entry: ChannelEntry, sentAt: string): ChannelDelivery {
  const { penaltyId, version, operation, withdrawnFor, decisionNumber, authority, fields } = entry;
  return {
    deliveryId: deliveryIdOf(channel, penaltyId, version),
    ...{ channel, operation, version },
    ...(withdrawnFor && { reason: withdrawnFor }),
    ...{ decisionNumber, authority, fields, sentAt },
  };
}

export const handler = queue(deliverToChannel, () => ({
  tables: new DynamoTables(),
  call: callWebhook,
  now: () => new Date().toISOString(),
}));
