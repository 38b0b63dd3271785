/** The one address of the site: identity provider under `/oidc`, then the distribution's behaviours. */
import { createServer, request as httpRequest } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { pipeline } from 'node:stream/promises';
import { gzipSync } from 'node:zlib';
import type { Behaviour, Distribution, Header } from '../template/plan-site.ts';
import { serveObject } from './bucket-origin.ts';
import { whenCompressed } from './compression.ts';
import type { Gateway } from './gateway.ts';
import { splitUrl } from './gateway-event.ts';
import { addHeaders } from './policy-headers.ts';

export interface Front {
  readonly port: number;
  /** Until then every request is answered 503. */
  open(behind: Behind): void;
  stop(): Promise<void>;
}

/** What the front leads to. */
export interface Behind {
  readonly gateway: Gateway;
  readonly distribution: Distribution;
  readonly s3: string;
  /** Where signed requests to the store go: it judges them by whose signature they bear. */
  readonly store: string;
  /** `http://127.0.0.1:…` of the identity provider. */
  readonly identityProvider: string;
  /** Hears of requests that broke off; never of their path or query, which may hold what a person typed. */
  readonly complain: (sentence: string) => void;
}

/** Longer than the pauses of a person who reads. */
const KEEP_ALIVE_MILLISECONDS = 60_000;

/** A port that another program holds. */
export class PortTaken extends Error {
  override name = 'PortTaken';
}

/** @param port - 0 for any free one. @throws PortTaken */
export async function listen(port: number): Promise<Front> {
  let behind: Behind | undefined;
  const server = createServer((request, response) => {
    if (!behind) {
      response.writeHead(503, { 'retry-after': '1' }).end('Mingcha is starting.\n');
      return;
    }
    serve(behind, request, response).catch((error: unknown) => {
      behind?.complain(`${request.method} failed in the front: ${String(error)}`);
      if (!response.headersSent) response.writeHead(502);
      response.end();
    });
  });
  server.keepAliveTimeout = KEEP_ALIVE_MILLISECONDS;
  server.listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
  } catch (error) {
    throw isPortTaken(error) ? new PortTaken(`Port ${port} is taken`, { cause: error }) : error;
  }
  const { port: actual } = server.address() as AddressInfo; // a TCP server that listens has one
  return {
    port: actual,
    open(now) {
      behind = now;
    },
    stop: () => close(server),
  };
}

const isPortTaken = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';

async function serve(
  behind: Behind,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const [path] = splitUrl(request.url ?? '/');
  if (path === '/oidc' || path.startsWith('/oidc/')) {
    return passOn(behind.identityProvider, request, response);
  }
  const behaviour = behaviourOf(behind.distribution, path);
  const { origin, headers, methods, compresses } = behaviour;
  if (!methods.includes(request.method ?? '')) {
    response.writeHead(403, addHeaders({}, headers)).end();
    return;
  }
  if (origin === 'store') return passOn(behind.store, request, response, headers);
  if (origin !== 'api' && 'bucket' in origin) {
    const { s3, distribution } = behind;
    const object = path === '/' ? `/${distribution.defaultRoot ?? ''}` : path;
    if (await serveObject(s3, origin, object, request, response, behaviour)) return;
    // As the distribution does it: the same request once more, to the other origin, behind its path.
    request.url = `${origin.otherwise?.prefix ?? ''}${object}`;
  }
  const answer = await behind.gateway(request);
  if (origin !== 'api' && 'api' in origin && origin.otherwise.statuses.includes(answer.status)) {
    const stored = { bucket: origin.otherwise.bucket };
    if (await serveObject(behind.s3, stored, path, request, response, behaviour)) return;
  }
  const whole = {
    ...addHeaders(answer.headers, headers),
    'content-length': String(Buffer.byteLength(answer.body)),
  };
  const packed = compresses ? whenCompressed(request, whole) : undefined;
  response.writeHead(answer.status, packed ?? whole);
  const body = packed ? gzipSync(answer.body) : answer.body;
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** The first whose pattern fits; the last one, `*`, fits everything. */
function behaviourOf({ behaviours }: Distribution, path: string): Behaviour {
  const found = behaviours.find(({ pattern }) => expressionOf(pattern).test(path));
  if (!found) throw new Error('a distribution without a default behaviour');
  return found;
}

const expressions = new Map<string, RegExp>();

function expressionOf(pattern: string): RegExp {
  let expression = expressions.get(pattern);
  if (!expression) {
    const source = pattern
      .replaceAll(/[.+^${}()|[\]\\]/g, '\\$&')
      .replaceAll('*', '.*')
      .replaceAll('?', '.');
    expression = new RegExp(`^${source}$`, 's');
    expressions.set(pattern, expression);
  }
  return expression;
}

async function passOn(
  target: string,
  request: IncomingMessage,
  response: ServerResponse,
  policy?: readonly Header[],
): Promise<void> {
  const outgoing = httpRequest(new URL(request.url ?? '/', target), {
    method: request.method,
    headers: {
      ...request.headers,
      // As the distribution does it: an origin hears its own name.
      ...(policy && { host: new URL(target).host }),
      'x-forwarded-proto': 'http',
      'x-forwarded-host': request.headers.host ?? '',
      'x-forwarded-for': request.socket.remoteAddress ?? '',
    },
  });
  const answered = once(outgoing, 'response') as Promise<[IncomingMessage]>; // the event's documented argument
  const [, [incoming]] = await Promise.all([pipeline(request, outgoing), answered]);
  const own = Object.fromEntries(
    Object.entries(incoming.headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value]],
    ),
  );
  response.writeHead(incoming.statusCode ?? 502, policy ? addHeaders(own, policy) : own);
  await pipeline(incoming, response);
}

async function close(server: Server): Promise<void> {
  if (!server.listening) return;
  const closed = once(server, 'close');
  server.close();
  server.closeIdleConnections();
  const insist = setTimeout(() => server.closeAllConnections(), 500);
  await closed;
  clearTimeout(insist);
}
