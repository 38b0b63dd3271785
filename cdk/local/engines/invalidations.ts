/**
 * CloudFront's `CreateInvalidation` (REST, 2020-05-31), so that the template's own function asks here as it does in the cloud.
 * The front keeps no copies, so there is nothing to forget: a request is checked as CloudFront checks it, and remembered.
 */
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { INVALIDATION_PATH } from '../permissions/cloudfront-needs.ts';

export interface Invalidated {
  readonly reference: string;
  readonly paths: readonly string[];
}

export interface InvalidationEngine {
  readonly url: string;
  /** What was asked for, each once. */
  readonly invalidated: () => readonly Invalidated[];
  stop(): Promise<void>;
}

interface Answer {
  readonly status: number;
  readonly body: string;
}

/** @param distribution - the only one there is */
export async function startInvalidationEngine(distribution: string): Promise<InvalidationEngine> {
  const known = new Map<string, Invalidated>();
  const server = createServer((request, response) => {
    answer(request, distribution, known)
      .catch(() => refusal(400, 'InvalidArgument', 'the body cannot be read'))
      .then(({ status, body }) => {
        response.writeHead(status, { 'content-type': 'text/xml' });
        response.end(`<?xml version="1.0"?>\n${body}`);
      })
      .catch(() => response.destroy());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo; // a TCP server that listens has one
  return {
    url: `http://127.0.0.1:${port}`,
    invalidated: () => [...known.values()],
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function answer(
  request: IncomingMessage,
  distribution: string,
  known: Map<string, Invalidated>,
): Promise<Answer> {
  const id = INVALIDATION_PATH.exec(request.url ?? '')?.[1];
  if (request.method !== 'POST' || id === undefined)
    return refusal(404, 'UnknownOperationException', 'not known on one machine');
  if (id !== distribution) return refusal(404, 'NoSuchDistribution', id);
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer); // a request yields buffers
  const body = Buffer.concat(chunks).toString('utf8');
  const [reference = ''] = textsOf(body, 'CallerReference');
  const paths = textsOf(body, 'Path');
  const isPath = (path: string) => path.startsWith('/') && /^[\x21-\x7e]+$/.test(path);
  if (reference === '' || paths.length === 0 || !paths.every(isPath))
    return refusal(400, 'InvalidArgument', 'a reference, and paths from / on in plain characters');
  if (Number(textsOf(body, 'Quantity')[0]) !== paths.length)
    return refusal(400, 'InconsistentQuantities', 'the paths are not as many as is said');
  const before = known.get(reference);
  if (before && before.paths.join('\n') !== paths.join('\n'))
    return refusal(400, 'InvalidationBatchAlreadyExists', 'the reference stands for other paths');
  known.set(reference, { reference, paths });
  return {
    status: 201,
    body:
      `<Invalidation><Id>${escaped(reference)}</Id><Status>Completed</Status>` +
      `<CreateTime>${new Date().toISOString()}</CreateTime></Invalidation>`,
  };
}

const refusal = (status: number, code: string, message: string): Answer => ({
  status,
  body: `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>${escaped(message)}</Message></Error></ErrorResponse>`,
});

/** The texts of all elements of that name. */
const textsOf = (xml: string, name: string): readonly string[] =>
  [...xml.matchAll(new RegExp(`<${name}>([^<]*)</${name}>`, 'g'))].map(([, text = '']) =>
    text
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&apos;', "'")
      .replaceAll('&amp;', '&'),
  );

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
