/** Brings invented records into the tables as the publisher would have written them one after the other, only faster. */
import { changeOf } from '../../functions/disclosure/change.ts';
import {
  institutionsOfStreet,
  loadDisclosed,
  monthWrite,
  streetCountWrite,
} from '../../functions/aws/disclosure-store.ts';
import { inspectionWrites, penaltyWrites } from '../../functions/aws/supervision-store.ts';
import type { Key, Row, Tables, Write } from '../../functions/ports.ts';
import { monthFigures } from '../../shared/disclosure/figures.ts';
import { NO_STREET } from '../../shared/disclosure/pages.ts';
import { publicInspection, publicPenalty } from '../../shared/disclosure/redact.ts';
import type { PublicRecord } from '../../shared/disclosure/record.ts';
import { streets } from '../../shared/district.ts';
import { ok } from '../../shared/result.ts';
import { monthOf } from '../../shared/time.ts';
import { inventedSubject, type InventedSubject, type RecordsPlan } from './invented-record.ts';
import { Pace } from './pace.ts';

const LANES = 8;
const ROWS_AT_ONCE = 100;

/** @throws when records of this seed are there already */
export async function fillRecords(tables: Tables, plan: RecordsPlan): Promise<void> {
  const desk = new WriteBehind(tables);
  const pace = new Pace(plan.records, 'records');
  const months = new Map<string, PublicRecord>();
  await refuseTwice(tables, plan);
  for (let place = 0; place < plan.records; place++) {
    const invented = inventedSubject(plan, place);
    const record = await publish(invented, desk, plan);
    if (record) months.set(`${record.kind}#${monthOf(record.publishedOn)}`, record);
    await desk.flush(ROWS_AT_ONCE * LANES);
    pace.step(true);
  }
  await desk.finish();
  await tables.commit([...months.values()].map(monthRow));
  for (const street of [...streets.map(({ code }) => code), NO_STREET]) {
    const { length: count } = await institutionsOfStreet(tables, street);
    if (count > 0) await tables.commit([streetCountWrite({ street, count })]);
  }
}

async function refuseTwice(tables: Tables, plan: RecordsPlan): Promise<void> {
  const first = inventedSubject(plan, 0);
  const { recordId } = 'penalty' in first ? first.penalty : first.inspection;
  if (await loadDisclosed(tables, recordId))
    throw new Error('These records are there already: take another --seed.');
}

/** Counts nothing right: the publisher's refresh counts a month that has a row. */
const monthRow = (record: PublicRecord): Write =>
  monthWrite({
    figures: monthFigures(record.kind, monthOf(record.publishedOn), [record], 0),
    files: [],
  });

async function publish(
  invented: InventedSubject,
  desk: WriteBehind,
  { until }: RecordsPlan,
): Promise<PublicRecord | undefined> {
  const { at } = invented;
  if ('penalty' in invented) {
    const { penalty } = invented;
    desk.keep(penaltyWrites(penalty, { seq: 1, at, type: 'decide', by: 'load' }));
    return desk.published({
      subject: `PENALTY#${penalty.penaltyId}`,
      recordId: penalty.recordId,
      publicAt: (publishedAt) => publicPenalty(penalty, publishedAt, until),
      at,
    });
  }
  const { inspection } = invented;
  desk.keep(inspectionWrites(inspection));
  return desk.published({
    subject: `INSPECTION#${inspection.inspectionId}`,
    recordId: inspection.recordId,
    publicAt: (publishedAt) => publicInspection(inspection, publishedAt),
    at,
  });
}

/** Tables that answer at once what was written a moment ago, and bring it to the real ones in large transactions. */
class WriteBehind {
  readonly #real: Tables;
  /** What is read again and again: heads of lists, lines of institutions. */
  readonly #held = new Map<string, Write & { readonly put: Row }>();
  readonly #asked = new Set<string>();
  #waiting: Write[] = [];

  constructor(real: Tables) {
    this.#real = real;
  }

  keep(writes: readonly Write[]): void {
    for (const write of writes) {
      if (!('put' in write)) throw new Error('what is loaded is only ever put');
      const { table, put } = write;
      if (isHeld(put)) this.#held.set(nameOf(put), { table, put });
      else this.#waiting.push({ table, put });
    }
  }

  async published(wanted: Parameters<typeof changeOf>[0]): Promise<PublicRecord | undefined> {
    const change = await changeOf(wanted, this.#asTables());
    if (!change) return undefined;
    this.keep(change.writes);
    const { disclosed } = change.after;
    return disclosed.state === 'public' ? disclosed.record : undefined;
  }

  /** @param from - how many rows have to wait for it to be worth the while */
  async flush(from: number): Promise<void> {
    if (this.#waiting.length < from) return;
    const batches: Write[][] = [];
    while (this.#waiting.length > 0) batches.push(this.#waiting.splice(0, ROWS_AT_ONCE));
    await Promise.all(batches.map((batch) => this.#real.commit(once(batch))));
  }

  async finish(): Promise<void> {
    this.#waiting.push(...this.#held.values());
    await this.flush(1);
  }

  #asTables(): Tables {
    return {
      get: async (table, key) => {
        const name = nameOf(key);
        const held = this.#held.get(name);
        if (held) return held.put;
        if (!isHeld(key) || this.#asked.has(name)) return undefined; // every record is new
        this.#asked.add(name);
        return this.#real.get(table, key);
      },
      query: () => Promise.resolve({ rows: [] }),
      commit: () => Promise.resolve(ok(undefined)),
    };
  }
}

const nameOf = ({ pk, sk }: Key): string => `${pk} ${sk}`;

const isHeld = ({ pk, sk }: Key): boolean =>
  sk === 'HEAD' || pk === 'INSTITUTIONS' || pk.startsWith('STREET#');

/** A transaction touches a row once: the last write of each. */
const once = (writes: readonly Write[]): readonly Write[] => [
  ...new Map(
    writes.map((write) => ['put' in write ? `${write.table} ${nameOf(write.put)}` : '', write]),
  ).values(),
];
