/** Who claims: nobody but the holder of a receipt code and of the secret that came with it. */
import type { Refusal } from '../../shared/api/problem.ts';
import type { CaseFile } from '../../shared/complaints/case-file.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Instant } from '../../shared/time.ts';
import { loadCase } from '../aws/case-store.ts';
import { proveClaimant } from '../aws/reward-secret.ts';
import { caseNumberOfReceipt } from '../aws/vault-store.ts';
import type { Tables } from '../ports.ts';

/** His case; an unknown code, a wrong secret and a case without rewards are answered alike. */
export async function caseOfClaimant(
  tables: Tables,
  given: { readonly receiptCode: string; readonly rewardSecret: string },
  now: Instant,
): Promise<Result<CaseFile, Refusal>> {
  const caseNumber = await caseNumberOfReceipt(tables, given.receiptCode);
  if (!caseNumber) return err({ status: 404, code: 'NOT_FOUND' });
  const proof = await proveClaimant(tables, caseNumber, given.rewardSecret, now);
  if (!proof.ok) return proof;
  const file = await loadCase(tables, caseNumber);
  return file ? ok(file) : err({ status: 404, code: 'NOT_FOUND' });
}
