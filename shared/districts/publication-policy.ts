/** What a district decides about publication where the law leaves it open, or where we do not know its text. */
import type { DepartmentCode } from '../departments/every-department.ts';
import { yuan } from '../money.ts';

/** From which fine on a penalty counts for more. */
export interface FineSizes {
  /** 较大数额罚款: GENERAL from here on; a lower fine is MINOR. */
  readonly largeFromFen: number;
  /** 巨额罚款: SERIOUS from here on; absent: no fine alone is. */
  readonly hugeFromFen?: number;
}

export interface FinesByParty {
  readonly person: FineSizes;
  readonly organisation: FineSizes;
}

export interface PublicationPolicy {
  /**
   * How a practitioner who was penalised is named. `full`: 渡卫〔2020〕283号六（二十） orders penalties on medical staff to be
   * public. `masked`: like everybody else. A legal review decides (个人信息保护法 6, 13).
   */
  readonly practitionerNames: 'full' | 'masked';
  /**
   * Whose decisions stand on our own site. `ALL`: every department publishes here what it decided itself (谁处罚、谁公开). A list:
   * only these, because a field's data are for its own authority to publish (国办发〔2025〕22号一); the others publish elsewhere.
   */
  readonly siteAuthorities: 'ALL' | readonly DepartmentCode[];
  /** [mem] 36号令 7–9 name large and huge fines; their thresholds are set by field and are not read here. */
  readonly fines: FinesByParty;
  /**
   * [design] Where the authority of a field has said which fines are small (36号令: 行业部门认定), its decisions are measured by
   * that; kinds beside the fine still count. None is known, so none stands here.
   */
  readonly finesOf?: Readonly<Partial<Record<DepartmentCode, FinesByParty>>>;
}

/** Every fine by ordinary procedure is GENERAL, none is SERIOUS by its amount alone. */
const everyFine: FineSizes = { largeFromFen: yuan(0) };

export const usualPublicationPolicy: PublicationPolicy = {
  practitionerNames: 'full',
  siteAuthorities: 'ALL',
  fines: { person: everyFine, organisation: everyFine },
};
