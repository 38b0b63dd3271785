/** Numbers and codes people copy by hand: Crockford base32 with a check character that catches every single slip. */
import type { DateOnly } from './time.ts';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'; // Crockford: no I, L, O, U
const RECEIPT_LENGTH = 16; // 80 bits
const CASE_SUFFIX_LENGTH = 5;
const SECRET_LENGTH = 11; // 55 bits, and guesses are counted

/** Multiplies in the field of 32 elements (x⁵ + x² + 1). */
function times(a: number, b: number): number {
  let product = 0;
  for (let bit = 0; bit < 5; bit++) if ((b >> bit) & 1) product ^= a << bit;
  for (let bit = 8; bit >= 5; bit--) if ((product >> bit) & 1) product ^= 0b100101 << (bit - 5);
  return product;
}

/**
 * Check character of up to 30 base32 characters. Each place has its own non-zero weight (a power of x), so one wrong
 * character and two swapped neighbours always change it.
 */
export function checkCharacter(text: string): string {
  let weight = 1;
  let sum = 0;
  for (const character of text) {
    weight = times(weight, 2);
    sum ^= times(ALPHABET.indexOf(character), weight);
  }
  return ALPHABET.charAt(sum);
}

/** Base32 characters from random bytes, one byte each (256 is a multiple of 32, so no character is favoured). */
export const randomCharacters = (random: Uint8Array): string =>
  Array.from(random, (byte) => ALPHABET.charAt(byte % 32)).join('');

/** How many random bytes each maker below consumes. */
export const randomBytesFor = {
  receiptCode: RECEIPT_LENGTH,
  caseNumber: CASE_SUFFIX_LENGTH,
  recordId: 10,
  rewardSecret: SECRET_LENGTH,
} as const;

/** `XXXX-XXXX-XXXX-XXXX-C`: 80 random bits in groups of four and a check character. */
export function receiptCode(random: Uint8Array): string {
  const body = randomCharacters(random.slice(0, RECEIPT_LENGTH));
  return grouped(body + checkCharacter(body));
}

/** The canonical form of a receipt code as somebody typed it, or undefined when it cannot be one. */
export const parseReceiptCode = (typed: string): string | undefined =>
  parseChecked(typed, RECEIPT_LENGTH);

/** `XXXX-XXXX-XXXC`: the one-time secret of a reward. */
export function rewardSecret(random: Uint8Array): string {
  const body = randomCharacters(random.slice(0, SECRET_LENGTH));
  return grouped(body + checkCharacter(body));
}

/** The canonical form of a reward's secret as somebody typed it, or undefined when it cannot be one. */
export const parseRewardSecret = (typed: string): string | undefined =>
  parseChecked(typed, SECRET_LENGTH);

function parseChecked(typed: string, length: number): string | undefined {
  const plain = typed
    .toUpperCase()
    .replaceAll(/[\s\-‐-―－]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  if (plain.length !== length + 1 || !onlyBase32(plain)) return undefined;
  const body = plain.slice(0, length);
  return checkCharacter(body) === plain.slice(length) ? grouped(plain) : undefined;
}

/** `500104-20261121-XXXXXC`: district, date in Asia/Shanghai, five random characters and a check character. */
export function caseNumber(district: string, on: DateOnly, random: Uint8Array): string {
  const date = on.replaceAll('-', '');
  const suffix = randomCharacters(random.slice(0, CASE_SUFFIX_LENGTH));
  return `${district}-${date}-${suffix}${checkCharacter(district + date + suffix)}`;
}

export function isCaseNumber(text: string): boolean {
  const match = /^(\d{6})-(\d{8})-([0-9A-Z]{5})([0-9A-Z])$/.exec(text);
  if (!match) return false;
  const [, district = '', date = '', suffix = '', check = ''] = match;
  return onlyBase32(suffix) && checkCharacter(district + date + suffix) === check;
}

/** `P-20261121-XXXXXXXXXX`: a penalty (P), an inspection (I), the claim of a reward (R) or a file that is read in (M), internal; an objection (O). */
export const aggregateId = (
  letter: 'P' | 'I' | 'R' | 'O' | 'M',
  on: DateOnly,
  random: Uint8Array,
): string => `${letter}-${on.replaceAll('-', '')}-${randomCharacters(random)}`;

/** A public record's name in addresses: ten random lower-case characters that lead back to nothing. */
export const recordId = (random: Uint8Array): string => randomCharacters(random).toLowerCase();

const grouped = (text: string): string => text.match(/.{1,4}/g)?.join('-') ?? '';
const onlyBase32 = (text: string): boolean => [...text].every((c) => ALPHABET.includes(c));
