/** What a platform has received: every delivery a line of a file, so that nothing is taken twice, whenever it is started. */
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { stringify } from 'csv-stringify/sync';
import * as v from 'valibot';
import { ChannelDelivery } from '../../../shared/channels/calls.ts';
import type { OutsideChannel } from '../../../shared/channels/channel.ts';
import { cellsOf, lineColumns } from '../../../shared/channels/file.ts';
import { fieldsOf } from '../../../shared/channels/outgoing.ts';

export class Received {
  readonly #path: string;
  readonly #deliveries = new Map<string, ChannelDelivery>();

  constructor(path: string) {
    this.#path = path;
    if (!existsSync(path)) return;
    for (const line of readFileSync(path, 'utf8').split('\n').filter(Boolean)) {
      const delivery = v.parse(ChannelDelivery, JSON.parse(line));
      this.#deliveries.set(delivery.deliveryId, delivery);
    }
  }

  has = (deliveryId: string): boolean => this.#deliveries.has(deliveryId);

  add(delivery: ChannelDelivery): void {
    appendFileSync(this.#path, `${JSON.stringify(delivery)}\n`, { mode: 0o600 });
    this.#deliveries.set(delivery.deliveryId, delivery);
  }

  /** The highest version of each decision of an authority: they may have come in any order. */
  newest(): readonly ChannelDelivery[] {
    const newest = new Map<string, ChannelDelivery>();
    for (const delivery of this.#deliveries.values()) {
      const key = `${delivery.authority} ${delivery.decisionNumber}`;
      if ((newest.get(key)?.version ?? 0) <= delivery.version) newest.set(key, delivery);
    }
    return [...newest.values()];
  }

  /** What the platform shows: the fields of 双公示 in their order, then what was told last of the row. */
  csv(channel: OutsideChannel): string {
    const fields = fieldsOf(channel);
    const codes = fields.map(({ code }) => code);
    const rows = this.newest().map(({ operation, version, reason, fields: texts }) =>
      cellsOf(
        {
          ...{ line: 0, penaltyId: '', operation, version, fields: texts },
          ...(reason !== undefined && { reason }),
        },
        codes,
      ),
    );
    const head = [...fields.map(({ name }) => name), ...lineColumns];
    return stringify([head, ...rows.map((row) => [...row])], { escape_formulas: true });
  }
}
