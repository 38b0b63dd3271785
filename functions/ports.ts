/** What handlers ask of the world: tables, queues, the site, the clock and chance. Memory doubles implement the same. */
import type { DepartmentCode } from '../shared/departments/directory.ts';
import type { Contact } from '../shared/notices/notice.ts';
import type { Result } from '../shared/result.ts';
import type { Instant } from '../shared/time.ts';
import type { TableName } from './table-definitions.ts';

export interface Key {
  readonly pk: string;
  readonly sk: string;
}

export type Row = Key & Readonly<Record<string, unknown>>;

/** When a write may happen. `newerThan`: there is no row yet, or its version is lower. */
export type Condition =
  'absent' | 'present' | { readonly version: number } | { readonly newerThan: number };

export type Write = { readonly table: TableName } & (
  | { readonly put: Row; readonly when?: Condition }
  | {
      readonly update: Key;
      readonly set: Readonly<Record<string, unknown>>;
      readonly remove?: readonly string[];
      readonly when: 'present';
    }
  | { readonly delete: Key }
  /** Adds to numbers of a row; a row or a number that is not there begins at nothing. Twice adds twice: guard it. */
  | { readonly add: Key; readonly amounts: Readonly<Record<string, number>> }
);

export interface Page {
  readonly rows: readonly Row[];
  /** Where the next page starts; absent at the end. */
  readonly next?: Readonly<Record<string, unknown>>;
}

export interface QueryOptions {
  readonly index?: string;
  /** Sort keys that start with this, or lie between the two (inclusive). */
  readonly startsWith?: string;
  readonly between?: readonly [string, string];
  readonly limit?: number;
  readonly descending?: boolean;
  readonly from?: Readonly<Record<string, unknown>>;
}

export interface Tables {
  /** Strongly consistent. */
  get(table: TableName, key: Key): Promise<Row | undefined>;
  /** One page of a partition; strongly consistent except through an index. */
  query(table: TableName, partition: string, options?: QueryOptions): Promise<Page>;
  /** All or nothing, at most 100; refused with the positions of the writes whose condition did not hold. */
  commit(writes: readonly Write[]): Promise<Result<void, readonly number[]>>;
}

export interface CountOptions {
  readonly index: string;
  /** Sort keys between the two, inclusive. */
  readonly between?: readonly [string, string];
  /** Rows that lack the attribute are `found`: the way to it, `['value', 'assignee']`. */
  readonly lacking: readonly string[];
  readonly atMost: number;
}

export interface Counts {
  /** Counts a part of a partition without carrying it here. `more`: the bound was met before the end. */
  count(
    table: TableName,
    partition: string,
    options: CountOptions,
  ): Promise<{ readonly read: number; readonly found: number; readonly more: boolean }>;
}

export interface QueueMessage {
  readonly id: string;
  readonly body: string;
  /** FIFO queues only. */
  readonly group?: string;
}

export interface Queues {
  /** Returns the ids that the queue acknowledged. */
  send(addressee: string, messages: readonly QueueMessage[]): Promise<readonly string[]>;
}

export interface Site {
  get(key: string): Promise<string | undefined>;
  put(key: string, body: string | Uint8Array, contentType: string, cache: string): Promise<void>;
  /** What is not there is gone already. */
  delete(key: string): Promise<void>;
}

/** Copies of pages that others keep for a while. */
export interface Copies {
  /** @param reference - the same for the same request: asked twice, it is done once */
  forget(reference: string, paths: readonly string[]): Promise<void>;
}

/** The files of complaints, by key. */
export interface AttachmentFiles {
  read(key: string): Promise<Uint8Array | undefined>;
  write(key: string, bytes: Uint8Array, type: string): Promise<void>;
  /** What is not there is removed already. */
  remove(key: string): Promise<void>;
}

/** A form that takes one file to one place: `fields` first, then the file as `file`. */
export interface UploadForm {
  readonly url: string;
  readonly fields: Readonly<Record<string, string>>;
}

export interface UploadForms {
  form(
    key: string,
    only: { readonly type: string; readonly size: number; readonly seconds: number },
  ): Promise<UploadForm>;
}

export interface Downloads {
  /** Of a kept file, to be saved under the name; never shown in a page. */
  address(key: string, name: string, seconds: number): Promise<string>;
}

export interface AttachmentSweep {
  /** At most a thousand; the next sweep finds the others. */
  keys(prefix: string): Promise<readonly string[]>;
  remove(key: string): Promise<void>;
}

export interface Scanner {
  isInfected(bytes: Uint8Array): Promise<boolean>;
}

/** Why a notice was not taken: `HTTP_503`, or a word. */
export type NoticeFailure = `HTTP_${number}` | 'TIMEOUT' | 'UNREACHABLE';

export interface Notifier {
  /**
   * Tells a citizen that there is news, and nothing else.
   * @param id - the same for the same notice, so that a gateway can tell a second try; it names no case
   */
  notify(id: string, contact: Contact): Promise<NoticeFailure | undefined>;
}

/** A metric as it stood last (`now`), or summed over the last hour (`hour`). */
export interface Figure {
  readonly namespace: string;
  readonly name: string;
  readonly of: 'now' | 'hour';
}

export interface Metrics {
  /** In the order of the question; undefined where there is no data of the last hour. */
  latest(figures: readonly Figure[], now: Instant): Promise<readonly (number | undefined)[]>;
}

export interface Clock {
  readonly now: () => Instant;
}

export interface Chance {
  readonly randomBytes: (count: number) => Uint8Array;
}

/** Who holds a valid staff token, and for which department. */
export interface Officer {
  readonly subject: string;
  /** The subject again where the token tells no name. */
  readonly name: string;
  readonly department: DepartmentCode;
  readonly roles: readonly string[];
}

/** What a handler wants done, and what to answer once it is. */
export interface Outcome<Answer> {
  readonly answer: Answer;
  readonly writes?: readonly Write[];
  /** Of the case or decision it concerns, when that has one already. */
  readonly correlationId?: string;
}
