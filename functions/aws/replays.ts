/**
 * Idempotency: the first answer to an Idempotency-Key, kept for a day so that a retry gets the very same.
 *
 * | pattern | table | key |
 * |---|---|---|
 * | the answer given to a key | relay | `IDEM#<hmac of scope and key>` / `-` |
 *
 * The row holds an HMAC of the body and the answer sealed with a key derived from the Idempotency-Key: who reads the
 * table learns neither.
 */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import type { Instant } from '../../shared/time.ts';
import type { Tables, Write } from '../ports.ts';
import { setting } from '../runtime.ts';

const KEPT_SECONDS = 24 * 3_600;

export interface Replay {
  /** The row that reserves this key, to be committed with everything else. */
  readonly remember: (answer: unknown, at: Instant) => Write;
}

export type Earlier =
  | { readonly kind: 'none'; readonly replay: Replay }
  | { readonly kind: 'same'; readonly answer: unknown }
  | { readonly kind: 'otherBody' };

/** @param scope - route and subject: the same key of another caller or call is another key */
export async function findReplay(
  tables: Pick<Tables, 'get'>,
  scope: string,
  key: string,
  body: unknown,
  now: Instant,
): Promise<Earlier> {
  const row = { pk: `IDEM#${hmac(scope, key)}`, sk: '-' };
  const bodyHash = hmac('body', canonical(body));
  const found = await tables.get('relay', row);
  if (found && Number(found['expiresAt']) > Date.parse(now) / 1000) {
    if (found['bodyHash'] !== bodyHash) return { kind: 'otherBody' };
    return { kind: 'same', answer: unseal(key, String(found['answer'])) };
  }
  const remember = (answer: unknown, at: Instant): Write => ({
    table: 'relay',
    put: {
      ...row,
      bodyHash,
      answer: seal(key, answer),
      version: Number(found?.['version'] ?? 0) + 1,
      expiresAt: Math.ceil(Date.parse(at) / 1000) + KEPT_SECONDS,
    },
    when: found ? { version: Number(found['version']) } : 'absent', // an expired row may still lie here
  });
  return { kind: 'none', replay: { remember } };
}

const hmac = (...parts: readonly string[]): string =>
  createHmac('sha256', setting('PEPPER')).update(parts.join('\n')).digest('base64url');

const keyFrom = (key: string): Buffer =>
  Buffer.from(hkdfSync('sha256', key, setting('PEPPER'), 'idempotent answer', 32));

function seal(key: string, answer: unknown): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', keyFrom(key), iv);
  const sealed = Buffer.concat([cipher.update(JSON.stringify(answer), 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url');
}

function unseal(key: string, sealed: string): unknown {
  const bytes = Buffer.from(sealed, 'base64url');
  const decipher = createDecipheriv('aes-256-gcm', keyFrom(key), bytes.subarray(0, 12));
  decipher.setAuthTag(bytes.subarray(12, 28));
  const plain = Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]);
  return JSON.parse(plain.toString('utf8'));
}

/** JSON with sorted keys: the same content in another order is the same body. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value ?? null);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([name, part]) => `${JSON.stringify(name)}:${canonical(part)}`).join(',')}}`;
}
