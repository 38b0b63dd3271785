/** What this tab keeps while pages change: the way to the issuer, and the one token that renews. Nothing of a case. */
import type { Journey } from './oidc.ts';

const JOURNEY = 'mingcha.desk.journey';
const RENEWAL = 'mingcha.desk.renewal';

export const keepJourney = (journey: Journey): void =>
  sessionStorage.setItem(JOURNEY, JSON.stringify(journey));

/** Each journey ends once: a second arrival with the same address finds nothing. */
export function takeJourney(): Journey | undefined {
  const kept = sessionStorage.getItem(JOURNEY);
  sessionStorage.removeItem(JOURNEY);
  return kept ? (JSON.parse(kept) as Journey) : undefined; // written above, by this tab alone
}

export const keptRefreshToken = (): string | undefined =>
  sessionStorage.getItem(RENEWAL) ?? undefined;

export function keepRefreshToken(token: string | undefined): void {
  if (token) sessionStorage.setItem(RENEWAL, token);
  else sessionStorage.removeItem(RENEWAL);
}

/** [design] How long a page waits for the one before it in the same tab to be gone. */
const PATIENCE_MS = 700;

/**
 * Is this tab the only one that holds its refresh token? A duplicated tab starts with a copy, and using a spent token
 * would end the session of both; so each holds a lock of the token's name for as long as it lives.
 */
export async function isOnlyHolder(): Promise<boolean> {
  if (!('locks' in navigator)) return true;
  const name = sessionStorage.getItem(HOLDER);
  return name ? hold(name) : true;
}

const HOLDER = 'mingcha.desk.holder';

/** A tab that signed in anew is nobody's copy. */
export async function becomeHolder(): Promise<void> {
  const name = crypto.randomUUID();
  sessionStorage.setItem(HOLDER, name);
  if ('locks' in navigator) await hold(name);
}

const hold = (name: string): Promise<boolean> =>
  new Promise((resolve) => {
    navigator.locks
      .request(name, { signal: AbortSignal.timeout(PATIENCE_MS) }, () => {
        resolve(true);
        return new Promise<never>(() => undefined); // until the tab is gone
      })
      .catch(() => resolve(false));
  });
