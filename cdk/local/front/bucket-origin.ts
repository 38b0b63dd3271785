/** The bucket as an origin: objects with their own headers, the error page for what is not there. */
import { request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import { pipeline } from 'node:stream/promises';
import { objectUrl } from '../engines/buckets.ts';
import type { Distribution, Header } from '../template/plan-site.ts';
import { addHeaders } from './policy-headers.ts';

const KEPT_REQUEST_HEADERS = ['if-none-match', 'if-modified-since', 'range'];
const KEPT_RESPONSE_HEADERS = [
  'cache-control',
  'content-disposition',
  'content-encoding',
  'content-language',
  'content-length',
  'content-range',
  'content-type',
  'etag',
  'last-modified',
];

export interface BucketOrigin {
  readonly s3: string;
  readonly bucket: string;
  readonly distribution: Distribution;
}

export async function serveObject(
  origin: BucketOrigin,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
  policy: readonly Header[],
): Promise<void> {
  const found = await fetchObject(origin, keyOf(origin.distribution, path), request, true);
  const status = found.statusCode ?? 500;
  if (status < 400) return relay(found, status, response, policy);
  found.resume();
  const page = origin.distribution.errorPages.find(({ errorCode }) => errorCode === status);
  if (page) {
    const body = await fetchObject(origin, keyOf(origin.distribution, page.path), request, false);
    if (body.statusCode === 200) return relay(body, page.status, response, policy);
    body.resume();
  }
  const headers = addHeaders({ 'content-type': 'text/plain; charset=utf-8' }, policy);
  response.writeHead(status === 403 ? 404 : status, headers).end(`${status}\n`);
}

function keyOf({ defaultRoot }: Distribution, path: string): string {
  if (path === '/' && defaultRoot !== undefined) return defaultRoot;
  try {
    return decodeURIComponent(path.slice(1));
  } catch {
    return path.slice(1);
  }
}

async function fetchObject(
  { s3, bucket }: BucketOrigin,
  key: string,
  request: IncomingMessage,
  conditional: boolean,
): Promise<IncomingMessage> {
  const headers: Record<string, string> = {};
  for (const name of conditional ? KEPT_REQUEST_HEADERS : []) {
    const value = request.headers[name];
    if (typeof value === 'string') headers[name] = value;
  }
  const method = request.method === 'HEAD' ? 'HEAD' : 'GET';
  const outgoing = httpRequest(objectUrl(s3, bucket, key), { method, headers });
  outgoing.end();
  const [incoming] = (await once(outgoing, 'response')) as [IncomingMessage]; // the event's documented argument
  return incoming;
}

async function relay(
  object: IncomingMessage,
  status: number,
  response: ServerResponse,
  policy: readonly Header[],
): Promise<void> {
  const headers: Record<string, string> = {};
  for (const name of KEPT_RESPONSE_HEADERS) {
    const value = object.headers[name];
    if (typeof value === 'string') headers[name] = value;
  }
  response.writeHead(status, addHeaders(headers, policy));
  await pipeline(object, response);
}
