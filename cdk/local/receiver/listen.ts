/** The small server of a receiver: one call after the other, on this machine only. */
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Call, Reception } from './genuine.ts';

const LARGEST_BODY_BYTES = 64 * 1024;
const PATH = '/mingcha';

interface Listening {
  readonly url: string;
  readonly close: () => void;
}

/**
 * @param failures - how many calls are answered with 503 first
 * @param receive - undefined until the address is configured
 */
export async function listen(
  port: number,
  failures: number,
  receive: () => ((call: Call) => Promise<Reception>) | undefined,
): Promise<Listening> {
  let left = failures;
  const answer = async (request: IncomingMessage): Promise<Reception> => {
    const taking = receive();
    if (!taking) return { status: 503, line: 'later    not configured yet' };
    if (left > 0) {
      left--;
      return { status: 503, line: `failed   as asked, ${left} more` };
    }
    return taking({ headers: request.headers, body: await textOf(request) });
  };
  const server = createServer((request, response) => {
    answer(request)
      .catch((): Reception => ({ status: 400, line: 'refused  cannot be read' }))
      .then(({ status, line }) => {
        console.log(`${status} ${line}`);
        response.writeHead(status, { connection: 'close' }).end();
      })
      .catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const { port: taken } = server.address() as AddressInfo; // it listens on a port
  return { url: `http://127.0.0.1:${taken}${PATH}`, close: () => void server.close() };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LARGEST_BODY_BYTES) throw new Error('too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
