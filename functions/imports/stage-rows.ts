/** POST /api/desk/imports/{importId}/rows: checks a portion of a file and keeps it aside; a position that came before stays as it is. */
import type { Refusal } from '../../shared/api/problem.ts';
import {
  ImportPath,
  mayStage,
  PortionRequest,
  type Import,
  type RowReport,
} from '../../shared/imports/import.ts';
import { labelOf, naturalKey, parseRow } from '../../shared/imports/kinds.ts';
import { ok, type Result } from '../../shared/result.ts';
import { dateInShanghai, type DateOnly } from '../../shared/time.ts';
import { http, type Request } from '../aws/http.ts';
import { holderOf, stagedRows, stagingWrites, type StagedRow } from '../aws/import-store.ts';
import { officerOf } from '../aws/staff.ts';
import { DynamoTables } from '../aws/tables.ts';
import type { Outcome, Tables } from '../ports.ts';
import { ownImport } from './own-import.ts';

interface Deps {
  readonly tables: Tables;
}

export async function stageRows(
  { body, path, officer, now }: Request<PortionRequest, ImportPath, undefined>,
  { tables }: Deps,
): Promise<Result<Outcome<unknown>, Refusal>> {
  const found = await ownImport(tables, path.importId, officer);
  if (!found.ok) return found;
  const last = body.from + body.rows.length - 1;
  const may = mayStage(found.value, last, now);
  if (!may.ok) return may;
  const before = await stagedRows(tables, path.importId, body.from, last);
  const checked = await Promise.all(
    body.rows
      .map((row, place) => ({ ...row, position: body.from + place }))
      .filter(({ position }) => !before.some(({ report }) => report.row === position))
      .map((row) => check(row, found.value, tables, dateInShanghai(now))),
  );
  const staged = firstOfEach(checked);
  const reports = [...before, ...staged].map(({ report }) => report);
  return ok({
    correlationId: found.value.correlationId,
    answer: { rows: reports.toSorted((a, b) => a.row - b.row) },
    writes: stagingWrites(found.value, staged),
  });
}

export const handler = http(
  {
    ...{ call: 'POST /api/desk/imports/{importId}/rows', path: ImportPath, body: PortionRequest },
    staff: officerOf,
  },
  stageRows,
  () => ({ tables: new DynamoTables() }),
);

interface Checked extends StagedRow {
  readonly naturalKey?: string;
}

async function check(
  given: PortionRequest['rows'][number] & { readonly position: number },
  { importId, kind, department }: Import,
  tables: Tables,
  today: DateOnly,
): Promise<Checked> {
  const { cells, line, position } = given;
  const about = { row: position, line, label: labelOf(kind, cells) };
  const read = parseRow(kind, cells, department, today);
  if (!read.ok) return { report: { ...about, state: 'error', errors: read.error } };
  const key = naturalKey(read.value, department);
  const holder = await holderOf(tables, importId, key, read.value);
  if (holder !== undefined)
    return { report: duplicate(about, holder === true ? undefined : holder) };
  const report = { ...about, state: 'ok', errors: [] } as const;
  return { report, value: read.value, naturalKey: key };
}

/** Within a portion nobody has looked at the others yet. */
function firstOfEach(checked: readonly Checked[]): readonly Checked[] {
  const first = new Map<string, number>();
  return checked.map((row) => {
    const { naturalKey, report } = row;
    if (naturalKey === undefined) return row;
    const holder = first.get(naturalKey);
    if (holder !== undefined) return { report: duplicate(report, holder) };
    first.set(naturalKey, report.row);
    return row;
  });
}

const duplicate = (
  { row, line, label }: Pick<RowReport, 'row' | 'line' | 'label'>,
  sameAs: number | undefined,
): RowReport => ({
  ...{ row, line, label, state: 'duplicate', errors: [] },
  ...(sameAs !== undefined && { sameAs }),
});
