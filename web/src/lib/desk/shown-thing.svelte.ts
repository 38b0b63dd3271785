/** One thing of the desk and what its officers are called: read when its page opens, and again while something follows by itself. */
import type { Result } from '../../../../shared/result.ts';
import type { Problem } from '#lib/api.ts';
import { get, post } from './api.ts';
import { officerNames } from './officers.ts';

const LOOK_AGAIN_MS = 3_000;

export class ShownThing<Found> {
  answer: Result<Found, Problem> | undefined = $state.raw();
  /** Subject of a token → name. */
  names: ReadonlyMap<string, string> = $state.raw(new Map());
  isBusy = $state(false);
  readonly #pathOf: () => string;

  /**
   * Made while a component is.
   * @param isUnderWay - does something follow within seconds that nobody here does? It is looked for while somebody looks
   */
  constructor(pathOf: () => string, isUnderWay: (found: Found) => boolean = () => false) {
    this.#pathOf = pathOf;
    $effect(() => {
      void this.load();
      void this.#loadNames();
    });
    const isFollowed = $derived(this.answer?.ok === true && isUnderWay(this.answer.value));
    $effect(() => {
      if (!isFollowed) return undefined;
      const timer = setInterval(() => {
        if (document.visibilityState === 'visible') void this.#lookAgain();
      }, LOOK_AGAIN_MS);
      return () => clearInterval(timer);
    });
  }

  async load(): Promise<void> {
    this.answer = await get<Found>(this.#pathOf());
  }

  /** @param isToBeReadAgain - after what came of the command */
  async send<Answer = unknown>(
    command: object,
    isToBeReadAgain: (outcome: Result<Answer, Problem>) => boolean,
  ): Promise<Result<Answer, Problem>> {
    this.isBusy = true;
    const outcome = await post<Answer>(`${this.#pathOf()}/commands`, command);
    if (isToBeReadAgain(outcome)) await this.load();
    this.isBusy = false;
    return outcome;
  }

  async #loadNames(): Promise<void> {
    this.names = await officerNames();
  }

  async #lookAgain(): Promise<void> {
    const found = await get<Found>(this.#pathOf());
    if (found.ok && !this.isBusy) this.answer = found;
  }
}

/** Somebody else was first, or the thing is elsewhere on its way than the page said. */
export const isBehind = (outcome: Result<unknown, Problem>): boolean =>
  !outcome.ok && ['TRANSITION_NOT_ALLOWED', 'CONFLICT'].includes(outcome.error.code);
