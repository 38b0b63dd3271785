/** GET /api/keys: the public keys that reporters' identities are sealed to. */
import { ok } from '../../shared/result.ts';
import { http, type Request } from '../aws/http.ts';
import { DynamoTables } from '../aws/tables.ts';
import { sealingKeys } from '../aws/vault-store.ts';
import type { Tables } from '../ports.ts';

export async function listKeys(
  _request: Request<undefined, undefined, undefined>,
  { tables }: { readonly tables: Tables },
) {
  return ok({ answer: { keys: await sealingKeys(tables) } });
}

export const handler = http({ call: 'GET /api/keys', cacheSeconds: 300 }, listKeys, () => ({
  tables: new DynamoTables(),
}));
