/** Where a webhook may point: to a public HTTPS address, so that nobody makes Mingcha call inside its own house. */
import { err, ok, type Result } from '../result.ts';

/** The parts of a URL as a WHATWG parser gives them: host in lower case, IPv4 in four decimal numbers. */
export interface AddressParts {
  readonly protocol: string;
  readonly hostname: string;
  readonly username: string;
  readonly password: string;
  readonly hash: string;
}

export type AddressFault =
  'HTTPS_REQUIRED' | 'CREDENTIALS_IN_URL' | 'FRAGMENT_IN_URL' | 'NOT_PUBLIC';

/** @param oneMachine - the site itself is http://localhost: a receiver beside it may be called in the clear */
export function checkAddress(url: AddressParts, oneMachine: boolean): Result<void, AddressFault> {
  if (url.username || url.password) return err('CREDENTIALS_IN_URL');
  if (url.hash) return err('FRAGMENT_IN_URL');
  if (oneMachine && url.protocol === 'http:' && isThisMachine(url.hostname)) return ok(undefined);
  if (url.protocol !== 'https:') return err('HTTPS_REQUIRED');
  return isPublicHost(url.hostname) ? ok(undefined) : err('NOT_PUBLIC');
}

export const isThisMachine = (host: string): boolean =>
  host === '127.0.0.1' || host === 'localhost';

/** A name that can belong to anybody in the world, or a public address. Names are looked at again when they are called. */
function isPublicHost(host: string): boolean {
  if (host.startsWith('[')) return isPublicAddress(host.slice(1, -1));
  if (isIpv4(host)) return isPublicAddress(host);
  const name = host.replace(/\.$/, '');
  return name.includes('.') && !PRIVATE_NAMES.test(name);
}

/** Special-use names (RFC 6761, 6762, 8375, 9476) and what clouds name their insides. */
const PRIVATE_NAMES = /(^|\.)(localhost|local|internal|home\.arpa|test|invalid|onion|alt)$/;

/** @param address - IPv4 in four decimal numbers, or IPv6 */
export const isPublicAddress = (address: string): boolean =>
  isIpv4(address) ? isPublicIpv4(address) : isPublicIpv6(address);

const isIpv4 = (text: string): boolean => /^\d{1,3}(\.\d{1,3}){3}$/.test(text);

/** Blocks that are not globally reachable: IANA IPv4 special-purpose registry (RFC 6890), multicast and class E. */
const PRIVATE_IPV4: readonly (readonly [start: string, prefixLength: number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
];

function isPublicIpv4(address: string): boolean {
  const value = numberOf(address);
  return !PRIVATE_IPV4.some(([start, prefixLength]) => {
    const size = 2 ** (32 - prefixLength);
    return Math.floor(value / size) === Math.floor(numberOf(start) / size);
  });
}

const numberOf = (address: string): number =>
  address.split('.').reduce((value, part) => value * 256 + Number(part), 0);

/** Global unicast is 2000::/3; out of it Teredo, documentation and 6to4 lead elsewhere. */
function isPublicIpv6(address: string): boolean {
  const [first = '', second = ''] = address.split(':');
  const head = Number.parseInt(first || '0', 16);
  if (!(head >= 0x20_00 && head <= 0x3f_ff) || head === 0x20_02) return false;
  const next = Number.parseInt(second || '0', 16);
  return !(head === 0x20_01 && (next < 0x02_00 || next === 0x0d_b8)) && head !== 0x3f_ff;
}
