/** Sealed identities of the cases of one filing: from the browser as they came, else sealed here for those who lead each. */
import { createHash } from 'node:crypto';
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

/** @param idempotencyKey - of the filing, to which sealed identities are bound */
export async function identityWrites(
  submission: ComplaintSubmission,
  { main, accusation }: NewCases,
  tables: Tables,
  idempotencyKey: string,
): Promise<Result<readonly Write[], Refusal>> {
  const { identity, sealedIdentity, sealedForSeparate } = submission;
  const [first, second] = main ? [main, accusation] : [accusation, undefined];
  if (!first || submission.anonymous) return ok([]);
  const binding = bindingOf(idempotencyKey);
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
      identityWrite(first.head.caseNumber, sealedIdentity, binding),
      ...(second && sealedForSeparate
        ? [identityWrite(second.head.caseNumber, sealedForSeparate, binding)]
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
    const closed = await sealIdentity(identity, recipients, binding);
    return identityWrite(file.head.caseNumber, closed, binding);
  });
  return ok(await Promise.all(sealed));
}

/** Not the key itself, which for a day would bring back the answer with the receipt code. */
const bindingOf = (idempotencyKey: string): string =>
  createHash('sha256').update(idempotencyKey).digest('base64url');

const recipientsOf = ({ items }: CaseFile): readonly string[] =>
  identityRecipients(items.map(({ lead }) => lead));

const isFor = (sealed: SealedIdentity | undefined, expected: readonly string[] = []): boolean =>
  sealed?.wrapped.length === expected.length &&
  sealed.wrapped.every(({ recipient }) => expected.includes(recipient));
