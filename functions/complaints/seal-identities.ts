/** Sealed identities of the cases of one filing: from the browser as they came, else sealed here for those who lead each. */
import type { CaseFile } from '../../shared/complaints/case-file.ts';
import type { ComplaintSubmission } from '../../shared/complaints/complaint.ts';
import {
  identityRecipients,
  type SealedIdentity,
} from '../../shared/complaints/sealed-identity.ts';
import type { Refusal } from '../../shared/api/problem.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { identityWrite, sealingKeys } from '../aws/vault-store.ts';
import type { Tables, Write } from '../ports.ts';

/** An accusation has an envelope of its own: who leads the other case must not open it, nor the other way round. */
export interface NewCases {
  readonly main?: CaseFile | undefined;
  readonly accusation?: CaseFile | undefined;
}

/** @param binding - what sealed identities are bound to: the Idempotency-Key of the filing */
export async function identityWrites(
  submission: ComplaintSubmission,
  { main, accusation }: NewCases,
  tables: Tables,
  binding: string,
): Promise<Result<readonly Write[], Refusal>> {
  const { identity, sealedIdentity, sealedForSeparate } = submission;
  const [first, second] = main ? [main, accusation] : [accusation, undefined];
  if (!first || submission.anonymous) return ok([]);
  if (sealedIdentity) {
    const wanted = { first: recipientsOf(first), second: second && recipientsOf(second) };
    if (
      !isFor(sealedIdentity, wanted.first) ||
      (second && !isFor(sealedForSeparate, wanted.second))
    )
      return err({
        ...{ status: 409, code: 'RECIPIENTS_DIFFER', recipients: wanted.first },
        ...(wanted.second && { separateRecipients: wanted.second }),
      });
    return ok([
      identityWrite(first.head.caseNumber, sealedIdentity),
      ...(second && sealedForSeparate
        ? [identityWrite(second.head.caseNumber, sealedForSeparate)]
        : []),
    ]);
  }
  if (!identity) return ok([]);
  // Only now: HPKE takes its time to start, and no anonymous filing waits for it.
  const { sealIdentity } = await import('../sealing.ts');
  const keys = await sealingKeys(tables);
  const sealed = [first, ...(second ? [second] : [])].map(async (file) => {
    const recipients = recipientsOf(file).map((recipient) => {
      const key = keys.find((candidate) => candidate.recipient === recipient);
      if (!key) throw new Error(`no sealing key for ${recipient}`);
      return key;
    });
    return identityWrite(file.head.caseNumber, await sealIdentity(identity, recipients, binding));
  });
  return ok(await Promise.all(sealed));
}

const recipientsOf = ({ items }: CaseFile): readonly string[] =>
  identityRecipients(items.map(({ lead }) => lead));

const isFor = (sealed: SealedIdentity | undefined, expected: readonly string[] = []): boolean =>
  sealed?.wrapped.length === expected.length &&
  sealed.wrapped.every(({ recipient }) => expected.includes(recipient));
