/** The HTTP API's JWT authoriser: RS256 tokens of the issuer's published keys, for the audience, not expired. */
import { createRemoteJWKSet, jwtVerify, type JWTPayload } from 'jose';
import type { Authoriser } from '../template/plan-site.ts';

/** Claims of a token that passes; undefined for one that does not, or for none. */
export type Authorise = (
  authoriser: Authoriser,
  header: string | undefined,
) => Promise<JWTPayload | undefined>;

/** The provider on this machine keeps its key; a busy machine may be slow to hand it out, and that is no reason for a 401. */
const KEY_SET_OPTIONS = { cacheMaxAge: Infinity, timeoutDuration: 30_000 };

/** @param jwksUrl - where the keys of an issuer are, without the detour over its discovery document */
export function createAuthoriser(jwksUrl: (issuer: string) => URL): Authorise {
  const keySets = new Map<string, ReturnType<typeof createRemoteJWKSet>>();
  return async ({ issuer, audience }, header) => {
    const token = header?.replace(/^Bearer\s+/i, '');
    if (!token) return undefined;
    let keys = keySets.get(issuer);
    if (!keys) {
      keys = createRemoteJWKSet(jwksUrl(issuer), KEY_SET_OPTIONS);
      keySets.set(issuer, keys);
    }
    try {
      const { payload } = await jwtVerify(token, keys, {
        issuer,
        audience: [...audience],
        algorithms: ['RS256'],
        requiredClaims: ['exp'],
      });
      return payload;
    } catch {
      return undefined;
    }
  };
}
