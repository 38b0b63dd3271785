/** Demo officers and departments' machine clients, made at the first start and kept in a file that only the owner can read. */
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { departmentCodes, type DepartmentCode } from '../../../shared/departments/directory.ts';
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
/** One officer for each; the last has three roles and yet may not do three persons' work on one penalty. */
const POSTS: readonly (readonly string[])[] = [
  ['officer'],
  ['reviewer'],
  ['approver'],
  ['publisher'],
  ['officer', 'reviewer', 'approver'],
];

/** Reads the file, or writes it; a department that joined the directory since gets its client. */
export function openCredentials(path: string): DemoCredentials {
  const known = existsSync(path)
    ? (JSON.parse(readFileSync(path, 'utf8')) as DemoCredentials) // written below, by us alone
    : undefined;
  const clients = known?.departmentClients ?? [];
  const missing = departmentCodes.filter(
    (code) => !clients.some(({ department }) => department === code),
  );
  if (known && missing.length === 0) return known;
  const credentials: DemoCredentials = {
    officers: known?.officers ?? STAFFED.flatMap(officersOf),
    departmentClients: [
      ...clients,
      ...missing.map((department) => ({
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

const officersOf = (department: DepartmentCode): readonly Officer[] =>
  POSTS.map((roles) => ({
    username: `${department.toLowerCase()}-${roles.length === 1 ? roles[0] : 'all'}`,
    password: secret(),
    department,
    roles,
  }));

const secret = (): string => randomBytes(18).toString('base64url');
