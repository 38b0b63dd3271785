/** Which places of the desk an officer's roles, and his department, open. */
import type { DepartmentCode } from '../../../../shared/departments/directory.ts';
import { paysRewards, registerRoles } from '../../../../shared/rewards/register.ts';

export interface Place {
  readonly path: string;
  readonly name:
    | 'queue'
    | 'penalties'
    | 'objections'
    | 'channels'
    | 'rewards'
    | 'inspections'
    | 'imports'
    | 'intake'
    | 'load'
    | 'statistics'
    | 'operations';
  /** Any of these; everybody when there are none. */
  readonly roles: readonly string[];
  /** Whose place it is, where it is not everybody's. */
  readonly isFor?: (department: DepartmentCode) => boolean;
}

const places: readonly Place[] = [
  { path: '/desk', name: 'queue', roles: [] },
  { path: '/desk/intake', name: 'intake', roles: ['clerk'] },
  {
    path: '/desk/penalties',
    name: 'penalties',
    roles: ['officer', 'reviewer', 'approver', 'publisher', 'supervisor'],
  },
  {
    path: '/desk/objections',
    name: 'objections',
    roles: ['officer', 'publisher', 'supervisor'],
  },
  { path: '/desk/channels', name: 'channels', roles: ['publisher', 'administrator'] },
  {
    ...{ path: '/desk/rewards', name: 'rewards' },
    roles: registerRoles,
    isFor: paysRewards,
  },
  { path: '/desk/inspections', name: 'inspections', roles: ['officer', 'publisher', 'supervisor'] },
  { path: '/desk/imports', name: 'imports', roles: ['publisher', 'administrator'] },
  { path: '/desk/load', name: 'load', roles: ['supervisor', 'coordinator'] },
  { path: '/desk/statistics', name: 'statistics', roles: [] },
  { path: '/desk/operations', name: 'operations', roles: ['administrator'] },
];

/** @param department - where it is not told, its own places are left out */
export const placesFor = (
  roles: readonly string[],
  department?: DepartmentCode,
): readonly Place[] =>
  places.filter(
    (place) =>
      (place.roles.length === 0 || place.roles.some((r) => roles.includes(r))) &&
      (place.isFor === undefined || (department !== undefined && place.isFor(department))),
  );

/** Cases belong to the queue. @param path - without language */
export const isPlace = ({ path }: Place, here: string): boolean =>
  path === '/desk'
    ? here === path || here.startsWith('/desk/cases/')
    : here === path || here.startsWith(`${path}/`);
