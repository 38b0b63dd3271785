/**
 * The vault: receipt look-ups, sealed identities, public sealing keys. Nobody scans it.
 *
 * | pattern | who | key |
 * |---|---|---|
 * | the case of a receipt code | tracking, intake | `RECEIPT#<hmac>` / `-` |
 * | the case of the same filing by the same person, for a day | intake | `REPEAT#<hmac>` / `-` |
 * | the sealed identity of a case | intake puts; `hand-out-identity` | `IDENTITY#<caseNumber>` / `SEALED` |
 * | public sealing keys | intake, `GET /api/keys` | `KEYS` / `<recipient>` |
 */
import { createHmac } from 'node:crypto';
import type { SealedIdentity, SealingKey } from '../../shared/complaints/sealed-identity.ts';
import { parseReceiptCode } from '../../shared/ids.ts';
import type { Instant } from '../../shared/time.ts';
import type { Tables, Write } from '../ports.ts';
import { setting } from '../runtime.ts';

const receiptKey = (code: string) => ({
  pk: `RECEIPT#${createHmac('sha256', setting('PEPPER')).update(`receipt\n${code}`).digest('base64url')}`,
  sk: '-',
});

export const receiptWrite = (code: string, caseNumber: string): Write => ({
  table: 'vault',
  put: { ...receiptKey(code), caseNumber },
  when: 'absent',
});

/** The case number, or undefined for a malformed and for an unknown code alike. */
export async function caseNumberOfReceipt(
  tables: Pick<Tables, 'get'>,
  typed: string,
): Promise<string | undefined> {
  const code = parseReceiptCode(typed);
  const row = code && (await tables.get('vault', receiptKey(code)));
  return row ? String(row['caseNumber']) : undefined;
}

/** Nothing that is derived from a person lives longer. */
const REPEAT_HOURS = 24;

export interface RepeatRow {
  /** Of the earlier filing; absent when there was none within a day. */
  readonly caseNumber?: string;
  /** Remembers the case for a day. */
  readonly remember: (caseNumber: string) => Write;
}

/** @param told - who told what of whom */
export async function repeatOfDay(
  tables: Pick<Tables, 'get'>,
  told: string,
  at: Instant,
): Promise<RepeatRow> {
  const key = {
    pk: `REPEAT#${createHmac('sha256', setting('PEPPER')).update(`repeat\n${told}`).digest('base64url')}`,
    sk: '-',
  };
  const now = Math.floor(Date.parse(at) / 1_000);
  const row = await tables.get('vault', key);
  const lives = Number(row?.['expiresAt']) > now;
  return {
    ...(row && lives && { caseNumber: String(row['caseNumber']) }),
    remember: (caseNumber) => ({
      table: 'vault',
      put: { ...key, caseNumber, expiresAt: now + REPEAT_HOURS * 3_600 },
      ...(!row && { when: 'absent' as const }),
    }),
  };
}

const identityKey = (caseNumber: string) => ({ pk: `IDENTITY#${caseNumber}`, sk: 'SEALED' });

/** What is kept of a person: closed to whoever reads it here. */
export interface KeptIdentity {
  readonly sealed: SealedIdentity;
  /** What it is bound to; absent of the oldest. */
  readonly binding?: string;
}

export const identityWrite = (
  caseNumber: string,
  sealed: SealedIdentity,
  binding: string,
): Write => ({
  table: 'vault',
  put: { ...identityKey(caseNumber), sealed, binding },
  when: 'absent',
});

export async function sealedIdentityOf(
  tables: Pick<Tables, 'get'>,
  caseNumber: string,
): Promise<KeptIdentity | undefined> {
  const row = await tables.get('vault', identityKey(caseNumber));
  if (!row) return undefined;
  const { sealed, binding } = row as Partial<KeptIdentity>; // written above, by us alone
  return sealed && { sealed, ...(binding !== undefined && { binding }) };
}

export async function sealingKeys(tables: Pick<Tables, 'query'>): Promise<readonly SealingKey[]> {
  const { rows } = await tables.query('vault', 'KEYS');
  return rows.map((row) => ({
    recipient: String(row['recipient']),
    keyId: String(row['keyId']),
    publicKey: String(row['publicKey']),
  }));
}
