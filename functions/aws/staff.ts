/** Staff tokens, verified once more in the handler: the gateway flattens array claims, and defence stands twice. */
import { createRemoteJWKSet, jwtVerify, type JWTVerifyGetKey } from 'jose';
import { isDepartment } from '../../shared/departments/directory.ts';
import type { Officer } from '../ports.ts';
import { setting } from '../runtime.ts';

const LONGEST_NAME = 100;

let keys: Promise<JWTVerifyGetKey> | undefined;

/** The officer a bearer token names, or undefined: no token, forged, expired, from elsewhere, or of no department. */
export async function officerOf(authorization: string | undefined): Promise<Officer | undefined> {
  const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/.exec(authorization ?? '')?.[1];
  if (!token) return undefined;
  const issuer = setting('ISSUER');
  keys ??= keysOf(issuer);
  const found = await keys.catch((error: unknown) => {
    keys = undefined;
    throw error;
  });
  try {
    const { payload } = await jwtVerify(token, found, {
      issuer,
      audience: setting('AUDIENCE'),
      algorithms: ['RS256'],
      requiredClaims: ['exp', 'sub'],
    });
    const { sub, name, dept, roles } = payload as Record<string, unknown>;
    if (typeof sub !== 'string' || typeof dept !== 'string' || !isDepartment(dept))
      return undefined;
    const named: readonly unknown[] = Array.isArray(roles) ? roles : [];
    return {
      subject: sub,
      name: typeof name === 'string' && name.trim() ? name.trim().slice(0, LONGEST_NAME) : sub,
      department: dept,
      roles: named.filter((role): role is string => typeof role === 'string'),
    };
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_J'))
      return undefined;
    throw error;
  }
}

async function keysOf(issuer: string): Promise<JWTVerifyGetKey> {
  const answer = await fetch(`${issuer}/.well-known/openid-configuration`);
  const { jwks_uri: address } = (await answer.json()) as { jwks_uri: string }; // OpenID Connect Discovery 1.0
  return createRemoteJWKSet(new URL(address));
}
