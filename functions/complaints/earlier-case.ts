/** Finds the case that has a matter already: by the receipt code of an earlier filing, or by a row that lives for a day. */
import type { CaseFile } from '../../shared/complaints/case-file.ts';
import type { ComplaintSubmission } from '../../shared/complaints/complaint.ts';
import { essenceOf } from '../../shared/complaints/repeats.ts';
import type { Refusal } from '../../shared/api/problem.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Instant } from '../../shared/time.ts';
import { loadCase } from '../aws/case-store.ts';
import { caseNumberOfReceipt, repeatOfDay, type RepeatRow } from '../aws/vault-store.ts';
import type { Tables } from '../ports.ts';

export interface Earlier {
  /** The citizen named it. */
  readonly named?: CaseFile;
  /** The very same filing, of the very same person, within a day. */
  readonly same?: CaseFile;
  /** Remembers this filing for a day; absent without a name in clear. */
  readonly row?: RepeatRow;
}

/** Shorter texts could be guessed by somebody who wants to know whether a certain person has reported. */
const SHORTEST_FACTS = 8;

/** @param part - an accusation never meets the case that it was split from */
export async function earlierCase(
  tables: Tables,
  submission: ComplaintSubmission,
  part: 'main' | 'accusation',
  at: Instant,
): Promise<Result<Earlier, Refusal>> {
  const { earlierReceiptCode: code } = submission;
  const named = code && (await caseOfReceipt(tables, code));
  if (code && !named)
    return err({
      ...{ status: 422, code: 'INVALID' },
      errors: [{ field: 'earlierReceiptCode', code: 'UNKNOWN' }],
    });
  const told = sameness(submission, part);
  const row = told ? await repeatOfDay(tables, told, at) : undefined;
  const same = row?.caseNumber ? await loadCase(tables, row.caseNumber) : undefined;
  return ok({ ...(named && { named }), ...(same && { same }), ...(row && { row }) });
}

async function caseOfReceipt(tables: Tables, code: string): Promise<CaseFile | undefined> {
  const caseNumber = await caseNumberOfReceipt(tables, code);
  return caseNumber ? loadCase(tables, caseNumber) : undefined;
}

/** Same person, same facts, same target. What a browser sealed says nothing here. */
function sameness(
  { identity, facts, demand = '', institution, accusation = '' }: ComplaintSubmission,
  part: string,
): string | undefined {
  if (!identity || essenceOf(facts).length < SHORTEST_FACTS) return undefined;
  const phone = identity.phone.replaceAll(/\D/g, '');
  const told = [facts, demand, accusation, JSON.stringify(institution)].map(essenceOf);
  return JSON.stringify([part, essenceOf(identity.name), phone, ...told]);
}
