/** Opens a reporter's sealed identity in this browser, with a key that never leaves it. */
import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core';
import * as v from 'valibot';
import type { SealedIdentity } from '../../../../../shared/complaints/sealed-identity.ts';

/** A file as `npm run sealing-keys` writes it for one recipient, or as the local host keeps all of them. */
const KeyFile = v.object({
  recipient: v.string(),
  keyId: v.string(),
  privateJwk: v.object({
    kty: v.literal('EC'),
    crv: v.literal('P-256'),
    x: v.string(),
    y: v.string(),
    d: v.string(),
  }),
});
export type PrivateKey = v.InferOutput<typeof KeyFile>;

const KeyFiles = v.union([v.object({ keys: v.array(KeyFile) }), KeyFile]);

/** Empty when the text is no such file. */
export function keysIn(text: string): readonly PrivateKey[] {
  try {
    const read = v.safeParse(KeyFiles, JSON.parse(text));
    if (!read.success) return [];
    return 'keys' in read.output ? read.output.keys : [read.output];
  } catch {
    return [];
  }
}

const Person = v.object({
  name: v.string(),
  phone: v.string(),
  address: v.optional(v.string()),
  idNumber: v.optional(v.string()),
});

export interface Opened {
  readonly person: v.InferOutput<typeof Person>;
  /** Proven to belong to this case; of the oldest, whose binding was not kept, it cannot be. */
  readonly isBound: boolean;
}

const TAG_BYTES = 16;

const suite = new CipherSuite({
  kem: new DhkemP256HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Aes256Gcm(),
});

/** Undefined when none of the keys opens it. */
export async function openSealed(
  { iv, ciphertext, wrapped }: SealedIdentity,
  binding: string | undefined,
  keys: readonly PrivateKey[],
): Promise<Opened | undefined> {
  for (const { recipient, keyId, privateJwk } of keys) {
    const own = wrapped.find((one) => one.recipient === recipient && one.keyId === keyId);
    if (!own) continue;
    try {
      const recipientKey = await suite.kem.importKey('jwk', privateJwk, false);
      const info = new TextEncoder().encode(`mingcha identity ${recipient} ${keyId}`);
      const sealing = { recipientKey, enc: bytesOf(own.enc), info };
      const contentKey = await suite.open(sealing, bytesOf(own.key));
      return await unpacked(bytesOf(ciphertext), bytesOf(iv), contentKey, binding);
    } catch {
      return undefined; // a key that is not the one it says it is, or a text that was altered
    }
  }
  return undefined;
}

async function unpacked(
  ciphertext: Bytes,
  iv: Bytes,
  contentKey: ArrayBuffer,
  binding: string | undefined,
): Promise<Opened> {
  const bytes =
    binding === undefined
      ? await unproven(ciphertext, iv, contentKey)
      : await proven(ciphertext, iv, contentKey, binding);
  const json = new TextDecoder().decode(bytes).replace(/\0+$/, '');
  return { person: v.parse(Person, JSON.parse(json)), isBound: binding !== undefined };
}

async function proven(ciphertext: Bytes, iv: Bytes, contentKey: ArrayBuffer, binding: string) {
  const key = await crypto.subtle.importKey('raw', contentKey, 'AES-GCM', false, ['decrypt']);
  const additionalData = new TextEncoder().encode(binding);
  return crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData }, key, ciphertext);
}

/** GCM is counter mode from 2 on with a proof at the end; what the proof was made with was not kept then. */
async function unproven(ciphertext: Bytes, iv: Bytes, contentKey: ArrayBuffer) {
  const key = await crypto.subtle.importKey('raw', contentKey, 'AES-CTR', false, ['decrypt']);
  const counter = new Uint8Array([...iv, 0, 0, 0, 2]);
  const algorithm = { name: 'AES-CTR', counter, length: 32 };
  return crypto.subtle.decrypt(algorithm, key, ciphertext.slice(0, -TAG_BYTES));
}

type Bytes = Uint8Array<ArrayBuffer>;

const bytesOf = (text: string): Bytes =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0));
