/** Requests that were signed beforehand, by a function for somebody's browser: an upload form, or an address for one download. */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

export interface Presigned {
  /** The access key of who signed it, and acts. */
  readonly keyId: string;
  /** The request as its signer would have sent it; a form becomes the upload that it is. */
  readonly url: string;
  readonly method: 'GET' | 'PUT';
  /** Why it does not hold; undefined when it does. @param secret - of the signer */
  readonly refusedFor: (secret: string, now: Date) => string | undefined;
  /** What the answer's headers are to say. */
  readonly answerHeaders: Readonly<Record<string, string>>;
}

interface Incoming {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** Undefined for any other request. @param host - by which the signer knew the store */
export async function presignedOf(
  incoming: Incoming,
  host: string,
): Promise<Presigned | undefined> {
  if (incoming.headers.authorization !== undefined) return undefined;
  if (incoming.method === 'GET') return address(incoming, host);
  const isForm = incoming.headers['content-type']?.startsWith('multipart/form-data');
  return incoming.method === 'POST' && isForm ? form(incoming) : undefined;
}

function address({ url }: Incoming, host: string): Presigned | undefined {
  const [path = '', query = ''] = url.split('?', 2);
  const parameters = new URLSearchParams(query);
  const signature = parameters.get('X-Amz-Signature');
  const credential = parameters.get('X-Amz-Credential');
  const at = parameters.get('X-Amz-Date') ?? '';
  if (signature === null || credential === null) return undefined;
  const [keyId = ''] = credential.split('/');
  const unsigned = query.split('&').filter((part) => !part.startsWith('X-Amz-Signature='));
  const canonical = [
    ...['GET', path, unsigned.toSorted().join('&'), `host:${host}`, ''],
    ...['host', 'UNSIGNED-PAYLOAD'],
  ].join('\n');
  const scope = credential.split('/').slice(1).join('/');
  const toSign = ['AWS4-HMAC-SHA256', at, scope, sha256(canonical)].join('\n');
  const own = query.split('&').filter((part) => !/^x-amz-/i.test(part));
  return {
    keyId,
    url: `${path}?${own.join('&')}`,
    method: 'GET',
    answerHeaders: Object.fromEntries(
      [...parameters].flatMap(([name, value]) =>
        name.startsWith('response-') ? [[name.slice('response-'.length), value]] : [],
      ),
    ),
    refusedFor(secret, now) {
      if (!isEqual(signature, sign(secret, scope, toSign))) return 'SignatureDoesNotMatch';
      const until = timeOf(at) + Number(parameters.get('X-Amz-Expires')) * 1_000;
      return now.getTime() > until ? 'Request has expired' : undefined;
    },
  };
}

/** Names of a form that no condition has to mention. */
const FREE = ['policy', 'x-amz-signature', 'file'];

async function form({ url, headers, body }: Incoming): Promise<Presigned | undefined> {
  const contentType = headers['content-type'] ?? '';
  const parts = await new Response(body, { headers: { 'content-type': contentType } })
    .formData()
    .catch(() => undefined);
  const file = parts?.get('file');
  if (!parts || typeof file !== 'object' || file === null) return undefined;
  const fields = new Map<string, string>();
  for (const [name, value] of parts) {
    if (typeof value === 'string') fields.set(name.toLowerCase(), value);
  }
  const { size } = file;
  const [keyId = '', ...scope] = (fields.get('x-amz-credential') ?? '').split('/');
  const policy = fields.get('policy') ?? '';
  const [path = ''] = url.split('?', 1);
  const bucket = path.split('/')[1] ?? '';
  const key = (fields.get('key') ?? '').split('/').map(encodeURIComponent).join('/');
  return {
    keyId,
    url: `/${bucket}/${key}`,
    method: 'PUT',
    answerHeaders: {},
    refusedFor(secret, now) {
      const signature = fields.get('x-amz-signature') ?? '';
      if (!isEqual(signature, sign(secret, scope.join('/'), policy)))
        return 'SignatureDoesNotMatch';
      return brokenCondition(policy, new Map([...fields, ['bucket', bucket]]), size, now);
    },
  };
}

interface Policy {
  readonly expiration: string;
  readonly conditions: readonly (Readonly<Record<string, string>> | readonly unknown[])[];
}

function brokenCondition(
  encoded: string,
  fields: ReadonlyMap<string, string>,
  size: number,
  now: Date,
): string | undefined {
  const { expiration, conditions } = JSON.parse(
    Buffer.from(encoded, 'base64').toString('utf8'),
  ) as Policy; // its signature holds, so one of our functions wrote it
  if (now.getTime() > Date.parse(expiration)) return 'Policy expired';
  const named = new Set(FREE);
  for (const condition of conditions) {
    const [kind, first, second] = Array.isArray(condition)
      ? (condition as readonly unknown[]) // isArray does not narrow a readonly union
      : (['eq', ...(Object.entries(condition)[0] ?? [])] as const);
    if (kind === 'content-length-range') {
      if (size < Number(first)) return 'EntityTooSmall';
      if (size > Number(second)) return 'EntityTooLarge';
      continue;
    }
    const name = String(first).replace(/^\$/, '').toLowerCase();
    named.add(name);
    const value = fields.get(name) ?? '';
    const holds =
      kind === 'starts-with' ? value.startsWith(String(second)) : value === String(second);
    if (!holds) return `Policy Condition failed: ${name}`;
  }
  const extra = [...fields.keys()].find((name) => !named.has(name));
  return extra === undefined ? undefined : `Extra input fields: ${extra}`;
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const hmac = (key: string | Buffer, text: string): Buffer =>
  createHmac('sha256', key).update(text).digest();

/** @param scope - `<date>/<region>/s3/aws4_request` */
function sign(secret: string, scope: string, text: string): string {
  const key = scope.split('/').reduce<string | Buffer>(hmac, `AWS4${secret}`);
  return hmac(key, text).toString('hex');
}

function isEqual(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** `20261122T054712Z` */
const timeOf = (compact: string): number =>
  Date.parse(compact.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));
