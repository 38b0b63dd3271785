/** The table engine of a data folder: that of the host which runs on it, or one started for the while. */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { call, LOCAL_ACCESS_KEY, LOCAL_REGION } from '../../cdk/local/engines/engine-call.ts';
import { startEngines } from '../../cdk/local/engines/start-engines.ts';
import { lockDataDir } from '../../cdk/local/lock.ts';
import type { Settings } from '../../cdk/local/settings.ts';
import { DynamoTables } from '../../functions/aws/tables.ts';
import { tables as definitions, tableVariable } from '../../functions/table-definitions.ts';

export interface Engine {
  readonly tables: DynamoTables;
  /** Where the buckets are. */
  readonly s3: string;
  /** Somebody else's system works on it. */
  readonly isRunning: boolean;
  readonly how: string;
  readonly stop: () => Promise<void>;
}

/** @throws with what to do when there is nothing to fill yet */
export async function openEngine({ dataDir, dynamodbEndpoint }: Settings): Promise<Engine> {
  const release = lockDataDir(dataDir);
  if (!release) {
    const endpoints = JSON.parse(readFileSync(join(dataDir, 'engines.json'), 'utf8')) as Endpoints; // written by the host
    const engine = await opened(endpoints, `the system that runs on ${dataDir}`, () =>
      Promise.resolve(),
    );
    return { ...engine, isRunning: true };
  }
  try {
    if (!existsSync(join(dataDir, 'assembly'))) throw new Error(NOTHING_YET);
    const engines = await startEngines(dataDir, dynamodbEndpoint);
    return await opened(engines, `the tables of ${dataDir}, at rest`, async () => {
      await engines.stop();
      release();
    });
  } catch (error) {
    release();
    throw error;
  }
}

const NOTHING_YET = 'This data folder has no tables yet: start the system once (npm start).';

interface Endpoints {
  readonly dynamodb: string;
  readonly s3: string;
}

async function opened(
  { dynamodb: endpoint, s3 }: Endpoints,
  how: string,
  stop: () => Promise<void>,
): Promise<Engine> {
  const { TableNames: there } = await call<{ readonly TableNames: readonly string[] }>(
    endpoint,
    'dynamodb',
    'ListTables',
    {},
  );
  for (const table of Object.keys(definitions)) {
    const name = there.find((candidate) => new RegExp(`-${table}[0-9A-F]{8}$`).test(candidate));
    if (name) process.env[tableVariable(table)] = name;
  }
  const credentials = { accessKeyId: LOCAL_ACCESS_KEY, secretAccessKey: LOCAL_ACCESS_KEY };
  const client = new DynamoDBClient({ endpoint, region: LOCAL_REGION, credentials });
  return { tables: new DynamoTables(client), s3, isRunning: false, how, stop };
}
