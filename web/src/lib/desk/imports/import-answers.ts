/** What the calls of imports answer. */
import type { importForDesk, RowReport } from '../../../../../shared/imports/import.ts';
import type { ImportKind } from '../../../../../shared/imports/kinds.ts';

export type ShownImport = ReturnType<typeof importForDesk>;

export interface ImportInList {
  readonly importId: string;
  readonly kind: ImportKind;
  readonly fileName: string;
  readonly total: number;
  readonly at: string;
  readonly state: ShownImport['state'];
  readonly imported?: number;
}

export interface ImportPage {
  readonly imports: readonly ImportInList[];
  readonly cursor?: string;
}

export interface ReportPage {
  readonly import: ShownImport;
  readonly rows: readonly RowReport[];
  readonly cursor?: string;
}
