/** What a citizen does to a case after filing: writes, takes a complaint back, reminds, rates. Reporting the same again is in `repeats.ts`. */
import { advance } from '../clocks/rules.ts';
import { err, ok, type Result } from '../result.ts';
import { dateInShanghai, type Instant } from '../time.ts';
import type { AttachmentRef } from '../attachments/attachment.ts';
import {
  MOST_EVENTS,
  type CaseChange,
  type CaseEvent,
  type CaseFile,
  type CaseItem,
  type CaseMessage,
} from './case-file.ts';
import { isOverdue, mayRemind, withdrawable } from './citizen-rights.ts';
import type { CitizenAct } from './commands.ts';

export type CitizenRefusal =
  | { readonly code: 'CASE_FULL' }
  /** A report of a violation is the public's matter: it goes on. */
  | { readonly code: 'REPORT_GOES_ON' }
  | { readonly code: 'NOT_CONCLUDED' }
  | { readonly code: 'ALREADY_RATED' }
  | { readonly code: 'NOT_OVERDUE' }
  | { readonly code: 'REMINDED_ALREADY' };

/** The citizen writes to everyone who works on the case. */
export const citizenWrites = (
  file: CaseFile,
  text: string,
  at: Instant,
  attachments: readonly AttachmentRef[] = [],
): Result<CaseChange, CitizenRefusal> =>
  change(file, at, { type: 'citizenWrote' }, file.items, {
    text,
    ...(attachments.length > 0 && { attachments }),
  });

export function decideForCitizen(
  file: CaseFile,
  act: CitizenAct,
  at: Instant,
): Result<CaseChange, CitizenRefusal> {
  if (act.type === 'withdraw') return withdraw(file, at);
  return act.type === 'rate' ? rate(file, act, at) : remind(file, at);
}

function withdraw(file: CaseFile, at: Instant): Result<CaseChange, CitizenRefusal> {
  const own = withdrawable(file);
  if (own.length === 0) return err({ code: 'REPORT_GOES_ON' });
  const items = own.map((item): CaseItem => ({
    ...item,
    status: 'withdrawn',
    clocks: advance(item.clocks, 'withdraw', ofItem(item, file), at),
  }));
  return change(file, at, { type: 'withdrawn' }, items);
}

function rate(
  file: CaseFile,
  { itemNumber, score }: Extract<CitizenAct, { type: 'rate' }>,
  at: Instant,
): Result<CaseChange, CitizenRefusal> {
  const item = file.items.find((candidate) => candidate.itemNumber === itemNumber);
  if (item?.status !== 'concluded') return err({ code: 'NOT_CONCLUDED' });
  if (item.rating) return err({ code: 'ALREADY_RATED' });
  const rated = { ...item, rating: { score, on: dateInShanghai(at) } };
  return change(file, at, { type: 'rated', itemNumber, detail: String(score) }, [rated]);
}

function remind(file: CaseFile, at: Instant): Result<CaseChange, CitizenRefusal> {
  const today = dateInShanghai(at);
  const late = file.items.filter((item) => isOverdue(item, today));
  if (late.length === 0) return err({ code: 'NOT_OVERDUE' });
  const unheard = late.filter((item) => mayRemind(item, today));
  if (unheard.length === 0) return err({ code: 'REMINDED_ALREADY' });
  const items = unheard.map((item) => ({ ...item, remindedOn: today }));
  return change(file, at, { type: 'reminded' }, items);
}

const ofItem = ({ lead, track, categories }: CaseItem, { head }: CaseFile) => ({
  ...{ lead, track, categories, anonymous: head.anonymous },
});

function change(
  { head }: CaseFile,
  at: Instant,
  event: Pick<CaseEvent, 'type' | 'itemNumber' | 'detail'>,
  items: readonly CaseItem[],
  said?: Pick<CaseMessage, 'text' | 'attachments'>,
): Result<CaseChange, CitizenRefusal> {
  const version = head.version + 1;
  if (version > MOST_EVENTS) return err({ code: 'CASE_FULL' });
  return ok({
    head: { ...head, version },
    items: items.map((item) => ({ ...item, version })),
    event: { ...event, seq: version, at, by: { kind: 'citizen' } },
    ...(said && { message: { seq: version, at, from: 'citizen', ...said } }),
  });
}
