/** What reads CSV and XLSX in a browser; loaded when a file is chosen. */
import { parse } from 'csv-parse/browser/esm/sync';
import { readSheet } from 'read-excel-file/universal';
import type { Cell } from '../../../../../shared/imports/cell.ts';
import type { FileReaders } from '../../../../../shared/imports/file.ts';

export const browserReaders: FileReaders = {
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
    (await readSheet(new Blob([bytes.slice()]), {
      parseNumber: (digits) => ({ digits }),
    })) as unknown as readonly (readonly Cell[])[], // its types write `typeof Date` for a date
};
