/** The staff list of the own department. */
import type { StaffMember } from '../../../../shared/departments/staff.ts';
import { get } from './api.ts';

export const readOfficers = () =>
  get<{ readonly officers: readonly StaffMember[] }>('/api/desk/officers');

/** Subject of a token → name; empty when nobody can say. */
export async function officerNames(): Promise<ReadonlyMap<string, string>> {
  const found = await readOfficers();
  return new Map(found.ok ? found.value.officers.map(({ subject, name }) => [subject, name]) : []);
}
