/** Signing in at the issuer by authorisation code with PKCE (RFC 7636, OpenID Connect Core), and everything that follows from it. */
import * as oauth from 'oauth4webapi';
import { err, ok, type Result } from '../../../../shared/result.ts';
import type { Tokens } from './tokens.ts';

/** What one way to the issuer and back has to remember. */
export interface Journey {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  /** The address that was wanted, without origin. */
  readonly wanted: string;
}

/**
 * `REFUSED`: the issuer says no, and signing in anew is the only way on.
 * `UNAVAILABLE`: no answer that says anything; later it may work.
 */
export type SignInProblem = 'REFUSED' | 'UNAVAILABLE';

export interface Issuer {
  readonly server: oauth.AuthorizationServer;
  readonly client: oauth.Client;
  readonly options: { readonly [oauth.allowInsecureRequests]: boolean };
}

/** Public client: PKCE proves what a secret in a browser could not. */
const clientAuthentication = oauth.None();

export async function discover({ issuer, clientId }: App.SignIn): Promise<Issuer> {
  const address = new URL(issuer);
  const isOwnMachine = ['localhost', '127.0.0.1'].includes(address.hostname);
  const options = { [oauth.allowInsecureRequests]: isOwnMachine };
  const response = await oauth.discoveryRequest(address, options);
  return {
    server: await oauth.processDiscoveryResponse(address, response),
    client: { client_id: clientId },
    options,
  };
}

/** A new journey, and the address at which it begins. */
export async function departure(
  { server, client }: Issuer,
  redirectUri: string,
  wanted: string,
): Promise<{ readonly journey: Journey; readonly address: URL }> {
  if (!server.authorization_endpoint) throw new Error('the issuer has no authorisation endpoint');
  const journey: Journey = {
    state: oauth.generateRandomState(),
    nonce: oauth.generateRandomNonce(),
    verifier: oauth.generateRandomCodeVerifier(),
    wanted,
  };
  const address = new URL(server.authorization_endpoint);
  const asked = {
    client_id: client.client_id,
    redirect_uri: redirectUri,
    response_type: 'code',
    scope: 'openid',
    state: journey.state,
    nonce: journey.nonce,
    code_challenge: await oauth.calculatePKCECodeChallenge(journey.verifier),
    code_challenge_method: 'S256',
  };
  for (const [name, value] of Object.entries(asked)) address.searchParams.set(name, value);
  return { journey, address };
}

/** @param address - the one the issuer sent the browser back to */
export const arrival = (
  { server, client, options }: Issuer,
  { state, nonce, verifier }: Journey,
  address: URL,
): Promise<Result<Tokens, SignInProblem>> =>
  outcomeOf(async () => {
    const given = oauth.validateAuthResponse(server, client, address, state);
    const redirectUri = address.origin + address.pathname;
    const response = await oauth.authorizationCodeGrantRequest(
      ...[server, client, clientAuthentication, given, redirectUri, verifier, options],
    );
    const checks = { expectedNonce: nonce, requireIdToken: true };
    return oauth.processAuthorizationCodeResponse(server, client, response, checks);
  });

export const renewal = (
  { server, client, options }: Issuer,
  refreshToken: string,
): Promise<Result<Tokens, SignInProblem>> =>
  outcomeOf(async () => {
    const response = await oauth.refreshTokenGrantRequest(
      ...[server, client, clientAuthentication, refreshToken, options],
    );
    return oauth.processRefreshTokenResponse(server, client, response);
  });

/** Where the browser goes to end the session at the issuer too; undefined when it offers no such place. */
export function farewell(
  { server, client }: Issuer,
  idToken: string | undefined,
  backTo: string,
): URL | undefined {
  if (!server.end_session_endpoint) return undefined;
  const address = new URL(server.end_session_endpoint);
  address.searchParams.set('client_id', client.client_id);
  address.searchParams.set('post_logout_redirect_uri', backTo);
  if (idToken) address.searchParams.set('id_token_hint', idToken);
  return address;
}

async function outcomeOf(
  ask: () => Promise<oauth.TokenEndpointResponse>,
): Promise<Result<Tokens, SignInProblem>> {
  try {
    return ok(tokensOf(await ask()));
  } catch (error) {
    // Whatever the issuer or the library refuses is final; only a lost connection or a broken server is not.
    const isLost =
      error instanceof TypeError ||
      (error instanceof oauth.OperationProcessingError &&
        error.cause instanceof Response &&
        error.cause.status >= 500);
    return err(isLost ? 'UNAVAILABLE' : 'REFUSED');
  }
}

/** An issuer that does not say how long a token is good is taken to mean five minutes. */
const UNSAID_SECONDS = 300;

const tokensOf = ({
  access_token: accessToken,
  expires_in: seconds = UNSAID_SECONDS,
  refresh_token: refreshToken,
  id_token: idToken,
}: oauth.TokenEndpointResponse): Tokens => ({
  accessToken,
  expiresAt: Date.now() + seconds * 1000,
  ...(refreshToken && { refreshToken }),
  ...(idToken && { idToken }),
});
