/**
 * The vault: receipt look-ups, sealed identities, public sealing keys. Nobody scans it.
 *
 * | pattern | who | key |
 * |---|---|---|
 * | the case of a receipt code | tracking | `RECEIPT#<hmac>` / `-` |
 * | the sealed identity of a case | intake puts; opening is another function's | `IDENTITY#<caseNumber>` / `SEALED` |
 * | public sealing keys | intake, `GET /api/keys` | `KEYS` / `<recipient>` |
 */
import { createHmac } from 'node:crypto';
import type { SealedIdentity, SealingKey } from '../../shared/complaints/sealed-identity.ts';
import { parseReceiptCode } from '../../shared/ids.ts';
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

export const identityWrite = (caseNumber: string, sealed: SealedIdentity): Write => ({
  table: 'vault',
  put: { pk: `IDENTITY#${caseNumber}`, sk: 'SEALED', sealed },
  when: 'absent',
});

export async function sealingKeys(tables: Pick<Tables, 'query'>): Promise<readonly SealingKey[]> {
  const { rows } = await tables.query('vault', 'KEYS');
  return rows.map((row) => ({
    recipient: String(row['recipient']),
    keyId: String(row['keyId']),
    publicKey: String(row['publicKey']),
  }));
}
