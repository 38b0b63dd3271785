/** Whether, how long and until when a penalty is public: one pure rule from the decision (domain B.6). */
import { PUB_PEN } from '../clocks/rules.ts';
import { deadline } from '../clocks/clocks.ts';
import type { DepartmentCode } from '../departments/directory.ts';
import type { PenaltyKind } from '../penalties/kinds.ts';
import { plusMonths, type DateOnly } from '../time.ts';
import type { CreditClass } from './record.ts';

export interface DecidedPenalty {
  readonly authority: DepartmentCode;
  readonly procedure: 'SIMPLE' | 'ORDINARY';
  readonly kinds: readonly PenaltyKind[];
  readonly decidedOn: DateOnly;
}

export type Publication =
  | {
      readonly outcome: 'deny';
      /** PUBLIC_SECURITY: sealed by 治安管理处罚法 136. MINOR: not public in principle, 36号令. */
      readonly reason: 'PUBLIC_SECURITY' | 'MINOR';
    }
  | {
      readonly outcome: 'publish';
      readonly creditClass: CreditClass;
      /** 国办发〔2018〕118号: within seven working days of the decision. */
      readonly publishBy: DateOnly;
      /** The decision's date and the longest period of its class; publication stops by itself. */
      readonly publicUntil: DateOnly;
      /** From when the party may ask for repair. */
      readonly repairFrom: DateOnly;
    };

/** Minimum before repair and maximum of publication, in months (信用修复管理办法, 发改委令36号). */
export const windowMonths: Readonly<
  Record<CreditClass, { readonly repair: number; readonly longest: number }>
> = {
  MINOR: { repair: 0, longest: 3 },
  GENERAL: { repair: 3, longest: 12 },
  SERIOUS: { repair: 12, longest: 36 },
};

const serious: readonly PenaltyKind[] = ['P33', 'P41', 'P42', 'P43', 'P44'];
const light: readonly PenaltyKind[] = ['P11', 'P12'];

/** Until fine thresholds are configured, every fine by ordinary procedure counts as GENERAL. */
export function creditClassOf({ procedure, kinds }: DecidedPenalty): CreditClass {
  if (kinds.some((kind) => serious.includes(kind))) return 'SERIOUS';
  if (procedure === 'SIMPLE' || kinds.every((kind) => light.includes(kind))) return 'MINOR';
  return 'GENERAL';
}

export function publicationOf(penalty: DecidedPenalty): Publication {
  if (penalty.authority === 'PSB' || penalty.kinds.includes('P51'))
    return { outcome: 'deny', reason: 'PUBLIC_SECURITY' };
  const creditClass = creditClassOf(penalty);
  if (creditClass === 'MINOR') return { outcome: 'deny', reason: 'MINOR' };
  const { repair, longest } = windowMonths[creditClass];
  return {
    outcome: 'publish',
    creditClass,
    publishBy: deadline(PUB_PEN, penalty.decidedOn).dueOn,
    publicUntil: plusMonths(penalty.decidedOn, longest),
    repairFrom: plusMonths(penalty.decidedOn, repair),
  };
}
