/** oidc-provider as this system needs it: RS256 tokens for one audience with department, roles and name, no consent page. */
import { createHash, timingSafeEqual } from 'node:crypto';
import {
  Provider,
  type Configuration,
  type KoaContextWithOIDC,
  type ResourceServer,
} from 'oidc-provider';
import { CHANNEL_ROLE } from '../../../shared/channels/channel.ts';
import { COORDINATOR } from '../../../shared/departments/directory.ts';
import type { DemoCredentials, Officer } from './credentials.ts';
import { brokenOffPage, signedOutPage, signOutPage, type Page } from './pages.ts';
import { registerPasswordGrant } from './password-grant.ts';
import type { SigningKeys } from './signing-keys.ts';

export interface ProviderSettings {
  readonly issuer: string;
  readonly audience: string;
  readonly credentials: DemoCredentials;
  readonly keys: SigningKeys;
}

/** Public client of the desk, which signs in by authorization code with PKCE. */
const DESK_CLIENT = 'desk';
const ACCESS_TOKEN_SECONDS = 3600;
/** A working day: after it everybody signs in again. */
const SESSION_SECONDS = 8 * 3600;

export function createProvider({
  issuer,
  audience,
  credentials,
  keys,
}: ProviderSettings): Provider {
  const { origin } = new URL(issuer);
  const resource: ResourceServer = {
    scope: '',
    audience,
    accessTokenFormat: 'jwt',
    accessTokenTTL: ACCESS_TOKEN_SECONDS,
    jwt: { sign: { alg: 'RS256' } },
  };
  const configuration: Configuration = {
    clients: clientsOf(credentials, origin),
    jwks: { keys: [keys.jwk] },
    cookies: { keys: [keys.cookieSecret], short: { path: '/' }, long: { path: '/' } },
    scopes: ['openid'],
    claims: { openid: ['sub'] },
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource(ctx, form) {
          const { oidc } = ctx;
          const asked = oidc.entities.IdTokenHint?.payload['sub'];
          show(ctx, signOutPage(form, asked !== undefined && asked === oidc.session?.accountId));
        },
        postLogoutSuccessSource: (ctx) => show(ctx, signedOutPage()),
      },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => audience,
        useGrantedResource: () => true,
        getResourceServerInfo: () => resource,
      },
    },
    interactions: { url: (_, interaction) => `/oidc/interaction/${interaction.uid}` },
    findAccount: (_, username) =>
      credentials.officers.some((officer) => officer.username === username)
        ? { accountId: username, claims: () => ({ sub: username }) }
        : undefined,
    extraTokenClaims: (_, token) =>
      'accountId' in token && token.accountId
        ? officerClaims(credentials, token.accountId)
        : systemClaims(credentials, token.clientId),
    loadExistingGrant: async (ctx) => {
      const { client, session, provider } = ctx.oidc;
      if (!client || !session?.accountId) return undefined;
      const known = session.grantIdFor(client.clientId);
      const earlier = known && (await provider.Grant.find(known));
      if (earlier) return earlier;
      const grant = new provider.Grant({
        accountId: session.accountId,
        clientId: client.clientId,
      });
      grant.addOIDCScope('openid');
      grant.addResourceScope(audience, '');
      await grant.save();
      return grant;
    },
    ttl: {
      AccessToken: ACCESS_TOKEN_SECONDS,
      ClientCredentials: ACCESS_TOKEN_SECONDS,
      Grant: SESSION_SECONDS,
      RefreshToken: SESSION_SECONDS,
      IdToken: ACCESS_TOKEN_SECONDS,
      Interaction: 600,
      Session: SESSION_SECONDS,
    },
    pkce: { required: () => true },
    issueRefreshToken: (_, client) => client.grantTypeAllowed('refresh_token'),
    rotateRefreshToken: true,
    renderError: (ctx, { error }) => show(ctx, brokenOffPage(error)),
    clientBasedCORS: (_, requestOrigin) => requestOrigin === origin,
  };
  const provider = new Provider(issuer, configuration);
  provider.proxy = true;
  registerPasswordGrant(provider, audience, (username, password) =>
    signIn(credentials, username, password),
  );
  provider.on('server_error', (_, error) => console.error(error));
  return provider;
}

/** The officer of this name when the password is his. */
export function signIn(
  { officers }: DemoCredentials,
  username: string,
  password: string,
): Officer | undefined {
  const officer = officers.find((candidate) => candidate.username === username);
  return officer && timingSafeEqual(digest(officer.password), digest(password))
    ? officer
    : undefined;
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

function clientsOf(
  { departmentClients, cli }: DemoCredentials,
  origin: string,
): NonNullable<Configuration['clients']> {
  return [
    ...departmentClients.map(({ clientId, clientSecret }) => ({
      client_id: clientId,
      client_secret: clientSecret,
      token_endpoint_auth_method: 'client_secret_post' as const,
      grant_types: ['client_credentials'],
      response_types: [],
      redirect_uris: [],
    })),
    {
      client_id: cli.clientId,
      token_endpoint_auth_method: 'none',
      grant_types: ['password'],
      response_types: [],
      redirect_uris: [],
    },
    {
      client_id: DESK_CLIENT,
      token_endpoint_auth_method: 'none',
      grant_types: ['authorization_code', 'refresh_token'],
      response_types: ['code'],
      redirect_uris: [`${origin}/desk/callback`, `${origin}/en/desk/callback`],
      post_logout_redirect_uris: [`${origin}/desk/signed-out`, `${origin}/en/desk/signed-out`],
    },
  ];
}

function show(ctx: KoaContextWithOIDC, { html, headers }: Page): void {
  ctx.set({ ...headers });
  ctx.body = html;
}

function officerClaims({ officers }: DemoCredentials, username: string) {
  const officer = officers.find((candidate) => candidate.username === username);
  return officer && { dept: officer.department, roles: [...officer.roles], name: officer.name };
}

/** A department's own system acts for the department and holds no role of a person; the coordinator's also serves the channels. */
function systemClaims({ departmentClients }: DemoCredentials, clientId: string | undefined) {
  const client = departmentClients.find((candidate) => candidate.clientId === clientId);
  const roles = client?.department === COORDINATOR ? [CHANNEL_ROLE] : [];
  return client && { dept: client.department, roles };
}
