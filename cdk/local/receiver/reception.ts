/** What a department's own system does with a call: check who signed it, do everything once, fetch the case itself. */
import * as v from 'valibot';
import { WebhookDelivery } from '../../../shared/departments/webhook.ts';
import type { Instant } from '../../../shared/time.ts';
import { genuine, type Call, type Reception } from './genuine.ts';

interface Deps {
  readonly secret: string;
  /** Idempotency keys of what has been done. A real system keeps them on disk, beside what it did. */
  readonly done: Set<string>;
  /** @returns a line about the case, or undefined when it could not be fetched */
  readonly fetchCase: (caseNumber: string) => Promise<string | undefined>;
  readonly now: () => Instant;
}

export async function receive(call: Call, deps: Deps): Promise<Reception> {
  const found = genuine(call, deps.secret, deps.now());
  if (!found.ok) return { status: 401, line: `refused  ${found.error}` };
  const delivery = v.safeParse(WebhookDelivery, JSON.parse(call.body));
  if (!delivery.success) return { status: 400, line: 'refused  not a delivery' };
  const { deliveryId, caseNumber, version } = delivery.output;
  if (deps.done.has(deliveryId)) return { status: 204, line: `again    ${deliveryId}` };
  const fetched = await deps.fetchCase(caseNumber);
  // Not done, so not taken: it will be told again.
  if (fetched === undefined)
    return { status: 503, line: `later    ${deliveryId}: no case fetched` };
  deps.done.add(deliveryId);
  return { status: 204, line: `taken    ${deliveryId}: version ${version}, ${fetched}` };
}
