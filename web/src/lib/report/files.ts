/** Files of a form: what is known of those that were handed in, and handing in those that came with the form itself. */
import {
  LARGEST_FORM_FILES_BYTES,
  MOST_ATTACHMENTS,
} from '../../../../shared/attachments/limits.ts';
import { callApi } from '#lib/api.ts';
import { m } from '#lib/paraglide/messages.js';
import {
  reservationOf,
  unfit,
  uploadForm,
  type Checked,
  type FileProblem,
  type HandedIn,
  type Reservation,
} from '#lib/report/file-kinds.ts';

const handedInBefore = (data: FormData): readonly HandedIn[] =>
  data.getAll('attachments').filter((value) => typeof value === 'string');

const texts: Readonly<Record<FileProblem, (of: { name: string; count: number }) => string>> = {
  INFECTED: m.files_problem_INFECTED,
  WRONG_TYPE: m.files_problem_WRONG_TYPE,
  UNREADABLE: m.files_problem_UNREADABLE,
  DAMAGED: m.files_problem_DAMAGED,
  TOO_LARGE: m.files_problem_TOO_LARGE,
  TOO_MANY: m.files_problem_TOO_MANY,
  EMPTY: m.files_problem_EMPTY,
  FAILED: m.files_problem_FAILED,
};

export const fileProblemText = (problem: FileProblem, name: string): string =>
  texts[problem]({ name, count: MOST_ATTACHMENTS });

export interface Received {
  readonly files: readonly HandedIn[];
  /** Why others were not taken, in words. */
  readonly problems: readonly string[];
}

/** The files of a form that was sent without script, one after the other, behind those it had already. */
export async function receiveFiles(
  platform: Readonly<App.Platform> | undefined,
  data: FormData,
): Promise<Received> {
  const files = [...handedInBefore(data)];
  const problems: string[] = [];
  let together = 0;
  for (const file of data.getAll('files')) {
    if (typeof file === 'string' || (file.size === 0 && file.name === '')) continue;
    together += file.size;
    const problem =
      files.length >= MOST_ATTACHMENTS
        ? 'TOO_MANY'
        : together > LARGEST_FORM_FILES_BYTES
          ? 'TOO_LARGE'
          : (unfit(file) ?? (await handIn(platform, file, files)));
    if (problem) problems.push(fileProblemText(problem, file.name));
  }
  return { files, problems };
}

async function handIn(
  platform: Readonly<App.Platform> | undefined,
  file: File,
  files: HandedIn[],
): Promise<FileProblem | undefined> {
  const body = reservationOf(file);
  const place = await callApi<Reservation>(platform, '/api/attachments', { body });
  if (!place.ok) return 'FAILED';
  const { attachmentId, upload } = place.value;
  const sent = await fetch(upload.url, {
    method: 'POST',
    body: uploadForm(place.value, file),
  }).catch(() => undefined);
  if (!sent?.ok) return 'FAILED';
  const path = `/api/attachments/${attachmentId}/completions`;
  const checked = await callApi<Checked>(platform, path, { body: {} });
  if (!checked.ok) return 'FAILED';
  if (checked.value.state !== 'clean') return checked.value.why;
  files.push(`${attachmentId} ${checked.value.name}`);
  return undefined;
}
