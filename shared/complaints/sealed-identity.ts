/** A reporter's identity, sealed: one content key wrapped for each body that may ever have to open it. */
import * as v from 'valibot';
import type { Addressee } from './categories.ts';
import { heldBy } from './routing.ts';

/** Opens identities when a lead department cannot: kept apart from every department. */
export const ESCROW = 'ESCROW';

/** A recipient's public key as `GET /api/keys` serves it. */
export interface SealingKey {
  /** A department code, or ESCROW. */
  readonly recipient: string;
  readonly keyId: string;
  /** P-256, raw uncompressed point, base64url. */
  readonly publicKey: string;
}

const base64url = (longest: number) =>
  v.pipe(v.string(), v.regex(/^[\w-]+$/, 'INVALID'), v.maxLength(longest, 'TOO_LONG'));

/**
 * AES-256-GCM over the identity's JSON, padded with zero bytes to a multiple of 512, additional data = the base64url of
 * the SHA-256 of the Idempotency-Key; the content key wrapped by HPKE (RFC 9180, P-256, HKDF-SHA256, AES-256-GCM) per recipient. All base64url.
 */
export const SealedIdentity = v.strictObject({
  iv: base64url(32),
  ciphertext: base64url(4_096),
  wrapped: v.pipe(
    v.array(
      v.strictObject({
        recipient: v.pipe(v.string(), v.maxLength(40)),
        keyId: v.pipe(v.string(), v.maxLength(40)),
        enc: base64url(200),
        key: base64url(200),
      }),
    ),
    v.minLength(1),
    v.maxLength(20),
  ),
});
export type SealedIdentity = v.InferOutput<typeof SealedIdentity>;

/** Who can open the identity: every lead department of the case, and escrow. */
export const identityRecipients = (leads: readonly Addressee[]): readonly string[] => [
  ...new Set<string>(leads.map((lead) => heldBy(lead))),
  ESCROW,
];
