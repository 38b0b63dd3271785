/** Signed forms for uploads: what they take and until when stands in the signature. They go through the site's own origin. */
import { S3Client } from '@aws-sdk/client-s3';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import type { UploadForm, UploadForms } from '../ports.ts';
import { setting } from '../runtime.ts';

export class S3UploadForms implements UploadForms {
  // The bucket's name leads the path: by it the distribution knows where a request goes.
  readonly #client = new S3Client({ forcePathStyle: true });

  async form(
    key: string,
    { type, size, seconds }: Parameters<UploadForms['form']>[1],
  ): Promise<UploadForm> {
    const { url, fields } = await createPresignedPost(this.#client, {
      Bucket: setting('ATTACHMENTS_BUCKET'),
      Key: key,
      Fields: { 'Content-Type': type },
      Conditions: [['content-length-range', size, size]],
      Expires: seconds,
    });
    return { url: setting('SITE_ORIGIN') + new URL(url).pathname, fields };
  }
}
