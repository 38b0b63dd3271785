/** Stands before the engines: knows each function by its access key and lets pass what its role allows. */
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import {
  Agent,
  createServer,
  request as httpRequest,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { LOCAL_ACCESS_KEY } from '../engines/engine-call.ts';
import type { FunctionPlan } from '../template/plan-functions.ts';
import type { Table } from '../template/plan-stores.ts';
import { cloudfrontNeeds } from './cloudfront-needs.ts';
import { denial, type Refusal, type Service } from './denial.ts';
import { dynamodbNeeds, type PartitionKeyOf } from './dynamodb-needs.ts';
import { partitionKeys } from './partition-keys.ts';
import { presignedOf, type Presigned } from './presigned.ts';
import { isAllowed, type Need, type Statement } from './policy.ts';
import { listing, s3Needs } from './s3-needs.ts';
import { sqsNeeds } from './sqs-needs.ts';

export interface AccessKey {
  readonly id: string;
  readonly secret: string;
}

/** One thing that a function asked of a service. */
export interface Use {
  readonly functionName: string;
  readonly need: Need;
  readonly allowed: boolean;
}

/** The statements of a function's role. */
export type Policies = (functionName: string) => readonly Statement[];

export interface PermissionProxy {
  readonly url: string;
  keyOf(functionName: string): AccessKey;
  /** From now on these are the roles. */
  replacePolicies(policies: Policies): void;
  /** Hears of every need of every call, allowed or not. @returns what ends the listening */
  watch(listener: (use: Use) => void): () => void;
  stop(): Promise<void>;
}

export interface ProxyOptions {
  readonly functions: readonly Pick<FunctionPlan, 'name' | 'label'>[];
  readonly tables: readonly Table[];
  readonly engines: Readonly<Record<Service, string>>;
  readonly policies: Policies;
  /** Hears of what was denied, in a sentence. */
  readonly onDenied: (functionName: string, sentence: string) => void;
}

interface Call {
  readonly service: Service;
  readonly request: IncomingMessage;
  readonly body: Buffer;
  readonly presigned: Presigned | undefined;
}

const SERVICES: readonly string[] = [
  'dynamodb',
  'sqs',
  's3',
  'monitoring',
  'cloudfront',
] satisfies readonly Service[];
const isService = (name: string | undefined): name is Service => SERVICES.includes(name ?? '');

export async function startPermissionProxy(options: ProxyOptions): Promise<PermissionProxy> {
  const keys = new Map<string, AccessKey>();
  const holders = new Map<string, ProxyOptions['functions'][number]>();
  for (const fn of options.functions) {
    const key = newAccessKey();
    keys.set(fn.name, key);
    holders.set(key.id, fn);
  }
  const partitionKeyOf = partitionKeys(options.tables);
  const listeners = new Set<(use: Use) => void>();
  let { policies } = options;
  const { dynamodb, sqs, s3, monitoring, cloudfront } = options.engines;
  const places = {
    dynamodb: placeOf(dynamodb),
    sqs: placeOf(sqs),
    s3: placeOf(s3),
    monitoring: placeOf(monitoring),
    cloudfront: placeOf(cloudfront),
  };
  const agent = new Agent({ keepAlive: true, maxSockets: Infinity });

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await bodyOf(request);
    const { method = '', url = '', headers } = request;
    const presigned = await presignedOf({ method, url, headers, body }, host());
    const [keyId = '', , , service] = presigned
      ? [presigned.keyId, '', '', 's3']
      : credentialOf(request);
    const holder = holders.get(keyId);
    if (!holder || !isService(service)) {
      const who = holder?.label ?? 'an unknown access key';
      const what = `${who} asked for the service ${service ?? '(none)'}`;
      options.onDenied(holder?.name ?? '', `denied: ${what}, which no role here can allow`);
      return refuse(response, denial(isService(service) ? service : 's3', what));
    }
    const unsigned = presigned?.refusedFor(keys.get(holder.name)?.secret ?? '', new Date());
    if (unsigned !== undefined) {
      options.onDenied(holder.name, `denied: what ${holder.label} signed: ${unsigned}`);
      return refuse(response, denial('s3', unsigned));
    }
    const call = { service, request, body, presigned };
    const may = (need: Need): boolean => {
      const allowed = isAllowed(policies(holder.name), need);
      for (const listener of listeners) listener({ functionName: holder.name, need, allowed });
      return allowed;
    };
    const deny = (what: string) => {
      const sentence = `${holder.label} may not ${what}`;
      options.onDenied(holder.name, `denied: ${sentence}`);
      refuse(response, denial(service, `AccessDenied: ${sentence}`));
    };
    const needs = needsOf(call, partitionKeyOf) ?? [];
    if (needs.length === 0) return deny(`${service}:${operationOf(request)}: it is not known here`);
    const missing = needs.find((need) => !may(need));
    if (missing) return deny(inWords(missing));
    const incoming = await passOn(call);
    if (service === 's3' && incoming.statusCode === 404) {
      const list = listing(bucketOf(request));
      if (!may(list)) {
        incoming.resume();
        return deny(`${inWords(list)}: without it an absent object is a forbidden one`);
      }
    }
    response.writeHead(incoming.statusCode ?? 502, {
      ...incoming.headers,
      ...(incoming.statusCode === 200 && presigned?.answerHeaders),
    });
    response.end(await bodyOf(incoming));
  }

  function passOn({ service, request, body, presigned }: Call): Promise<IncomingMessage> {
    return new Promise((resolve, reject) => {
      const { method } = request;
      const url = presigned?.method === 'GET' ? presigned.url : request.url;
      const headers = headersFor(request, body.length);
      const outgoing = httpRequest(
        { ...places[service], path: url, method, agent, headers },
        resolve,
      );
      outgoing.once('error', reject);
      outgoing.end(body);
    });
  }

  const host = (): string => {
    const { port } = server.address() as AddressInfo; // a TCP server that listens has one
    return `127.0.0.1:${port}`;
  };
  const server = createServer((request, response) => {
    serve(request, response).catch(() => {
      if (!response.headersSent) response.writeHead(502);
      response.end();
    });
  });
  server.keepAliveTimeout = 0; // functions keep their connections; a closing one would meet the next call
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://${host()}`,
    keyOf(functionName) {
      const key = keys.get(functionName);
      if (!key) throw new Error(`${functionName} has no access key`);
      return key;
    },
    replacePolicies(now) {
      policies = now;
    },
    watch(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async stop() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      agent.destroy();
      await closed;
    },
  };
}

function needsOf(
  { service, request, body, presigned }: Call,
  partitionKeyOf: PartitionKeyOf,
): readonly Need[] | undefined {
  if (service === 's3') {
    const { method = '', url = '/' } = presigned ?? request;
    return s3Needs({ method, url, headers: request.headers, body });
  }
  if (service === 'cloudfront') return cloudfrontNeeds(request);
  const [protocol, operation = ''] = targetOf(request);
  const input = parsed(body);
  if (!input) return undefined;
  // CloudWatch has no resources to name.
  if (service === 'monitoring') return [{ action: `cloudwatch:${operation}`, resource: '*' }];
  if (service === 'sqs') return protocol === 'AmazonSQS' ? sqsNeeds(operation, input) : undefined;
  return protocol === 'DynamoDB_20120810'
    ? dynamodbNeeds(operation, input, partitionKeyOf)
    : undefined;
}

const newAccessKey = (): AccessKey => ({
  id: `AKIA${randomBytes(10).toString('hex').slice(0, 16).toUpperCase()}`,
  secret: randomBytes(30).toString('base64'),
});

/** `Credential=<key>/<date>/<region>/<service>/aws4_request` of the signature. */
const credentialOf = ({ headers }: IncomingMessage): readonly string[] =>
  /Credential=([^,\s]+)/.exec(headers.authorization ?? '')?.[1]?.split('/') ?? [];

/** `DynamoDB_20120810.GetItem` */
const targetOf = ({ headers }: IncomingMessage): readonly string[] =>
  String(headers['x-amz-target'] ?? '').split('.');

const operationOf = (request: IncomingMessage): string =>
  targetOf(request)[1] ?? String(request.method);

const bucketOf = ({ url = '/' }: IncomingMessage): string =>
  new URL(url, 'http://bucket').pathname.split('/')[1] ?? '';

function parsed(body: Buffer): Readonly<Record<string, unknown>> | undefined {
  try {
    const input: unknown = JSON.parse(body.toString('utf8'));
    return typeof input === 'object' && input !== null ? { ...input } : undefined;
  } catch {
    return undefined;
  }
}

/** The engines know one key, the host's; the body goes on whole. */
function headersFor({ headers }: IncomingMessage, length: number) {
  const {
    host: _,
    connection: _c,
    expect: _e,
    'transfer-encoding': _t,
    authorization,
    ...others
  } = headers;
  return {
    ...others,
    ...(authorization !== undefined && {
      authorization: authorization.replace(/Credential=[^/]+/, `Credential=${LOCAL_ACCESS_KEY}`),
    }),
    'content-length': length,
  };
}

/** Of the key only the kind: the rest could say whom a call was about. */
function inWords({ action, resource, leadingKeys = [] }: Need): string {
  const kinds = new Set(
    leadingKeys.map((key) => (key.includes('#') ? key.replace(/#.*/, '#…') : key)),
  );
  return `${action} on ${resource}${kinds.size > 0 ? ` (leading key ${[...kinds].join(', ')})` : ''}`;
}

function refuse(response: ServerResponse, { status, headers, body }: Refusal): void {
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) });
  response.end(body);
}

function bodyOf(message: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    message.on('data', (chunk: Buffer) => chunks.push(chunk));
    message.once('end', () => resolve(Buffer.concat(chunks)));
    message.once('error', reject);
  });
}

function placeOf(url: string): { readonly hostname: string; readonly port: string } {
  const { hostname, port } = new URL(url);
  return { hostname, port };
}
