/**
 * Objections to public records, in the table `supervision`; who may follow one and whom to ask back, in the vault.
 *
 * | pattern | who | key |
 * |---|---|---|
 * | an objection | filing puts; tracking, desk | `OBJECTION#<id>` / `AGGREGATE` |
 * | what was done to it | filing puts; tracking, desk | … / `EVENT#<seq>` |
 * | a department's open ones, longest waiting first; the closed, latest first | index `byDepartmentState`: `<dept>#OBJECTION#<state>` / `<instant>#<id>` |
 * | the objection of a receipt code | filing puts; tracking | vault `OBJECTION-RECEIPT#<hmac>` / `-` |
 * | the contact of an objector, sealed | filing puts; acting gets | vault `OBJECTION-CONTACT#<id>` / `-` |
 */
import { createHmac } from 'node:crypto';
import { parseReceiptCode } from '../../shared/ids.ts';
import type { DepartmentCode } from '../../shared/departments/directory.ts';
import { CONTACT_KEPT_DAYS, type Contact } from '../../shared/notices/notice.ts';
import { objectionInList, type ObjectionInList } from '../../shared/objections/list-view.ts';
import type { Objection, ObjectionEvent } from '../../shared/objections/objection.ts';
import { stateOf, type ObjectionState } from '../../shared/objections/states.ts';
import type { Instant } from '../../shared/time.ts';
import type { Tables, Write } from '../ports.ts';
import { setting } from '../runtime.ts';
import { sealContact, unsealContact } from './sealed-contact.ts';

const AGGREGATE = 'AGGREGATE';

export interface FoundObjection {
  readonly objection: Objection;
  /** Oldest first. */
  readonly events: readonly ObjectionEvent[];
}

export async function loadObjection(
  tables: Pick<Tables, 'query'>,
  objectionId: string,
): Promise<FoundObjection | undefined> {
  const { rows } = await tables.query('supervision', `OBJECTION#${objectionId}`);
  const objection = rows.find((row) => row.sk === AGGREGATE)?.['value'] as Objection | undefined; // written below, by us alone
  if (!objection) return undefined;
  const events = rows.filter((row) => row.sk.startsWith('EVENT#'));
  return { objection, events: events.map((row) => row['value'] as ObjectionEvent) };
}

/** An objection's next version and what made it; refused when another was first. */
export function objectionWrites(objection: Objection, event: ObjectionEvent): readonly Write[] {
  const { objectionId, version, department, status, filedAt } = objection;
  const pk = `OBJECTION#${objectionId}`;
  const state = stateOf(status);
  const value = {
    ...{ pk, sk: AGGREGATE, value: objection, version },
    departmentState: listOf(department, state),
    changedKey: `${state === 'open' ? filedAt : event.at}#${objectionId}`,
  };
  const sk = `EVENT#${String(event.seq).padStart(6, '0')}`;
  return [
    {
      ...{ table: 'supervision', put: value },
      when: version === 1 ? 'absent' : { version: version - 1 },
    },
    { table: 'supervision', put: { pk, sk, value: event } },
  ];
}

export interface ObjectionPage {
  readonly found: readonly ObjectionInList[];
  /** The place of the last one, where there are more. */
  readonly next?: string;
}

const INSTANT_LENGTH = 24;

/** Could it be a place in a list? */
export const isPlace = (text: string): boolean => /^[\d:.TZ-]{24}#O-\d{8}-[0-9A-Z]{10}$/.test(text);

/** @param after - the place where the page before ended */
export async function objectionsPage(
  tables: Pick<Tables, 'query'>,
  department: DepartmentCode,
  state: ObjectionState,
  limit: number,
  after: string | undefined,
): Promise<ObjectionPage> {
  const departmentState = listOf(department, state);
  const { rows, next } = await tables.query('supervision', departmentState, {
    ...{ index: 'byDepartmentState', descending: state === 'closed', limit },
    ...(after !== undefined && {
      from: {
        ...{ pk: `OBJECTION#${after.slice(INSTANT_LENGTH + 1)}`, sk: AGGREGATE },
        ...{ departmentState, changedKey: after },
      },
    }),
  });
  return {
    found: rows.map((row) => objectionInList(row['value'] as Objection)), // as above
    ...(next && { next: String(next['changedKey']) }),
  };
}

const listOf = (department: DepartmentCode, state: ObjectionState): string =>
  `${department}#OBJECTION#${state}`;

const receiptKey = (code: string) => ({
  pk: `OBJECTION-RECEIPT#${createHmac('sha256', setting('PEPPER')).update(`objection receipt\n${code}`).digest('base64url')}`,
  sk: '-',
});

export const objectionReceiptWrite = (code: string, objectionId: string): Write => ({
  table: 'vault',
  put: { ...receiptKey(code), objectionId },
  when: 'absent',
});

/** The objection, or undefined for a malformed and for an unknown code alike. */
export async function objectionOfReceipt(
  tables: Pick<Tables, 'get'>,
  typed: string,
): Promise<string | undefined> {
  const code = parseReceiptCode(typed);
  const row = code && (await tables.get('vault', receiptKey(code)));
  return row ? String(row['objectionId']) : undefined;
}

const contactKey = (objectionId: string) => ({ pk: `OBJECTION-CONTACT#${objectionId}`, sk: '-' });

/** The words that part the keys of these contacts from those of complaints. */
const PURPOSE = 'contact of an objection';

export const objectionContactWrite = (
  objectionId: string,
  contact: Contact,
  at: Instant,
): Write => ({
  table: 'vault',
  put: {
    ...contactKey(objectionId),
    sealed: sealContact(PURPOSE, objectionId, contact),
    expiresAt: secondsOf(at) + CONTACT_KEPT_DAYS * 86_400,
  },
  when: 'absent',
});

export async function contactOfObjection(
  tables: Pick<Tables, 'get'>,
  objectionId: string,
  now: Instant,
): Promise<Contact | undefined> {
  const row = await tables.get('vault', contactKey(objectionId));
  if (!row || Number(row['expiresAt']) <= secondsOf(now)) return undefined;
  return unsealContact(PURPOSE, objectionId, String(row['sealed']));
}

const secondsOf = (at: Instant): number => Math.floor(Date.parse(at) / 1_000);
