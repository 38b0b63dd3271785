/** The provider's RS256 key and cookie secret, kept so that a restart leaves tokens and sign-ins valid. */
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { writePrivateFile } from '../private-file.ts';

export interface SigningKeys {
  readonly jwk: JWK;
  readonly cookieSecret: string;
}

export async function openSigningKeys(path: string): Promise<SigningKeys> {
  if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8')) as SigningKeys; // written below, by us alone
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const jwk = { ...(await exportJWK(privateKey)), alg: 'RS256', use: 'sig', kid: kid() };
  const keys = { jwk, cookieSecret: randomBytes(32).toString('base64url') };
  writePrivateFile(path, keys);
  return keys;
}

const kid = (): string => randomBytes(8).toString('base64url');
