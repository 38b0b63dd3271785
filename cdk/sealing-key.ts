/** A key pair to which identities are sealed, and the row of the vault in which its public half is found. */
import { createHash, webcrypto } from 'node:crypto';
import { departmentCodes } from '../shared/departments/directory.ts';

export interface SealingKey {
  readonly recipient: string;
  /** The first 16 characters of the SHA-256 of the public key, base64url. */
  readonly keyId: string;
  /** The uncompressed point, base64url. */
  readonly publicKey: string;
  readonly privateJwk: webcrypto.JsonWebKey;
}

/** Every department, and whoever keeps the second key to all. */
export const sealingRecipients: readonly string[] = [...departmentCodes, 'ESCROW'];

const KEY_ID_LENGTH = 16;

export async function makeSealingKey(recipient: string): Promise<SealingKey> {
  const { subtle } = webcrypto;
  const pair = await subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, true, [
    'deriveBits',
  ]);
  const point = Buffer.from(await subtle.exportKey('raw', pair.publicKey));
  return {
    recipient,
    keyId: createHash('sha256').update(point).digest('base64url').slice(0, KEY_ID_LENGTH),
    publicKey: point.toString('base64url'),
    privateJwk: await subtle.exportKey('jwk', pair.privateKey),
  };
}

export const rowOf = ({ recipient, keyId, publicKey }: SealingKey) => ({
  pk: { S: 'KEYS' },
  sk: { S: recipient },
  recipient: { S: recipient },
  keyId: { S: keyId },
  publicKey: { S: publicKey },
});
