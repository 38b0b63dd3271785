/** Creates the tables of the templates; those that are there are kept as they are. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Table } from '../template/plan-stores.ts';
import { call, EngineError } from './engine-call.ts';

interface Description {
  readonly Table: {
    readonly TableStatus: string;
    readonly GlobalSecondaryIndexes?: readonly { readonly IndexName: string }[];
    readonly LatestStreamArn?: string;
  };
}

const CREATION_LIMIT_MILLISECONDS = 30_000;

/** @returns for each table with a stream, the engine's own ARN of that stream by the template's */
export async function createTables(
  endpoint: string,
  tables: readonly Table[],
): Promise<ReadonlyMap<string, string>> {
  const streams = await Promise.all(
    tables.map(async (table): Promise<[string, string] | undefined> => {
      const description = (await describe(endpoint, table)) ?? (await create(endpoint, table));
      refuseOtherIndexes(table, description);
      const { LatestStreamArn: engineArn } = description.Table;
      if (table.streamArn === undefined) return undefined;
      if (engineArn === undefined) throw new Error(`${table.name} has no stream; ${REMEDY}`);
      return [table.streamArn, engineArn];
    }),
  );
  return new Map(streams.filter((entry) => entry !== undefined));
}

async function create(endpoint: string, table: Table): Promise<Description> {
  await call(endpoint, 'dynamodb', 'CreateTable', table.definition);
  const deadline = Date.now() + CREATION_LIMIT_MILLISECONDS;
  for (;;) {
    const description = await describe(endpoint, table);
    if (description?.Table.TableStatus === 'ACTIVE') return description;
    if (Date.now() > deadline) throw new Error(`the table ${table.name} does not become active`);
    await pause(20);
  }
}

async function describe(endpoint: string, { name }: Table): Promise<Description | undefined> {
  try {
    return await call<Description>(endpoint, 'dynamodb', 'DescribeTable', { TableName: name });
  } catch (error) {
    if (error instanceof EngineError && error.code === 'ResourceNotFoundException')
      return undefined;
    throw error;
  }
}

const REMEDY = 'the tables on disk are of an earlier version: `npm run reset` begins anew';

function refuseOtherIndexes(table: Table, { Table: found }: Description): void {
  const wanted = indexNames(table.definition['GlobalSecondaryIndexes']);
  const there = indexNames(found.GlobalSecondaryIndexes ?? []);
  if (wanted === there) return;
  throw new Error(`${table.name} has the indexes [${there}] and not [${wanted}]; ${REMEDY}`);
}

function indexNames(indexes: unknown): string {
  const list = Array.isArray(indexes) ? (indexes as { IndexName: string }[]) : []; // both sides are CreateTable's own shape
  return list
    .map(({ IndexName }) => IndexName)
    .sort()
    .join(', ');
}
