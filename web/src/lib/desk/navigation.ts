/** Which places of the desk an officer's roles open. */

export interface Place {
  readonly path: string;
  readonly name:
    'queue' | 'penalties' | 'inspections' | 'intake' | 'load' | 'statistics' | 'operations';
  /** Any of these; everybody when there are none. */
  readonly roles: readonly string[];
}

const places: readonly Place[] = [
  { path: '/desk', name: 'queue', roles: [] },
  { path: '/desk/intake', name: 'intake', roles: ['clerk'] },
  {
    path: '/desk/penalties',
    name: 'penalties',
    roles: ['officer', 'reviewer', 'approver', 'publisher', 'supervisor'],
  },
  { path: '/desk/inspections', name: 'inspections', roles: ['officer', 'supervisor'] },
  { path: '/desk/load', name: 'load', roles: ['supervisor', 'coordinator'] },
  { path: '/desk/statistics', name: 'statistics', roles: [] },
  { path: '/desk/operations', name: 'operations', roles: ['administrator'] },
];

export const placesFor = (roles: readonly string[]): readonly Place[] =>
  places.filter((place) => place.roles.length === 0 || place.roles.some((r) => roles.includes(r)));

/** Cases belong to the queue. @param path - without language */
export const isPlace = ({ path }: Place, here: string): boolean =>
  path === '/desk'
    ? here === path || here.startsWith('/desk/cases/')
    : here === path || here.startsWith(`${path}/`);
