/** The staff list of the own department. */
import type { StaffMember } from '../../../../shared/departments/staff.ts';
import { get } from './api.ts';

export const readOfficers = () =>
  get<{ readonly officers: readonly StaffMember[] }>('/api/desk/officers');
