/** The bytes of attachments in their bucket. */
import {
  DeleteObjectCommand,
  GetObjectCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import type { AttachmentFiles } from '../ports.ts';
import { setting } from '../runtime.ts';

export class S3AttachmentFiles implements AttachmentFiles {
  readonly #client = new S3Client({ forcePathStyle: true }); // the engines of one machine know no other style

  async read(key: string): Promise<Uint8Array | undefined> {
    try {
      const { Body } = await this.#client.send(new GetObjectCommand(at(key)));
      return await Body?.transformToByteArray();
    } catch (error) {
      if (error instanceof Error && error.name === 'NoSuchKey') return undefined;
      throw error;
    }
  }

  async write(key: string, bytes: Uint8Array, type: string): Promise<void> {
    await this.#client.send(new PutObjectCommand({ ...at(key), Body: bytes, ContentType: type }));
  }

  async remove(key: string): Promise<void> {
    await this.#client.send(new DeleteObjectCommand(at(key)));
  }
}

const at = (key: string) => ({ Bucket: setting('ATTACHMENTS_BUCKET'), Key: key });
