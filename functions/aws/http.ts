/** From an HTTP API event to a handler and back: parse, verify, replay or run, commit, answer. Errors are RFC 9457 problems. */
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import * as v from 'valibot';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Instant } from '../../shared/time.ts';
import type { FieldError, Refusal } from '../../shared/api/problem.ts';
import type { Officer, Outcome, Tables } from '../ports.ts';
import { problem, success } from './answers.ts';
import { log, traceOf } from './log.ts';
import { findReplay, type Replay } from './replays.ts';

const LARGEST_BODY_BYTES = 64 * 1024;
const LOCK_RETRIES = 4;

interface Options<Body, Path, Query> {
  /** Names the call in logs and scopes idempotency keys: `POST /api/complaints`. */
  readonly call: string;
  readonly body?: v.GenericSchema<unknown, Body>;
  readonly path?: v.GenericSchema<unknown, Path>;
  readonly query?: v.GenericSchema<unknown, Query>;
  /** `officerOf`, on staff calls; a public bundle does not carry what verifies tokens. */
  readonly staff?: (authorization: string | undefined) => Promise<Officer | undefined>;
  readonly idempotencyKey?: 'required';
  readonly status?: number;
  readonly cacheSeconds?: number;
  /** The answer is text of this type and goes as it is; no cache that others share keeps it. */
  readonly contentType?: string;
}

export interface Request<Body, Path, Query> {
  readonly body: Body;
  readonly path: Path;
  readonly query: Query;
  /** Present on staff calls only. */
  readonly officer: Officer;
  readonly now: Instant;
  /** What binds a filing to its retries; empty when the caller gave none. */
  readonly idempotencyKey: string;
  /** Of this call; what it begins carries it on. */
  readonly correlationId: string;
}

type Handle<Body, Path, Query, Deps> = (
  request: Request<Body, Path, Query>,
  deps: Deps,
) => Promise<Result<Outcome<unknown>, Refusal>>;

/** @param wire - makes the dependencies on the first event, never on import */
export function http<Body, Path, Query, Deps extends { readonly tables?: Tables }>(
  options: Options<Body, Path, Query>,
  handle: Handle<Body, Path, Query, Deps>,
  wire: () => Deps,
) {
  let deps: Deps | undefined;
  return async (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> => {
    try {
      deps ??= wire();
      const request = await read(event, options);
      if (!request.ok) return problem(request.error);
      const answer = await run(options, request.value, handle, deps);
      return answer.ok ? success(options, answer.value) : problem(answer.error);
    } catch (error) {
      const { requestId } = event.requestContext;
      log('error', 'UNEXPECTED', {
        call: options.call,
        correlationId: requestId,
        ...traceOf(error),
      });
      return problem({ status: 500, code: 'INTERNAL' });
    }
  };
}

async function read<Body, Path, Query>(
  event: APIGatewayProxyEventV2,
  options: Options<Body, Path, Query>,
): Promise<Result<Request<Body, Path, Query>, Refusal>> {
  const officer = await options.staff?.(event.headers['authorization']);
  if (options.staff && !officer) return err({ status: 401, code: 'UNAUTHENTICATED' });
  const path = parsed(options.path, event.pathParameters ?? {});
  if (!path.ok) return err({ status: 404, code: 'NOT_FOUND' });
  const query = parsed(options.query, filled(event.queryStringParameters));
  if (!query.ok) return err(invalid(query.error));
  const json = jsonOf(event, Boolean(options.body));
  if (!json.ok) return json;
  const body = parsed(options.body, json.value);
  if (!body.ok) return err(invalid(body.error));
  const idempotencyKey = event.headers['idempotency-key'] ?? '';
  const required = options.idempotencyKey === 'required';
  if (!keyIsUsable(idempotencyKey, required))
    return err(
      invalid([{ field: 'Idempotency-Key', code: idempotencyKey ? 'INVALID' : 'REQUIRED' }]),
    );
  return ok({
    body: body.value,
    path: path.value,
    query: query.value,
    officer: officer as Officer, // absent only on public calls, whose handlers do not name it
    now: new Date().toISOString(),
    idempotencyKey,
    correlationId: event.requestContext.requestId,
  });
}

/** Runs the handler until its writes are in: replays an earlier answer, and starts over when another writer was first. */
async function run<Body, Path, Query, Deps extends { readonly tables?: Tables }>(
  options: Options<Body, Path, Query>,
  request: Request<Body, Path, Query>,
  handle: Handle<Body, Path, Query, Deps>,
  deps: Deps,
): Promise<Result<unknown, Refusal>> {
  const { tables } = deps;
  for (let attempt = 0; attempt < LOCK_RETRIES; attempt++) {
    let replay: Replay | undefined;
    if (tables && request.idempotencyKey && options.body) {
      const scope = `${options.call} ${options.staff ? request.officer.subject : ''} ${JSON.stringify(request.path)}`;
      const earlier = await findReplay(
        tables,
        scope,
        request.idempotencyKey,
        request.body,
        request.now,
      );
      if (earlier.kind === 'same') return ok(earlier.answer);
      if (earlier.kind === 'otherBody') return err({ status: 409, code: 'IDEMPOTENCY_KEY_REUSED' });
      replay = earlier.replay;
    }
    const outcome = await handle(request, deps);
    if (!outcome.ok) return outcome;
    const { answer, writes = [], correlationId = request.correlationId } = outcome.value;
    if (writes.length === 0 || !tables) return ok(answer);
    const memory = replay ? [replay.remember(answer, request.now)] : [];
    const saved = await tables.commit([...memory, ...writes]);
    if (saved.ok) {
      log('info', 'DONE', { call: options.call, correlationId });
      return ok(answer);
    }
  }
  return err({ status: 409, code: 'CONFLICT' });
}

/** A form sends its empty fields too: they ask for nothing. */
const filled = (query: APIGatewayProxyEventV2['queryStringParameters'] = {}) =>
  Object.fromEntries(Object.entries(query).filter(([, value]) => value !== ''));

function jsonOf(event: APIGatewayProxyEventV2, expected: boolean): Result<unknown, Refusal> {
  if (!expected) return ok(undefined);
  const bytes = Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8');
  if (bytes.length > LARGEST_BODY_BYTES) return err({ status: 413, code: 'TOO_LARGE' });
  try {
    return ok(JSON.parse(bytes.toString('utf8')));
  } catch {
    return err({ status: 400, code: 'NOT_JSON' });
  }
}

function parsed<T>(
  schema: v.GenericSchema<unknown, T> | undefined,
  input: unknown,
): Result<T, readonly FieldError[]> {
  if (!schema) return ok(undefined as T); // a call without the part never reads it
  const outcome = v.safeParse(schema, input);
  if (outcome.success) return ok(outcome.output);
  return err(
    outcome.issues.map((issue) => ({
      field: v.getDotPath(issue) ?? '',
      code: /^[A-Z_]+$/.test(issue.message) ? issue.message : codeOf(issue),
    })),
  );
}

function codeOf(issue: v.BaseIssue<unknown>): string {
  if (issue.type === 'strict_object' && issue.expected === 'never') return 'UNKNOWN_FIELD';
  return issue.received === 'undefined' ? 'REQUIRED' : 'INVALID';
}

const keyIsUsable = (key: string, required: boolean): boolean =>
  key === '' ? !required : /^[\x21-\x7e]{8,200}$/.test(key);

const invalid = (errors: readonly FieldError[]): Refusal => ({
  status: 422,
  code: 'INVALID',
  errors,
});
