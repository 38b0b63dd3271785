/** How a channel is delivered to: files that it fetches, or signed calls to an address of its own. */
import * as v from 'valibot';
import { configured, type Webhook } from '../departments/webhook.ts';
import type { Instant } from '../time.ts';

export const deliveries = ['file', 'webhook'] as const;
export type Delivery = (typeof deliveries)[number];

export const ChannelRequest = v.variant('delivery', [
  v.strictObject({ delivery: v.literal('file') }),
  v.strictObject({
    delivery: v.literal('webhook'),
    url: v.pipe(v.string(), v.maxLength(500, 'TOO_LONG')),
    /** Makes a new secret; the one before stays valid for a day. */
    rotate: v.optional(v.boolean(), false),
  }),
]);
export type ChannelRequest = v.InferOutput<typeof ChannelRequest>;

export interface ChannelConfiguration {
  readonly delivery: Delivery;
  /** Kept while files are chosen, so that its secret need not change. */
  readonly webhook?: Webhook;
  /** Rises by one with every change; the lock. */
  readonly version: number;
  readonly changedAt: Instant;
  readonly changedBy: string;
}

/** Until somebody configures a channel it has files, so that nothing is lost. */
export const deliveryOf = (configuration: ChannelConfiguration | undefined): Delivery =>
  configuration?.delivery ?? 'file';

export function configuredChannel(
  before: ChannelConfiguration | undefined,
  asked: ChannelRequest,
  at: Instant,
  by: string,
): ChannelConfiguration {
  const webhook =
    asked.delivery === 'webhook'
      ? configured(before?.webhook, { url: asked.url, active: true, rotate: asked.rotate }, at, by)
      : before?.webhook;
  return {
    delivery: asked.delivery,
    ...(webhook && { webhook }),
    version: (before?.version ?? 0) + 1,
    changedAt: at,
    changedBy: by,
  };
}
