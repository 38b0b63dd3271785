/** A column of a file that is read in: how it is called, and how its texts are read. */

export interface Column {
  /** ASCII name, as the standard or we write it. */
  readonly code: string;
  readonly name: string;
  /** A file without it is refused as a whole. */
  readonly required: boolean;
  /** Characters. */
  readonly maxLength: number;
  /** A template shows what it looks like. */
  readonly example: string;
}

/** Texts by the code of their column; an empty cell is absent. */
export type ImportCells = Readonly<Record<string, string>>;

/** @see Fault codes in words: web/messages, `imports_fault_…` */
export type FaultCode =
  | 'REQUIRED'
  | 'TOO_LONG'
  | 'TOO_MANY'
  | 'NOT_A_DATE'
  | 'IN_FUTURE'
  | 'NOT_A_SUM'
  | 'UNKNOWN_KIND'
  | 'INVALID'
  | 'CONTROL_CHARACTER'
  | 'UNKNOWN_COLUMN'
  | 'DIGITS_LOST'
  | 'PERSON_HAS_NO_CREDIT_CODE'
  | 'FINE_AND_KIND_TOGETHER'
  | 'CONFISCATION_AND_KIND_TOGETHER'
  | 'NOT_YOUR_AUTHORITY'
  | 'TWO_INSPECTORS'
  | 'REPEATED'
  | 'NOT_AN_ITEM'
  | 'CONTRADICTS_ITEMS'
  | 'UNKNOWN_STREET';

export interface Fault {
  /** Code of the column. */
  readonly field: string;
  readonly code: FaultCode;
}
