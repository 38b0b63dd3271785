/** Opens what was sealed, as a department that holds its private key would: nothing that runs in production does it here. */
import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core';
import { createDecipheriv } from 'node:crypto';
import type { SealingKey } from '../../cdk/sealing-key.ts';
import type { SealedIdentity } from '../../shared/complaints/sealed-identity.ts';

const TAG_BYTES = 16;

const suite = new CipherSuite({
  kem: new DhkemP256HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Aes256Gcm(),
});

/** @throws when it was sealed for others, or is bound to another filing */
export async function openIdentity(
  { iv, ciphertext, wrapped }: SealedIdentity,
  { recipient, keyId, privateJwk }: SealingKey,
  binding: string,
): Promise<unknown> {
  const own = wrapped.find((key) => key.recipient === recipient && key.keyId === keyId);
  if (!own) throw new Error(`not sealed for ${recipient}`);
  const contentKey = await suite.open(
    {
      recipientKey: await suite.kem.importKey('jwk', privateJwk, false),
      enc: bytesOf(own.enc),
      info: Buffer.from(`mingcha identity ${recipient} ${keyId}`),
    },
    bytesOf(own.key),
  );
  const sealed = Buffer.from(ciphertext, 'base64url');
  const cipher = createDecipheriv('aes-256-gcm', Buffer.from(contentKey), bytesOf(iv))
    .setAAD(Buffer.from(binding))
    .setAuthTag(sealed.subarray(-TAG_BYTES));
  const padded = Buffer.concat([cipher.update(sealed.subarray(0, -TAG_BYTES)), cipher.final()]);
  return JSON.parse(padded.toString('utf8').replace(/\0+$/, ''));
}

const bytesOf = (text: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(Buffer.from(text, 'base64url'));
