/** The relay with every consumer, on a clock that jumps from one sweep to the next: days pass in moments. */
import * as v from 'valibot';
import { newCaseWrites } from '../../functions/aws/case-store.ts';
import { referralWrites } from '../../functions/aws/outbox-store.ts';
import type { callWebhook, CallFailure } from '../../functions/call-webhook.ts';
import { deliverReferral } from '../../functions/departments/deliver-referral.ts';
import { deliverWebhook } from '../../functions/departments/deliver-webhook.ts';
import { dispatchOutbox } from '../../functions/relay/dispatch-outbox.ts';
import { sweepOutbox } from '../../functions/relay/sweep-outbox.ts';
import { countCase } from '../../functions/statistics/count-case.ts';
import { addresseesOf } from '../../shared/complaints/case-file.ts';
import { openCase, partsOf } from '../../shared/complaints/opening.ts';
import type { DepartmentCode } from '../../shared/departments/directory.ts';
import { verify } from '../../shared/departments/signature.ts';
import { OutboxMessage, OutboxRow, STATISTICS, WEBHOOK } from '../../shared/relay/outbox.ts';
import type { Instant } from '../../shared/time.ts';
import { aComplaint, AT } from './builders.ts';
import { MemoryQueues } from './memory-queues.ts';
import { MemoryTables } from './memory-tables.ts';

export class SimulatedRelay {
  readonly tables = new MemoryTables();
  now: Instant = AT;
  readonly #queues = new MemoryQueues();
  readonly #systems: ReadonlyMap<DepartmentCode, DepartmentSystem>;
  readonly #announced = new Set<string>();

  /** @param systems - what answers under the webhook of a department */
  constructor(systems: readonly DepartmentSystem[]) {
    this.#systems = new Map(systems.map((system) => [system.department, system]));
  }

  /** A complaint, and everything that happens at once because of it. */
  async file(caseNumber: string): Promise<void> {
    const [part = []] = partsOf(aComplaint());
    const occasion = { at: this.now, correlationId: caseNumber };
    const file = openCase(caseNumber, aComplaint(), part, occasion);
    await this.tables.commit([
      ...newCaseWrites(file),
      ...referralWrites(caseNumber, file.head.version, addresseesOf(file.items), occasion),
    ]);
    await this.settle();
  }

  /** Sweeps whenever a row is due until that instant. */
  async passTo(end: Instant): Promise<void> {
    for (;;) {
      const due = this.rows()
        .filter(({ state }) => state === 'open')
        .map(({ nextAt }) => nextAt)
        .toSorted()[0];
      if (due === undefined || due > end) break;
      if (due > this.now) this.now = due;
      await sweepOutbox({ tables: this.tables, queues: this.#queues }, this.now);
      await this.settle();
    }
    this.now = end;
  }

  /** Dispatches new rows and consumes messages until nothing moves. */
  async settle(): Promise<void> {
    for (;;) {
      const rows = this.rows().filter(({ pk }) => !this.#announced.has(pk));
      for (const { pk } of rows) this.#announced.add(pk);
      await dispatchOutbox(rows, { tables: this.tables, queues: this.#queues }, this.now);
      const messages = this.#queues.sent.splice(0);
      if (messages.length === 0) return;
      for (const { message } of messages)
        await this.consume(v.parse(OutboxMessage, JSON.parse(message.body)));
    }
  }

  async consume(message: OutboxMessage): Promise<unknown> {
    const { addressee } = message;
    if (addressee === STATISTICS) return countCase(message, { tables: this.tables });
    const department = addressee.replace(WEBHOOK, '') as DepartmentCode; // from the directory, in these tests
    const deps = { tables: this.tables, department, now: () => this.now };
    if (!addressee.startsWith(WEBHOOK)) return deliverReferral(message, deps);
    const system = this.#systems.get(department);
    if (!system) throw new Error(`nothing listens for ${department}`);
    return deliverWebhook(message, { ...deps, call: system.callAt(this.now) });
  }

  rows(addressee = ''): readonly OutboxRow[] {
    return this.tables
      .all('relay')
      .filter(({ pk }) => pk.startsWith('OUT#') && pk.includes(addressee))
      .map((row) => v.parse(OutboxRow, row));
  }
}

/** A department's own system: checks what it is told, and does everything once. */
export class DepartmentSystem {
  readonly department: DepartmentCode;
  secret = '';
  /** What calls meet; undefined: it is up. */
  fault: CallFailure | undefined;
  /** Takes the message, but its answer is lost. */
  answersInVain = false;
  calls = 0;
  /** What it was told, by idempotency key. */
  readonly told = new Map<string, unknown>();

  constructor(department: DepartmentCode) {
    this.department = department;
  }

  callAt =
    (now: Instant): typeof callWebhook =>
    (_url, headers, body) => {
      this.calls++;
      if (this.fault) return Promise.resolve(this.fault);
      const timestamp = headers['mingcha-timestamp'] ?? '';
      const signature = headers['mingcha-signature'] ?? '';
      if (!verify(this.secret, { timestamp, signature }, body, now).ok)
        return Promise.resolve('HTTP_401');
      this.told.set(headers['idempotency-key'] ?? '', JSON.parse(body));
      return Promise.resolve(this.answersInVain ? 'TIMEOUT' : undefined);
    };
}
