/** The keys to which identities are sealed: private halves in a file of the owner's, public ones in the vault table. */
import { existsSync, readFileSync } from 'node:fs';
import { makeSealingKey, rowOf, sealingRecipients, type SealingKey } from '../../sealing-key.ts';
import { call } from '../engines/engine-call.ts';
import { writePrivateFile } from '../private-file.ts';

/** Makes what is missing and puts every public key where `GET /api/keys` finds it. */
export async function publishSealingKeys(
  path: string,
  dynamodb: string,
  vaultTable: string,
): Promise<void> {
  const known: readonly SealingKey[] = existsSync(path)
    ? (JSON.parse(readFileSync(path, 'utf8')) as { keys: SealingKey[] }).keys // written below, by us alone
    : [];
  const missing = sealingRecipients.filter(
    (recipient) => !known.some((key) => key.recipient === recipient),
  );
  const keys = [...known, ...(await Promise.all(missing.map(makeSealingKey)))];
  if (missing.length > 0) writePrivateFile(path, { keys });
  const published = await call<{ readonly Items: readonly { sk: { S: string } }[] }>(
    dynamodb,
    'dynamodb',
    'Query',
    {
      TableName: vaultTable,
      KeyConditionExpression: 'pk = :keys',
      ExpressionAttributeValues: { ':keys': { S: 'KEYS' } },
    },
  );
  const there = new Set(published.Items.map(({ sk }) => sk.S));
  const absent = keys.filter(({ recipient }) => !there.has(recipient));
  await Promise.all(
    absent.map((key) =>
      call(dynamodb, 'dynamodb', 'PutItem', { TableName: vaultTable, Item: rowOf(key) }),
    ),
  );
}
