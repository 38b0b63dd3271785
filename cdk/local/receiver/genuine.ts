/** Is a call from Mingcha? What every receiver asks first. */
import { verify } from '../../../shared/departments/signature.ts';
import type { Result } from '../../../shared/result.ts';
import type { Instant } from '../../../shared/time.ts';

export interface Call {
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** As it came: the signature is over these very characters. */
  readonly body: string;
}

export interface Reception {
  readonly status: 204 | 400 | 401 | 503;
  /** One line for people; nothing of what a citizen wrote. */
  readonly line: string;
}

export function genuine(
  { headers, body }: Call,
  secret: string,
  now: Instant,
): Result<void, 'SIGNATURE' | 'TIMESTAMP'> {
  const header = (name: string) => String(headers[name] ?? '');
  const signed = {
    timestamp: header('mingcha-timestamp'),
    signature: header('mingcha-signature'),
  };
  return verify(secret, signed, body, now);
}
