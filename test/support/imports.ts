/** Rows of files that can be read in, as other systems would write them. */
import { columnsOf, type ImportKind } from '../../shared/imports/kinds.ts';

/** Cells by code: the example of each column, with changes; an empty text leaves a cell out. */
export function aRow(
  kind: ImportKind,
  changes: Readonly<Record<string, string>> = {},
): Readonly<Record<string, string>> {
  const examples = columnsOf[kind].map(({ code, example }): [string, string] => [code, example]);
  const own: Readonly<Record<string, string>> = kind === 'penalties' ? ownAuthority : {};
  const cells: Record<string, string> = { ...Object.fromEntries(examples), ...own, ...changes };
  return Object.fromEntries(Object.entries(cells).filter(([, text]) => text !== ''));
}

/** Which authority reads in is the caller's, so no example names one. */
const ownAuthority = {
  CF_CFJG: '重庆市北碚区卫生健康委员会',
  CF_CFJGDM: '11500109009280002M',
  CF_SJLYDW: '重庆市北碚区卫生健康委员会',
  CF_SJLYDWDM: '11500109009280002M',
};

/** A sheet of rows under their Chinese headings, in the order given. */
export function aSheet(
  kind: ImportKind,
  rows: readonly Readonly<Record<string, string>>[],
  order: (codes: readonly string[]) => readonly string[] = (codes) => codes,
): readonly (readonly string[])[] {
  const columns = columnsOf[kind];
  const codes = order(columns.map(({ code }) => code));
  const nameOf = (code: string) => columns.find((column) => column.code === code)?.name ?? code;
  return [codes.map(nameOf), ...rows.map((row) => codes.map((code) => row[code] ?? ''))];
}
