/**
 * Penalties, inspections and the institutions they name, in the table `supervision`.
 *
 * | pattern | key |
 * |---|---|
 * | a penalty, an inspection | `PENALTY#<id>` / `AGGREGATE`, `INSPECTION#<id>` / `AGGREGATE` |
 * | what was done to it | … / `EVENT#<seq>` |
 * | an institution by id | `INST#<id>` / `AGGREGATE` |
 * | by institution, by department and state, newest change last | indexes `byInstitution`, `byDepartmentState` |
 */
import type { Inspection } from '../../shared/inspections/inspection.ts';
import { institutionOf, type NamedInstitution } from '../../shared/institutions/institution.ts';
import { isPerson, type Penalty, type PenaltyEvent } from '../../shared/penalties/penalty.ts';
import type { Row, Tables, Write } from '../ports.ts';

const AGGREGATE = 'AGGREGATE';

export async function loadPenalty(
  tables: Pick<Tables, 'query'>,
  penaltyId: string,
): Promise<{ readonly penalty: Penalty; readonly events: readonly PenaltyEvent[] } | undefined> {
  const { rows } = await tables.query('supervision', `PENALTY#${penaltyId}`);
  const penalty = rows.find((row) => row.sk === AGGREGATE)?.['value'] as Penalty | undefined;
  if (!penalty) return undefined;
  const events = rows.filter((row) => row.sk.startsWith('EVENT#'));
  return { penalty, events: events.map((row) => row['value'] as PenaltyEvent) };
}

export async function loadInspection(
  tables: Pick<Tables, 'query'>,
  inspectionId: string,
): Promise<Inspection | undefined> {
  const { rows } = await tables.query('supervision', `INSPECTION#${inspectionId}`);
  return rows.find((row) => row.sk === AGGREGATE)?.['value'] as Inspection | undefined;
}

export async function loadInstitution(
  tables: Pick<Tables, 'get'>,
  id: string,
): Promise<NamedInstitution | undefined> {
  const row = await tables.get('supervision', { pk: `INST#${id}`, sk: AGGREGATE });
  return row?.['value'] as NamedInstitution | undefined;
}

/** A penalty's next version and what made it; refused when another was first. */
export function penaltyWrites(penalty: Penalty, event: PenaltyEvent): readonly Write[] {
  const { penaltyId, version, department, status, proposal } = penalty;
  const institution = isPerson(proposal.party.kind) ? undefined : institutionOf(proposal.party);
  const pk = `PENALTY#${penaltyId}`;
  return [
    {
      ...put({
        pk,
        sk: AGGREGATE,
        value: penalty,
        version,
        departmentState: `${department}#PENALTY#${status}`,
        changedKey: `${event.at}#${penaltyId}`,
        ...(institution && { institutionId: institution.id }),
      }),
      when: version === 1 ? 'absent' : { version: version - 1 },
    },
    put({ pk, sk: `EVENT#${String(event.seq).padStart(6, '0')}`, value: event }),
    ...(version === 1 && institution ? [institutionWrite(institution)] : []),
  ];
}

export const inspectionWrites = (inspection: Inspection): readonly Write[] => {
  const { inspectionId, version, department, institution, recordedAt } = inspection;
  return [
    {
      ...put({
        pk: `INSPECTION#${inspectionId}`,
        sk: AGGREGATE,
        value: inspection,
        version,
        institutionId: institution.id,
        departmentState: `${department}#INSPECTION#recorded`,
        changedKey: `${recordedAt}#${inspectionId}`,
      }),
      when: 'absent',
    },
    institutionWrite(institution),
  ];
};

const institutionWrite = (institution: NamedInstitution): Write =>
  put({ pk: `INST#${institution.id}`, sk: AGGREGATE, value: institution });

const put = (put: Row) => ({ table: 'supervision', put }) as const satisfies Write;
