/** Seals a reporter's identity so that this function itself cannot open it again. */
import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core';
import { createCipheriv, randomBytes } from 'node:crypto';
import type { ReporterIdentity } from '../shared/complaints/complaint.ts';
import type { SealedIdentity, SealingKey } from '../shared/complaints/sealed-identity.ts';

const PADDED_BYTES = 512; // all identities of ordinary length look alike

const suite = new CipherSuite({
  kem: new DhkemP256HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Aes256Gcm(),
});

/** @param binding - of the filing: a sealed identity cannot be moved to another one */
export async function sealIdentity(
  identity: ReporterIdentity,
  recipients: readonly SealingKey[],
  binding: string,
): Promise<SealedIdentity> {
  const json = Buffer.from(JSON.stringify(identity), 'utf8');
  const padded = Buffer.alloc(Math.ceil(json.length / PADDED_BYTES) * PADDED_BYTES);
  json.copy(padded);
  const contentKey = randomBytes(32);
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', contentKey, iv).setAAD(Buffer.from(binding));
  const ciphertext = Buffer.concat([cipher.update(padded), cipher.final(), cipher.getAuthTag()]);
  const wrapped = await Promise.all(
    recipients.map(async ({ recipient, keyId, publicKey }) => {
      const point = await suite.kem.deserializePublicKey(bufferOf(publicKey));
      const info = Buffer.from(`mingcha identity ${recipient} ${keyId}`);
      const { enc, ct } = await suite.seal({ recipientPublicKey: point, info }, contentKey);
      return { recipient, keyId, enc: base64url(enc), key: base64url(ct) };
    }),
  );
  return { iv: iv.toString('base64url'), ciphertext: ciphertext.toString('base64url'), wrapped };
}

const bufferOf = (text: string): ArrayBuffer =>
  new Uint8Array(Buffer.from(text, 'base64url')).buffer;
const base64url = (bytes: ArrayBuffer): string => Buffer.from(bytes).toString('base64url');
