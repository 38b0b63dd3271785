/** Calls our HTTP API from the server and turns every way it can fail into one shape. */
import type { FieldError } from '../../../shared/api/problem.ts';
import { err, ok, type Result } from '../../../shared/result.ts';

export interface Problem {
  /** 503 when no answer came at all: the call may or may not have had its effect. */
  readonly status: number;
  /** A code of shared/api/problem.ts, or `UNAVAILABLE`. */
  readonly code: string;
  readonly errors: readonly FieldError[];
  /** With RECIPIENTS_DIFFER: whom a reporter's identity is to be sealed for. */
  readonly recipients?: readonly string[];
  /** The same for the case of an accusation, when there are two. */
  readonly separateRecipients?: readonly string[];
}

const unavailable: Problem = { status: 503, code: 'UNAVAILABLE', errors: [] };

interface Post {
  readonly body: unknown;
  readonly idempotencyKey?: string;
}

/** GET without `post`, else POST. The answer's shape is the contract of the call (design §9) and is trusted. */
export async function callApi<Answer>(
  platform: Readonly<App.Platform> | undefined,
  path: string,
  post?: Post,
): Promise<Result<Answer, Problem>> {
  if (!platform?.api) throw new Error('this route needs the API');
  try {
    const response = await platform.api(path, post && requestOf(post));
    const answer: unknown = await response.json();
    return response.ok
      ? ok(answer as Answer) // our own API, see above
      : err(problemOf(response.status, answer));
  } catch {
    return err(unavailable);
  }
}

function requestOf({ body, idempotencyKey }: Post): RequestInit {
  return {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(idempotencyKey && { 'idempotency-key': idempotencyKey }),
    },
    body: JSON.stringify(body),
  };
}

function problemOf(status: number, answer: unknown): Problem {
  if (status >= 500) return unavailable;
  const { code, errors, recipients, separateRecipients } = Object(answer) as Partial<Problem>; // a problem document, or a gateway's own answer without a code
  return {
    status,
    code: code ?? String(status),
    errors: errors ?? [],
    ...(recipients && { recipients }),
    ...(separateRecipients && { separateRecipients }),
  };
}
