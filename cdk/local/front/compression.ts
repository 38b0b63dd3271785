/** What a behaviour of the distribution with `Compress` does to an answer: gzip for texts, by CloudFront's rules of size and type. */
import type { IncomingMessage } from 'node:http';

type Headers = Record<string, string | string[]>;

/** CloudFront leaves what is smaller alone. */
const LEAST_BYTES = 1_000;
const TEXTS =
  /^(text\/|application\/(json|problem\+json|javascript|xml|atom\+xml|manifest\+json)|image\/svg)/;

/** @returns the headers of the compressed answer; undefined when it goes as it is */
export function whenCompressed(request: IncomingMessage, headers: Headers): Headers | undefined {
  const type = String(headers['content-type'] ?? '');
  const length = Number(headers['content-length'] ?? Infinity);
  const accepts = /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
  const isWhole = request.method !== 'HEAD' && request.headers.range === undefined;
  if (!accepts || !isWhole || !TEXTS.test(type) || length < LEAST_BYTES) return undefined;
  if (headers['content-encoding'] !== undefined) return undefined;
  const { 'content-length': _, etag, vary, ...others } = headers;
  return {
    ...others,
    'content-encoding': 'gzip',
    vary: [vary ?? [], 'Accept-Encoding'].flat().join(', '),
    // The bytes are others now, what they say is not.
    ...(etag !== undefined && { etag: `W/${String(etag).replace(/^W\//, '')}` }),
  };
}
