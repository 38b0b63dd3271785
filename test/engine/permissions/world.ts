/** A hosted building whose queues, streams and schedules are still: each function runs when a test calls it, and the test sees what it used. */
import { readFileSync } from 'node:fs';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { call, send } from '../../../cdk/local/engines/engine-call.ts';
import { objectUrl } from '../../../cdk/local/engines/buckets.ts';
import { DemoClient } from '../../../cdk/local/demo/client.ts';
import type { Host } from '../../../cdk/local/host.ts';
import type { DemoCredentials } from '../../../cdk/local/identity/credentials.ts';
import { messageOf, type OutboxRow } from '../../../shared/relay/outbox.ts';

type Attributes = Readonly<Record<string, Readonly<Record<string, unknown>>>>;
type Unmarshallable = Parameters<typeof unmarshall>[0];

export class World {
  readonly client: DemoClient;
  readonly #host: Host;

  constructor(host: Host) {
    const text = readFileSync(host.credentialsPath, 'utf8');
    this.client = new DemoClient(host.origin, JSON.parse(text) as DemoCredentials, 1); // written by the host
    this.#host = host;
  }

  /** Runs a function on queue messages. @throws when it could not handle one */
  async consume(name: string, ...bodies: readonly unknown[]): Promise<void> {
    const Records = bodies.map((body, index) => ({
      messageId: String(index),
      body: JSON.stringify(body),
    }));
    this.#refuseFailures(name, await this.#host.invoke(this.#nameOf(name), { Records }));
  }

  /** Runs a function on new rows of the relay table. @throws when it could not handle one */
  async follow(name: string, rows: readonly OutboxRow[]): Promise<void> {
    const images = await Promise.all(rows.map(({ pk }) => this.#image(pk)));
    const Records = images.map((NewImage, index) => ({
      eventName: 'INSERT',
      dynamodb: { NewImage, SequenceNumber: String(index) },
    }));
    this.#refuseFailures(name, await this.#host.invoke(this.#nameOf(name), { Records }));
  }

  async tick(name: string): Promise<void> {
    await this.#host.invoke(this.#nameOf(name), {});
  }

  /** The outbox rows whose names contain these words. @throws when there is none */
  async outbox(...words: readonly string[]): Promise<readonly OutboxRow[]> {
    const { Items } = await this.#dynamodb<{ Items: readonly Unmarshallable[] }>('Scan', {
      TableName: this.#table('relay'),
    });
    const rows = Items.map((item) => unmarshall(item) as OutboxRow); // idempotency rows are told apart below
    const found = rows.filter(({ pk }) => words.every((word) => pk.includes(word)));
    if (found.length === 0) throw new Error(`no outbox row of ${words.join(' ')}`);
    return found;
  }

  /** What the queue would bring to the consumer of a row. */
  async message(...words: readonly string[]) {
    const [row] = await this.outbox(...words);
    if (!row) throw new Error('outbox() gives one at least');
    return messageOf(row);
  }

  /** Sets attributes of an outbox row, as time or an accident would have. */
  async alter({ pk }: Pick<OutboxRow, 'pk'>, set: Readonly<Record<string, unknown>>) {
    const entries = Object.entries(set);
    await this.#dynamodb('UpdateItem', {
      TableName: this.#table('relay'),
      Key: { pk: { S: pk }, sk: { S: '-' } },
      UpdateExpression: `SET ${entries.map((_, i) => `#n${i} = :v${i}`).join(', ')}`,
      ExpressionAttributeNames: Object.fromEntries(entries.map(([name], i) => [`#n${i}`, name])),
      ExpressionAttributeValues: Object.fromEntries(
        entries.map(([, value], i) => [
          `:v${i}`,
          typeof value === 'number' ? { N: String(value) } : { S: String(value) },
        ]),
      ),
    });
  }

  /** Lets the period of every public penalty end on a day, as time would have. */
  async endPeriods(publicUntil: string): Promise<void> {
    const TableName = this.#table('disclosures');
    const { Items } = await this.#dynamodb<{ Items: readonly Attributes[] }>('Scan', { TableName });
    for (const { pk, sk, expiringShard } of Items)
      if (expiringShard)
        await this.#dynamodb('UpdateItem', {
          ...{ TableName, Key: { pk, sk }, UpdateExpression: 'SET publicUntil = :day' },
          ExpressionAttributeValues: { ':day': { S: publicUntil } },
        });
  }

  /** Lets the last day to collect a reward be long over, as time would have. */
  async endCollecting(claimNumber: string): Promise<void> {
    await this.#dynamodb('UpdateItem', {
      TableName: this.#table('vault'),
      Key: { pk: { S: `REWARD#CLAIM#${claimNumber}` }, sk: { S: 'AGGREGATE' } },
      UpdateExpression: 'SET #value.notice.collectBy = :day',
      ExpressionAttributeNames: { '#value': 'value' },
      ExpressionAttributeValues: { ':day': { S: '2020-01-01' } },
    });
  }

  /** Takes an object out of the site bucket, whoever may. */
  async forget(key: string): Promise<void> {
    const bucket = this.#host.plan.buckets.find((name) => name.includes('site')) ?? '';
    await send(objectUrl(this.#host.endpoints.s3, bucket, key), { method: 'DELETE' });
  }

  /** Whether the distribution was asked for it. */
  hasForgotten = (reference: string): boolean =>
    this.#host.invalidated().some((asked) => asked.reference === reference);

  /** Puts an object into the bucket of attachments, whoever may. */
  async handIn(key: string): Promise<void> {
    await send(this.#attachment(key), { method: 'PUT', body: 'a file' });
  }

  async hasAttachment(key: string): Promise<boolean> {
    return (await send(this.#attachment(key), { method: 'GET' })).status === 200;
  }

  #attachment(key: string): string {
    const bucket = this.#host.plan.buckets.find((name) => name.includes('attachments')) ?? '';
    return objectUrl(this.#host.endpoints.s3, bucket, key);
  }

  /** @param name - catalogue name; for a department’s function with its code: `deliver-referral MARKET` */
  #nameOf(name: string): string {
    const [label = '', department] = name.split(' ');
    const fn = this.#host.plan.functions.find(
      (candidate) =>
        candidate.label.startsWith(label) && candidate.environment['DEPARTMENT'] === department,
    );
    if (!fn) throw new Error(`there is no function ${name}`);
    return fn.name;
  }

  #refuseFailures(name: string, answer: unknown): void {
    const { batchItemFailures } = answer as { readonly batchItemFailures: readonly unknown[] }; // Lambda’s shape
    if (batchItemFailures.length > 0) throw new Error(`${name} failed`);
  }

  async #image(pk: string): Promise<Attributes> {
    const { Item } = await this.#dynamodb<{ Item: Attributes }>('GetItem', {
      TableName: this.#table('relay'),
      Key: { pk: { S: pk }, sk: { S: '-' } },
    });
    return Item;
  }

  #table(name: string): string {
    const table = this.#host.plan.tables.find(({ logicalId }) => logicalId.startsWith(name));
    if (!table) throw new Error(`there is no table ${name}`);
    return table.name;
  }

  #dynamodb<T>(operation: string, input: Readonly<Record<string, unknown>>): Promise<T> {
    return call<T>(this.#host.endpoints.dynamodb, 'dynamodb', operation, input);
  }
}
