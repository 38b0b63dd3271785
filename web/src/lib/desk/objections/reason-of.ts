/** The public reason that an upheld objection suggests, for the page of the penalty or inspection that is mended after it. */
import type { Remedy } from '../../../../../shared/objections/objection.ts';
import { get } from '#lib/desk/api.ts';
import type { ShownObjection } from './objection-answers.ts';

const PARAMETER = 'objection';

/** The page of what is mended, told which objection leads there; its words never stand in an address. */
export const pageAfter = (path: string, objectionId: string): string =>
  `${path}?${new URLSearchParams({ [PARAMETER]: objectionId })}`;

/** Undefined where the address names no objection, or it was not upheld. */
export async function suggestedReason(
  asked: Pick<URLSearchParams, 'get'>,
): Promise<string | undefined> {
  return (await upheldAnswer(asked))?.words;
}

/** What its objector was told, and what is to be done. */
export async function upheldAnswer(
  asked: Pick<URLSearchParams, 'get'>,
): Promise<{ readonly words: string; readonly remedy: Remedy } | undefined> {
  const objectionId = asked.get(PARAMETER);
  if (!objectionId) return undefined;
  const found = await get<ShownObjection>(
    `/api/desk/objections/${encodeURIComponent(objectionId)}`,
  );
  const answer = found.ok ? found.value.answer : undefined;
  return answer?.remedy && { words: answer.words, remedy: answer.remedy };
}
