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
  /** What colleagues read; invented, and says so. */
  readonly name: string;
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

const STAFFED = [
  'HEALTH',
  'MARKET',
  'MEDINS',
  'ECOENV',
] as const satisfies readonly DepartmentCode[];

interface Post {
  readonly roles: readonly string[];
  /** Who holds it, in the order of the staffed departments. */
  readonly names: readonly [string, string, string, string];
}

/** One officer for each; that with three roles may yet not do three persons' work on one penalty. */
const POSTS: readonly Post[] = [
  { roles: ['officer'], names: ['王敏', '陈刚', '刘静', '杨帆'] },
  { roles: ['reviewer'], names: ['周文', '吴清', '郑洁', '冯涛'] },
  { roles: ['approver'], names: ['赵建国', '孙丽华', '何志强', '许明远'] },
  { roles: ['publisher'], names: ['林晓', '罗婷', '高洋', '梁爽'] },
  { roles: ['officer', 'reviewer', 'approver'], names: ['唐磊', '韩雪', '曹阳', '邓洁'] },
  { roles: ['administrator'], names: ['彭程', '蒋欣', '贾宁', '丁一'] },
  { roles: ['clerk'], names: ['谢芳', '袁媛', '潘悦', '董琳'] },
  { roles: ['supervisor'], names: ['徐海波', '黄立新', '马晓东', '胡秀英'] },
];
/** One officer of every other department, so that whoever is asked to help can answer. */
const HELPERS: Readonly<Partial<Record<DepartmentCode, string>>> = {
  DRC: '方敏',
  PSB: '石峰',
  CIVIL: '姚兰',
  JUSTICE: '廖诚',
  FINANCE: '熊琪',
  HRSS: '金晨',
  COMMERCE: '陆萍',
  AUDIT: '郝亮',
  TAX: '孔颖',
  EDU: '白雪梅',
  HOUSING: '崔健明',
  URBAN: '康永',
  WATER: '毛清',
  SCITECH: '邱月',
  ECONINFO: '秦浩',
  SASAC: '江南',
  PROCUREMENT: '史慧',
  CULTOUR: '顾佳',
  PLANNING: '侯斌',
  PUBLICITY: '邵文静',
  CYBER: '孟凡',
  POLITLAW: '龙海',
  STAFFING: '万芸',
  DISCIPLINE: '段正平',
  COURT: '雷鸣远',
  PROCURATORATE: '钱卫东',
};
const COORDINATOR_NAME = '宋国平';
/** Decides large rewards together with the department that pays them. */
const FINANCE_NAME = '沈立群';

/** Reads the file, or writes it; officers and departments that were added since get their entry. */
export function openCredentials(path: string): DemoCredentials {
  const known = existsSync(path)
    ? (JSON.parse(readFileSync(path, 'utf8')) as DemoCredentials) // written below, by us alone
    : undefined;
  const officers = (known?.officers ?? []).map((officer) => ({ ...nameOf(officer), ...officer }));
  const missing = everyPost.filter(
    ({ username }) => !officers.some((officer) => officer.username === username),
  );
  const unnamed = known?.officers.some((officer) => !('name' in officer));
  const clients = known?.departmentClients ?? [];
  const unserved = departmentCodes.filter(
    (code) => !clients.some(({ department }) => department === code),
  );
  if (known && !unnamed && missing.length === 0 && unserved.length === 0) return known;
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

const post = (
  department: DepartmentCode,
  roles: readonly string[],
  name: string,
): Omit<Officer, 'password'> => ({
  username: `${department.toLowerCase()}-${roles.length === 1 ? roles[0] : 'all'}`,
  name: `${name}（演示）`,
  department,
  roles,
});

const everyPost = [
  ...STAFFED.flatMap((department, place) =>
    POSTS.map(({ roles, names }) => post(department, roles, names[place] ?? department)),
  ),
  ...departmentCodes.flatMap((department) => {
    const name = HELPERS[department];
    return name ? [post(department, ['officer'], name)] : [];
  }),
  post(COORDINATOR, ['coordinator'], COORDINATOR_NAME),
  post('FINANCE', ['approver'], FINANCE_NAME),
];

/** For a file from before officers had names. */
function nameOf({ username }: Officer): { readonly name: string } {
  return { name: everyPost.find((known) => known.username === username)?.name ?? username };
}

const secret = (): string => randomBytes(18).toString('base64url');
