/** The tables in DynamoDB. Reads are strongly consistent, writes are conditional, several writes are one transaction. */
import { DynamoDBClient, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import {
  DeleteCommand,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
  UpdateCommand,
  type TransactWriteCommandInput,
} from '@aws-sdk/lib-dynamodb';
import { setTimeout as wait } from 'node:timers/promises';
import { err, ok, type Result } from '../../shared/result.ts';
import { tableVariable, tables as definitions, type TableName } from '../table-definitions.ts';
import type {
  Condition,
  CountOptions,
  Counts,
  Key,
  Page,
  QueryOptions,
  Row,
  Tables,
  Write,
} from '../ports.ts';
import { setting } from '../runtime.ts';

type TransactItem = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

const CONFLICT_RETRIES = 5;
const DEFAULT_LIMIT = 100;

export class DynamoTables implements Tables, Counts {
  readonly #client: DynamoDBDocumentClient;

  constructor(client: DynamoDBClient = new DynamoDBClient()) {
    this.#client = DynamoDBDocumentClient.from(client, {
      marshallOptions: { removeUndefinedValues: true },
    });
  }

  async get(table: TableName, key: Key): Promise<Row | undefined> {
    const { Item } = await this.#client.send(
      new GetCommand({ TableName: nameOf(table), Key: key, ConsistentRead: true }),
    );
    return Item as Row | undefined; // every row has pk and sk; its reader parses the rest
  }

  async query(table: TableName, partition: string, options: QueryOptions = {}): Promise<Page> {
    const { index, startsWith, between, limit, descending, from } = options;
    const [partitionKey, sortKey] = keysOf(table, index);
    const range = between
      ? ' AND #s BETWEEN :from AND :to'
      : startsWith === undefined
        ? ''
        : ' AND begins_with(#s, :start)';
    const { Items, LastEvaluatedKey } = await this.#client.send(
      new QueryCommand({
        TableName: nameOf(table),
        ...(index && { IndexName: index }),
        ConsistentRead: !index,
        KeyConditionExpression: `#p = :partition${range}`,
        ExpressionAttributeNames: { '#p': partitionKey, ...(range && { '#s': sortKey }) },
        ExpressionAttributeValues: {
          ':partition': partition,
          ...(between && { ':from': between[0], ':to': between[1] }),
          ...(!between && startsWith !== undefined && { ':start': startsWith }),
        },
        Limit: limit ?? DEFAULT_LIMIT,
        ScanIndexForward: !descending,
        ...(from && { ExclusiveStartKey: from }),
      }),
    );
    return {
      rows: (Items ?? []) as Row[], // as in get
      ...(LastEvaluatedKey && { next: LastEvaluatedKey }),
    };
  }

  async count(
    table: TableName,
    partition: string,
    { index, between, lacking, atMost }: CountOptions,
  ): Promise<{ read: number; found: number; more: boolean }> {
    const [partitionKey, sortKey] = keysOf(table, index);
    const sum = { read: 0, found: 0 };
    let from: Readonly<Record<string, unknown>> | undefined;
    do {
      const { Count, ScannedCount, LastEvaluatedKey } = await this.#client.send(
        new QueryCommand({
          TableName: nameOf(table),
          IndexName: index,
          Select: 'COUNT',
          KeyConditionExpression: `#p = :partition${between ? ' AND #s BETWEEN :from AND :to' : ''}`,
          FilterExpression: `attribute_not_exists(${lacking.map((_, i) => `#l${i}`).join('.')})`,
          ExpressionAttributeNames: {
            '#p': partitionKey,
            ...(between && { '#s': sortKey }),
            ...Object.fromEntries(lacking.map((name, i) => [`#l${i}`, name])),
          },
          ExpressionAttributeValues: {
            ':partition': partition,
            ...(between && { ':from': between[0], ':to': between[1] }),
          },
          Limit: atMost - sum.read,
          ...(from && { ExclusiveStartKey: from }),
        }),
      );
      sum.read += ScannedCount ?? 0;
      sum.found += Count ?? 0;
      from = LastEvaluatedKey;
    } while (from && sum.read < atMost);
    return { ...sum, more: from !== undefined };
  }

  async commit(writes: readonly Write[]): Promise<Result<void, readonly number[]>> {
    if (writes.length === 0) return ok(undefined); // DynamoDB takes no empty transaction
    const items = writes.map(transactItem);
    const [only] = items;
    if (items.length === 1 && only) return this.#single(only);
    for (let attempt = 0; ; attempt++) {
      try {
        await this.#client.send(new TransactWriteCommand({ TransactItems: items }));
        return ok(undefined);
      } catch (error) {
        const refused = refusedPositions(error);
        if (refused.length > 0) return err(refused);
        if (!isConflict(error) || attempt >= CONFLICT_RETRIES) throw error;
        await wait(2 ** attempt * 10 * (1 + Math.random()));
      }
    }
  }

  /** One write needs no transaction, which would cost twice as much. */
  async #single(item: TransactItem): Promise<Result<void, readonly number[]>> {
    try {
      if (item.Put) await this.#client.send(new PutCommand(item.Put));
      if (item.Delete) await this.#client.send(new DeleteCommand(item.Delete));
      if (item.Update) await this.#client.send(new UpdateCommand(item.Update));
      return ok(undefined);
    } catch (error) {
      if (error instanceof Error && error.name === 'ConditionalCheckFailedException')
        return err([0]);
      throw error;
    }
  }
}

const nameOf = (table: TableName): string => setting(tableVariable(table));

function keysOf(table: TableName, index: string | undefined): readonly [string, string] {
  if (!index) return ['pk', 'sk'];
  const keys = definitions[table].indexes[index];
  if (!keys) throw new Error(`${table} has no index ${index}`);
  return keys;
}

function transactItem(write: Write): TransactItem {
  const TableName = nameOf(write.table);
  if ('put' in write)
    return { Put: { TableName, Item: { ...write.put }, ...conditionOf(write.when) } };
  if ('delete' in write) return { Delete: { TableName, Key: write.delete } };
  if ('add' in write)
    return { Update: { TableName, Key: write.add, ...additionOf(write.amounts) } };
  const entries = Object.entries(write.set);
  const set = entries.map((_, i) => `#s${i} = :s${i}`).join(', ');
  const removed = write.remove ?? [];
  const remove = removed.map((_, i) => `#r${i}`).join(', ');
  return {
    Update: {
      TableName,
      Key: write.update,
      UpdateExpression: `SET ${set}${remove && ` REMOVE ${remove}`}`,
      ConditionExpression: 'attribute_exists(pk)',
      ExpressionAttributeNames: Object.fromEntries([
        ...entries.map(([name], i) => [`#s${i}`, name]),
        ...removed.map((name, i) => [`#r${i}`, name]),
      ]),
      ExpressionAttributeValues: Object.fromEntries(
        entries.map(([, value], i) => [`:s${i}`, value]),
      ),
    },
  };
}

function additionOf(amounts: Readonly<Record<string, number>>) {
  const entries = Object.entries(amounts);
  return {
    UpdateExpression: `ADD ${entries.map((_, i) => `#a${i} :a${i}`).join(', ')}`,
    ExpressionAttributeNames: Object.fromEntries(entries.map(([name], i) => [`#a${i}`, name])),
    ExpressionAttributeValues: Object.fromEntries(
      entries.map(([, amount], i) => [`:a${i}`, amount]),
    ),
  };
}

function conditionOf(when: Condition | undefined) {
  if (when === undefined) return {};
  if (when === 'absent') return { ConditionExpression: 'attribute_not_exists(pk)' };
  if (when === 'present') return { ConditionExpression: 'attribute_exists(pk)' };
  const version = 'version' in when ? when.version : when.newerThan;
  return {
    ConditionExpression: 'version' in when ? '#v = :v' : 'attribute_not_exists(pk) OR #v < :v',
    ExpressionAttributeNames: { '#v': 'version' },
    ExpressionAttributeValues: { ':v': version },
  };
}

function refusedPositions(error: unknown): readonly number[] {
  if (!(error instanceof TransactionCanceledException)) return [];
  return (error.CancellationReasons ?? []).flatMap(({ Code }, position) =>
    Code === 'ConditionalCheckFailed' ? [position] : [],
  );
}

/** Another transaction held one of the rows: nothing was written and it may be tried again. */
const isConflict = (error: unknown): boolean =>
  error instanceof TransactionCanceledException
    ? (error.CancellationReasons ?? []).some(({ Code }) => Code === 'TransactionConflict')
    : error instanceof Error && error.name === 'TransactionInProgressException';
