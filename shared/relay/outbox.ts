/**
 * The outbox: one row per addressee of every event, written in the transaction that makes the event.
 *
 *   open ──consumer applied it──▶ (deleted)
 *    │ ├─ sent again when nextAt has passed, 12 times at most ──▶ stuck
 *    │ └─ its message died in the queue: noted, still open, sent again
 *    └─ the consumer cannot ever apply it ──▶ parked, with a reason
 *
 * stuck, parked ──redrive──▶ open
 *
 * Invariant: every referral is applied, or has exactly one row that is open, parked or stuck.
 */
import * as v from 'valibot';
import { plusSeconds, type DateOnly, type Instant } from '../time.ts';

/** What a queue message points at; nothing personal, and nothing that could grow stale. */
export const Pointer = v.variant('kind', [
  v.strictObject({ kind: v.literal('referral'), caseNumber: v.string(), version: v.number() }),
  v.strictObject({
    kind: v.literal('publication'),
    subject: v.pipe(v.string(), v.regex(/^(PENALTY|INSPECTION|INSTITUTION)#/)),
    version: v.number(),
  }),
  v.strictObject({ kind: v.literal('webhook'), caseNumber: v.string(), version: v.number() }),
  v.strictObject({ kind: v.literal('statistics'), caseNumber: v.string(), version: v.number() }),
  v.strictObject({ kind: v.literal('notice'), caseNumber: v.string(), version: v.number() }),
  v.strictObject({ kind: v.literal('import'), importId: v.string(), from: v.number() }),
  v.strictObject({
    kind: v.literal('channel'),
    subject: v.pipe(v.string(), v.regex(/^PENALTY#/)),
    version: v.number(),
  }),
]);
export type Pointer = v.InferOutput<typeof Pointer>;

/** When something happened, and the id that its log lines carry from filing to page. It names nobody. */
export interface Occasion {
  readonly at: Instant;
  readonly correlationId: string;
}

export const OutboxRow = v.object({
  pk: v.pipe(v.string(), v.startsWith('OUT#')),
  sk: v.literal('-'),
  /** A department code, `WEBHOOK.` and the code for its own system, `CHANNEL.` and a channel, DISCLOSURE, STATISTICS, or NOTICE. */
  addressee: v.string(),
  pointer: Pointer,
  state: v.picklist(['open', 'stuck', 'parked']),
  /** Times it was handed to the queue. */
  attempts: v.number(),
  nextAt: v.string(),
  /** Only while open: the index of what is still to be delivered. */
  openShard: v.optional(v.string()),
  createdAt: v.string(),
  correlationId: v.string(),
  /** The last day by which its effect must be in, where a law sets one. */
  dueOn: v.optional(v.string()),
  /** Why it is set aside, or what went wrong last. */
  reason: v.optional(v.string()),
  /** The index of what needs a person: set aside, or its message died in the queue. */
  asideState: v.optional(v.picklist(['STUCK', 'PARKED', 'DEAD'])),
  asideKey: v.optional(v.string()),
});
export type OutboxRow = v.InferOutput<typeof OutboxRow>;

export const DISCLOSURE = 'DISCLOSURE';
export const WEBHOOK = 'WEBHOOK.';
export const STATISTICS = 'STATISTICS';
/** Whoever left a contact for news of a case. */
export const NOTICE = 'NOTICE';
/** Whoever brings the rows of an applied import in. */
export const IMPORT = 'IMPORT';
/** Before the name of a platform that receives penalties. */
export const CHANNEL = 'CHANNEL.';
export const OUTBOX_SHARDS = 4;
export const MOST_ATTEMPTS = 12;

const FIRST_PATIENCE_SECONDS = 60; // the stream is fast; the sweep is the net below it
const SENT_PATIENCE_SECONDS = 15 * 60; // longer than five receives of any queue
const LONGEST_PATIENCE_SECONDS = 24 * 3_600;

/** @param eventId - the aggregate's id and version: unique, and the same on a retry */
export function outboxRow(
  eventId: string,
  addressee: string,
  pointer: Pointer,
  { at, correlationId }: Occasion,
  dueOn?: DateOnly,
): OutboxRow {
  const pk = `OUT#${eventId}#${addressee}`;
  return {
    pk,
    sk: '-',
    addressee,
    pointer,
    state: 'open',
    attempts: 0,
    nextAt: plusSeconds(at, FIRST_PATIENCE_SECONDS),
    openShard: openShard(shardOf(pk)),
    createdAt: at,
    correlationId,
    ...(dueOn !== undefined && { dueOn }),
  };
}

/** What becomes of a row once the queue has acknowledged it: wait 15 minutes, then twice as long, at most a day. */
export function afterSending(row: OutboxRow, at: Instant): { attempts: number; nextAt: Instant } {
  const patience = Math.min(
    SENT_PATIENCE_SECONDS * 2 ** Math.min(row.attempts, 20),
    LONGEST_PATIENCE_SECONDS,
  );
  return { attempts: row.attempts + 1, nextAt: plusSeconds(at, patience) };
}

/** Where a row goes that was sent in vain: what others receive is parked with what they last said, anything else is stuck. */
export function reasonWhenExhausted({ addressee, reason }: OutboxRow): {
  readonly state: 'STUCK' | 'PARKED';
  readonly reason: string;
} {
  return isOutside(addressee)
    ? { state: 'PARKED', reason: reason ?? 'UNREACHABLE' }
    : { state: 'STUCK', reason: 'TOO_MANY_ATTEMPTS' };
}

/** Does somebody else's system receive it? That it is down is no fault of ours. */
const isOutside = (addressee: string): boolean =>
  addressee.startsWith(WEBHOOK) || addressee.startsWith(CHANNEL) || addressee === NOTICE;

/** A row whose queue did not take it: let others go first, and count no attempt. */
export const afterRefusal = (at: Instant): { nextAt: Instant } => ({
  nextAt: plusSeconds(at, FIRST_PATIENCE_SECONDS),
});

export const isExhausted = (row: OutboxRow): boolean => row.attempts >= MOST_ATTEMPTS;

/** What needs a person, in the order in which it is looked for. */
export const asideStates = ['PARKED', 'STUCK', 'DEAD'] as const;
export type AsideState = (typeof asideStates)[number];

/** The place of a row among what needs a person: by addressee, then by when it came to that. */
export const asideKey = (addressee: string, at: Instant): string => `${addressee}#${at}`;

/** A row as it is after a redrive: open, as if it had just been written, and due at once. */
export const reopened = (row: OutboxRow, at: Instant): OutboxRow => {
  const { asideState: _, asideKey: __, reason: ___, ...kept } = row;
  return { ...kept, state: 'open', attempts: 0, nextAt: at, openShard: openShard(shardOf(row.pk)) };
};

export const openShard = (shard: number): string => `OPEN#${shard}`;

function shardOf(key: string): number {
  let sum = 0;
  for (const character of key) sum += character.codePointAt(0) ?? 0;
  return sum % OUTBOX_SHARDS;
}

/** What travels: the row's name and its pointer. */
export const OutboxMessage = v.object({
  outboxId: v.pipe(v.string(), v.startsWith('OUT#')),
  addressee: v.string(),
  pointer: Pointer,
  correlationId: v.string(),
});
export type OutboxMessage = v.InferOutput<typeof OutboxMessage>;

export const messageOf = ({ pk, ...row }: OutboxRow): OutboxMessage => ({
  outboxId: pk,
  addressee: row.addressee,
  pointer: row.pointer,
  correlationId: row.correlationId,
});
