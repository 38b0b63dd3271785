/** Seals who reports, in the browser, to those who may have to open it: the same format as the intake function's. */
import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core';
import { matrixOf } from '../../../../../shared/complaints/matrix.ts';
import {
  identityRecipients,
  type SealedIdentity,
  type SealingKey,
} from '../../../../../shared/complaints/sealed-identity.ts';

const PADDED_BYTES = 512; // all identities of ordinary length look alike

const suite = new CipherSuite({
  kem: new DhkemP256HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Aes256Gcm(),
});

/** Whoever leads by the categories, and escrow; a test holds it against the routing rule. */
export const recipientsOf = (chosen: readonly string[]): readonly string[] =>
  identityRecipients(
    matrixOf()
      .filter(({ code }) => chosen.includes(code))
      .flatMap(({ lead }) => lead),
  );

/** @throws when a key is missing or does not come */
export async function keysFor(recipients: readonly string[]): Promise<readonly SealingKey[]> {
  const answer = await fetch('/api/keys');
  const { keys } = (await answer.json()) as { readonly keys: readonly SealingKey[] }; // the contract of a 200
  return recipients.map((recipient) => {
    const key = keys.find((candidate) => candidate.recipient === recipient);
    if (!key) throw new Error(`no sealing key for ${recipient}`);
    return key;
  });
}

/** @param binding - the Idempotency-Key of the filing: a sealed identity cannot be moved to another one */
export async function sealIdentity(
  identity: { readonly name: string; readonly phone: string; readonly address?: string },
  recipients: readonly SealingKey[],
  binding: string,
): Promise<SealedIdentity> {
  const json = bytesOf(JSON.stringify(identity));
  const padded = new Uint8Array(Math.ceil(json.length / PADDED_BYTES) * PADDED_BYTES);
  padded.set(json);
  const contentKey = crypto.getRandomValues(new Uint8Array(32));
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const cipher = await crypto.subtle.importKey('raw', contentKey, 'AES-GCM', false, ['encrypt']);
  const additionalData = bytesOf(binding);
  const ciphertext = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData },
    cipher,
    padded,
  );
  const wrapped = await Promise.all(
    recipients.map(async ({ recipient, keyId, publicKey }) => {
      const recipientPublicKey = await suite.kem.deserializePublicKey(fromBase64url(publicKey));
      const info = bytesOf(`mingcha identity ${recipient} ${keyId}`).buffer;
      const { enc, ct } = await suite.seal({ recipientPublicKey, info }, contentKey.buffer);
      return { recipient, keyId, enc: base64url(enc), key: base64url(ct) };
    }),
  );
  return { iv: base64url(iv.buffer), ciphertext: base64url(ciphertext), wrapped };
}

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

const base64url = (bytes: ArrayBuffer): string =>
  btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

const fromBase64url = (text: string): ArrayBuffer =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0))
    .buffer;
