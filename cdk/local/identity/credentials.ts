/** Demo officers and departments' machine clients, made at the first start and kept in a file that only the owner can read. */
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import {
  COORDINATOR,
  departmentCodes,
  type DepartmentCode,
} from '../../../shared/departments/directory.ts';
import { writePrivateFile } from '../private-file.ts';

export interface Officer {
  readonly username: string;
  readonly password: string;
  readonly department: string;
  readonly roles: readonly string[];
}

export interface DemoCredentials {
  readonly officers: readonly Officer[];
  readonly departmentClients: readonly {
    readonly clientId: string;
    readonly clientSecret: string;
    readonly department: string;
  }[];
  readonly cli: { readonly clientId: string };
}

const STAFFED: readonly DepartmentCode[] = ['HEALTH', 'MARKET', 'MEDINS', 'ECOENV'];
/** One officer for each; that with three roles may yet not do three persons' work on one penalty. */
const POSTS: readonly (readonly string[])[] = [
  ['officer'],
  ['reviewer'],
  ['approver'],
  ['publisher'],
  ['officer', 'reviewer', 'approver'],
  ['administrator'],
];

/** Reads the file, or writes it; officers and departments that were added since get their entry. */
export function openCredentials(path: string): DemoCredentials {
  const known = existsSync(path)
    ? (JSON.parse(readFileSync(path, 'utf8')) as DemoCredentials) // written below, by us alone
    : undefined;
  const officers = known?.officers ?? [];
  const missing = everyPost.filter(
    ({ username }) => !officers.some((officer) => officer.username === username),
  );
  const clients = known?.departmentClients ?? [];
  const unserved = departmentCodes.filter(
    (code) => !clients.some(({ department }) => department === code),
  );
  if (known && missing.length === 0 && unserved.length === 0) return known;
  const credentials: DemoCredentials = {
    officers: [...officers, ...missing.map((post) => ({ ...post, password: secret() }))],
    departmentClients: [
      ...clients,
      ...unserved.map((department) => ({
        clientId: `system-${department.toLowerCase()}`,
        clientSecret: secret(),
        department,
      })),
    ],
    cli: { clientId: 'cli' },
  };
  writePrivateFile(path, credentials);
  return credentials;
}

const post = (department: DepartmentCode, roles: readonly string[]): Omit<Officer, 'password'> => ({
  username: `${department.toLowerCase()}-${roles.length === 1 ? roles[0] : 'all'}`,
  department,
  roles,
});

const everyPost = [
  ...STAFFED.flatMap((department) => POSTS.map((roles) => post(department, roles))),
  post(COORDINATOR, ['coordinator']),
];

const secret = (): string => randomBytes(18).toString('base64url');
