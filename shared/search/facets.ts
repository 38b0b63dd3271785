/** By what a result can be narrowed, and the columns in which a block keeps it of every record. */
import type { PublicRecord } from '../disclosure/record.ts';

/** `institution` is found through a gram of its own; nobody wants three thousand counts. */
export const facets = ['kind', 'department', 'penaltyKind', 'year', 'street', 'band'] as const;
export type Facet = (typeof facets)[number];

/** Upper ends, in fen, of the bands of what was fined and confiscated together [design]. */
const bandEnds = [
  ['none', 1],
  ['to10k', 1_000_000],
  ['to50k', 5_000_000],
  ['to100k', 10_000_000],
  ['to500k', 50_000_000],
  ['more', Infinity],
] as const;

export type Band = (typeof bandEnds)[number][0];
export const bands: readonly Band[] = bandEnds.map(([band]) => band);

/** A record's values of a facet; a record may have none, or, of kinds of penalty, several. */
export function valuesOf(record: PublicRecord, facet: Facet): readonly string[] {
  switch (facet) {
    case 'kind':
      return [record.kind];
    case 'department':
      return [record.department];
    case 'penaltyKind':
      return record.kind === 'penalty' ? record.kinds : [];
    case 'year':
      return [record.publishedOn.slice(0, 4)];
    case 'street':
      return record.institution?.streetCode ? [record.institution.streetCode] : [];
    case 'band':
      return record.kind === 'penalty' ? [bandOf(record)] : [];
  }
}

function bandOf({
  fineFen = 0,
  confiscatedFen = 0,
}: {
  fineFen?: number;
  confiscatedFen?: number;
}) {
  const amount = fineFen + confiscatedFen;
  return bandEnds.find(([, end]) => amount < end)?.[0] ?? 'more';
}

/** The files of columns: what is asked for together stands together. The year is known from the days of the block. */
export const columnNames = ['authority', 'measure', 'street'] as const;
export type ColumnName = (typeof columnNames)[number];

const facetsOfColumn: Readonly<Record<ColumnName, readonly Facet[]>> = {
  authority: ['kind', 'department'],
  measure: ['penaltyKind', 'band'],
  street: ['street'],
};

export const columnOf = (facet: Facet): ColumnName | undefined =>
  columnNames.find((name) => facetsOfColumn[name].includes(facet));

/** What each record has, one character a record: its code less `FIRST_CODE` is the place in `values`. */
export interface Column {
  /** One for each facet of the column, parted by `;`, several values of one by `,`. */
  readonly values: readonly string[];
  readonly of: string;
}

const FIRST_CODE = 48;

export const columnValue = (record: PublicRecord | null, name: ColumnName): string =>
  record ? facetsOfColumn[name].map((facet) => valuesOf(record, facet).join(',')).join(';') : '';

export function printColumn(of: readonly string[]): Column {
  const codes = new Map<string, number>();
  let text = '';
  for (const value of of) {
    const code = codes.get(value) ?? codes.size;
    codes.set(value, code);
    text += String.fromCharCode(FIRST_CODE + code);
  }
  return { values: [...codes.keys()], of: text };
}

/** @returns what a record has of a facet, by its place */
export function readColumn(
  { values, of }: Column,
  facet: Facet,
): (place: number) => readonly string[] {
  const name = columnOf(facet);
  const field = name ? facetsOfColumn[name].indexOf(facet) : -1;
  const parsed = values.map((value) => value.split(';')[field]?.split(',').filter(Boolean) ?? []);
  return (place) => parsed[of.charCodeAt(place) - FIRST_CODE] ?? [];
}
