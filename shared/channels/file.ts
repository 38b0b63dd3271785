/** A file of rows for a channel: filled until it is closed, numbered for ever, offered until it is acknowledged. */
import { dateInShanghai, type DateOnly, type Instant } from '../time.ts';
import type { Operation } from './entry.ts';

/** So that all rows of a file can be acknowledged in one transaction. */
export const MOST_LINES = 90;

export interface ChannelFile {
  readonly number: number;
  /** The day it was begun on; with the day it closes. */
  readonly day: DateOnly;
  readonly lines: number;
  /** Closed before its day was over. */
  readonly closedAt?: Instant;
  readonly acknowledgedAt?: Instant;
  readonly rejected?: number;
  /** The lock. */
  readonly revision: number;
}

export interface ChannelLine {
  readonly line: number;
  readonly penaltyId: string;
  readonly version: number;
  readonly operation: Operation;
  readonly reason?: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** What is in a closed file never changes. */
export const isClosed = (file: ChannelFile, now: Instant): boolean =>
  file.closedAt !== undefined || file.lines >= MOST_LINES || file.day < dateInShanghai(now);

/** The file that the next row goes into. @param newest - undefined before the first */
export function fileFor(newest: ChannelFile | undefined, now: Instant): ChannelFile {
  if (newest && !isClosed(newest, now))
    return { ...newest, lines: newest.lines + 1, revision: newest.revision + 1 };
  const number = (newest?.number ?? 0) + 1;
  return { number, day: dateInShanghai(now), lines: 1, revision: 1 };
}

/** Columns behind the channel's fields: what to do with the row, which version of it this is, and why it goes. */
export const lineColumns = ['操作', '版本', '撤回原因'] as const;

const operations: Readonly<Record<Operation, string>> = {
  publish: '公示',
  correct: '更正',
  withdraw: '撤回',
};

/** A line as cells, in the order of the columns. */
export const cellsOf = (
  { fields, operation, version, reason = '' }: ChannelLine,
  codes: readonly string[],
): readonly string[] => [
  ...codes.map((code) => fields[code] ?? ''),
  ...[operations[operation], String(version), reason],
];
