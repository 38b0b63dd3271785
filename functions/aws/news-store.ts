/**
 * How citizens hear of news, in the vault: feeds by an opaque token, contacts encrypted.
 *
 * | pattern | who | key |
 * |---|---|---|
 * | the case of a feed | feed | `FEED#<hmac>` / `-` |
 * | which feed a case has | opening, closing | `FEED#CASE#<caseNumber>` / `-` |
 * | the contact of a case | contact puts and deletes, notices get | `CONTACT#<caseNumber>` / `-` |
 */
import { createHmac } from 'node:crypto';
import { CONTACT_KEPT_DAYS, type Contact } from '../../shared/notices/notice.ts';
import type { Instant } from '../../shared/time.ts';
import type { Row, Tables, Write } from '../ports.ts';
import { setting } from '../runtime.ts';
import { sealContact, unsealContact } from './sealed-contact.ts';

const PURPOSE = 'contact for news';

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
    sealed: sealContact(PURPOSE, caseNumber, contact),
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
  return unsealContact(PURPOSE, caseNumber, String(row['sealed']));
}

const secondsOf = (at: Instant): number => Math.floor(Date.parse(at) / 1_000);
