/** Brings invented cases into the tables, several at a time. */
import { existsSync, readFileSync } from 'node:fs';
import type { DemoCredentials } from '../../cdk/local/identity/credentials.ts';
import type { DynamoTables } from '../../functions/aws/tables.ts';
import type { DepartmentCode } from '../../shared/departments/directory.ts';
import { inventedCase, type Plan } from './invented-case.ts';
import { Pace } from './pace.ts';

const LANES = 8;
/** Of so many cases one is closed, wherever a run ends. */
const ONE_CLOSED_OF = 11;

export interface Filling extends Omit<Plan, 'officer'> {
  /** Open ones; a tenth as many closed ones come with them. */
  readonly cases: number;
  readonly credentialsPath: string;
}

/** Writes what is not there yet, with a line that tells how far it is. */
export async function fill(
  tables: DynamoTables,
  { cases, credentialsPath, ...when }: Filling,
): Promise<void> {
  const plan = { ...when, officer: staff(credentialsPath) };
  const total = cases + Math.floor(cases / (ONE_CLOSED_OF - 1));
  const pace = new Pace(total, 'cases');
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < total) {
      const place = next++;
      const invented = inventedCase(plan, place, place % ONE_CLOSED_OF < ONE_CLOSED_OF - 1);
      const key = { pk: `CASE#${invented.caseNumber}`, sk: 'CASE' };
      const isNew = !(await tables.get('cases', key)) && (await tables.commit(invented.writes)).ok;
      pace.step(isNew);
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
}

/** The demonstration's officers; a department that has none gets an invented one. */
function staff(credentialsPath: string): Plan['officer'] {
  const { officers }: Pick<DemoCredentials, 'officers'> = existsSync(credentialsPath)
    ? (JSON.parse(readFileSync(credentialsPath, 'utf8')) as DemoCredentials) // written by the host
    : { officers: [] };
  return (department: DepartmentCode) => {
    const known = officers.find(
      (officer) => officer.department === department && officer.roles.join() === 'officer',
    );
    const subject = known?.username ?? `${department.toLowerCase()}-officer`;
    return { subject, name: known?.name ?? subject, department, roles: ['officer'] };
  };
}
