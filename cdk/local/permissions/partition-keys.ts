/** Which attribute is the partition key of each table and index, from the tables' definitions. */
import type { JsonObject } from '../template/assembly.ts';
import type { Table } from '../template/plan-stores.ts';
import { objects } from '../template/reading.ts';
import type { PartitionKeyOf } from './dynamodb-needs.ts';

export function partitionKeys(tables: readonly Table[]): PartitionKeyOf {
  const keys = new Map<string, string>();
  for (const { name, definition } of tables) {
    keys.set(name, hashKeyOf(definition, name));
    for (const index of objects(definition, 'GlobalSecondaryIndexes', name))
      keys.set(`${name}/${String(index['IndexName'])}`, hashKeyOf(index, name));
  }
  return (table, index) => keys.get(index === undefined ? table : `${table}/${index}`);
}

function hashKeyOf(definition: JsonObject, where: string): string {
  const hash = objects(definition, 'KeySchema', where).find((key) => key['KeyType'] === 'HASH');
  return String(hash?.['AttributeName']);
}
