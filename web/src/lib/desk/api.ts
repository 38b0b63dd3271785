/** Calls our HTTP API in the officer's name and turns every way it can fail into one shape. Nothing of an answer is kept or logged. */
import { err, ok, type Result } from '../../../../shared/result.ts';
import type { Problem } from '#lib/api.ts';
import { accessToken } from './session.svelte.ts';

/**
 * Besides the codes of shared/api/problem.ts: `OFFLINE`, this machine has no connection; `TIMEOUT`, no answer in time;
 * `UNAVAILABLE`, no answer or a broken one; `SIGNED_OUT`, the session has ended. A POST that met one of the first three
 * may have had its effect, and says `UNSURE_…` instead.
 */
export type { Problem };

const PATIENCE_MS = 20_000;
const NO_ANSWER = new Set(['OFFLINE', 'TIMEOUT', 'UNAVAILABLE']);

/** The answer's shape is the contract of the call and is trusted. */
export const get = <Answer>(path: string): Promise<Result<Answer, Problem>> => ask(path, {});

/** Keys of what was sent and not answered, by address and content: sending it again cannot act twice. */
const unanswered = new Map<string, string>();

/**
 * Once more with the same path and body after no answer came is the same act, not a second one.
 * @param ownKey - for content that is bound to the key it travels under
 */
export async function post<Answer>(
  path: string,
  body: unknown,
  ownKey?: string,
): Promise<Result<Answer, Problem>> {
  const content = JSON.stringify(body);
  const act = `${path} ${content}`;
  const key = ownKey ?? unanswered.get(act) ?? crypto.randomUUID();
  unanswered.set(act, key);
  const outcome = await ask<Answer>(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': key },
    body: content,
  });
  if (!outcome.ok && NO_ANSWER.has(outcome.error.code))
    return err({ ...outcome.error, code: `UNSURE_${outcome.error.code}` });
  unanswered.delete(act);
  return outcome;
}

async function ask<Answer>(path: string, init: RequestInit): Promise<Result<Answer, Problem>> {
  const first = await withToken<Answer>(path, init, false);
  return !first.ok && first.error.status === 401 ? withToken(path, init, true) : first;
}

async function withToken<Answer>(
  path: string,
  init: RequestInit,
  isRefused: boolean,
): Promise<Result<Answer, Problem>> {
  const token = await accessToken(isRefused);
  if (!token.ok) {
    return token.error === 'REFUSED'
      ? err({ status: 403, code: 'SIGNED_OUT', errors: [] })
      : err(noAnswer('UNAVAILABLE'));
  }
  try {
    const response = await fetch(path, {
      ...init,
      headers: { ...init.headers, authorization: `Bearer ${token.value}` },
      cache: 'no-store',
      credentials: 'omit',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const answer: unknown = await response.json();
    if (response.ok) return ok(answer as Answer); // our own API, see above
    return err(response.status >= 500 ? noAnswer('UNAVAILABLE') : refusal(response.status, answer));
  } catch (error) {
    const isLate = error instanceof DOMException && error.name === 'TimeoutError';
    return err(noAnswer(isLate ? 'TIMEOUT' : navigator.onLine ? 'UNAVAILABLE' : 'OFFLINE'));
  }
}

const noAnswer = (code: string): Problem => ({ status: 503, code, errors: [] });

function refusal(status: number, answer: unknown): Problem {
  const { code, errors } = Object(answer) as Partial<Problem>; // a problem document, or a gateway's own answer without a code
  return { status, code: code ?? String(status), errors: errors ?? [] };
}
