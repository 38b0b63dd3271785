/** The plain sign-in page of the one-machine identity provider. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Provider } from 'oidc-provider';
import type { DemoCredentials } from './credentials.ts';
import { signIn } from './provider.ts';

export interface Login {
  /** @param path - without the mount */
  takes(path: string): boolean;
  answer(path: string, request: IncomingMessage, response: ServerResponse): Promise<void>;
}

const INTERACTION = /^\/interaction\/[\w-]+$/;
const LARGEST_FORM_BYTES = 4096;

export function createLogin(
  provider: Provider,
  credentials: DemoCredentials,
  mount: string,
): Login {
  return {
    takes: (path) => INTERACTION.test(path),
    async answer(path, request, response) {
      await provider.interactionDetails(request, response);
      if (request.method !== 'POST') return show(response, mount + path, false);
      const form = new URLSearchParams(await readForm(request));
      const officer = signIn(credentials, form.get('username') ?? '', form.get('password') ?? '');
      if (!officer) return show(response, mount + path, true);
      await provider.interactionFinished(request, response, {
        login: { accountId: officer.username },
      });
    },
  };
}

async function readForm(request: IncomingMessage): Promise<string> {
  let form = '';
  for await (const chunk of request as AsyncIterable<Buffer>) {
    form += chunk.toString('utf8');
    if (form.length > LARGEST_FORM_BYTES) throw new Error('the form is too large');
  }
  return form;
}

function show(response: ServerResponse, action: string, refused: boolean): void {
  response.writeHead(refused ? 401 : 200, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'x-frame-options': 'DENY',
  });
  response.end(page(action, refused));
}

const page = (action: string, refused: boolean): string => `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>登录 Sign in · 明察 Mingcha</title>
<style>
body { font: 1rem/1.6 system-ui, sans-serif; max-width: 22rem; margin: 4rem auto; padding: 0 1rem }
label, input, button { display: block; width: 100%; box-sizing: border-box; font: inherit }
input, button { padding: .5rem; margin: .25rem 0 1rem }
</style>
<main>
<h1>登录 Sign in</h1>
${refused ? '<p role="alert">用户名或密码不正确。The user name or password is wrong.</p>' : ''}
<form method="post" action="${action}">
<label for="username">用户名 User name</label>
<input id="username" name="username" autocomplete="username" required>
<label for="password">密码 Password</label>
<input id="password" name="password" type="password" autocomplete="current-password" required>
<button>登录 Sign in</button>
</form>
</main>
</html>
`;
