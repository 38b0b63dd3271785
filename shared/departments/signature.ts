/** How a webhook is signed and how its receiver checks it. Receivers written in TypeScript may copy this file. */
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { err, ok, type Result } from '../result.ts';
import type { Instant } from '../time.ts';

/** A message older or newer than this is refused, so that one that was overheard cannot be played back later. */
export const TOLERANCE_SECONDS = 5 * 60;

export interface Signed {
  /** `Mingcha-Timestamp`: seconds since 1970 when this attempt was signed. */
  readonly timestamp: string;
  /** `Mingcha-Signature`: `v1=<hex>`, one for each valid secret, separated by commas. */
  readonly signature: string;
}

/** @param secrets - all that are valid now: two for a day after a rotation, so that the receiver may change in its own time */
export function sign(secrets: readonly string[], body: string, at: Instant): Signed {
  const timestamp = String(Math.floor(Date.parse(at) / 1000));
  const signature = secrets.map((secret) => `v1=${digest(secret, timestamp, body)}`).join(',');
  return { timestamp, signature };
}

/**
 * Is the body from Mingcha, unchanged and fresh?
 * @param body - exactly as it was received: text that was parsed and written anew may differ
 */
export function verify(
  secret: string,
  { timestamp, signature }: Signed,
  body: string,
  at: Instant,
): Result<void, 'SIGNATURE' | 'TIMESTAMP'> {
  const expected = `v1=${digest(secret, timestamp, body)}`;
  const matches = signature.split(',').filter((given) => sameText(given.trim(), expected));
  if (matches.length === 0) return err('SIGNATURE');
  const ageSeconds = Date.parse(at) / 1000 - Number(timestamp);
  return Math.abs(ageSeconds) <= TOLERANCE_SECONDS ? ok(undefined) : err('TIMESTAMP');
}

/** HMAC-SHA-256 over the timestamp and the body; the key is the secret's text as it was shown. */
const digest = (secret: string, timestamp: string, body: string): string =>
  bytesToHex(hmac(sha256, utf8ToBytes(secret), utf8ToBytes(`${timestamp}.${body}`)));

/** Takes as long for a first wrong character as for the last: time tells nobody how far a guess was right. */
function sameText(given: string, expected: string): boolean {
  let difference = given.length ^ expected.length;
  for (let place = 0; place < expected.length; place++)
    difference |= (given.codePointAt(place) ?? 0) ^ (expected.codePointAt(place) ?? 0);
  return difference === 0;
}
