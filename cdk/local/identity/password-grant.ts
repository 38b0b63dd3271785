/** The password grant, for scripts on one machine only: the cloud's issuer does not offer it. */
import { errors, type Provider, type TokenEndpointGrantContext } from 'oidc-provider';
import type { Officer } from './credentials.ts';

interface Parameters {
  readonly username?: string;
  readonly password?: string;
}

export function registerPasswordGrant(
  provider: Provider,
  audience: string,
  signIn: (username: string, password: string) => Officer | undefined,
): void {
  const handler = async (ctx: TokenEndpointGrantContext<Parameters>): Promise<void> => {
    const { client, params } = ctx.oidc;
    const officer = signIn(params.username ?? '', params.password ?? '');
    if (!officer) throw new errors.InvalidGrant('username or password is wrong');
    const token = new provider.AccessToken({
      accountId: officer.username,
      client,
      expiresWithSession: false,
      grantId: '',
      gty: 'password',
      scope: '',
      resourceServer: new provider.ResourceServer(audience, {
        scope: '',
        audience,
        accessTokenFormat: 'jwt',
        jwt: { sign: { alg: 'RS256' } },
      }),
    });
    const value = await token.save();
    ctx.body = { access_token: value, expires_in: token.expiration, token_type: token.tokenType };
  };
  provider.registerGrantType('password', handler, ['username', 'password']);
}
