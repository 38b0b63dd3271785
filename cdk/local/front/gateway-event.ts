/** An HTTP request as the event of payload format 2.0, and the function's answer as an HTTP response. */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { LOCAL_ACCOUNT } from '../template/names.ts';
import type { Match } from './routes.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: string | Buffer;
}

type Claims = Readonly<Record<string, unknown>>;

export function eventOf(
  request: IncomingMessage,
  { route, pathParameters }: Match,
  body: Buffer,
  authorisation: { readonly claims: Claims } | undefined,
) {
  const [rawPath, rawQueryString] = splitUrl(request.url ?? '/');
  const { cookie, ...others } = request.headers;
  const headers = Object.fromEntries(
    Object.entries(others).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(',') : (value ?? ''),
    ]),
  );
  const now = new Date();
  const isText = isTextual(headers['content-type']);
  const query = queryParameters(rawQueryString);
  return {
    version: '2.0',
    routeKey: `${route.method} ${route.path}`,
    rawPath,
    rawQueryString,
    ...(cookie !== undefined && { cookies: cookie.split(/; */) }),
    headers,
    ...(query && { queryStringParameters: query }),
    ...(Object.keys(pathParameters).length > 0 && { pathParameters }),
    requestContext: {
      accountId: LOCAL_ACCOUNT,
      apiId: 'local',
      ...(authorisation && {
        authorizer: { jwt: { claims: asGatewayClaims(authorisation.claims), scopes: null } },
      }),
      domainName: headers['host'] ?? 'localhost',
      domainPrefix: 'local',
      http: {
        method: request.method ?? 'GET',
        path: rawPath,
        protocol: `HTTP/${request.httpVersion}`,
        sourceIp: request.socket.remoteAddress ?? '127.0.0.1',
        userAgent: headers['user-agent'] ?? '',
      },
      requestId: randomUUID(),
      routeKey: `${route.method} ${route.path}`,
      stage: '$default',
      time: now.toISOString(),
      timeEpoch: now.getTime(),
    },
    ...(body.length > 0 && { body: body.toString(isText ? 'utf8' : 'base64') }),
    isBase64Encoded: body.length > 0 && !isText,
  };
}

/** What the function answered; a value without `statusCode` is a JSON body, as the format allows. */
export function answerOf(result: unknown): Answer {
  if (typeof result !== 'object' || result === null || !('statusCode' in result)) {
    return {
      status: 200,
      headers: { 'content-type': 'application/json' },
      body: typeof result === 'string' ? result : JSON.stringify(result ?? null),
    };
  }
  const structured = result as {
    readonly statusCode: number;
    readonly headers?: Readonly<Record<string, string | number | boolean>>;
    readonly cookies?: readonly string[];
    readonly body?: string;
    readonly isBase64Encoded?: boolean;
  }; // format 2.0; what is of another type fails below and is the gateway's own 500
  const headers: Record<string, string | readonly string[]> = {};
  for (const [name, value] of Object.entries(structured.headers ?? {})) {
    headers[name.toLowerCase()] = String(value);
  }
  if (structured.cookies?.length) headers['set-cookie'] = structured.cookies;
  if (structured.body !== undefined) headers['content-type'] ??= 'application/json';
  const body = structured.body ?? '';
  return {
    status: Number(structured.statusCode),
    headers,
    body: structured.isBase64Encoded ? Buffer.from(body, 'base64') : body,
  };
}

export function splitUrl(url: string): readonly [path: string, query: string] {
  const mark = url.indexOf('?');
  return mark < 0 ? [url, ''] : [url.slice(0, mark), url.slice(mark + 1)];
}

/** The size as it travels to the function: binary bodies grow by a third. */
export const sizeInEvent = (bytes: number, contentType: string | undefined): number =>
  isTextual(contentType) ? bytes : Math.ceil(bytes / 3) * 4;

const isTextual = (contentType = 'text/plain'): boolean =>
  /^(text\/|application\/(json|javascript|xml)\b|application\/[^;]*\+(json|xml)\b)/i.test(
    contentType.trim(),
  );

/** Repeated parameters are joined by commas. */
function queryParameters(rawQueryString: string): Readonly<Record<string, string>> | undefined {
  if (rawQueryString === '') return undefined;
  const parameters: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(rawQueryString)) {
    const earlier = parameters[name];
    parameters[name] = earlier === undefined ? value : `${earlier},${value}`;
  }
  return parameters;
}

/** The gateway turns every claim into a text: a list becomes `[officer reviewer]`. */
function asGatewayClaims(claims: Claims): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(claims).map(([name, value]) => [
      name,
      Array.isArray(value) ? `[${value.join(' ')}]` : asText(value),
    ]),
  );
}

const asText = (value: unknown): string =>
  typeof value === 'object' ? JSON.stringify(value) : String(value);
