/** Sends what a clerk entered. Who reports is sealed in this browser where it can; else the intake function seals. */
import type { ClerkIntake } from '../../../../../shared/complaints/intake.ts';
import type { Result } from '../../../../../shared/result.ts';
import type { Problem } from '#lib/api.ts';
import { post } from '#lib/desk/api.ts';
import type { Filed } from '#lib/report/answers.ts';

const PATH = '/api/desk/complaints';

/** What was sent without a sure answer, by what was entered: a second try has to be the same to the letter. */
const unsure = new Map<string, { readonly key: string; readonly body: unknown }>();

export async function sendIntake(intake: ClerkIntake): Promise<Result<Filed, Problem>> {
  const entered = JSON.stringify(intake);
  const sending = unsure.get(entered) ?? (await sealedIntake(intake));
  unsure.set(entered, sending);
  const outcome = await post<Filed>(PATH, sending.body, sending.key);
  if (outcome.ok || outcome.error.status < 500) unsure.delete(entered);
  // Routing knows other recipients than this page: the function seals for them.
  return !outcome.ok && outcome.error.code === 'RECIPIENTS_DIFFER'
    ? post<Filed>(PATH, intake)
    : outcome;
}

async function sealedIntake(intake: ClerkIntake) {
  const key = crypto.randomUUID();
  const { identity, ...complaint } = intake.complaint;
  if (!identity) return { key, body: intake };
  try {
    const { recipientsOf, sealFor } = await import('#lib/report/script/seal.ts');
    const recipients = recipientsOf(complaint.categories, complaint.accused);
    const { name, phone, address } = identity;
    const person = { name, phone, ...(address && { address }) };
    const envelopes = await sealFor(recipients, person, key);
    return { key, body: { ...intake, complaint: { ...complaint, ...envelopes } } };
  } catch {
    return { key, body: intake };
  }
}
