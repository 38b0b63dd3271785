/** An officer signs in at the desk as a browser does it, stays signed in by refreshing, and signs out for good. */
import { createHash, randomBytes } from 'node:crypto';
import { decodeJwt } from 'jose';
import { describe, expect, inject, it } from 'vitest';

const { base, credentials } = inject('system');
const clerk = credentials.officers.find(({ username }) => username === 'market-clerk');
const redirect_uri = `${base}/desk/callback`;

interface Tokens {
  readonly access_token: string;
  readonly refresh_token: string;
  readonly id_token: string;
  readonly error?: string;
}

/** A browser as far as the protocol needs one: it keeps cookies and follows nothing by itself. */
class Browser {
  readonly #cookies = new Map<string, string>();

  async go(address: string, form?: Readonly<Record<string, string>>): Promise<Response> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(new URL(address, base), {
      headers: { cookie },
      redirect: 'manual',
      ...(form && { method: 'POST', body: new URLSearchParams(form) }),
    });
    for (const header of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(header) ?? [];
      this.#cookies.set(name, value);
    }
    return response;
  }

  /** To the sign-in page, or through it: where the redirections end. */
  async follow(response: Response): Promise<Response | URL> {
    const location = response.headers.get('location');
    if (!location) return response;
    if (location.startsWith(redirect_uri)) return new URL(location);
    return this.follow(await this.go(location));
  }
}

const verifier = randomBytes(32).toString('base64url');

const authorise = (browser: Browser, changes: Readonly<Record<string, string>> = {}) => {
  const query = new URLSearchParams({
    ...{ client_id: 'desk', response_type: 'code', scope: 'openid', redirect_uri },
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    ...changes,
  });
  return browser.go(`/oidc/auth?${query}`);
};

async function token(form: Readonly<Record<string, string>>): Promise<Tokens> {
  const body = new URLSearchParams({ client_id: 'desk', ...form });
  const response = await fetch(`${base}/oidc/token`, { method: 'POST', body });
  return (await response.json()) as Tokens; // RFC 6749, 5.1; or 5.2 with `error`
}

const refresh = ({ refresh_token }: Tokens) =>
  token({ grant_type: 'refresh_token', refresh_token });

async function formOf(page: Response | URL) {
  if (page instanceof URL) throw new Error(`already at ${page}`);
  const html = await page.text();
  return { html, action: /action="([^"]+)"/.exec(html)?.[1] ?? '' };
}

async function signIn(browser: Browser): Promise<Tokens> {
  const { action } = await formOf(await browser.follow(await authorise(browser)));
  const { username = '', password = '' } = clerk ?? {};
  const back = await browser.follow(await browser.go(action, { username, password }));
  const code = back instanceof URL ? (back.searchParams.get('code') ?? '') : '';
  return token({ grant_type: 'authorization_code', code, redirect_uri, code_verifier: verifier });
}

describe('the sign-in of the desk', () => {
  it('gives a token that opens the desk and says department, roles and name, and renews it once with each refresh token', async () => {
    const tokens = await signIn(new Browser());
    expect(decodeJwt(tokens.access_token)).toMatchObject({
      sub: 'market-clerk',
      dept: 'MARKET',
      roles: ['clerk'],
      name: expect.stringMatching(/（演示）$/),
    });
    const renewed = await refresh(tokens);
    const headers = { authorization: `Bearer ${renewed.access_token}` };
    expect((await fetch(`${base}/api/desk/worklist`, { headers })).status).toBe(200);
    expect((await refresh(tokens)).error).toBe('invalid_grant');
  });

  it('says in both languages that name or password is wrong, and keeps the name that was typed', async () => {
    const browser = new Browser();
    const { action } = await formOf(await browser.follow(await authorise(browser)));
    const refused = await browser.go(action, { username: '"><b>x', password: 'wrong' });
    expect(refused.status).toBe(401);
    const { html } = await formOf(refused);
    for (const text of ['role="alert"', '用户名或密码不正确', 'lang="en"', '&quot;&gt;&lt;b&gt;x'])
      expect(html).toContain(text);
  });

  it('leads only to addresses of this desk, and not without PKCE', async () => {
    const elsewhere = await authorise(new Browser(), { redirect_uri: 'http://localhost:1/desk' });
    expect(elsewhere.status).toBe(400);
    const bare = await authorise(new Browser(), { code_challenge: '', code_challenge_method: '' });
    expect(bare.headers.get('location')).toContain('error=invalid_request');
  });

  it('ends for good when the officer signs out, and leads back to the desk', async () => {
    const browser = new Browser();
    const tokens = await signIn(browser);
    const post_logout_redirect_uri = `${base}/en/desk/signed-out`;
    const query = new URLSearchParams({ id_token_hint: tokens.id_token, post_logout_redirect_uri });
    const { html, action } = await formOf(await browser.go(`/oidc/session/end?${query}`));
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(html)?.[1] ?? '';
    const done = await browser.go(action, { xsrf, logout: 'yes' });
    expect(done.headers.get('location')).toBe(post_logout_redirect_uri);
    expect((await refresh(tokens)).error).toBe('invalid_grant');
    const again = await browser.follow(await authorise(browser));
    expect(again).toBeInstanceOf(Response);
  });
});
