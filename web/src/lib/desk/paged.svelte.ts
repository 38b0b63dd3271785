/** A list of the desk that comes page by page: the first page anew, or one more behind what stands. */
import type { Result } from '../../../../shared/result.ts';
import type { Problem } from '#lib/api.ts';
import { get } from './api.ts';

interface Page {
  readonly cursor?: string;
}

export class PagedList<P extends Page> {
  answer: Result<P, Problem> | undefined = $state.raw();
  isLoadingMore = $state(false);
  readonly #pathOf: (query: string) => string;
  readonly #joined: (before: P, next: P) => P;
  #asked = {};

  /** @param joined - the entries of both, and where the next page starts */
  constructor(pathOf: (query: string) => string, joined: (before: P, next: P) => P) {
    this.#pathOf = pathOf;
    this.#joined = joined;
  }

  /** An answer that comes after a later question is not shown. */
  async load(query: Readonly<Record<string, string>> = {}): Promise<void> {
    const asked = query;
    this.#asked = asked;
    this.answer = undefined;
    const found = await get<P>(this.#path(query));
    if (this.#asked === asked) this.answer = found;
  }

  async more(before: P, query: Readonly<Record<string, string>> = {}): Promise<void> {
    const asked = this.#asked;
    this.isLoadingMore = true;
    const next = await get<P>(this.#path({ ...query, cursor: before.cursor ?? '' }));
    this.isLoadingMore = false;
    if (this.#asked !== asked) return;
    this.answer = next.ok ? { ok: true, value: this.#joined(before, next.value) } : next;
  }

  readonly #path = (query: Readonly<Record<string, string>>): string =>
    this.#pathOf(new URLSearchParams(query).toString());
}
