/** The bucket as an origin: objects with their own headers; what it lacks is left to the API where the distribution says so. */
import { request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import { pipeline } from 'node:stream/promises';
import { objectUrl } from '../engines/buckets.ts';
import type { BucketOrigin, Header } from '../template/plan-site.ts';
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

/** @returns false when another origin is to answer */
export async function serveObject(
  s3: string,
  { bucket, otherwise }: BucketOrigin,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
  policy: readonly Header[],
): Promise<boolean> {
  const found = await fetchObject(s3, bucket, keyOf(path), request);
  const status = found.statusCode ?? 500;
  if (status < 400) {
    await relay(found, status, response, policy);
    return true;
  }
  found.resume();
  if (otherwise?.statuses.includes(status)) return false;
  const headers = addHeaders({ 'content-type': 'text/plain; charset=utf-8' }, policy);
  response.writeHead(status, headers).end(`${status}\n`);
  return true;
}

function keyOf(path: string): string {
  try {
    return decodeURIComponent(path.slice(1));
  } catch {
    return path.slice(1);
  }
}

async function fetchObject(
  s3: string,
  bucket: string,
  key: string,
  request: IncomingMessage,
): Promise<IncomingMessage> {
  const headers: Record<string, string> = {};
  for (const name of KEPT_REQUEST_HEADERS) {
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
