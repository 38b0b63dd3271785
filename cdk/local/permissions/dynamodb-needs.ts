/** What a DynamoDB call needs: the action of the call, or of each item of a transaction, on tables and indexes, with leading keys. */
import { arn } from '../template/names.ts';
import type { Need } from './policy.ts';

/** The partition key of a table (`index` undefined) or of one of its indexes. */
export type PartitionKeyOf = (table: string, index: string | undefined) => string | undefined;

type Input = Readonly<Record<string, unknown>>;

/** @returns undefined for an operation that is not known here, or whose leading key cannot be read: both are denied */
export function dynamodbNeeds(
  operation: string,
  input: Input,
  partitionKeyOf: PartitionKeyOf,
): readonly Need[] | undefined {
  switch (operation) {
    case 'GetItem':
    case 'UpdateItem':
    case 'DeleteItem':
      return ofItem(operation, input, input['Key'], partitionKeyOf);
    case 'PutItem':
      return ofItem(operation, input, input['Item'], partitionKeyOf);
    case 'Query':
      return ofQuery(input, partitionKeyOf);
    case 'Scan':
    case 'DescribeTable':
      return [{ action: `dynamodb:${operation}`, resource: resourceOf(input) }];
    case 'TransactWriteItems':
    case 'TransactGetItems':
      return ofTransaction(input, partitionKeyOf);
    case 'BatchGetItem':
    case 'BatchWriteItem':
      return ofBatch(operation, input, partitionKeyOf);
    default:
      return undefined;
  }
}

function ofItem(
  operation: string,
  input: Input,
  keys: unknown,
  partitionKeyOf: PartitionKeyOf,
): readonly Need[] | undefined {
  const leading = valueOf(record(keys)[partitionKeyOf(tableOf(input), undefined) ?? '']);
  if (leading === undefined) return undefined;
  const resource = resourceOf(input);
  return [{ action: `dynamodb:${operation}`, resource, leadingKeys: [leading] }];
}

function ofQuery(input: Input, partitionKeyOf: PartitionKeyOf): readonly Need[] | undefined {
  const index = input['IndexName'];
  const key = partitionKeyOf(tableOf(input), typeof index === 'string' ? index : undefined);
  const names = record(input['ExpressionAttributeNames']);
  const values = record(input['ExpressionAttributeValues']);
  const equalities = String(input['KeyConditionExpression'] ?? '').matchAll(
    /([#\w.-]+)\s*=\s*(:\w+)/g,
  );
  for (const [, name = '', value = ''] of equalities) {
    if ((names[name] ?? name) !== key) continue;
    const leading = valueOf(values[value]);
    if (leading === undefined) return undefined;
    return [{ action: 'dynamodb:Query', resource: resourceOf(input), leadingKeys: [leading] }];
  }
  return undefined;
}

const TRANSACTED: Readonly<Record<string, string>> = {
  Get: 'GetItem',
  Put: 'PutItem',
  Update: 'UpdateItem',
  Delete: 'DeleteItem',
  ConditionCheck: 'ConditionCheckItem',
};

/** A transaction has no permission of its own: each item needs its action. */
function ofTransaction(input: Input, partitionKeyOf: PartitionKeyOf): readonly Need[] | undefined {
  const needs: Need[] = [];
  for (const item of list(input['TransactItems'])) {
    for (const [verb, part] of Object.entries(record(item))) {
      const operation = TRANSACTED[verb];
      const { Item, Key } = record(part);
      const own = operation && ofItem(operation, record(part), Item ?? Key, partitionKeyOf);
      if (!own) return undefined;
      needs.push(...own);
    }
  }
  return needs;
}

/** A batch is an action of its own, on each table it names. */
function ofBatch(
  operation: 'BatchGetItem' | 'BatchWriteItem',
  input: Input,
  partitionKeyOf: PartitionKeyOf,
): readonly Need[] | undefined {
  const needs: Need[] = [];
  for (const [table, asked] of Object.entries(record(input['RequestItems']))) {
    const key = partitionKeyOf(table, undefined) ?? '';
    const items =
      operation === 'BatchGetItem'
        ? list(record(asked)['Keys'])
        : list(asked).map((entry) => {
            const { PutRequest: put, DeleteRequest: gone } = record(entry);
            return record(put)['Item'] ?? record(gone)['Key'];
          });
    const leadingKeys = items.map((item) => valueOf(record(item)[key]));
    if (leadingKeys.includes(undefined)) return undefined;
    needs.push({
      action: `dynamodb:${operation}`,
      resource: tableArn(table),
      leadingKeys: leadingKeys.filter((leading) => leading !== undefined),
    });
  }
  return needs;
}

const tableArn = (table: string): string =>
  table.startsWith('arn:') ? table : arn('dynamodb', `table/${table}`);

function resourceOf(input: Input): string {
  const index = input['IndexName'];
  const own = tableArn(tableOf(input));
  return typeof index === 'string' ? `${own}/index/${index}` : own;
}

const tableOf = (input: Input): string => String(input['TableName']);

/** The text of an attribute value: `{"S": "CASE#1"}`. */
function valueOf(attribute: unknown): string | undefined {
  const [value] = Object.values(record(attribute));
  return typeof value === 'string' ? value : undefined;
}

const record = (value: unknown): Input =>
  typeof value === 'object' && value !== null ? (value as Input) : {}; // any object may be read by name

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
