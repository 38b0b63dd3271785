/** The complaint form: shows it, posts it to the API, and answers with the receipt or the form again. */
import { fail } from '@sveltejs/kit';
import { callApi } from '#lib/api.ts';
import type { Filed } from '#lib/report/answers.ts';
import {
  complaintBody,
  emptyForm,
  envelopesIn,
  readForm,
  textOf,
} from '#lib/report/complaint-form.ts';
import type { Offer } from '#lib/report/offer.ts';
import { idOf } from '#lib/report/file-kinds.ts';
import { receiveFiles } from '#lib/report/files.ts';
import { formProblems } from '#lib/report/problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url }) => ({
  blank: { ...emptyForm, institutionName: url.searchParams.get('institution') ?? '' },
  /** Makes pressing the button twice file once. */
  idempotencyKey: crypto.randomUUID(),
});

export const actions: Actions = {
  default: async ({ request, platform, locals }) => {
    const data = await request.formData();
    const entered = readForm(data);
    const idempotencyKey = textOf(data, 'idempotencyKey') || crypto.randomUUID();
    const { files, problems: notTaken } = await receiveFiles(platform, data);
    if (notTaken.length > 0) {
      const problems = notTaken.map((text) => ({ id: 'files', text }));
      return fail(422, { entered, idempotencyKey, files, problems });
    }
    const filed = await callApi<Filed>(platform, '/api/complaints', {
      body: {
        ...complaintBody(entered, locals.locale, envelopesIn(data)),
        ...(files.length > 0 && { attachments: files.map(idOf) }),
      },
      idempotencyKey,
    });
    if (filed.ok) return { filed: filed.value };
    const { status, code, recipients, separateRecipients, errors } = filed.error;
    const isUndecided = entered.facts !== '' && errors.some(({ field }) => field === 'categories');
    const offer =
      isUndecided &&
      (await callApi<Offer>(platform, '/api/categories/suggest', {
        body: { text: entered.facts },
      }));
    return fail(status, {
      entered,
      /** Files that are still unclaimed: a claimed or swept one is not offered to the next try. */
      files: code === 'ATTACHMENT_UNKNOWN' ? [] : files,
      recipients,
      separateRecipients,
      /** Who cannot say what kind of problem it is is helped by the words of the text; without an answer the list stands. */
      offer: offer && offer.ok ? offer.value : undefined,
      problems: formProblems(filed.error),
      // The same key again, so that a lost answer is not filed twice; a used-up one is replaced.
      idempotencyKey: code === 'IDEMPOTENCY_KEY_REUSED' ? crypto.randomUUID() : idempotencyKey,
    });
  },
};
