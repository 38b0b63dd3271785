/** Creates the buckets of the templates and tells where an object of theirs is. */
import { send } from './engine-call.ts';

export async function createBuckets(endpoint: string, names: readonly string[]): Promise<void> {
  for (const name of names) {
    const { status, body } = await send(`${endpoint}/${name}`, { method: 'PUT' });
    if (status !== 200 && status !== 409) throw new Error(`bucket ${name}: ${status} ${body}`);
  }
}

/** @param key - as the bucket holds it, not encoded */
export const objectUrl = (endpoint: string, bucket: string, key: string): string =>
  `${endpoint}/${bucket}/${key.split('/').map(encodeURIComponent).join('/')}`;
