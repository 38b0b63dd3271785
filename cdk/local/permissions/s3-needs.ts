/** What an S3 call needs, read from its method, path and query; addresses are of the path style. */
import type { Need } from './policy.ts';

export interface ObjectCall {
  readonly method: string;
  /** Path and query as they were sent. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: Buffer;
}

/** Queries that change nothing about the permission; any other asks for something that is not known here. */
const HARMLESS =
  /^(x-id|list-type|prefix|delimiter|continuation-token|start-after|marker|max-keys|encoding-type|fetch-owner|partNumber|response-[a-z-]+)$/;

/** @returns undefined for an operation that is not known here: it is denied */
export function s3Needs(call: ObjectCall): readonly Need[] | undefined {
  // Not by URL, which would resolve `..`: to a bucket that is part of a name.
  const [path = '', query = ''] = call.url.split('?', 2);
  const [bucket = '', ...rest] = path.slice(1).split('/');
  const key = decodeURIComponent(rest.join('/'));
  const asked = [...new URLSearchParams(query).keys()]
    .filter((name) => !HARMLESS.test(name))
    .join(' ');
  if (bucket === '') return undefined;
  return key === '' ? ofBucket(call, bucket, asked) : ofObject(call, bucket, key, asked);
}

/** Permits telling an absent object from a forbidden one. */
export const listing = (bucket: string): Need => ({
  action: 's3:ListBucket',
  resource: `arn:aws:s3:::${bucket}`,
});

function ofBucket(
  { method, body }: ObjectCall,
  bucket: string,
  asked: string,
): readonly Need[] | undefined {
  if ((method === 'GET' || method === 'HEAD') && asked === '') return [listing(bucket)];
  if (method !== 'POST' || asked !== 'delete') return undefined;
  return [...body.toString('utf8').matchAll(/<Key>([^<]*)<\/Key>/g)].map(([, key = '']) =>
    on('DeleteObject', bucket, plain(key)),
  );
}

function ofObject(
  { method, headers }: ObjectCall,
  bucket: string,
  key: string,
  asked: string,
): readonly Need[] | undefined {
  switch (`${method} ${asked}`.trim()) {
    case 'GET':
    case 'HEAD':
      return [on('GetObject', bucket, key)];
    case 'PUT': {
      const { 'x-amz-copy-source': source, 'x-amz-tagging': tags, 'x-amz-acl': acl } = headers;
      const [from = '', ...path] = decodeURIComponent(String(source ?? '').replace(/^\//, ''))
        .replace(/\?.*$/, '')
        .split('/');
      return [
        on('PutObject', bucket, key),
        ...(source === undefined ? [] : [on('GetObject', from, path.join('/'))]),
        ...(tags === undefined ? [] : [on('PutObjectTagging', bucket, key)]),
        ...(acl === undefined ? [] : [on('PutObjectAcl', bucket, key)]),
      ];
    }
    case 'PUT uploadId':
    case 'POST uploads':
    case 'POST uploadId':
      return [on('PutObject', bucket, key)];
    case 'DELETE':
      return [on('DeleteObject', bucket, key)];
    case 'DELETE uploadId':
      return [on('AbortMultipartUpload', bucket, key)];
    default:
      return undefined;
  }
}

const on = (action: string, bucket: string, key: string): Need => ({
  action: `s3:${action}`,
  resource: `arn:aws:s3:::${bucket}/${key}`,
});

const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '&amp;': '&',
};

const plain = (xml: string): string =>
  xml.replaceAll(/&(lt|gt|quot|apos|amp);/g, (entity) => ENTITIES[entity] ?? entity);
