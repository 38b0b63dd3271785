/**
 * A file that is read in: staged row by row, looked at, then applied whole or not at all.
 *
 *   staged ──apply──▶ applying ──its last row is in──▶ applied
 *      ├──discard──▶ discarded
 *      └──nobody does either for a week──▶ over
 *
 * Apply is refused while a row is missing or has a fault. What is in already is a duplicate, and is left out.
 */
import * as v from 'valibot';
import type { Refusal } from '../api/problem.ts';
import type { DepartmentCode } from '../departments/directory.ts';
import { text } from '../fields.ts';
import { err, ok, type Result } from '../result.ts';
import type { Instant } from '../time.ts';
import { plusSeconds } from '../time.ts';
import type { Fault } from './column.ts';
import { importKinds, type ImportKind } from './kinds.ts';
import { MOST_ROWS_OF_PORTION } from './portions.ts';
import { MOST_ROWS } from './table.ts';

export interface Import {
  readonly importId: string;
  readonly version: number;
  readonly kind: ImportKind;
  readonly department: DepartmentCode;
  readonly fileName: string;
  readonly sha256: string;
  /** Rows of the file. */
  readonly total: number;
  readonly by: string;
  readonly at: Instant;
  readonly state: 'staged' | 'applying' | 'applied' | 'discarded';
  /** What the names of its records are drawn from; told to nobody, so that no public name leads back here. */
  readonly seed: string;
  readonly correlationId: string;
  /** What staging found, from the moment it was applied. */
  readonly counts?: Counts;
  readonly appliedAt?: Instant;
  /** Rows the consumer is past, what it brought in, and what others had brought in before it. */
  readonly done?: number;
  readonly imported?: number;
  readonly late?: number;
}

export interface Counts {
  readonly ok: number;
  readonly duplicate: number;
  readonly error: number;
}

export interface RowReport {
  /** Position in the file, from 1. */
  readonly row: number;
  /** As the spreadsheet counts. */
  readonly line: number;
  readonly state: 'ok' | 'duplicate' | 'error';
  /** Its number or name. */
  readonly label: string;
  readonly errors: readonly Fault[];
  /** Of a duplicate: the row of this file that came first; none where it was in the system before. */
  readonly sameAs?: number;
}

const DAY_SECONDS = 24 * 3_600;
/** [design] Long enough to mend a file over a holiday. */
const STAGED_DAYS = 7;
/** [design] Longer than the relay would try; then the rows and the report are deleted, the line of the history stays. */
const ROWS_KEPT_DAYS = 30;

export const roles = ['administrator', 'publisher'] as const;

export const mayImport = (officer: { readonly roles: readonly string[] }): boolean =>
  roles.some((role) => officer.roles.includes(role));

export const isOver = ({ state, at }: Pick<Import, 'state' | 'at'>, now: Instant): boolean =>
  state === 'staged' && now > plusSeconds(at, STAGED_DAYS * DAY_SECONDS);

/** Epoch second after which a staged row is dead. */
export const rowsExpireAt = (at: Instant): number =>
  Math.floor(Date.parse(at) / 1000) + ROWS_KEPT_DAYS * DAY_SECONDS;

export const missingOf = (total: number, { ok: good, duplicate, error }: Counts): number =>
  total - good - duplicate - error;

export const ImportRequest = v.strictObject({
  kind: v.picklist(importKinds, 'INVALID'),
  fileName: text(200),
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'INVALID')),
  rows: v.pipe(
    v.number(),
    v.integer('INVALID'),
    v.minValue(1, 'REQUIRED'),
    v.maxValue(MOST_ROWS, 'TOO_MANY'),
  ),
});
export type ImportRequest = v.InferOutput<typeof ImportRequest>;

const Position = v.pipe(v.number(), v.integer('INVALID'), v.minValue(1, 'INVALID'));

export const PortionRequest = v.strictObject({
  from: Position,
  rows: v.pipe(
    v.array(
      v.strictObject({
        line: Position,
        cells: v.record(
          v.pipe(v.string(), v.maxLength(40)),
          v.pipe(v.string(), v.maxLength(10_000)),
        ),
      }),
    ),
    v.minLength(1, 'REQUIRED'),
    v.maxLength(MOST_ROWS_OF_PORTION, 'TOO_MANY'),
  ),
});
export type PortionRequest = v.InferOutput<typeof PortionRequest>;

export const ImportCommand = v.strictObject({
  type: v.picklist(['apply', 'discard'], 'INVALID'),
});
export type ImportCommand = v.InferOutput<typeof ImportCommand>;

export const ImportPath = v.object({
  importId: v.pipe(v.string(), v.regex(/^M-\d{8}-[0-9A-Z]{10}$/)),
});
export type ImportPath = v.InferOutput<typeof ImportPath>;

/** May rows still be staged? */
export function mayStage(staged: Import, last: number, now: Instant): Result<void, Refusal> {
  if (staged.state !== 'staged')
    return err({ status: 409, code: 'TRANSITION_NOT_ALLOWED', from: staged.state });
  if (isOver(staged, now)) return err({ status: 409, code: 'IMPORT_OVER' });
  if (last > staged.total)
    return err({ status: 422, code: 'INVALID', errors: [{ field: 'from', code: 'TOO_MANY' }] });
  return ok(undefined);
}

/** The next version of an import, or why not. */
export function decideImport(
  before: Import,
  counts: Counts,
  { type }: ImportCommand,
  now: Instant,
): Result<Import, Refusal> {
  const next = { ...before, version: before.version + 1 };
  if (before.state !== 'staged')
    return err({
      ...{ status: 409, code: 'TRANSITION_NOT_ALLOWED' },
      ...{ from: before.state, command: type },
    });
  if (type === 'discard') return ok({ ...next, state: 'discarded', counts });
  if (isOver(before, now)) return err({ status: 409, code: 'IMPORT_OVER' });
  const missing = missingOf(before.total, counts);
  if (missing > 0) return err({ status: 409, code: 'ROWS_MISSING', missing, ...counts });
  if (counts.error > 0) return err({ status: 409, code: 'ROWS_IN_ERROR', missing, ...counts });
  return ok({
    ...next,
    ...{ state: 'applying', counts, appliedAt: now, done: 0, imported: 0, late: 0 },
  });
}

/** As the desk sees it. */
export function importForDesk(staged: Import, counts: Counts, now: Instant) {
  const { seed: _, correlationId: __, by: ___, version: ____, ...shown } = staged;
  return {
    ...shown,
    state: isOver(staged, now) ? ('over' as const) : staged.state,
    counts: staged.counts ?? counts,
    missing: missingOf(staged.total, staged.counts ?? counts),
  };
}
