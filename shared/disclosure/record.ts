/** What the public may read: the only shapes that leave the private side, produced by `redact.ts` alone. */
import type { DepartmentCode } from '../departments/directory.ts';
import type { PenaltyKind } from '../penalties/kinds.ts';
import type { Licence } from '../penalties/licences.ts';
import type { DateOnly, Instant } from '../time.ts';

export type RecordKind = 'penalty' | 'inspection';

export const recordKinds = ['penalty', 'inspection'] as const satisfies readonly RecordKind[];

/** How grave a penalty is for credit (信用修复管理办法, 发改委令36号); it decides the publication window. */
export type CreditClass = 'MINOR' | 'GENERAL' | 'SERIOUS';

export interface PublicInstitution {
  readonly id: string;
  readonly name: string;
  /** Unified social credit code, GB 32100-2015, 18 characters. */
  readonly uscc?: string;
  /** Where it stands: code of the street or town, 9 digits. */
  readonly streetCode?: string;
}

/** A change of what stands in public, said in public (行政处罚法 48). */
export interface Correction {
  readonly on: DateOnly;
  readonly reason: string;
}

/** What is left out of a record, and why: a secret of trade, a private life (政府信息公开条例 15). */
export interface RemovedPart {
  readonly part: 'facts' | 'partyName';
  readonly ground: 'TRADE_SECRET' | 'PRIVACY';
}

interface RecordHead {
  readonly id: string;
  readonly title: string;
  /** The department that decided or inspected, and so publishes (谁检查、谁公开, Beibei plan 四（三）). */
  readonly department: DepartmentCode;
  readonly publishedAt: Instant;
  /** Date of publication in Asia/Shanghai; its month is the list the record stands in. */
  readonly publishedOn: DateOnly;
  /** Root-relative, the same for ever. */
  readonly path: string;
  /** Absent when the party is a person. */
  readonly institution?: PublicInstitution;
  /** Oldest first; absent while it stands as it was first published. */
  readonly corrections?: readonly Correction[];
}

export interface PenaltyRecord extends RecordHead {
  readonly kind: 'penalty';
  /** 决定书文号, kept to the letter with its full-width brackets. */
  readonly decisionNumber: string;
  readonly party: { readonly name: string; readonly uscc?: string };
  readonly violation: string;
  readonly facts: string;
  readonly legalBasis: readonly string[];
  readonly kinds: readonly PenaltyKind[];
  readonly fineFen?: number;
  readonly confiscatedFen?: number;
  /** 处罚内容 in the words of the decision, where they say more than kinds and sums. */
  readonly content?: string;
  /** Suspended or revoked; a person's own certificate has no number here. */
  readonly licences?: readonly Licence[];
  readonly decidedOn: DateOnly;
  readonly creditClass: CreditClass;
  /** The last day by which it had to be public: 7 working days from the decision (国办发〔2018〕118号). */
  readonly publishBy?: DateOnly;
  /** Publication stops by itself on this date (36号令). */
  readonly publicUntil: DateOnly;
  /** From this date the party may ask for credit repair; absent for MINOR. */
  readonly repairFrom?: DateOnly;
  /** In place of facts left out stands a phrase that says so. */
  readonly removed?: readonly RemovedPart[];
}

export interface InspectionRecord extends RecordHead {
  readonly kind: 'inspection';
  readonly inspectionKind: 'DAILY' | 'INDIVIDUAL' | 'SPECIAL';
  readonly institution: PublicInstitution;
  readonly inspectedOn: DateOnly;
  readonly items: readonly {
    readonly item: string;
    readonly result: InspectionResult;
    readonly note?: string;
  }[];
  readonly result: InspectionResult;
}

export type InspectionResult = 'NO_PROBLEM' | 'PROBLEM';

export type PublicRecord = PenaltyRecord | InspectionRecord;

/**
 * Why a record is public no more. AMENDED, REVOKED, UNLAWFUL, VOID: 行政处罚法 48. ERROR: it never should have been there.
 * EXPIRED: its period is over, REPAIRED: credit was repaired (both 信用修复管理办法, 发改委令36号).
 */
export type WithdrawalGround =
  'AMENDED' | 'REVOKED' | 'UNLAWFUL' | 'VOID' | 'ERROR' | 'EXPIRED' | 'REPAIRED';

/** What remains of a withdrawn record: that it existed, when and why it went (行政处罚法 48). No content. */
export interface Tombstone {
  readonly id: string;
  readonly kind: RecordKind;
  readonly department: DepartmentCode;
  readonly path: string;
  readonly publishedOn: DateOnly;
  readonly withdrawnAt: Instant;
  readonly ground?: WithdrawalGround;
  /** In words; EXPIRED and REPAIRED say nothing but that. */
  readonly reason: string;
}

/** One line of a list. */
export interface RecordSummary {
  readonly id: string;
  readonly kind: RecordKind;
  readonly title: string;
  readonly department: DepartmentCode;
  readonly publishedAt: Instant;
  readonly publishedOn: DateOnly;
  readonly path: string;
  readonly institution?: PublicInstitution;
  /** Of the decision, or of the inspection. */
  readonly actedOn?: DateOnly;
  readonly kinds?: readonly PenaltyKind[];
  readonly fineFen?: number;
  readonly confiscatedFen?: number;
  readonly creditClass?: CreditClass;
  readonly result?: InspectionResult;
  /** When it last changed in public. */
  readonly correctedOn?: DateOnly;
}

export const recordPath = (id: string): string => `/records/${id}`;

export function summaryOf(record: PublicRecord): RecordSummary {
  const { id, kind, title, department, publishedAt, publishedOn, path, institution } = record;
  const correctedOn = record.corrections?.at(-1)?.on;
  return {
    ...{ id, kind, title, department, publishedAt, publishedOn, path },
    ...(institution && { institution }),
    ...(record.kind === 'penalty' ? ofPenalty(record) : ofInspection(record)),
    ...(correctedOn && { correctedOn }),
  };
}

const ofPenalty = ({
  decidedOn,
  kinds,
  fineFen,
  confiscatedFen,
  creditClass,
}: PenaltyRecord): Partial<RecordSummary> => ({
  ...{ actedOn: decidedOn, kinds, creditClass },
  ...(fineFen !== undefined && { fineFen }),
  ...(confiscatedFen !== undefined && { confiscatedFen }),
});

const ofInspection = ({ inspectedOn, result }: InspectionRecord): Partial<RecordSummary> => ({
  ...{ actedOn: inspectedOn, result },
});
