/** A site bucket in memory that counts what is asked of it. */
import type { Site } from '../../functions/ports.ts';

export class MemorySite implements Site {
  readonly objects = new Map<string, string>();
  readonly types = new Map<string, string>();

  get(key: string) {
    return Promise.resolve(this.objects.get(key));
  }

  put(key: string, body: string | Uint8Array, contentType: string) {
    this.objects.set(key, typeof body === 'string' ? body : Buffer.from(body).toString());
    this.types.set(key, contentType);
    return Promise.resolve();
  }

  delete(key: string) {
    this.objects.delete(key);
    this.types.delete(key);
    return Promise.resolve();
  }
}
