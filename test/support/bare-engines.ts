/** The engines with every table and a site bucket, and nothing that works on them. */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { createBuckets } from '../../cdk/local/engines/buckets.ts';
import { call, LOCAL_ACCESS_KEY, LOCAL_REGION } from '../../cdk/local/engines/engine-call.ts';
import { startEngines } from '../../cdk/local/engines/start-engines.ts';
import { DynamoTables } from '../../functions/aws/tables.ts';
import { tables as definitions, tableVariable } from '../../functions/table-definitions.ts';
import { openSite, type SiteBucket } from '../load/site-bucket.ts';

export interface BareEngines {
  readonly tables: DynamoTables;
  readonly site: SiteBucket;
  readonly stop: () => Promise<void>;
}

/** @param folder - theirs alone */
export async function startBareEngines(folder: string): Promise<BareEngines> {
  const engines = await startEngines(folder);
  for (const [name, { indexes }] of Object.entries(definitions)) {
    process.env[tableVariable(name)] = name;
    await call(engines.dynamodb, 'dynamodb', 'CreateTable', tableOf(name, indexes));
  }
  await createBuckets(engines.s3, ['site']);
  const credentials = { accessKeyId: LOCAL_ACCESS_KEY, secretAccessKey: LOCAL_ACCESS_KEY };
  const client = new DynamoDBClient({
    endpoint: engines.dynamodb,
    region: LOCAL_REGION,
    credentials,
  });
  return {
    tables: new DynamoTables(client),
    site: await openSite(engines.s3),
    stop: () => engines.stop(),
  };
}

export function tableOf(
  name: string,
  indexes: Readonly<Record<string, readonly [string, string]>>,
) {
  const schema = ([partition, sort]: readonly [string, string]) => [
    { AttributeName: partition, KeyType: 'HASH' },
    { AttributeName: sort, KeyType: 'RANGE' },
  ];
  const attributes = new Set(['pk', 'sk', ...Object.values(indexes).flat()]);
  return {
    TableName: name,
    BillingMode: 'PAY_PER_REQUEST',
    KeySchema: schema(['pk', 'sk']),
    AttributeDefinitions: [...attributes].map((attribute) => ({
      AttributeName: attribute,
      AttributeType: 'S',
    })),
    GlobalSecondaryIndexes: Object.entries(indexes).map(([index, keys]) => ({
      IndexName: index,
      KeySchema: schema(keys),
      Projection: { ProjectionType: 'ALL' },
    })),
    ...(Object.keys(indexes).length === 0 && { GlobalSecondaryIndexes: undefined }),
  };
}
