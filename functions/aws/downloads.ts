/** Signed addresses for downloads. The signature holds for the store; the site's own origin leads there. */
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { Downloads } from '../ports.ts';
import { setting } from '../runtime.ts';

export class S3Downloads implements Downloads {
  // The bucket's name leads the path: by it the distribution knows where a request goes.
  readonly #client = new S3Client({ forcePathStyle: true });

  async address(key: string, name: string, seconds: number): Promise<string> {
    const command = new GetObjectCommand({
      Bucket: setting('ATTACHMENTS_BUCKET'),
      Key: key,
      ResponseContentDisposition: `attachment; filename*=UTF-8''${encoded(name)}`,
      ResponseContentType: 'application/octet-stream',
      ResponseCacheControl: 'private, no-store',
    });
    const { pathname, search } = new URL(
      await getSignedUrl(this.#client, command, { expiresIn: seconds }),
    );
    return setting('SITE_ORIGIN') + pathname + search;
  }
}

/** RFC 8187 leaves fewer characters as they are than addresses do. */
const encoded = (name: string): string =>
  encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
