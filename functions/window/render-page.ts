/** Renders the form and search paths with what the HTTP API answers, and the page for what is missing; touches no table itself. */
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { pageHeaders } from '../../shared/disclosure/page-headers.ts';
import {
  DESK_PATH,
  localeOf,
  localPath,
  MISSING_PREFIX,
  NOT_FOUND_PATH,
  pathWithoutLocale,
} from '../../shared/disclosure/pages.ts';
import { withoutLastSlash } from '../../shared/disclosure/addresses.ts';
import type { Instant } from '../../shared/time.ts';
import { respond, type SignIn } from '../../web/build/renderer.js';
import { log, traceOf } from '../aws/log.ts';
import { setting } from '../runtime.ts';

export interface World {
  readonly api: (path: string, init?: RequestInit) => Promise<Response>;
  readonly signIn: SignIn;
}

export async function renderPage(request: Request, world: World): Promise<Response> {
  const answer = guarded(await respond(request, world));
  if (isOfDesk(request)) allowIssuer(answer, new URL(world.signIn.issuer).origin);
  // What the window says itself of a page, it says of one without anybody's words.
  if (!answer.headers.has('cache-control')) answer.headers.set('cache-control', 'no-store');
  answer.headers.set('referrer-policy', 'no-referrer');
  return answer;
}

/**
 * A page whose address was written with a slash at its end is where it always is.
 * @param url - of what the bucket does not have, behind `MISSING_PREFIX`; its language is the page's
 */
export async function renderMissing(url: URL, now: Instant): Promise<Response> {
  const missing = url.pathname.slice(MISSING_PREFIX.length);
  const location = withoutLastSlash(missing);
  if (location !== undefined) {
    const headers = { location, 'cache-control': REDIRECT_CACHE };
    return guarded(new Response(null, { status: 308, headers }));
  }
  const locale = localeOf(missing);
  const page = new Request(new URL(localPath(NOT_FOUND_PATH, locale), url));
  const { body, headers } = await respond(page, { page: { page: 'notFound', updatedAt: now } });
  const answer = guarded(new Response(body, { status: 404, headers }));
  answer.headers.set('cache-control', MISSING_CACHE);
  return answer;
}

/** A page may be published the next moment. */
const MISSING_CACHE = 'public, max-age=10';

/** A release may take the page's place. */
const REDIRECT_CACHE = 'public, max-age=300';

const isOfDesk = ({ url }: Request): boolean =>
  pathWithoutLocale(new URL(url).pathname).startsWith(DESK_PATH);

/** The desk fetches its tokens from the issuer, which may stand elsewhere. */
function allowIssuer({ headers }: Response, origin: string): void {
  const name = 'content-security-policy';
  headers.set(name, `${headers.get(name)}; connect-src 'self' ${origin}`);
}

function guarded(answer: Response): Response {
  for (const [name, value] of Object.entries(pageHeaders)) {
    if (!answer.headers.has(name)) answer.headers.set(name, value);
  }
  return answer;
}

export async function handler(
  event: APIGatewayProxyEventV2,
): Promise<APIGatewayProxyStructuredResultV2> {
  const world: World = {
    api: (path, init) => fetch(setting('API_ORIGIN') + path, init),
    signIn: { issuer: setting('ISSUER'), clientId: setting('DESK_CLIENT_ID') },
  };
  try {
    const request = requestOf(event);
    const url = new URL(request.url);
    const answer = await (url.pathname.startsWith(`${MISSING_PREFIX}/`)
      ? renderMissing(url, new Date().toISOString())
      : renderPage(request, world));
    const cookies = answer.headers.getSetCookie();
    answer.headers.delete('set-cookie');
    return {
      statusCode: answer.status,
      headers: Object.fromEntries(answer.headers),
      ...(cookies.length > 0 && { cookies }),
      body: await answer.text(),
    };
  } catch (error) {
    const { requestId } = event.requestContext;
    log('error', 'PAGE_FAILED', { requestId, ...traceOf(error) });
    return { statusCode: 500, headers: { 'content-type': 'text/plain' }, body: '500' };
  }
}

function requestOf(event: APIGatewayProxyEventV2): Request {
  const { rawPath, rawQueryString, headers, cookies, body, isBase64Encoded, requestContext } =
    event;
  const query = rawQueryString ? `?${rawQueryString}` : '';
  const { method } = requestContext.http;
  const given = Object.entries(headers).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, value]],
  );
  return new Request(setting('SITE_ORIGIN') + rawPath + query, {
    method,
    headers: cookies ? [...given, ['cookie', cookies.join('; ')]] : given,
    ...(method === 'POST' && {
      body: Buffer.from(body ?? '', isBase64Encoded ? 'base64' : 'utf8'),
    }),
  });
}
