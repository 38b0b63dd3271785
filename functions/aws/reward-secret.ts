/**
 * What proves who may claim a reward: a one-time secret beside the receipt code. In the table `vault`.
 *
 * | pattern | who | key |
 * |---|---|---|
 * | the proof of a case's claimant, and how often it was guessed at | filing puts; claimants, the counter | `REWARD#CASE#<caseNumber>` / `SECRET` |
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Refusal } from '../../shared/api/problem.ts';
import type { CaseItem } from '../../shared/complaints/case-file.ts';
import { parseRewardSecret, randomBytesFor, rewardSecret } from '../../shared/ids.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { schemeOfItem } from '../../shared/rewards/scheme-of-item.ts';
import { plusSeconds, type DateOnly, type Instant } from '../../shared/time.ts';
import type { Chance, Tables, Write } from '../ports.ts';
import { setting } from '../runtime.ts';

/** [design] As many wrong secrets a day as a tired person types; guessing 55 bits takes longer than the world. */
export const MOST_GUESSES = 10;
const GUESSES_LAST_SECONDS = 24 * 3_600;

/** A secret for the reporter of a case, when a scheme may reward one of its items; shown once and kept as an HMAC. */
export const rewardSecretFor = (
  items: readonly CaseItem[],
  filedOn: DateOnly,
  { randomBytes }: Chance,
): string | undefined =>
  items.some((item) => item.referrals.length > 0 && schemeOfItem(item, filedOn))
    ? rewardSecret(randomBytes(randomBytesFor.rewardSecret))
    : undefined;

export const rewardWrites = (caseNumber: string, secret: string | undefined): readonly Write[] =>
  secret === undefined
    ? []
    : [
        {
          table: 'vault',
          put: { ...secretKey(caseNumber), proof: proofOf(caseNumber, secret), version: 1 },
          when: 'absent',
        },
      ];

/**
 * Is this the secret of the case? A wrong one gets the answer of an unknown receipt code and is counted, by a write of its
 * own, since a refused call saves nothing. Slips that the check character catches are no guesses.
 */
export async function proveClaimant(
  tables: Pick<Tables, 'get' | 'commit'>,
  caseNumber: string,
  typed: string,
  now: Instant,
): Promise<Result<void, Refusal>> {
  const row = await tables.get('vault', secretKey(caseNumber));
  const secret = parseRewardSecret(typed);
  if (!row || !secret) return err({ status: 404, code: 'NOT_FOUND' });
  const since = row['guesses'] === undefined ? undefined : String(row['guessedSince']);
  const isCounting = since !== undefined && now < plusSeconds(since, GUESSES_LAST_SECONDS);
  const guesses = isCounting ? Number(row['guesses']) : 0;
  if (guesses >= MOST_GUESSES) return err({ status: 409, code: 'TOO_MANY_ATTEMPTS' });
  if (isSame(String(row['proof']), proofOf(caseNumber, secret))) return ok(undefined);
  const version = Number(row['version']);
  const counted = await tables.commit([
    {
      table: 'vault',
      put: {
        ...row,
        ...{ guesses: guesses + 1, guessedSince: isCounting ? since : now, version: version + 1 },
      },
      when: { version },
    },
  ]);
  return err(counted.ok ? { status: 404, code: 'NOT_FOUND' } : { status: 409, code: 'CONFLICT' });
}

const secretKey = (caseNumber: string) => ({ pk: `REWARD#CASE#${caseNumber}`, sk: 'SECRET' });

const proofOf = (caseNumber: string, secret: string): string =>
  createHmac('sha256', setting('PEPPER'))
    .update(`reward\n${caseNumber}\n${secret}`)
    .digest('base64url');

const isSame = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
