/**
 * How citizens hear of news, in the vault: feeds by an opaque token, contacts encrypted.
 *
 * | pattern | who | key |
 * |---|---|---|
 * | the case of a feed | feed | `FEED#<hmac>` / `-` |
 * | which feed a case has | opening, closing | `FEED#CASE#<caseNumber>` / `-` |
 * | the contact of a case | contact puts and deletes, notices get | `CONTACT#<caseNumber>` / `-` |
 *
 * The key of contacts is derived from PEPPER and the case number: a row that is copied to another case opens to nobody.
 */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import * as v from 'valibot';
import { Contact, CONTACT_KEPT_DAYS } from '../../shared/notices/notice.ts';
import type { Instant } from '../../shared/time.ts';
import type { Row, Tables, Write } from '../ports.ts';
import { setting } from '../runtime.ts';

const feedKey = (feed: string) => ({ pk: `FEED#${feed}`, sk: '-' });
const feedOfCaseKey = (caseNumber: string) => ({ pk: `FEED#CASE#${caseNumber}`, sk: '-' });
const contactKey = (caseNumber: string) => ({ pk: `CONTACT#${caseNumber}`, sk: '-' });

const feedOf = (token: string): string =>
  createHmac('sha256', setting('PEPPER')).update(`feed\n${token}`).digest('base64url');

export interface OpenFeed {
  readonly caseNumber: string;
  readonly openedAt: Instant;
  /** Names the feed to those who have it; leads to nothing. */
  readonly name: string;
}

export async function feedOfToken(
  tables: Pick<Tables, 'get'>,
  token: string,
): Promise<OpenFeed | undefined> {
  const feed = feedOf(token);
  const row = await tables.get('vault', feedKey(feed));
  return (
    row && {
      caseNumber: String(row['caseNumber']),
      openedAt: String(row['openedAt']),
      name: feed.slice(0, 22),
    }
  );
}

/** A new feed in place of the one before; refused when another was opened meanwhile. */
export async function openedFeed(
  tables: Pick<Tables, 'get'>,
  caseNumber: string,
  token: string,
  openedAt: Instant,
): Promise<readonly Write[]> {
  const feed = feedOf(token);
  const before = await tables.get('vault', feedOfCaseKey(caseNumber));
  const version = Number(before?.['version'] ?? 0);
  return [
    {
      table: 'vault',
      put: { ...feedOfCaseKey(caseNumber), feed, version: version + 1 },
      when: before ? { version } : 'absent',
    },
    { table: 'vault', put: { ...feedKey(feed), caseNumber, openedAt }, when: 'absent' },
    ...endOf(before),
  ];
}

export async function closedFeed(
  tables: Pick<Tables, 'get'>,
  caseNumber: string,
): Promise<readonly Write[]> {
  const before = await tables.get('vault', feedOfCaseKey(caseNumber));
  return before ? [{ table: 'vault', delete: feedOfCaseKey(caseNumber) }, ...endOf(before)] : [];
}

const endOf = (before: Row | undefined): readonly Write[] =>
  before ? [{ table: 'vault', delete: feedKey(String(before['feed'])) }] : [];

export const contactWrite = (caseNumber: string, contact: Contact, at: Instant): Write => ({
  table: 'vault',
  put: {
    ...contactKey(caseNumber),
    sealed: seal(caseNumber, JSON.stringify(contact)),
    expiresAt: secondsOf(at) + CONTACT_KEPT_DAYS * 86_400,
  },
});

export const noContactWrite = (caseNumber: string): Write => ({
  table: 'vault',
  delete: contactKey(caseNumber),
});

export async function contactOf(
  tables: Pick<Tables, 'get'>,
  caseNumber: string,
  now: Instant,
): Promise<Contact | undefined> {
  const row = await tables.get('vault', contactKey(caseNumber));
  if (!row || Number(row['expiresAt']) <= secondsOf(now)) return undefined;
  return v.parse(Contact, JSON.parse(unseal(caseNumber, String(row['sealed']))));
}

const secondsOf = (at: Instant): number => Math.floor(Date.parse(at) / 1_000);

const keyFor = (caseNumber: string): Buffer =>
  Buffer.from(hkdfSync('sha256', setting('PEPPER'), caseNumber, 'contact for news', 32));

function seal(caseNumber: string, text: string): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', keyFor(caseNumber), iv);
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url');
}

function unseal(caseNumber: string, sealed: string): string {
  const bytes = Buffer.from(sealed, 'base64url');
  const decipher = createDecipheriv('aes-256-gcm', keyFor(caseNumber), bytes.subarray(0, 12));
  decipher.setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
}
