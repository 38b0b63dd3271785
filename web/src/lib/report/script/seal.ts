/** Seals who reports, in the browser, to those who may have to open it: the same format as the intake function's. */
import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core';
import { categoryCodes } from '../../../../../shared/complaints/category-names.ts';
import { route, type RoutedItem } from '../../../../../shared/complaints/routing.ts';
import {
  identityRecipients,
  type SealedIdentity,
  type SealingKey,
} from '../../../../../shared/complaints/sealed-identity.ts';
import { isDepartment } from '../../../../../shared/departments/directory.ts';

const PADDED_BYTES = 512; // all identities of ordinary length look alike

const suite = new CipherSuite({
  kem: new DhkemP256HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Aes256Gcm(),
});

/** For whom: whoever leads the case, and escrow. An accusation beside the rest has an envelope of its own. */
export interface Recipients {
  readonly first: readonly string[];
  readonly second?: readonly string[];
}

/** By the routing rule itself; what is registered goes elsewhere, and the server says so. */
export function recipientsOf(chosen: readonly string[], accused?: string): Recipients {
  const items = route({
    categories: categoryCodes.filter((code) => chosen.includes(code)),
    circumstances: [],
    hasDemand: false,
    ...(accused && isDepartment(accused) && { accused }),
  });
  const leadsOf = (some: readonly RoutedItem[]) =>
    identityRecipients(some.map(({ lead }) => lead.addressee));
  const accusations = items.filter(({ track }) => track === 'X');
  const general = items.filter(({ track }) => track !== 'X');
  if (general.length === 0) return { first: leadsOf(accusations) };
  return {
    first: leadsOf(general),
    ...(accusations.length > 0 && { second: leadsOf(accusations) }),
  };
}

type Person = Parameters<typeof sealIdentity>[0];

/**
 * @param idempotencyKey - of the filing, to which what is sealed is bound
 * @throws when a key is missing or does not come
 */
export async function sealFor(
  { first, second }: Recipients,
  identity: Person,
  idempotencyKey: string,
): Promise<{
  readonly sealedIdentity: SealedIdentity;
  readonly sealedForSeparate?: SealedIdentity;
}> {
  const binding = base64url(await crypto.subtle.digest('SHA-256', bytesOf(idempotencyKey)));
  const sealedIdentity = await sealIdentity(identity, await keysFor(first), binding);
  if (!second) return { sealedIdentity };
  const sealedForSeparate = await sealIdentity(identity, await keysFor(second), binding);
  return { sealedIdentity, sealedForSeparate };
}

async function keysFor(recipients: readonly string[]): Promise<readonly SealingKey[]> {
  const answer = await fetch('/api/keys');
  const { keys } = (await answer.json()) as { readonly keys: readonly SealingKey[] }; // the contract of a 200
  return recipients.map((recipient) => {
    const key = keys.find((candidate) => candidate.recipient === recipient);
    if (!key) throw new Error(`no sealing key for ${recipient}`);
    return key;
  });
}

/** @param binding - of the filing: a sealed identity cannot be moved to another one */
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
