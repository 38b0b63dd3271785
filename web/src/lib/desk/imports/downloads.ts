/** Files that the import page makes in the browser: empty templates and the report of a file. */
import { templateOf } from '../../../../../shared/imports/template.ts';
import { csvOf } from '#lib/desk/csv.ts';
import type { RowReport } from '../../../../../shared/imports/import.ts';
import type { ImportKind } from '../../../../../shared/imports/kinds.ts';
import { m } from '#lib/desk/paraglide/messages.js';
import { foundOf, rowStateName } from './import-words.ts';

const CSV = 'text/csv;charset=utf-8';

function save(content: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

export const saveTemplateCsv = (kind: ImportKind): void =>
  save(new Blob([csvOf(templateOf(kind))], { type: CSV }), `${kind}-template.csv`);

/** All cells are text, so that no spreadsheet turns a code into a number. */
export async function saveTemplateXlsx(kind: ImportKind): Promise<void> {
  const { default: writeExcelFile } = await import('write-excel-file/universal');
  const lines = templateOf(kind).map((line, place) =>
    line.map((value) => ({
      ...{ value, type: String, format: '@' },
      ...(place === 0 && { fontWeight: 'bold' as const }),
    })),
  );
  save(await writeExcelFile(lines).toBlob(), `${kind}-template.xlsx`);
}

export function saveReport(kind: ImportKind, reports: readonly RowReport[]): void {
  const head = [
    m.imports_column_line(),
    m.imports_column_label(),
    m.imports_history_state(),
    m.imports_column_found(),
  ];
  const lines = reports.map((report) => [
    String(report.line),
    report.label,
    rowStateName(report.state),
    foundOf(kind, report).join('; '),
  ]);
  save(new Blob([csvOf([head, ...lines])], { type: CSV }), `${kind}-report.csv`);
}
