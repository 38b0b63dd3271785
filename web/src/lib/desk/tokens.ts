/** What signing in gives, and when it has to be renewed. */

export interface Tokens {
  readonly accessToken: string;
  /** Milliseconds since 1970, by the clock of this machine. */
  readonly expiresAt: number;
  /** Good for one renewal, which brings the next. */
  readonly refreshToken?: string;
  /** Tells the issuer at sign-out whose session ends. */
  readonly idToken?: string;
}

/** [design] A call that starts with less than this left might arrive too late. */
const MARGIN_MS = 60_000;

export const needsRenewal = ({ expiresAt }: Tokens, now: number): boolean =>
  expiresAt - now < MARGIN_MS;

/** What is kept of a renewal that brought less than the first sign-in: an issuer need not send everything again. */
export const renewed = (
  before: Pick<Tokens, 'refreshToken' | 'idToken'>,
  after: Tokens,
): Tokens => ({
  ...before,
  ...after,
});
