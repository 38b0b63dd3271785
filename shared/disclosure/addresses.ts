/** Addresses as people write them: a page of the register with a slash too many. Whether the page exists, its object says. */
import {
  CORRECTIONS_PATH,
  DEPARTMENTS_PATH,
  INSTITUTIONS_PATH,
  KINDS_PATH,
  listPath,
  pathWithoutLocale,
  renderedPaths,
  STATISTICS_PATH,
  STREETS_PATH,
  textPages,
} from './pages.ts';
import { recordKinds } from './record.ts';

/** Nothing stands below these. */
const single: readonly string[] = ['/', STATISTICS_PATH, ...Object.values(textPages)];

/** What may stand below them: a code, a month, an id, and behind it the number of a page. */
const lists: readonly string[] = [
  ...recordKinds.map(listPath),
  ...[DEPARTMENTS_PATH, KINDS_PATH, INSTITUTIONS_PATH, STREETS_PATH, CORRECTIONS_PATH],
];
const below = /^\/[\w-]+(\/\d+)?$/;

export function isRegisterPath(address: string): boolean {
  const path = pathWithoutLocale(address);
  if (single.includes(path) || renderedPaths.some((rendered) => rendered === path)) return true;
  if (path.startsWith('/records/')) return /^\/[\w-]+$/.test(path.slice('/records'.length));
  return lists.some(
    (list) => path === list || (path.startsWith(`${list}/`) && below.test(path.slice(list.length))),
  );
}

/** `/penalties/` → `/penalties`; absent where no page of the register is meant. */
export function withoutLastSlash(address: string): string | undefined {
  const path = address.slice(0, -1);
  return address.endsWith('/') && path !== '' && isRegisterPath(path) ? path : undefined;
}
