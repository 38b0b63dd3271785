/** Tracking: the receipt code comes in a form body, never in an address; only the page of a case holds it again. */
import { fail } from '@sveltejs/kit';
import { dateInShanghai } from '../../../../../shared/time.ts';
import { callApi, type Problem } from '#lib/api.ts';
import type { CitizenCase } from '#lib/report/answers.ts';
import { actOf, perform } from '#lib/report/case-acts.ts';
import { m } from '#lib/paraglide/messages.js';
import { textOf } from '#lib/report/complaint-form.ts';
import { idOf } from '#lib/report/file-kinds.ts';
import { receiveFiles } from '#lib/report/files.ts';
import { askForReward } from '#lib/report/reward.ts';
import type { Writing } from '#lib/report/writing.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url }) => ({
  idempotencyKey: crypto.randomUUID(),
  /** Deadlines are told as days left. */
  today: dateInShanghai(new Date().toISOString()),
  /** For the address of a feed, which somebody copies. */
  origin: url.origin,
});

export const actions: Actions = {
  default: async ({ request, platform }) => {
    const data = await request.formData();
    const receiptCode = textOf(data, 'receiptCode');
    const writing = data.has('text') ? await write(platform, data, receiptCode) : noWriting;
    const act = actOf(data);
    const outcome = act && (await perform(platform, act, data));
    const reward = data.has('reward') ? await askForReward(platform, data, receiptCode) : undefined;
    const found = await callApi<CitizenCase>(platform, '/api/track', { body: { receiptCode } });
    if (!found.ok) return refusalOf(found.error);
    return { receiptCode, found: found.value, writing, outcome, reward };
  },
};

const noWriting: Writing = { state: 'none' };

async function write(
  platform: Readonly<App.Platform> | undefined,
  data: FormData,
  receiptCode: string,
): Promise<Writing> {
  const text = textOf(data, 'text');
  const { files, problems } = await receiveFiles(platform, data);
  if (problems.length > 0)
    return { state: 'refused', code: 'FILES', text, files, fileProblems: problems };
  const written = await callApi(platform, '/api/track/messages', {
    body: { receiptCode, text, ...(files.length > 0 && { attachments: files.map(idOf) }) },
    idempotencyKey: textOf(data, 'idempotencyKey') || crypto.randomUUID(),
  });
  if (written.ok) return { state: 'sent' };
  const { code, errors } = written.error;
  const areGone = code === 'ATTACHMENT_UNKNOWN';
  return {
    ...{ state: 'refused', code: errors[0]?.code ?? code, text },
    files: areGone ? [] : files,
    fileProblems: areGone ? [m.files_problem_gone()] : [],
  };
}

/** Unknown, mistyped and malformed codes get one answer to the byte, so that nobody learns which codes exist. */
const refusalOf = ({ status }: Problem) =>
  status === 404 || status === 422 || status === 400
    ? fail(404, { failure: 'unknown' as const })
    : fail(503, { failure: 'unavailable' as const });
