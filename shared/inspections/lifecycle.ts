/**
 * What is done to an inspection after it was recorded, as a table and one function.
 *
 *   recorded ──correct──▶ recorded
 *       └─────withdraw──▶ withdrawn
 *
 * Its publisher mends what the public reads (政府信息公开条例 41), as with a penalty: every act with a reason in public.
 */
import { isSameContent } from '../chain.ts';
import type { FieldError } from '../api/problem.ts';
import type { DepartmentCode } from '../departments/directory.ts';
import { institutionOf } from '../institutions/institution.ts';
import { err, ok, type Result } from '../result.ts';
import { dateInShanghai, type Instant } from '../time.ts';
import { isWithoutActs, recording } from './acts.ts';
import type { InspectionCommand, InspectionCommandType } from './calls.ts';
import {
  fitsItems,
  statusOf,
  type Inspection,
  type InspectionEvent,
  type InspectionStatus,
} from './inspection.ts';

export const transitions: Readonly<
  Record<InspectionStatus, Readonly<Partial<Record<InspectionCommandType, InspectionStatus>>>>
> = {
  recorded: { correct: 'recorded', withdraw: 'withdrawn' },
  withdrawn: {},
};

/** Who recorded the inspection publishes it, and within the department this role mends what is public. */
export const ROLE = 'publisher';

export type InspectionRefusal =
  | { readonly code: 'NOT_YOUR_DEPARTMENT' }
  | { readonly code: 'ROLE_MISSING'; readonly role: typeof ROLE }
  | {
      readonly code: 'TRANSITION_NOT_ALLOWED';
      readonly from: InspectionStatus;
      readonly command: InspectionCommandType;
    }
  /** Somebody else acted on it since the officer looked. */
  | { readonly code: 'CONFLICT'; readonly version: number }
  /** A correction names nothing that is otherwise now. */
  | { readonly code: 'NOTHING_NAMED' }
  | { readonly code: 'INVALID'; readonly errors: readonly FieldError[] };

/** Who acts, as his token says. */
export interface InspectionOfficer {
  readonly subject: string;
  readonly department: DepartmentCode;
  readonly roles: readonly string[];
}

export interface InspectionDecision {
  readonly inspection: Inspection;
  /** What is to be kept of it; nothing where the same command came again. */
  readonly events: readonly InspectionEvent[];
}

/**
 * Applies one command; the same command of the same officer, come twice, is done once.
 * @param events - what was done so far, oldest first
 * @param at - instant of the act
 */
export function decide(
  { inspection, events }: Acted,
  command: InspectionCommand,
  officer: InspectionOfficer,
  at: Instant,
): Result<InspectionDecision, InspectionRefusal> {
  const barred = refusalByPerson(inspection, officer);
  if (barred) return err(barred);
  const { type, version, ...said } = command;
  const event = { seq: version + 1, at, type, by: officer.subject, said };
  if (isDone(events, event)) return ok({ inspection, events: [] });
  const refusal = refusalByState(inspection, type) ?? refusalByVersion(inspection, version);
  if (refusal) return err(refusal);
  const after = applied(inspection, command, at);
  const fault = command.type === 'correct' ? faultOf(inspection, after) : undefined;
  if (fault) return err(fault);
  return ok({
    inspection: { ...after, version: version + 1 },
    events: isWithoutActs(inspection) ? [recording(inspection), event] : [event],
  });
}

/** An inspection with what was done to it. */
export interface Acted {
  readonly inspection: Inspection;
  readonly events: readonly InspectionEvent[];
}

/** What an officer may do now, and what keeps him from it. */
export interface InspectionOffer {
  readonly type: InspectionCommandType;
  /** Absent: he may. */
  readonly why?: InspectionRefusal['code'];
}

/** What the state allows. */
export function offersOf(
  inspection: Inspection,
  officer: InspectionOfficer,
): readonly InspectionOffer[] {
  const types = Object.keys(transitions[statusOf(inspection)]) as InspectionCommandType[]; // the keys of our own table
  const why = refusalByPerson(inspection, officer)?.code;
  return types.map((type) => ({ type, ...(why && { why }) }));
}

function refusalByPerson(
  inspection: Inspection,
  { department, roles }: InspectionOfficer,
): InspectionRefusal | undefined {
  if (department !== inspection.department) return { code: 'NOT_YOUR_DEPARTMENT' };
  return roles.includes(ROLE) ? undefined : { code: 'ROLE_MISSING', role: ROLE };
}

function refusalByState(
  inspection: Inspection,
  command: InspectionCommandType,
): InspectionRefusal | undefined {
  const from = statusOf(inspection);
  return transitions[from][command] ? undefined : { code: 'TRANSITION_NOT_ALLOWED', from, command };
}

const refusalByVersion = ({ version }: Inspection, seen: number): InspectionRefusal | undefined =>
  version === seen ? undefined : { code: 'CONFLICT', version };

/** Stands the very same act already where this one would stand? */
const isDone = (events: readonly InspectionEvent[], { seq, type, by, said }: InspectionEvent) =>
  events.some(
    (event) =>
      event.seq === seq &&
      event.type === type &&
      event.by === by &&
      isSameContent(event.said, said),
  );

function applied(inspection: Inspection, command: InspectionCommand, at: Instant): Inspection {
  if (command.type === 'withdraw') {
    const { ground, reason } = command;
    return { ...inspection, withdrawal: { ground, reason, at } };
  }
  const { type: _type, version: _version, reason, institution, ...parts } = command;
  return {
    ...inspection,
    ...(institution && { institution: institutionOf(institution) }),
    report: withParts(inspection.report, parts),
    corrections: [...(inspection.corrections ?? []), { at, reason }],
  };
}

type Report = Inspection['report'];
type Parts = { readonly [Part in keyof Report]?: Report[Part] | undefined };

const withParts = (report: Report, parts: Parts): Report => ({
  kind: parts.kind ?? report.kind,
  inspectedOn: parts.inspectedOn ?? report.inspectedOn,
  inspectors: parts.inspectors ?? report.inspectors,
  items: parts.items ?? report.items,
  result: parts.result ?? report.result,
});

/** A corrected inspection is held to the rules of one that is recorded. */
function faultOf(
  before: Inspection,
  { institution, report }: Inspection,
): InspectionRefusal | undefined {
  if (isSameContent([before.institution, before.report], [institution, report]))
    return { code: 'NOTHING_NAMED' };
  if (report.inspectedOn > dateInShanghai(before.recordedAt))
    return invalid({ field: 'inspectedOn', code: 'AFTER_RECORDING' });
  return fitsItems(report) ? undefined : invalid({ field: 'result', code: 'CONTRADICTS_ITEMS' });
}

const invalid = (error: FieldError): InspectionRefusal => ({ code: 'INVALID', errors: [error] });
