/** The sign-in of the one-machine identity provider: shows the page, and ends the interaction with who it is. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Provider } from 'oidc-provider';
import type { DemoCredentials } from './credentials.ts';
import { brokenOffPage, signInPage, type Page } from './pages.ts';
import { signIn } from './provider.ts';

export interface Login {
  /** @param path - without the mount */
  takes(path: string): boolean;
  answer(path: string, request: IncomingMessage, response: ServerResponse): Promise<void>;
}

const INTERACTION = /^\/interaction\/[\w-]+$/;
const LARGEST_FORM_BYTES = 4096;

export interface LoginSettings {
  readonly provider: Provider;
  readonly credentials: DemoCredentials;
  /** Where people find them. */
  readonly credentialsPath: string;
  readonly mount: string;
}

export function createLogin({
  provider,
  credentials,
  credentialsPath,
  mount,
}: LoginSettings): Login {
  return {
    takes: (path) => INTERACTION.test(path),
    async answer(path, request, response) {
      const isOpen = await provider.interactionDetails(request, response).then(
        () => true,
        () => false, // its cookie or its time is gone
      );
      if (!isOpen) return show(response, 400, brokenOffPage());
      const signInAt = { action: mount + path, credentialsPath };
      if (request.method !== 'POST') return show(response, 200, signInPage(signInAt));
      const form = new URLSearchParams(await readForm(request));
      const username = (form.get('username') ?? '').trim();
      const officer = signIn(credentials, username, form.get('password') ?? '');
      if (!officer) {
        const refused = { username };
        return show(response, 401, signInPage({ ...signInAt, refused }));
      }
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

function show(response: ServerResponse, status: number, { html, headers }: Page): void {
  response.writeHead(status, headers);
  response.end(html);
}
