/**
 * How a penalty stands at one channel, and what the next thing is that the channel hears of it.
 *
 *   (nothing) ──public and complete──▶ waiting ──in a file, or taken (2xx)──▶ sent ──▶ acknowledged
 *                └─a field is missing─▶ rejected, by us        rejected, by them ◀─┘     (an answer may overtake `sent`)
 *   rejected, sent, acknowledged ──resend──▶ waiting
 *
 * Whatever changes afterwards goes the same way again as `correct` or `withdraw`, under a higher version: who receives may
 * get versions twice or in any order, and keeps the highest of each decision number and authority.
 */
import type { DepartmentCode } from '../departments/directory.ts';
import type { DateOnly, Instant } from '../time.ts';
import type { Supplement } from './row.ts';

export type Operation = 'publish' | 'correct' | 'withdraw';

export const entryStates = ['waiting', 'sent', 'acknowledged', 'rejected'] as const;
export type EntryState = (typeof entryStates)[number];

export interface EntryFault {
  /** A field's code; absent where the other side named none. */
  readonly field?: string;
  readonly code: string;
  /** In the other side's words. */
  readonly message?: string;
}

export interface ChannelEntry {
  readonly penaltyId: string;
  readonly department: DepartmentCode;
  readonly decisionNumber: string;
  readonly authority: string;
  /** Of what is told; rises whenever that changes or is told anew. */
  readonly version: number;
  /** Of the penalty that it says. */
  readonly penaltyVersion: number;
  readonly operation: Operation;
  /** Texts by the codes of the channel's fields. */
  readonly fields: Readonly<Record<string, string>>;
  readonly state: EntryState;
  /** The other side shows it, as far as we know: what comes next is a correction or a withdrawal. */
  readonly isShown: boolean;
  /** The day on which the channel is to stop showing what it was told last. */
  readonly shownUntil?: DateOnly;
  /** Why it was withdrawn: a ground, or what the rule of publication says. */
  readonly withdrawnFor?: string;
  readonly rejectedBy?: 'US' | 'THEM';
  readonly faults?: readonly EntryFault[];
  /** The file it lies in and its line; absent when it was called in. */
  readonly place?: { readonly file: number; readonly line: number };
  /** What the last call ended with. */
  readonly failure?: string;
  readonly supplement?: Supplement;
  /** When it was first made for this channel: the date of publication there. */
  readonly madeAt: Instant;
  readonly changedAt: Instant;
  /** Rises by one with every write; the lock. */
  readonly revision: number;
}

/** What a channel has to hear of a penalty as it is now. */
export type Outgoing =
  | { readonly kind: 'absent'; readonly reason: string; readonly fields: ChannelEntry['fields'] }
  /** `until`: the day on which the channel is to stop showing it. */
  | { readonly kind: 'row'; readonly fields: ChannelEntry['fields']; readonly until: DateOnly }
  | { readonly kind: 'incomplete'; readonly faults: readonly EntryFault[] };

export type Next =
  /** The channel has heard it, or has nothing to hear. `entry`: note the newer version of the penalty. */
  | { readonly kind: 'nothing'; readonly entry?: ChannelEntry }
  /** It was never sent and is not to be sent any more. */
  | { readonly kind: 'drop' }
  /** Not fit to be sent: an officer mends it. */
  | { readonly kind: 'hold'; readonly entry: ChannelEntry }
  | { readonly kind: 'send'; readonly entry: ChannelEntry };

export type About = Pick<
  ChannelEntry,
  'penaltyId' | 'department' | 'decisionNumber' | 'authority' | 'penaltyVersion'
>;

/** What is to be done now. Twice, late and out of order it says the same: only the newest penalty is ever looked at. */
export function nextOf(
  before: ChannelEntry | undefined,
  about: About,
  outgoing: Outgoing,
  at: Instant,
): Next {
  if (before && before.penaltyVersion > about.penaltyVersion) return { kind: 'nothing' };
  const base = {
    ...(before?.supplement && { supplement: before.supplement }),
    ...about,
    madeAt: before?.madeAt ?? at,
    changedAt: at,
    isShown: before?.isShown ?? false,
    revision: (before?.revision ?? 0) + 1,
  };
  if (outgoing.kind === 'incomplete')
    return {
      kind: 'hold',
      entry: {
        ...base,
        ...(before?.shownUntil && { shownUntil: before.shownUntil }),
        version: before?.version ?? 0,
        operation: before?.isShown ? 'correct' : 'publish',
        fields: before?.fields ?? {},
        state: 'rejected',
        rejectedBy: 'US',
        faults: outgoing.faults,
      },
    };
  if (outgoing.kind === 'absent' && !before) return { kind: 'nothing' };
  if (outgoing.kind === 'absent' && before && !before.isShown)
    return before.operation === 'withdraw' ? noted(before, about, outgoing) : { kind: 'drop' };
  const operation = operationOf(before, outgoing);
  const says = before && saysTheSame(before, outgoing);
  if (before && says && (before.state === 'sent' || before.state === 'acknowledged'))
    return noted(before, about, outgoing);
  const isRetry = before?.state === 'waiting' && says && before.operation === operation;
  return {
    kind: 'send',
    entry: {
      ...base,
      version: isRetry ? before.version : (before?.version ?? 0) + 1,
      operation,
      fields: outgoing.fields,
      ...(outgoing.kind === 'absent' && { withdrawnFor: outgoing.reason }),
      ...untilOf(outgoing),
      state: 'waiting',
    },
  };
}

/** The channel has heard all that is in this version of the penalty. */
const noted = (before: ChannelEntry, about: About, outgoing: Outgoing): Next => ({
  kind: 'nothing',
  entry: { ...before, ...about, ...untilOf(outgoing), revision: before.revision + 1 },
});

const untilOf = (outgoing: Outgoing) =>
  outgoing.kind === 'row' ? { shownUntil: outgoing.until } : {};

function operationOf(before: ChannelEntry | undefined, { kind }: Outgoing): Operation {
  if (kind === 'absent') return 'withdraw';
  return before?.isShown ? 'correct' : 'publish';
}

const saysTheSame = (before: ChannelEntry, outgoing: Exclude<Outgoing, { kind: 'incomplete' }>) =>
  (before.operation === 'withdraw') === (outgoing.kind === 'absent') &&
  sameFields(before.fields, outgoing.fields);

function sameFields(one: ChannelEntry['fields'], other: ChannelEntry['fields']): boolean {
  const codes = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...codes].every((code) => one[code] === other[code]);
}

/** It is in a file, or the other side has taken the call. */
export function sent(entry: ChannelEntry, place: ChannelEntry['place']): ChannelEntry {
  const { failure: _, ...kept } = entry;
  const isShown = entry.operation !== 'withdraw';
  return { ...kept, state: 'sent', isShown, ...(place && { place }) };
}

/** A call in vain: it is told again later. */
export const undelivered = (entry: ChannelEntry, failure: string): ChannelEntry => ({
  ...entry,
  failure,
});

/**
 * What the other side says of a version; undefined when a newer one has been made since, or it said so before. It may say it of
 * a call whose end we have not noted yet.
 */
export function answered(
  entry: ChannelEntry,
  version: number,
  faults: readonly EntryFault[],
  at: Instant,
): ChannelEntry | undefined {
  const isOpen = entry.state === 'sent' || entry.state === 'waiting';
  if (entry.version !== version || !isOpen) return undefined;
  const { failure: _, ...kept } = entry;
  const after = { ...kept, changedAt: at, revision: entry.revision + 1 };
  if (faults.length === 0)
    return { ...after, state: 'acknowledged', isShown: entry.operation !== 'withdraw' };
  const isShown = entry.operation !== 'publish';
  return { ...after, state: 'rejected', rejectedBy: 'THEM', faults, isShown };
}

/** An officer mends or repeats it. */
export function again(entry: ChannelEntry, supplement: Supplement, at: Instant): ChannelEntry {
  const { faults: _, rejectedBy: __, failure: ___, place: ____, ...kept } = entry;
  return {
    ...kept,
    supplement: { ...entry.supplement, ...supplement },
    state: 'waiting',
    version: entry.version + 1,
    changedAt: at,
    revision: entry.revision + 1,
  };
}
