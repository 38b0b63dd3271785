/** What filing does, whether a citizen or a clerk types: cases with receipts, sealed identities and a row for each addressee. */
import {
  addresseesOf,
  openCase,
  partsOf,
  type CaseFile,
} from '../../shared/complaints/case-file.ts';
import type { ComplaintSubmission } from '../../shared/complaints/complaint.ts';
import type { Intake } from '../../shared/complaints/intake.ts';
import {
  identityRecipients,
  type SealedIdentity,
} from '../../shared/complaints/sealed-identity.ts';
import { itemForCitizen } from '../../shared/complaints/views.ts';
import type { Refusal } from '../../shared/api/problem.ts';
import { district } from '../../shared/district.ts';
import { caseNumber, randomBytesFor, receiptCode } from '../../shared/ids.ts';
import type { Occasion } from '../../shared/relay/outbox.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { dateInShanghai } from '../../shared/time.ts';
import { newCaseWrites } from '../aws/case-store.ts';
import { log } from '../aws/log.ts';
import { referralWrites } from '../aws/outbox-store.ts';
import { rewardSecretFor, rewardWrites } from '../aws/reward-store.ts';
import { identityWrite, receiptWrite, sealingKeys } from '../aws/vault-store.ts';
import type { Chance, Outcome, Tables, Write } from '../ports.ts';

export interface FilingDeps extends Chance {
  readonly tables: Tables;
}

export interface FilingOccasion extends Occasion {
  /** Sealed identities are bound to it. */
  readonly idempotencyKey: string;
  /** How it came, when not by the site. */
  readonly intake?: Intake;
}

interface Filed {
  readonly file: CaseFile;
  readonly receipt: string;
  readonly secret: string | undefined;
}

export async function fileComplaint(
  submission: ComplaintSubmission,
  { at, correlationId, idempotencyKey, intake }: FilingOccasion,
  { tables, randomBytes }: FilingDeps,
): Promise<Result<Outcome<unknown>, Refusal>> {
  const filed = partsOf(submission).map((items): Filed => {
    const random = randomBytes(randomBytesFor.caseNumber);
    const number = caseNumber(district.code, dateInShanghai(at), random);
    const file = openCase(number, submission, items, { at, correlationId }, intake);
    return {
      file,
      receipt: receiptCode(randomBytes(randomBytesFor.receiptCode)),
      secret: rewardSecretFor(file.items, dateInShanghai(at), { randomBytes }),
    };
  });
  const identities = await identityWrites(submission, filed, tables, idempotencyKey);
  if (!identities.ok) return identities;
  const writes = filed.flatMap(({ file, receipt, secret }) => [
    ...newCaseWrites(file),
    receiptWrite(receipt, file.head.caseNumber),
    ...rewardWrites(file.head.caseNumber, secret),
    ...referralWrites(file.head.caseNumber, file.head.version, addresseesOf(file.items), {
      at,
      correlationId,
    }),
  ]);
  warnOfParked(filed);
  const [main, ...separate] = filed.map(answerOf);
  return ok({
    answer: separate.length > 0 ? { ...main, separate } : main,
    writes: [...writes, ...identities.value],
  });
}

/** A sealed identity for each case: from the browser as it came, else sealed here for those who lead it. */
async function identityWrites(
  submission: ComplaintSubmission,
  filed: readonly Filed[],
  tables: Tables,
  binding: string,
): Promise<Result<readonly Write[], Refusal>> {
  const { identity, sealedIdentity } = submission;
  if (sealedIdentity) {
    const expected = identityRecipients(filed.flatMap(({ file }) => leadsOf(file)));
    if (!sameMembers(expected, recipientsOf(sealedIdentity)))
      return err({ status: 409, code: 'RECIPIENTS_DIFFER', recipients: expected });
    return ok(filed.map(({ file }) => identityWrite(file.head.caseNumber, sealedIdentity)));
  }
  if (!identity) return ok([]);
  // Only now: HPKE takes its time to start, and no anonymous filing waits for it.
  const { sealIdentity } = await import('../sealing.ts');
  const keys = await sealingKeys(tables);
  const sealed = filed.map(async ({ file }) => {
    const recipients = identityRecipients(leadsOf(file)).map((recipient) => {
      const key = keys.find((candidate) => candidate.recipient === recipient);
      if (!key) throw new Error(`no sealing key for ${recipient}`);
      return key;
    });
    return identityWrite(file.head.caseNumber, await sealIdentity(identity, recipients, binding));
  });
  return ok(await Promise.all(sealed));
}

/** The coordinator holds what is addressed to bodies outside the directory; urgent ones ring at once. */
function warnOfParked(filed: readonly Filed[]): void {
  for (const { file } of filed)
    for (const item of file.items)
      for (const { parkedFor } of item.referrals)
        if (parkedFor.length > 0)
          log(item.urgency === 'P0' ? 'error' : 'warn', 'HELD_FOR_OUTSIDE_BODY', {
            caseNumber: file.head.caseNumber,
            itemNumber: item.itemNumber,
            bodies: parkedFor.join(' '),
            urgency: item.urgency,
          });
}

const leadsOf = (file: CaseFile) => file.items.map((item) => item.lead);
const recipientsOf = (sealed: SealedIdentity) => sealed.wrapped.map(({ recipient }) => recipient);

const sameMembers = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((member) => b.includes(member));

const answerOf = ({ file, receipt, secret }: Filed) => ({
  caseNumber: file.head.caseNumber,
  receiptCode: receipt,
  ...(secret && { rewardSecret: secret }),
  majorCase: file.head.majorReasons.length > 0,
  urgency: file.head.urgency,
  items: file.items.map(itemForCitizen),
});
