/** Objections: the form for one record, its receipt, and what has become of one; the code travels in bodies only. */
import { fail } from '@sveltejs/kit';
import { callApi } from '#lib/api.ts';
import { objectedRecord, recordIdIn, recordsToChoose } from '#lib/objections/objected-record.ts';
import type { FiledObjection, FollowedObjection } from '#lib/objections/objection-answers.ts';
import { objectionBody, objectionProblems, readObjection } from '#lib/objections/objection-form.ts';
import { textOf } from '#lib/report/complaint-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url, platform }) => {
  const asked = url.searchParams.get('record') ?? '';
  const institution = url.searchParams.get('institution') ?? '';
  return {
    asked,
    about: asked ? await objectedRecord(platform, asked) : undefined,
    choice: institution && !asked ? await recordsToChoose(platform, institution) : undefined,
    /** Makes pressing the button twice object once. */
    idempotencyKey: crypto.randomUUID(),
  };
};

export const actions: Actions = {
  default: async ({ request, platform, url }) => {
    const data = await request.formData();
    if (data.has('receiptCode')) return follow(platform, textOf(data, 'receiptCode'));
    const record = recordIdIn(url.searchParams.get('record') ?? '') ?? '';
    const entered = readObjection(data);
    const idempotencyKey = textOf(data, 'idempotencyKey') || crypto.randomUUID();
    const filed = await callApi<FiledObjection>(platform, '/api/objections', {
      body: objectionBody(record, entered),
      idempotencyKey,
    });
    if (filed.ok) return { filed: filed.value };
    const isUsedUp = filed.error.code === 'IDEMPOTENCY_KEY_REUSED';
    return fail(filed.error.status, {
      entered,
      problems: objectionProblems(filed.error),
      // The same key again, so that a lost answer is not filed twice; a used-up one is replaced.
      idempotencyKey: isUsedUp ? crypto.randomUUID() : idempotencyKey,
    });
  },
};

/** Unknown, mistyped and malformed codes get one answer, which repeats none. */
async function follow(platform: Readonly<App.Platform> | undefined, receiptCode: string) {
  const found = await callApi<FollowedObjection>(platform, '/api/objections/track', {
    body: { receiptCode },
  });
  if (found.ok) return { followed: found.value };
  return found.error.status === 503
    ? fail(503, { failure: 'unavailable' as const })
    : fail(404, { failure: 'unknown' as const });
}
