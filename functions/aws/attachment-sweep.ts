/** Which attachments lie in the bucket, and taking some away: the sweeper's, who reads none. */
import { DeleteObjectCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import type { AttachmentSweep } from '../ports.ts';
import { setting } from '../runtime.ts';

export class S3AttachmentSweep implements AttachmentSweep {
  readonly #client = new S3Client({ forcePathStyle: true }); // the engines of one machine know no other style

  async keys(prefix: string): Promise<readonly string[]> {
    const { Contents = [] } = await this.#client.send(
      new ListObjectsV2Command({ Bucket: setting('ATTACHMENTS_BUCKET'), Prefix: prefix }),
    );
    return Contents.flatMap(({ Key }) => (Key === undefined ? [] : [Key]));
  }

  async remove(key: string): Promise<void> {
    await this.#client.send(
      new DeleteObjectCommand({ Bucket: setting('ATTACHMENTS_BUCKET'), Key: key }),
    );
  }
}
