/** A department's own system: where it listens, and what it is told, which is only where to look. */
import * as v from 'valibot';
import type { Instant } from '../time.ts';
import { departmentCodes, type DepartmentCode } from './directory.ts';
import { sign } from './signature.ts';

export const WebhookRequest = v.strictObject({
  url: v.pipe(v.string(), v.maxLength(500, 'TOO_LONG')),
  /** Off: nothing is announced; what was not delivered yet is parked. */
  active: v.boolean(),
  /** Makes a new secret; the one before stays valid for a day. */
  rotate: v.optional(v.boolean(), false),
});
export type WebhookRequest = v.InferOutput<typeof WebhookRequest>;

export interface Webhook {
  readonly url: string;
  readonly active: boolean;
  /** Rises by one with every change; the lock. */
  readonly version: number;
  /** The version that made the secret of today; the secret itself lies in the vault. */
  readonly secretVersion: number;
  readonly secretMadeAt: Instant;
  readonly changedAt: Instant;
  readonly changedBy: string;
}

export const RETIRING_SECONDS = 24 * 3_600;

/** The webhook as asked for. It has a new secret when `secretVersion` is its own version. */
export function configured(
  before: Webhook | undefined,
  { url, active, rotate }: WebhookRequest,
  at: Instant,
  by: string,
): Webhook {
  const version = (before?.version ?? 0) + 1;
  return {
    ...{ url, active, version },
    ...(before && !rotate
      ? { secretVersion: before.secretVersion, secretMadeAt: before.secretMadeAt }
      : { secretVersion: version, secretMadeAt: at }),
    ...{ changedAt: at, changedBy: by },
  };
}

/** The whole body of a webhook: nothing of the case, whose content the receiver fetches with its own credentials. */
export const WebhookDelivery = v.object({
  /** The same for every attempt, and the value of `Idempotency-Key`. */
  deliveryId: v.string(),
  department: v.picklist(departmentCodes),
  caseNumber: v.string(),
  /** The case has at least this version when the receiver reads it. */
  version: v.number(),
  sentAt: v.string(),
});
type WebhookDelivery = v.InferOutput<typeof WebhookDelivery>;

/** A call about a new version of a case, signed with every secret that is valid now. */
export function signedDelivery(
  department: DepartmentCode,
  { caseNumber, version }: { readonly caseNumber: string; readonly version: number },
  secrets: readonly string[],
  sentAt: Instant,
): { readonly headers: Readonly<Record<string, string>>; readonly body: string } {
  const deliveryId = `${department}.${caseNumber}.${version}`;
  const delivery: WebhookDelivery = { deliveryId, department, caseNumber, version, sentAt };
  return signedCall(deliveryId, delivery, secrets, sentAt);
}

/** Headers and body of a call; `deliveryId` is the same for every attempt. */
export function signedCall(
  deliveryId: string,
  content: object,
  secrets: readonly string[],
  sentAt: Instant,
): { readonly headers: Readonly<Record<string, string>>; readonly body: string } {
  const body = JSON.stringify(content);
  const { timestamp, signature } = sign(secrets, body, sentAt);
  return {
    headers: {
      'content-type': 'application/json',
      'idempotency-key': deliveryId,
      'mingcha-timestamp': timestamp,
      'mingcha-signature': signature,
    },
    body,
  };
}
