/** The open data: complete files for each month and kind, and the manifest that names every one with its hash. */
import type { Instant } from '../time.ts';
import type { RecordKind } from './record.ts';

export interface DataFile {
  readonly path: string;
  readonly kind: RecordKind;
  /** Month of publication, `2026-11`. */
  readonly month: string;
  readonly format: 'csv' | 'jsonl';
  readonly records: number;
  readonly bytes: number;
  /** Of the file's bytes, hexadecimal. */
  readonly sha256: string;
}

export interface DataManifest {
  readonly updatedAt: Instant;
  /** Newest month first. */
  readonly files: readonly DataFile[];
}

export const MANIFEST_PATH = '/data/manifest.json';

/** `/data/penalties-2026-11.jsonl` */
export const dataFilePath = (kind: RecordKind, month: string, format: DataFile['format']): string =>
  `/data/${kind === 'penalty' ? 'penalties' : 'inspections'}-${month}.${format}`;
