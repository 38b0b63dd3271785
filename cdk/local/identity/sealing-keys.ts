/** The keys to which identities are sealed: private halves in a file of the owner's, public ones in the vault table. */
import { createHash, webcrypto } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { departmentCodes } from '../../../shared/departments/directory.ts';
import { call } from '../engines/engine-call.ts';
import { writePrivateFile } from '../private-file.ts';

interface SealingKey {
  readonly recipient: string;
  /** The first 16 characters of the SHA-256 of the public key, base64url. */
  readonly keyId: string;
  /** The uncompressed point, base64url. */
  readonly publicKey: string;
  readonly privateJwk: webcrypto.JsonWebKey;
}

const ESCROW = 'ESCROW';
const KEY_ID_LENGTH = 16;

/** Makes what is missing and puts every public key where `GET /api/keys` finds it. */
export async function publishSealingKeys(
  path: string,
  dynamodb: string,
  vaultTable: string,
): Promise<void> {
  const known: readonly SealingKey[] = existsSync(path)
    ? (JSON.parse(readFileSync(path, 'utf8')) as { keys: SealingKey[] }).keys // written below, by us alone
    : [];
  const missing = [...departmentCodes, ESCROW].filter(
    (recipient) => !known.some((key) => key.recipient === recipient),
  );
  const keys = [...known, ...(await Promise.all(missing.map(makeKey)))];
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
  await Promise.all(absent.map((key) => putKey(dynamodb, vaultTable, key)));
}

async function makeKey(recipient: string): Promise<SealingKey> {
  const { subtle } = webcrypto;
  const pair = await subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, true, [
    'deriveBits',
  ]);
  const point = Buffer.from(await subtle.exportKey('raw', pair.publicKey));
  return {
    recipient,
    keyId: createHash('sha256').update(point).digest('base64url').slice(0, KEY_ID_LENGTH),
    publicKey: point.toString('base64url'),
    privateJwk: await subtle.exportKey('jwk', pair.privateKey),
  };
}

const putKey = (
  dynamodb: string,
  vaultTable: string,
  { recipient, keyId, publicKey }: SealingKey,
): Promise<unknown> =>
  call(dynamodb, 'dynamodb', 'PutItem', {
    TableName: vaultTable,
    Item: {
      pk: { S: 'KEYS' },
      sk: { S: recipient },
      recipient: { S: recipient },
      keyId: { S: keyId },
      publicKey: { S: publicKey },
    },
  });
