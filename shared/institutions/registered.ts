/** An institution as the register of institutions knows it (检查对象名录库: domain A.7; identity: C.6). */
import type { NamedInstitution } from './institution.ts';

/** By licence 执业许可证, or by filing 备案 as clinics may. */
export const practiceBases = { LICENCE: '许可', FILING: '备案' } as const;
export const managements = { 1: '非营利性', 2: '营利性', 9: '其他' } as const;
export const operatingStates = { 0: '开业', 1: '筹建', 2: '停业', 3: '撤销' } as const;

export interface RegisteredInstitution extends NamedInstitution {
  /** As written: rural and filed clinics use other numbers than the 22 characters of the standard. */
  readonly licenceNumber?: string;
  readonly practiceBasis?: keyof typeof practiceBases;
  /** WS 218-2002, four characters, or X01 to X07 for the kinds that are newer than it. */
  readonly category?: string;
  readonly grade?: string;
  readonly management?: `${keyof typeof managements}`;
  readonly operatingState?: `${keyof typeof operatingStates}`;
  readonly streetCode?: string;
  readonly address?: string;
  readonly imported: { readonly batch: string; readonly row: number };
}
