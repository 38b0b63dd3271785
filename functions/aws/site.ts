/** The site bucket: every public page under its own path. */
import {
  DeleteObjectCommand,
  GetObjectCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import type { Site } from '../ports.ts';
import { setting } from '../runtime.ts';

export class S3Site implements Site {
  readonly #client = new S3Client({ forcePathStyle: true }); // the engines of one machine know no other style

  async get(key: string): Promise<string | undefined> {
    try {
      const { Body } = await this.#client.send(
        new GetObjectCommand({ Bucket: setting('SITE_BUCKET'), Key: key }),
      );
      return await Body?.transformToString();
    } catch (error) {
      if (error instanceof Error && error.name === 'NoSuchKey') return undefined;
      throw error;
    }
  }

  async put(key: string, body: string | Uint8Array, contentType: string, cache: string) {
    await this.#client.send(
      new PutObjectCommand({
        Bucket: setting('SITE_BUCKET'),
        Key: key,
        Body: body,
        ContentType: contentType,
        CacheControl: cache,
      }),
    );
  }

  async delete(key: string) {
    await this.#client.send(new DeleteObjectCommand({ Bucket: setting('SITE_BUCKET'), Key: key }));
  }
}
