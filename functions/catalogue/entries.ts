/** What entries of several rooms say alike. */
import type { Lambda, Setting, TableGrant } from './lambda.ts';

export const get = (path: string) => ({ method: 'GET', path }) as const;
export const post = (path: string) => ({ method: 'POST', path }) as const;

/** Answers that a repeated call gets again. */
export const idempotency: TableGrant = { actions: ['GetItem', 'PutItem'] };

export const staff: readonly Setting[] = ['ISSUER', 'AUDIENCE'];

/** Acting on a case. */
export const caseWriter = {
  cases: { actions: ['Query', 'PutItem'] },
  relay: idempotency,
} as const satisfies Lambda['tables'];
