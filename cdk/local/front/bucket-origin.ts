/** The bucket as an origin: objects with their own headers; what it lacks is left to the API where the distribution says so. */
import { request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { objectUrl } from '../engines/buckets.ts';
import type { Behaviour, BucketOrigin } from '../template/plan-site.ts';
import { whenCompressed } from './compression.ts';
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
  { headers: policy, compresses }: Pick<Behaviour, 'headers' | 'compresses'>,
): Promise<boolean> {
  const found = await fetchObject(s3, bucket, keyOf(path), request);
  const status = found.statusCode ?? 500;
  if (status < 400) {
    const headers = addHeaders(keptOf(found), policy);
    const packed = compresses ? whenCompressed(request, headers) : undefined;
    response.writeHead(status, packed ?? headers);
    await (packed ? pipeline(found, createGzip(), response) : pipeline(found, response));
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
    // A compressed copy is known by a weak name of the object's own.
    if (typeof value === 'string') headers[name] = value.replaceAll('W/', '');
  }
  const method = request.method === 'HEAD' ? 'HEAD' : 'GET';
  const outgoing = httpRequest(objectUrl(s3, bucket, key), { method, headers });
  outgoing.end();
  const [incoming] = (await once(outgoing, 'response')) as [IncomingMessage]; // the event's documented argument
  return incoming;
}

function keptOf(object: IncomingMessage): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const name of KEPT_RESPONSE_HEADERS) {
    const value = object.headers[name];
    if (typeof value === 'string') headers[name] = value;
  }
  return headers;
}
