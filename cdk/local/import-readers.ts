/** What reads CSV and XLSX under Node. */
import { parse } from 'csv-parse/sync';
import { readSheet } from 'read-excel-file/node';
import type { Cell } from '../../shared/imports/cell.ts';
import type { FileReaders } from '../../shared/imports/file.ts';

export const nodeReaders: FileReaders = {
  decode(bytes, encoding) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      return undefined;
    }
  },
  csv: (text, delimiter) =>
    parse(text, { delimiter, bom: true, relax_column_count: true, skip_empty_lines: false }),
  xlsx: async (bytes) =>
    (await readSheet(Buffer.from(bytes), {
      parseNumber: (digits) => ({ digits }),
    })) as unknown as readonly (readonly Cell[])[], // its types write `typeof Date` for a date
};
