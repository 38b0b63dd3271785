/** From the bytes of a CSV or XLSX file to a sheet. What reads either stands outside, for browsers and Node have their own. */
import { err, type Result } from '../result.ts';
import type { Cell } from './cell.ts';
import type { ImportKind } from './kinds.ts';
import { readSheet, type Sheet, type SheetRefusal } from './table.ts';

type Encoding = 'utf-8' | 'gb18030' | 'utf-16le';

export interface FileReaders {
  /** Without a byte order mark; undefined where the bytes are not text in this encoding. */
  readonly decode: (bytes: Uint8Array, encoding: Encoding) => string | undefined;
  readonly csv: (text: string, delimiter: string) => readonly (readonly string[])[];
  readonly xlsx: (bytes: Uint8Array) => Promise<readonly (readonly Cell[])[]>;
}

export async function readImportFile(
  kind: ImportKind,
  bytes: Uint8Array,
  readers: FileReaders,
): Promise<Result<Sheet, SheetRefusal>> {
  try {
    if (isZip(bytes)) return readSheet(kind, await readers.xlsx(bytes));
    const text = textOfFile(bytes, readers.decode);
    if (text === undefined) return err({ code: 'UNREADABLE' });
    return readSheet(kind, readers.csv(text, delimiterOf(text)));
  } catch {
    return err({ code: 'UNREADABLE' }); // a broken file, whatever its reader says of it
  }
}

/** Every XLSX file is a ZIP archive; an XLS of old is not, and is no text either. */
const isZip = ([first, second]: Uint8Array): boolean => first === 0x50 && second === 0x4b;

/** UTF-8 first, because text in it is never valid by chance; else what Chinese Excel writes. */
function textOfFile(bytes: Uint8Array, decode: FileReaders['decode']): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decode(bytes, 'utf-16le');
  if (bytes.includes(0)) return undefined;
  return decode(bytes, 'utf-8') ?? decode(bytes, 'gb18030');
}

/** Spreadsheets also save “Unicode text”, with tabs. */
const delimiterOf = (text: string): string => {
  const firstLine = text.slice(0, text.indexOf('\n') + 1 || text.length);
  return firstLine.includes('\t') && !firstLine.includes(',') ? '\t' : ',';
};
