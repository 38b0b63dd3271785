/**
 * The register of rewards, in the table `vault`: never public, and it knows no person.
 *
 * | pattern | who | key |
 * |---|---|---|
 * | what proves a claimant of a case, and how often it was guessed | filing puts; claimants, the counter | `REWARD#CASE#<caseNumber>` / `SECRET` |
 */
import { createHmac } from 'node:crypto';
import type { CaseItem } from '../../shared/complaints/case-file.ts';
import { randomBytesFor, rewardSecret } from '../../shared/ids.ts';
import { schemeOfItem } from '../../shared/rewards/scheme-of-item.ts';
import type { DateOnly } from '../../shared/time.ts';
import type { Chance, Write } from '../ports.ts';
import { setting } from '../runtime.ts';

/** A secret for the reporter of a case, when a scheme may reward one of its items; shown once and kept as an HMAC. */
export const rewardSecretFor = (
  items: readonly CaseItem[],
  filedOn: DateOnly,
  { randomBytes }: Chance,
): string | undefined =>
  items.some((item) => schemeOfItem(item, filedOn))
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

const secretKey = (caseNumber: string) => ({ pk: `REWARD#CASE#${caseNumber}`, sk: 'SECRET' });

const proofOf = (caseNumber: string, secret: string): string =>
  createHmac('sha256', setting('PEPPER'))
    .update(`reward\n${caseNumber}\n${secret}`)
    .digest('base64url');
