/** The public reason that an upheld objection suggests, for the page of the penalty that is corrected or withdrawn after it. */
import { get } from '#lib/desk/api.ts';
import type { ShownObjection } from './objection-answers.ts';

const PARAMETER = 'objection';

/** The page of the penalty, told which objection leads there; its words never stand in an address. */
export const penaltyAfter = (penaltyPath: string, objectionId: string): string =>
  `${penaltyPath}?${new URLSearchParams({ [PARAMETER]: objectionId })}`;

/** Undefined where the address names no objection, or it was not upheld. */
export async function suggestedReason(
  asked: Pick<URLSearchParams, 'get'>,
): Promise<string | undefined> {
  const objectionId = asked.get(PARAMETER);
  if (!objectionId) return undefined;
  const found = await get<ShownObjection>(
    `/api/desk/objections/${encodeURIComponent(objectionId)}`,
  );
  return found.ok && found.value.answer?.remedy ? found.value.answer.words : undefined;
}
