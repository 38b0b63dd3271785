/** Speaks to a running system as the public, an officer or a department does: HTTP and nothing else. */
import { setTimeout as pause } from 'node:timers/promises';
import type { DemoCredentials } from '../identity/credentials.ts';

export interface Answer {
  readonly status: number;
  /** The content type. */
  readonly type: string;
  readonly text: string;
  /** What the contract promises for this call; undefined when the answer was not JSON. */
  readonly json: unknown;
}

export interface Request {
  readonly body?: unknown;
  readonly token?: string;
  /** The same key repeats the same act safely; a retry after a lost answer uses it too. */
  readonly key?: string;
}

/** An entry of a department's worklist, as far as the contract fixes it. */
export interface WorklistEntry {
  readonly caseNumber: string;
  readonly itemNumber: number;
  readonly role: string;
  readonly status: string;
  readonly categories: readonly string[];
  readonly urgency: string;
  readonly dueOn: string;
  readonly overdue: boolean;
}

const TRY_AGAIN_AFTER_MS = 300;

/** A line of the public register, as far as the contract fixes it. */
export interface PublishedRecord {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly publishedOn: string;
  readonly path: string;
}

export class DemoClient {
  readonly base: string;
  readonly #credentials: DemoCredentials;
  readonly #tries: number;
  readonly #tokens = new Map<string, Promise<string>>();

  /** @param tries - how often a call is sent before a broken connection or an answer of 5xx counts */
  constructor(base: string, credentials: DemoCredentials, tries = 5) {
    this.base = base;
    this.#credentials = credentials;
    this.#tries = tries;
  }

  get departments(): readonly string[] {
    return this.#credentials.departmentClients.map(({ department }) => department);
  }

  get officers(): DemoCredentials['officers'] {
    return this.#credentials.officers;
  }

  get(path: string, token?: string): Promise<Answer> {
    return this.#call('GET', path, token ? { token } : {});
  }

  post(path: string, request: Request): Promise<Answer> {
    return this.#call('POST', path, request);
  }

  /** The token of the officer of that department who has exactly these roles. */
  officer(department: string, ...roles: readonly string[]): Promise<string> {
    return this.#once(`${department} ${roles.join(' ')}`, () => {
      const officer = this.#credentials.officers.find(
        (candidate) =>
          candidate.department === department &&
          candidate.roles.length === roles.length &&
          roles.every((role) => candidate.roles.includes(role)),
      );
      if (!officer) throw new Error(`the demo has no ${roles.join(', ')} of ${department}`);
      const { username, password } = officer;
      const client_id = this.#credentials.cli.clientId;
      return this.#token({ grant_type: 'password', username, password, client_id });
    });
  }

  /** The token of a department's own system. */
  department(code: string): Promise<string> {
    return this.#once(code, () => {
      const client = this.#credentials.departmentClients.find((c) => c.department === code);
      if (!client) throw new Error(`the demo has no client of ${code}`);
      const { clientId: client_id, clientSecret: client_secret } = client;
      return this.#token({ grant_type: 'client_credentials', client_id, client_secret });
    });
  }

  /** Every page of a department's worklist. */
  async worklist(department: string, state: 'open' | 'closed'): Promise<readonly WorklistEntry[]> {
    const query = new URLSearchParams({ state, limit: '100' });
    return this.#everyPage(
      '/api/desk/worklist',
      query,
      'entries',
      await this.department(department),
    );
  }

  /** Every page of what the public finds. */
  disclosures(query: URLSearchParams): Promise<readonly PublishedRecord[]> {
    return this.#everyPage('/api/disclosures', query, 'records');
  }

  hasOfficersOf = (department: string, role = 'officer'): boolean =>
    this.#credentials.officers.some(
      (officer) => officer.department === department && officer.roles.includes(role),
    );

  /** @throws when a page is refused */
  async #everyPage<T>(
    path: string,
    query: URLSearchParams,
    name: string,
    token?: string,
  ): Promise<readonly T[]> {
    const found: T[] = [];
    const asked = new URLSearchParams(query);
    for (;;) {
      const { status, json, text } = await this.get(`${path}?${asked}`, token);
      if (status !== 200) throw new Error(`${path}: ${status} ${text}`);
      const page = json as Readonly<Record<string, readonly T[]>> & { readonly cursor?: string }; // the contract of a 200
      found.push(...(page[name] ?? []));
      if (!page.cursor) return found;
      asked.set('cursor', page.cursor);
    }
  }

  #once(name: string, make: () => Promise<string>): Promise<string> {
    const token = this.#tokens.get(name) ?? make();
    this.#tokens.set(name, token);
    return token;
  }

  async #token(form: Record<string, string>): Promise<string> {
    const response = await fetch(`${this.base}/oidc/token`, {
      method: 'POST',
      body: new URLSearchParams(form),
    });
    const answer = (await response.json()) as { readonly access_token?: string }; // RFC 6749, 5.1
    if (!answer.access_token)
      throw new Error(`no token for ${form['username'] ?? form['client_id']}`);
    return answer.access_token;
  }

  async #call(method: 'GET' | 'POST', path: string, request: Request): Promise<Answer> {
    const { body, token, key } = request;
    const headers = new Headers();
    if (body !== undefined) headers.set('content-type', 'application/json');
    if (token) headers.set('authorization', `Bearer ${token}`);
    if (key) headers.set('idempotency-key', key);
    const init: RequestInit = { method, headers, redirect: 'manual' };
    if (body !== undefined) init.body = typeof body === 'string' ? body : JSON.stringify(body);
    for (let attempt = 1; ; attempt++) {
      const answer = await this.#send(path, init);
      const maySucceedLater = !answer || answer.status >= 500 || answer.status === 429;
      if (answer && (!maySucceedLater || attempt >= this.#tries)) return answer;
      if (attempt >= this.#tries) throw new Error(`no answer from ${this.base}${path}`);
      await pause(TRY_AGAIN_AFTER_MS * attempt);
    }
  }

  async #send(path: string, init: RequestInit): Promise<Answer | undefined> {
    try {
      const response = await fetch(this.base + path, init);
      const text = await response.text();
      const type = response.headers.get('content-type') ?? '';
      return { status: response.status, type, text, json: parsed(text) };
    } catch {
      return undefined; // no connection, or it broke: the caller tries again with the same key
    }
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
