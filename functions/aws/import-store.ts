/**
 * Files that are read in, in the table `supervision`.
 *
 * | pattern | key |
 * |---|---|
 * | an import | `IMPORT#<id>` / `HEAD` |
 * | how many of its rows are staged, by state | `IMPORT#<id>` / `COUNTS` |
 * | its rows, in order, with what was found | `IMPORT#<id>` / `ROW#<position>`; they end by themselves |
 * | which of its rows is the first with a number | `IMPORT#<id>` / `KEY#<natural key>` |
 * | the imports of a department, latest first | index `byDepartmentState`: `<dept>#IMPORT#all` / `<at>#<id>` |
 * | is a number in the system already | `DECISION#<dept>#<number>` / `-`, `CHECK#<dept>#<number>` / `-` |
 *
 * What the register says of an institution already: `register-store.ts`.
 */
import type { DepartmentCode } from '../../shared/departments/directory.ts';
import type { Counts, Import, RowReport } from '../../shared/imports/import.ts';
import { rowsExpireAt } from '../../shared/imports/import.ts';
import type { ToImport } from '../../shared/imports/kinds.ts';
import type { Tables, Write } from '../ports.ts';
import { entryKey, saysAll } from './register-store.ts';

const HEAD = 'HEAD';
const COUNTS = 'COUNTS';

const partition = (importId: string): string => `IMPORT#${importId}`;
const listOf = (department: DepartmentCode): string => `${department}#IMPORT#all`;
const rowKey = (position: number): string => `ROW#${String(position).padStart(6, '0')}`;

/** A row as it waits: what was found, and what it says where it has no fault. */
export interface StagedRow {
  readonly report: RowReport;
  readonly value?: ToImport;
}

export async function loadImport(
  tables: Pick<Tables, 'get'>,
  importId: string,
): Promise<Import | undefined> {
  const row = await tables.get('supervision', { pk: partition(importId), sk: HEAD });
  return row?.['value'] as Import | undefined; // written below, by us alone
}

export async function loadCounts(tables: Pick<Tables, 'get'>, importId: string): Promise<Counts> {
  const row = await tables.get('supervision', { pk: partition(importId), sk: COUNTS });
  const count = (name: keyof Counts): number => Number(row?.[name] ?? 0);
  return { ok: count('ok'), duplicate: count('duplicate'), error: count('error') };
}

/** The next version; refused when another was first. */
export const importWrite = (value: Import): Write => ({
  table: 'supervision',
  put: {
    ...{ pk: partition(value.importId), sk: HEAD, value, version: value.version },
    ...{ departmentState: listOf(value.department), changedKey: `${value.at}#${value.importId}` },
  },
  when: value.version === 1 ? 'absent' : { version: value.version - 1 },
});

/** Stages rows, each once, and counts them in the same transaction. */
export function stagingWrites(
  { importId, at }: Import,
  staged: readonly (StagedRow & { readonly naturalKey?: string })[],
): readonly Write[] {
  if (staged.length === 0) return [];
  const pk = partition(importId);
  const expiresAt = rowsExpireAt(at);
  const counts: Record<keyof Counts, number> = { ok: 0, duplicate: 0, error: 0 };
  const rows = staged.flatMap(({ report, value, naturalKey }): Write[] => {
    counts[report.state]++;
    const row = { pk, sk: rowKey(report.row), report, ...(value && { value }), expiresAt };
    const key = { pk, sk: `KEY#${naturalKey}`, row: report.row, expiresAt };
    return [
      { table: 'supervision', put: row, when: 'absent' },
      ...(report.state === 'ok' && naturalKey !== undefined
        ? [{ table: 'supervision', put: key, when: 'absent' } as const]
        : []),
    ];
  });
  return [...rows, { table: 'supervision', add: { pk, sk: COUNTS }, amounts: counts }];
}

/** Those that are staged between two positions, inclusive. */
export async function stagedRows(
  tables: Pick<Tables, 'query'>,
  importId: string,
  from: number,
  to: number,
): Promise<readonly StagedRow[]> {
  const found: StagedRow[] = [];
  let next: Readonly<Record<string, unknown>> | undefined;
  do {
    const page = await tables.query('supervision', partition(importId), {
      between: [rowKey(from), rowKey(to)],
      ...(next && { from: next }),
    });
    found.push(...page.rows.map((row) => row as unknown as StagedRow)); // written above, by us alone
    next = page.next;
  } while (next);
  return found;
}

/**
 * The row of this import that has the key, or `true` where the system had it before. An institution whose entry would change
 * is news: the newest register counts.
 */
export async function holderOf(
  tables: Pick<Tables, 'get'>,
  importId: string,
  naturalKey: string,
  { kind, value }: ToImport,
): Promise<number | true | undefined> {
  const [known, first] = await Promise.all([
    tables.get('supervision', kind === 'institutions' ? entryKey(value.id) : knownKey(naturalKey)),
    tables.get('supervision', { pk: partition(importId), sk: `KEY#${naturalKey}` }),
  ]);
  if (known && (kind !== 'institutions' || saysAll(known, value))) return true;
  return first && Number(first['row']);
}

const knownKey = (naturalKey: string) => ({ pk: naturalKey, sk: '-' });

/** Nobody else brings the same in. */
export const knownWrite = (naturalKey: string, subject: string): Write => ({
  table: 'supervision',
  put: { ...knownKey(naturalKey), subject },
  when: 'absent',
});

/** @param after - the place where the page before ended */
export async function importsPage(
  tables: Pick<Tables, 'query'>,
  department: DepartmentCode,
  limit: number,
  after: string | undefined,
): Promise<{ readonly imports: readonly Import[]; readonly next?: string }> {
  const departmentState = listOf(department);
  const { rows, next } = await tables.query('supervision', departmentState, {
    ...{ index: 'byDepartmentState', descending: true, limit },
    ...(after !== undefined && {
      from: {
        ...{ pk: partition(after.slice(after.indexOf('#') + 1)), sk: HEAD },
        ...{ departmentState, changedKey: after },
      },
    }),
  });
  return {
    imports: rows.map((row) => row['value'] as Import), // as above
    ...(next && { next: String(next['changedKey']) }),
  };
}

export const isImportPlace = (text: string): boolean =>
  /^[\d:.TZ-]{24}#M-\d{8}-[0-9A-Z]{10}$/.test(text);
