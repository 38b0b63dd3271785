/** Calls the local engines in the AWS JSON protocol, without the SDK: they check no signature, and the host starts faster. */
import { Agent, request } from 'node:http';

const agent = new Agent({ keepAlive: true, maxSockets: Infinity });

/** Engines read the region, and DynamoDB Local the owner of the tables, from the credential; nobody verifies it. */
export const LOCAL_ACCESS_KEY = 'local';
export const LOCAL_REGION = 'us-east-1';
const AUTHORIZATION = `AWS4-HMAC-SHA256 Credential=${LOCAL_ACCESS_KEY}/20260101/${LOCAL_REGION}/engine/aws4_request, SignedHeaders=host, Signature=0`;

export type Fields = Readonly<Record<string, unknown>>;

/** An engine's refusal; `code` is the last word of its type, e.g. `ResourceInUseException`. */
export class EngineError extends Error {
  readonly code: string;
  constructor(operation: string, code: string, message: string) {
    super(`${operation}: ${code}: ${message}`);
    this.name = 'EngineError';
    this.code = code;
  }
}

type Service = 'dynamodb' | 'streams' | 'sqs';

const PROTOCOLS: Record<Service, { readonly target: string; readonly contentType: string }> = {
  dynamodb: { target: 'DynamoDB_20120810', contentType: 'application/x-amz-json-1.0' },
  streams: { target: 'DynamoDBStreams_20120810', contentType: 'application/x-amz-json-1.0' },
  sqs: { target: 'AmazonSQS', contentType: 'application/x-amz-json-1.0' },
};

/**
 * One call of one operation. @throws EngineError for a refusal, the connection's own error when the engine is away
 * or `signal` aborts.
 */
export async function call<T = Fields>(
  endpoint: string,
  service: Service,
  operation: string,
  input: Fields,
  signal?: AbortSignal,
): Promise<T> {
  const { target, contentType } = PROTOCOLS[service];
  const reply = await send(endpoint, {
    method: 'POST',
    headers: { 'content-type': contentType, 'x-amz-target': `${target}.${operation}` },
    body: JSON.stringify(input),
    ...(signal && { signal }),
  });
  const answer = parse(reply.body);
  if (reply.status === 200) return answer as T; // the engine's own shape, named by the caller
  const code = String(answer['__type'] ?? reply.status)
    .split('#')
    .at(-1);
  throw new EngineError(
    operation,
    code ?? '',
    String(answer['message'] ?? answer['Message'] ?? ''),
  );
}

interface Outgoing {
  readonly method: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly signal?: AbortSignal;
}

/** A plain HTTP call with the credential header, as the bucket engine wants it. */
export function send(
  url: string,
  { method, headers = {}, body = '', signal }: Outgoing,
): Promise<{ readonly status: number; readonly body: string }> {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      url,
      {
        method,
        agent,
        headers: {
          authorization: AUTHORIZATION,
          'x-amz-date': '20260101T000000Z',
          ...headers,
          'content-length': String(Buffer.byteLength(body)),
        },
        ...(signal && { signal }),
      },
      (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
        incoming.once('error', reject);
        incoming.once('end', () =>
          resolve({
            status: incoming.statusCode ?? 0,
            body: Buffer.concat(chunks).toString('utf8'),
          }),
        );
      },
    );
    outgoing.once('error', reject);
    outgoing.end(body);
  });
}

function parse(body: string): Fields {
  try {
    return JSON.parse(body) as Fields; // every answer of the protocol is an object
  } catch {
    return { message: body.slice(0, 200) };
  }
}
