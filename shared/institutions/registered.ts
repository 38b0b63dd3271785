/** An institution as the register of institutions knows it (检查对象名录库: domain A.7; identity: C.6). */
import type { DepartmentCode } from '../departments/directory.ts';
import type { DateOnly } from '../time.ts';
import type { NamedInstitution } from './institution.ts';

/** By licence 执业许可证, or by filing 备案 as clinics may. */
export const practiceBases = { LICENCE: '许可', FILING: '备案' } as const;
export const managements = { 1: '非营利性', 2: '营利性', 9: '其他' } as const;
export const operatingStates = { 0: '开业', 1: '筹建', 2: '停业', 3: '撤销' } as const;

export type PracticeBasis = keyof typeof practiceBases;
export type Management = `${keyof typeof managements}`;
export type OperatingState = `${keyof typeof operatingStates}`;

export interface RegisteredInstitution extends NamedInstitution {
  /** As written: rural and filed clinics use other numbers than the 22 characters of the standard. */
  readonly licenceNumber?: string;
  readonly practiceBasis?: PracticeBasis;
  /** WS 218-2002, four characters, or X01 to X07 for the kinds that are newer than it. */
  readonly category?: string;
  readonly grade?: string;
  readonly management?: Management;
  readonly operatingState?: OperatingState;
  readonly streetCode?: string;
  readonly address?: string;
  readonly imported: {
    readonly batch: string;
    readonly row: number;
    /** The day it was applied, and whose register it is; entries of before these were kept have neither. */
    readonly on?: DateOnly;
    readonly department?: DepartmentCode;
  };
}

const entryFields = [
  ...(['id', 'name', 'uscc', 'licenceNumber', 'practiceBasis', 'category'] as const),
  ...(['grade', 'management', 'operatingState', 'streetCode', 'address'] as const),
] as const satisfies readonly Exclude<keyof RegisteredInstitution, 'imported'>[];

type Entry = Omit<RegisteredInstitution, 'imported'>;

/** Do both entries say the same of the institution, whichever file they came from? */
export const saysTheSame = (a: Entry, b: Entry): boolean =>
  entryFields.every((field) => a[field] === b[field]);

/** What everybody may read of an entry, and of which day it is. */
export interface RegisteredFacts extends Omit<Entry, 'id' | 'name' | 'uscc'> {
  readonly importedOn: DateOnly;
  readonly department?: DepartmentCode;
}

/** What people wrote freely is left out where it holds as many digits as a telephone number: it may be somebody's. */
export function publicFacts(entry: RegisteredInstitution): RegisteredFacts {
  const { licenceNumber, practiceBasis, category, management, operatingState, streetCode } = entry;
  const { on, department, batch } = entry.imported;
  const grade = unlessPersonal(entry.grade);
  const address = unlessPersonal(entry.address);
  return {
    ...(licenceNumber !== undefined && { licenceNumber }),
    ...(practiceBasis !== undefined && { practiceBasis }),
    ...(category !== undefined && { category }),
    ...(grade !== undefined && { grade }),
    ...(management !== undefined && { management }),
    ...(operatingState !== undefined && { operatingState }),
    ...(streetCode !== undefined && { streetCode }),
    ...(address !== undefined && { address }),
    importedOn: on ?? dayOfBatch(batch),
    ...(department !== undefined && { department }),
  };
}

const DIGITS_OF_A_TELEPHONE = /\d(?:[ -]?\d){6}/;

const unlessPersonal = (text: string | undefined): string | undefined =>
  text === undefined || DIGITS_OF_A_TELEPHONE.test(text.normalize('NFKC')) ? undefined : text;

/** `M-20261122-…` was announced on that day. */
const dayOfBatch = (batch: string): DateOnly =>
  batch.replace(/^M-(\d{4})(\d{2})(\d{2}).*$/, '$1-$2-$3');
