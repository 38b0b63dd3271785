/** POST /api/categories/suggest: what a text is about. The text is confidential: it is neither kept nor logged. */
import { SuggestRequest } from '../../shared/api/calls.ts';
import { suggest } from '../../shared/complaints/suggestion.ts';
import { ok } from '../../shared/result.ts';
import { http, type Request } from '../aws/http.ts';

export function suggestCategories({ body }: Request<SuggestRequest, undefined, undefined>) {
  return Promise.resolve(ok({ answer: suggest(body.text) }));
}

export const handler = http(
  { call: 'POST /api/categories/suggest', body: SuggestRequest },
  suggestCategories,
  () => ({}),
);
