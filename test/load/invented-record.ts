/** One invented decision or inspection that the public may read today, as the desk would have kept it. */
import type { DepartmentCode } from '../../shared/departments/directory.ts';
import { isDepartment } from '../../shared/departments/directory.ts';
import type { Inspection } from '../../shared/inspections/inspection.ts';
import { institutionOf } from '../../shared/institutions/institution.ts';
import type { Penalty } from '../../shared/penalties/penalty.ts';
import { yuan } from '../../shared/money.ts';
import {
  dateInShanghai,
  instantOf,
  plusDays,
  plusMonths,
  type DateOnly,
  type Instant,
} from '../../shared/time.ts';
import { chanceAt, type Chance } from './chance.ts';
import { inventedInstitution, type InventedInstitution } from './invented-institutions.ts';
import { extents, items, mends, notes, places, proofs, times, wrongs } from './invented-words.ts';

export interface RecordsPlan {
  readonly seed: number;
  readonly records: number;
  /** Today: what is public on that day is invented. */
  readonly until: DateOnly;
  readonly institutions: number;
  readonly months: number;
}

export type InventedSubject = {
  /** When it became public. */
  readonly at: Instant;
} & ({ readonly penalty: Penalty } | { readonly inspection: Inspection });

const PENALTIES = 0.4;
const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
/** A general penalty is public for twelve months, a serious one for thirty-six (发改委令36号). */
const GENERAL_MONTHS = 12;
const OTHERS: readonly DepartmentCode[] = [
  'MARKET',
  'MEDINS',
  'DRUG',
  'FIRE',
  'ECOENV',
  'DCPC',
].filter(isDepartment);

/** The place-th of them, the oldest first. */
export function inventedSubject(plan: RecordsPlan, place: number): InventedSubject {
  const chance = chanceAt(plan.seed, place);
  const at = publishedAt(plan, place, chance);
  const by = inventedInstitution(plan.seed, chosenInstitution(plan, chance));
  const department = chance.happens(0.62) ? 'HEALTH' : chance.oneOf(OTHERS);
  const id = `${String(place).padStart(6, '0')}`;
  const recordId = `${letters(plan.seed)}${id}`;
  return chance.happens(PENALTIES)
    ? { at, penalty: penaltyOf(plan, place, { at, by, department, recordId }, chance) }
    : { at, inspection: inspectionOf(place, { at, by, department, recordId }, chance) };
}

interface Frame {
  readonly at: Instant;
  readonly by: InventedInstitution;
  readonly department: DepartmentCode;
  readonly recordId: string;
}

/** Evenly over the months, by day; the last on the day before today. */
function publishedAt(
  { records, months, until }: RecordsPlan,
  place: number,
  chance: Chance,
): Instant {
  const first = Date.parse(`${plusMonths(until, -months)}T00:00:00.000+08:00`) + 10 * DAY_MS;
  const last = Date.parse(`${until}T00:00:00.000+08:00`) - 7 * HOUR_MS;
  const step = (last - first) / records;
  return instantOf(Math.floor(first + step * (place + chance.next() * 0.9)));
}

/** A tenth of the institutions has half of the records. */
function chosenInstitution({ institutions }: RecordsPlan, chance: Chance): number {
  return chance.happens(0.5)
    ? chance.below(Math.ceil(institutions / 10))
    : chance.below(institutions);
}

const letters = (seed: number): string =>
  Array.from({ length: 4 }, (_, at) => String.fromCharCode(97 + ((seed >>> (at * 4)) % 16))).join(
    '',
  );

const numberOf = (letter: 'P' | 'I', at: Instant, place: number): string =>
  `${letter}-${dateInShanghai(at).replaceAll('-', '')}-${String(place).padStart(10, '0')}`;

function penaltyOf(plan: RecordsPlan, place: number, frame: Frame, chance: Chance): Penalty {
  const { at, by, department, recordId } = frame;
  const decidedOn = plusDays(dateInShanghai(at), -1 - chance.below(6));
  const isRecent = plusMonths(decidedOn, GENERAL_MONTHS) > plan.until;
  const isSerious = !isRecent || chance.happens(0.1);
  const { violation, legalBasis, found } = chance.oneOf(wrongs);
  const kinds = isSerious
    ? chance.oneOf([['P21', 'P42'], ['P33'], ['P21', 'P33'], ['P21', 'P41']] as const)
    : chance.oneOf([['P21'], ['P21'], ['P11', 'P21'], ['P21', 'P22']] as const);
  const fines: readonly string[] = kinds;
  return {
    penaltyId: numberOf('P', at, place),
    version: 1,
    department,
    status: 'decided',
    proposal: {
      party: { kind: 'ORG', ...by },
      violation,
      facts: factsOf(chance, by, found),
      legalBasis: [legalBasis],
      kinds: [...kinds],
      ...(fines.includes('P21') && { fineFen: yuan(500 * (1 + chance.below(100))) }),
      ...(fines.includes('P22') && { confiscatedFen: yuan(30 * (1 + chance.below(200))) }),
      procedure: 'ORDINARY',
      handlers: ['示例证001', '示例证002'],
    },
    proposedBy: 'load',
    proposedAt: at,
    correlationId: `load-${plan.seed}-${place}`,
    decision: {
      decisionNumber: `示罚〔${decidedOn.slice(0, 4)}〕${plan.seed}-${place + 1}号`,
      decidedOn,
      decidedBy: 'load',
    },
    recordId,
  };
}

/** A few sentences, hardly ever the same twice. */
function factsOf(chance: Chance, { name }: InventedInstitution, found: readonly string[]): string {
  const bed = 1 + chance.below(400);
  return [
    `${chance.oneOf(times)}，执法人员在${name}${chance.oneOf(places)}发现${chance.oneOf(found)}，${chance.oneOf(extents)}。`,
    `另在${chance.oneOf(places)}抽查${bed}份材料，${chance.oneOf(notes)}。`,
    `以上有${chance.oneOf(proofs)}、${chance.oneOf(proofs)}为证。${chance.oneOf(mends)}。`,
  ].join('');
}

function inspectionOf(place: number, frame: Frame, chance: Chance): Inspection {
  const { at, by, department, recordId } = frame;
  const count = 2 + chance.below(4);
  const checked = [...new Set(Array.from({ length: count }, () => chance.oneOf(items)))].map(
    (item) =>
      chance.happens(0.25)
        ? {
            item,
            result: 'PROBLEM' as const,
            note: `${chance.oneOf(places)}：${chance.oneOf(notes)}`,
          }
        : { item, result: 'NO_PROBLEM' as const },
  );
  return {
    inspectionId: numberOf('I', at, place),
    version: 1,
    department,
    institution: institutionOf(by),
    report: {
      kind: chance.oneOf(['DAILY', 'DAILY', 'INDIVIDUAL', 'SPECIAL'] as const),
      inspectedOn: plusDays(dateInShanghai(at), -chance.below(5)),
      inspectors: ['示例证001', '示例证002'],
      items: checked,
      result: checked.some(({ result }) => result === 'PROBLEM') ? 'PROBLEM' : 'NO_PROBLEM',
    },
    recordedBy: 'load',
    recordedAt: at,
    correlationId: `load-${place}`,
    recordId,
  };
}
