/**
 * The lists a public record stands in, and how a list is cut into pages that no later record ever moves.
 *
 * Places are counted from the oldest; a page of 50 that is full is sealed under its number. The head of a list, at the list's own
 * address, shows what no sealed page holds yet and the youngest sealed page, newest first: between 1 and 99 records.
 */
import type { DepartmentCode } from '../departments/directory.ts';
import type { PenaltyKind } from '../penalties/kinds.ts';
import { monthOf, type DateOnly } from '../time.ts';
import type { PublicRecord, RecordKind, WithdrawalGround } from './record.ts';

export type RecordList =
  /** Month of publication in Asia/Shanghai, `2026-11`. */
  | { readonly by: 'month'; readonly kind: RecordKind; readonly month: string }
  | { readonly by: 'department'; readonly department: DepartmentCode }
  | { readonly by: 'kind'; readonly penaltyKind: PenaltyKind }
  | { readonly by: 'institution'; readonly institution: string };

export const RECORDS_PER_PAGE = 50;

/** In which page, from 1, the place of a list stands. */
export const pageOfPlace = (place: number): number => Math.ceil(place / RECORDS_PER_PAGE);

/** Places given in a list so far. */
interface Filled {
  readonly placed: number;
}

/** How many pages of a list are full. */
export const sealedPages = ({ placed }: Filled): number => Math.floor(placed / RECORDS_PER_PAGE);

export const allSealed = (list: Filled): readonly number[] =>
  Array.from({ length: sealedPages(list) }, (_, at) => at + 1);

/** The sealed pages to write anew when this place of a list changed: its own, and with the youngest the one before it. */
export function touchedSealedPages(place: number, list: Filled): readonly number[] {
  const page = pageOfPlace(place);
  const youngest = sealedPages(list);
  if (page > youngest) return [];
  return page === youngest && page > 1 ? [page - 1, page] : [page];
}

/** Which part of a list a page shows. A sealed page tells nothing that a later record would change. */
export type ListPlace =
  | {
      /** How many sealed pages there are. */
      readonly sealed: number;
      /** Records that stand in the list today. */
      readonly total: number;
    }
  | {
      /** Of the sealed page, from 1. */
      readonly number: number;
      /** Behind it comes the head. */
      readonly isYoungest: boolean;
    };

/** A line of the list of corrections and withdrawals: what changed in public, when and why. */
export interface PublicChange {
  readonly id: string;
  readonly kind: RecordKind;
  readonly department: DepartmentCode;
  readonly path: string;
  readonly on: DateOnly;
  readonly ground: WithdrawalGround | 'CORRECTED';
  /** Which version of the public record it made: with the record's id it names the change. */
  readonly version: number;
  readonly reason: string;
}

/** @param number - of the sealed page, from 1; absent: the head */
export const numberedPath = (listPath: string, number?: number): string =>
  number === undefined ? listPath : `${listPath}/${number}`;

/** What stands beside a page of the register, at its path with another ending. */
export type Companion = '.json' | '.jsonld' | '.csv' | '.atom';

export const listsOf = (record: PublicRecord): readonly RecordList[] => [
  { by: 'month', kind: record.kind, month: monthOf(record.publishedOn) },
  { by: 'department', department: record.department },
  ...(record.kind === 'penalty'
    ? record.kinds.map((penaltyKind) => ({ by: 'kind', penaltyKind }) as const)
    : []),
  ...(record.institution
    ? [{ by: 'institution', institution: record.institution.id } as const]
    : []),
];
