/** A world for handlers: memory tables with sealing keys, a fixed clock, counting chance, and requests as the gateway makes them. */
import { beforeAll } from 'vitest';
import { departmentCodes } from '../../shared/departments/directory.ts';
import { ESCROW } from '../../shared/complaints/sealed-identity.ts';
import type { Officer } from '../../functions/ports.ts';
import { AT } from './builders.ts';
import { MemoryTables } from './memory-tables.ts';

/** The settings that handlers read by name. */
export function withSettings(): void {
  beforeAll(() => {
    process.env['PEPPER'] = 'a pepper for tests';
    process.env['SITE_ORIGIN'] = 'http://site.test';
  });
}

export async function tablesWithKeys(): Promise<MemoryTables> {
  const tables = new MemoryTables();
  const pair = await crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, true, [
    'deriveBits',
  ]);
  const raw = Buffer.from(await crypto.subtle.exportKey('raw', pair.publicKey));
  for (const recipient of [...departmentCodes, ESCROW]) {
    const key = { recipient, keyId: 'k1', publicKey: raw.toString('base64url') };
    await tables.commit([{ table: 'vault', put: { pk: 'KEYS', sk: recipient, ...key } }]);
  }
  return tables;
}

let drawn = 0;

/** Never the same twice, and the same in every run. */
export function countingChance(count: number): Uint8Array {
  drawn++;
  return Uint8Array.from(
    { length: count },
    (_, place) => (drawn >> (5 * (count - 1 - place))) & 31,
  );
}

export const request = <Body, Path = undefined>(
  body: Body,
  overrides: { path?: Path; officer?: Officer; key?: string } = {},
) => ({
  body,
  path: overrides.path as Path, // undefined exactly where the call has no path parts
  query: undefined,
  officer: overrides.officer ?? {
    subject: 'nobody',
    name: 'nobody',
    department: 'HEALTH' as const,
    roles: [],
  },
  now: AT,
  idempotencyKey: overrides.key ?? 'a-key-for-tests',
  correlationId: 'correlation-1',
});
