/** Deletes expired rows, which the local engine does not do by itself. */
import type { Table } from '../template/plan-stores.ts';
import { call, EngineError } from './engine-call.ts';

type Row = Readonly<Record<string, Readonly<Record<string, string>>>>;

interface Page {
  readonly Items?: readonly Row[];
  readonly LastEvaluatedKey?: Row;
}

const PAGE = 200;

/** Goes once through the tables that expire rows. @returns the number of rows deleted */
export async function sweepExpired(
  endpoint: string,
  tables: readonly Table[],
  nowSeconds: number,
  signal: AbortSignal,
): Promise<number> {
  let deleted = 0;
  for (const table of tables) {
    const { expires } = table;
    if (expires === undefined) continue;
    let from: Row | undefined;
    do {
      const page = await expiredRows(endpoint, table, expires, nowSeconds, from, signal);
      for (const row of page.Items ?? []) {
        if (await deleteExpired(endpoint, table, expires, row, nowSeconds)) deleted += 1;
      }
      from = page.LastEvaluatedKey;
    } while (from !== undefined && !signal.aborted);
  }
  return deleted;
}

function expiredRows(
  endpoint: string,
  { name, keyNames }: Table,
  expires: string,
  nowSeconds: number,
  from: Row | undefined,
  signal: AbortSignal,
): Promise<Page> {
  const keys = keyNames.map((key, index) => [`#k${index}`, key]);
  return call<Page>(
    endpoint,
    'dynamodb',
    'Scan',
    {
      TableName: name,
      Limit: PAGE,
      FilterExpression: '#expires < :now',
      ProjectionExpression: keys.map(([placeholder]) => placeholder).join(', '),
      ExpressionAttributeNames: { '#expires': expires, ...Object.fromEntries(keys) },
      ExpressionAttributeValues: { ':now': { N: String(nowSeconds) } },
      ...(from && { ExclusiveStartKey: from }),
    },
    signal,
  );
}

/** A row that was renewed since it was read stays. */
async function deleteExpired(
  endpoint: string,
  { name, keyNames }: Table,
  expires: string,
  row: Row,
  nowSeconds: number,
): Promise<boolean> {
  try {
    await call(endpoint, 'dynamodb', 'DeleteItem', {
      TableName: name,
      Key: Object.fromEntries(keyNames.map((key) => [key, row[key]])),
      ConditionExpression: '#expires < :now',
      ExpressionAttributeNames: { '#expires': expires },
      ExpressionAttributeValues: { ':now': { N: String(nowSeconds) } },
    });
    return true;
  } catch (error) {
    if (error instanceof EngineError && error.code === 'ConditionalCheckFailedException') {
      return false;
    }
    throw error;
  }
}
