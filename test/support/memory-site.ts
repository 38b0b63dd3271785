/** The site bucket in memory: what was put there last, with its type and caching. */
import type { Site } from '../../functions/ports.ts';

export interface SiteObject {
  readonly body: string;
  readonly contentType: string;
  readonly cache: string;
}

export class MemorySite implements Site {
  readonly objects = new Map<string, SiteObject>();

  get(key: string): Promise<string | undefined> {
    return Promise.resolve(this.objects.get(key)?.body);
  }

  put(key: string, body: string | Uint8Array, contentType: string, cache: string): Promise<void> {
    const text = typeof body === 'string' ? body : Buffer.from(body).toString('utf8');
    this.objects.set(key, { body: text, contentType, cache });
    return Promise.resolve();
  }

  delete(key: string): Promise<void> {
    this.objects.delete(key);
    return Promise.resolve();
  }

  // A bucket names its objects page by page.
  // eslint-disable-next-line @typescript-eslint/require-await
  async *keys(): AsyncGenerator<string> {
    yield* [...this.objects.keys()].sort();
  }

  text(key: string): string {
    return this.objects.get(key)?.body ?? '';
  }
}
