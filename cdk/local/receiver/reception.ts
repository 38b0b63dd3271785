/** What a department's own system does with a call: check who signed it, do everything once, fetch the case itself. */
import * as v from 'valibot';
import { verify } from '../../../shared/departments/signature.ts';
import { WebhookDelivery } from '../../../shared/departments/webhook.ts';
import type { Instant } from '../../../shared/time.ts';

export interface Call {
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** As it came: the signature is over these very characters. */
  readonly body: string;
}

export interface Reception {
  readonly status: 204 | 400 | 401 | 503;
  /** One line for people; nothing of what a citizen wrote. */
  readonly line: string;
}

interface Deps {
  readonly secret: string;
  /** Idempotency keys of what has been done. A real system keeps them on disk, beside what it did. */
  readonly done: Set<string>;
  /** @returns a line about the case, or undefined when it could not be fetched */
  readonly fetchCase: (caseNumber: string) => Promise<string | undefined>;
  readonly now: () => Instant;
}

export async function receive({ headers, body }: Call, deps: Deps): Promise<Reception> {
  const header = (name: string) => String(headers[name] ?? '');
  const signed = {
    timestamp: header('mingcha-timestamp'),
    signature: header('mingcha-signature'),
  };
  const genuine = verify(deps.secret, signed, body, deps.now());
  if (!genuine.ok) return { status: 401, line: `refused  ${genuine.error}` };
  const delivery = v.safeParse(WebhookDelivery, JSON.parse(body));
  if (!delivery.success) return { status: 400, line: 'refused  not a delivery' };
  const { deliveryId, caseNumber, version } = delivery.output;
  if (deps.done.has(deliveryId)) return { status: 204, line: `again    ${deliveryId}` };
  const found = await deps.fetchCase(caseNumber);
  // Not done, so not taken: it will be told again.
  if (found === undefined) return { status: 503, line: `later    ${deliveryId}: no case fetched` };
  deps.done.add(deliveryId);
  return { status: 204, line: `taken    ${deliveryId}: version ${version}, ${found}` };
}
