/**
 * Penalties, inspections and the institutions they name, in the table `supervision`.
 *
 * | pattern | key |
 * |---|---|
 * | a penalty, an inspection | `PENALTY#<id>` / `AGGREGATE`, `INSPECTION#<id>` / `AGGREGATE` |
 * | what was done to it | … / `EVENT#<seq>` |
 * | whose a decision number is | `DECISION#<dept>#<number>` / `-` |
 * | an institution by id | `INST#<id>` / `AGGREGATE` |
 * | by institution, newest change last | index `byInstitution` |
 * | a department's open, decided or withdrawn penalties | index `byDepartmentState`: `<dept>#PENALTY#<state>` / `<changedAt>#<id>` |
 * | a department's inspections | index `byDepartmentState`: `<dept>#INSPECTION#recorded` / `<recordedAt>#<id>` |
 */
import type { DepartmentCode } from '../../shared/departments/directory.ts';
import { isWithoutActs, recording, sealedActs } from '../../shared/inspections/acts.ts';
import type { Inspection, InspectionEvent } from '../../shared/inspections/inspection.ts';
import type { Acted } from '../../shared/inspections/lifecycle.ts';
import { institutionOf, type NamedInstitution } from '../../shared/institutions/institution.ts';
import { sealedAfter } from '../../shared/penalties/chain.ts';
import { decisionKey } from '../../shared/penalties/decision-number.ts';
import { isPerson, type Penalty, type PenaltyEvent } from '../../shared/penalties/penalty.ts';
import { stateOf, type PenaltyState } from '../../shared/penalties/states.ts';
import type { Instant } from '../../shared/time.ts';
import type { Page, Row, Tables, Write } from '../ports.ts';

const AGGREGATE = 'AGGREGATE';

export async function loadPenalty(
  tables: Pick<Tables, 'query'>,
  penaltyId: string,
): Promise<{ readonly penalty: Penalty; readonly events: readonly PenaltyEvent[] } | undefined> {
  const found = await withEvents<Penalty, PenaltyEvent>(tables, `PENALTY#${penaltyId}`);
  return found && { penalty: found.aggregate, events: found.events };
}

async function withEvents<Aggregate extends { readonly version: number }, Event>(
  tables: Pick<Tables, 'query'>,
  pk: string,
): Promise<{ readonly aggregate: Aggregate; readonly events: readonly Event[] } | undefined> {
  const rows: Row[] = [];
  let from: Page['next'];
  do {
    const page = await tables.query('supervision', pk, from && { from });
    rows.push(...page.rows);
    from = page.next;
  } while (from);
  const aggregate = rows.find((row) => row.sk === AGGREGATE)?.['value'] as Aggregate | undefined; // written below
  if (!aggregate) return undefined;
  const events = rows.filter((row) => row.sk.startsWith('EVENT#'));
  const asOfThen = events.slice(0, aggregate.version); // a later page may know of acts that the first did not
  return { aggregate, events: asOfThen.map((row) => row['value'] as Event) };
}

/** Without what was done to it. */
export async function loadPenaltyAlone(
  tables: Pick<Tables, 'get'>,
  penaltyId: string,
): Promise<Penalty | undefined> {
  const row = await tables.get('supervision', { pk: `PENALTY#${penaltyId}`, sk: AGGREGATE });
  return row?.['value'] as Penalty | undefined;
}

export async function loadInspection(
  tables: Pick<Tables, 'query'>,
  inspectionId: string,
): Promise<Inspection | undefined> {
  return (await loadActed(tables, inspectionId))?.inspection;
}

/** With what was done to it, its recording first. */
export async function loadActed(
  tables: Pick<Tables, 'query'>,
  inspectionId: string,
): Promise<Acted | undefined> {
  const pk = `INSPECTION#${inspectionId}`;
  const found = await withEvents<Inspection, InspectionEvent>(tables, pk);
  if (!found) return undefined;
  const { aggregate: inspection, events } = found;
  return { inspection, events: isWithoutActs(inspection) ? [recording(inspection)] : events };
}

export async function loadInstitution(
  tables: Pick<Tables, 'get'>,
  id: string,
): Promise<NamedInstitution | undefined> {
  const row = await tables.get('supervision', { pk: `INST#${id}`, sk: AGGREGATE });
  return row?.['value'] as NamedInstitution | undefined;
}

export interface ListPage<T> {
  readonly found: readonly { readonly value: T; readonly changedAt: Instant }[];
  /** The place of the last one, where there are more. */
  readonly next?: string;
}

/** @param after - the place where the page before ended */
export const penaltiesPage = (
  tables: Pick<Tables, 'query'>,
  department: DepartmentCode,
  state: PenaltyState,
  limit: number,
  after: string | undefined,
): Promise<ListPage<Penalty>> =>
  listPage(tables, 'PENALTY', penaltyList(department, state), limit, after);

export const inspectionsPage = (
  tables: Pick<Tables, 'query'>,
  department: DepartmentCode,
  limit: number,
  after: string | undefined,
): Promise<ListPage<Inspection>> =>
  listPage(tables, 'INSPECTION', inspectionList(department), limit, after);

const INSTANT_LENGTH = 24;

/** Could it be a place in a list? */
export const isPlace = (text: string): boolean =>
  /^[\d:.TZ-]{24}#[PI]-\d{8}-[0-9A-Z]{10}$/.test(text);

const penaltyList = (department: DepartmentCode, state: PenaltyState): string =>
  `${department}#PENALTY#${state}`;

const inspectionList = (department: DepartmentCode): string => `${department}#INSPECTION#recorded`;

/** The latest change first. */
async function listPage<T>(
  tables: Pick<Tables, 'query'>,
  type: 'PENALTY' | 'INSPECTION',
  departmentState: string,
  limit: number,
  after: string | undefined,
): Promise<ListPage<T>> {
  const { rows, next } = await tables.query('supervision', departmentState, {
    index: 'byDepartmentState',
    descending: true,
    limit,
    ...(after !== undefined && {
      from: {
        pk: `${type}#${after.slice(INSTANT_LENGTH + 1)}`,
        sk: AGGREGATE,
        departmentState,
        changedKey: after,
      },
    }),
  });
  return {
    found: rows.map((row) => ({
      value: row['value'] as T, // written below, by us alone
      changedAt: String(row['changedKey']).slice(0, INSTANT_LENGTH),
    })),
    ...(next && { next: String(next['changedKey']) }),
  };
}

/** A penalty's next version and what made it; refused when another was first. */
export function penaltyWrites(penalty: Penalty, event: PenaltyEvent): readonly Write[] {
  const { penaltyId, version, department, status, proposal } = penalty;
  const sealed = sealedAfter(penalty, event);
  const institution = isPerson(proposal.party.kind) ? undefined : institutionOf(proposal.party);
  const pk = `PENALTY#${penaltyId}`;
  return [
    {
      ...put({
        pk,
        sk: AGGREGATE,
        value: { ...penalty, recordHash: sealed.hash },
        version,
        departmentState: penaltyList(department, stateOf(status)),
        changedKey: `${event.at}#${penaltyId}`,
        ...(institution && { institutionId: institution.id }),
      }),
      when: version === 1 ? 'absent' : { version: version - 1 },
    },
    eventWrite(pk, sealed),
    ...(version === 1 && institution ? [institutionWrite(institution)] : []),
  ];
}

/**
 * Takes the number of a decision for its penalty, for good: it bears its year, and stays used when the decision falls. An
 * import that meets it knows the penalty again.
 *
 * @returns undefined where another penalty of the department has the number; of two who ask at once, the second is refused
 */
export async function numberWrites(
  tables: Pick<Tables, 'get'>,
  { penaltyId, department }: Pick<Penalty, 'penaltyId' | 'department'>,
  decisionNumber: string,
): Promise<readonly Write[] | undefined> {
  const key = { pk: decisionKey(department, decisionNumber), sk: '-' };
  const subject = `PENALTY#${penaltyId}`;
  const taken = await tables.get('supervision', key);
  if (taken) return taken['subject'] === subject ? [] : undefined;
  return [{ ...put({ ...key, subject }), when: 'absent' }];
}

/**
 * An inspection's next version and what made it; refused when another was first.
 * @param events - its recording, unless it was recorded before; none: nothing was done
 */
export function inspectionWrites(
  inspection: Inspection,
  events: readonly InspectionEvent[] = [recording(inspection)],
): readonly Write[] {
  const { inspectionId, version, department, institution, recordedAt } = inspection;
  const sealed = sealedActs(inspection, events);
  const recordHash = sealed.at(-1)?.hash;
  if (recordHash === undefined) return [];
  const pk = `INSPECTION#${inspectionId}`;
  return [
    {
      ...put({
        ...{ pk, sk: AGGREGATE, value: { ...inspection, recordHash }, version },
        institutionId: institution.id,
        departmentState: inspectionList(department),
        changedKey: `${recordedAt}#${inspectionId}`,
      }),
      when: version === 1 ? 'absent' : { version: version - 1 },
    },
    ...sealed.map((event): Write => eventWrite(pk, event)),
    institutionWrite(institution),
  ];
}

/** What was done is written once. */
const eventWrite = (pk: string, event: { readonly seq: number }): Write => ({
  ...put({ pk, sk: `EVENT#${String(event.seq).padStart(6, '0')}`, value: event }),
  when: 'absent',
});

const institutionWrite = (institution: NamedInstitution): Write =>
  put({ pk: `INST#${institution.id}`, sk: AGGREGATE, value: institution });

const put = (put: Row) => ({ table: 'supervision', put }) as const satisfies Write;
