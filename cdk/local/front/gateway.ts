/** The HTTP API: route, authoriser, function; errors are the gateway's own. */
import type { IncomingMessage } from 'node:http';
import type { FunctionPool } from '../functions/pool.ts';
import type { Route } from '../template/plan-site.ts';
import type { Authorise } from './authoriser.ts';
import { answerOf, eventOf, sizeInEvent, splitUrl, type Answer } from './gateway-event.ts';
import { matchRoute } from './routes.ts';

export type Gateway = (request: IncomingMessage) => Promise<Answer>;

/** Lambda's limit for the event of a synchronous invocation. */
const LARGEST_BODY_BYTES = 6 * 1024 * 1024;

export function createGateway(
  routes: readonly Route[],
  pool: Pick<FunctionPool, 'invoke'>,
  authorise: Authorise,
): Gateway {
  return async (request) => {
    const [path] = splitUrl(request.url ?? '/');
    const match = matchRoute(routes, request.method ?? 'GET', path);
    if (!match) return message(404, 'Not Found');
    const { authoriser, functionName } = match.route;
    const claims = authoriser && (await authorise(authoriser, request.headers.authorization));
    if (authoriser && !claims) {
      return message(401, 'Unauthorized', { 'www-authenticate': 'Bearer' });
    }
    const body = await readBody(request);
    if (!body) return message(413, 'Request Entity Too Large', { connection: 'close' });
    try {
      const event = eventOf(request, match, body, claims && { claims });
      return answerOf(await pool.invoke(functionName, event));
    } catch {
      return message(500, 'Internal Server Error');
    }
  };
}

const message = (
  status: number,
  text: string,
  headers: Readonly<Record<string, string>> = {},
): Answer => ({
  status,
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify({ message: text }),
});

/** The whole body; undefined when it is too large, and then it has not been read to its end. */
async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  const contentType = request.headers['content-type'];
  const announced = Number(request.headers['content-length'] ?? 0);
  if (sizeInEvent(announced, contentType) > LARGEST_BODY_BYTES) return undefined;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (sizeInEvent(size, contentType) > LARGEST_BODY_BYTES) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
