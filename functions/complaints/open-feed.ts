/** POST /api/track/feeds: whoever holds the receipt code gets the address of a feed, once; the one before ends. */
import { randomBytes } from 'node:crypto';
import { TrackRequest } from '../../shared/api/calls.ts';
import type { Refusal } from '../../shared/api/problem.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { loadCase, newsWrite } from '../aws/case-store.ts';
import { http, type Request } from '../aws/http.ts';
import { openedFeed } from '../aws/news-store.ts';
import { DynamoTables } from '../aws/tables.ts';
import { caseNumberOfReceipt } from '../aws/vault-store.ts';
import type { Chance, Outcome, Tables } from '../ports.ts';

/** 192 bits: 32 characters in an address. */
const TOKEN_BYTES = 24;

interface Deps extends Chance {
  readonly tables: Tables;
}

export async function openFeed(
  { body, now }: Request<TrackRequest, undefined, undefined>,
  { tables, randomBytes }: Deps,
): Promise<Result<Outcome<unknown>, Refusal>> {
  const caseNumber = await caseNumberOfReceipt(tables, body.receiptCode);
  const file = caseNumber && (await loadCase(tables, caseNumber));
  if (!file) return err({ status: 404, code: 'NOT_FOUND' });
  const token = Buffer.from(randomBytes(TOKEN_BYTES)).toString('base64url');
  return ok({
    correlationId: file.head.correlationId,
    answer: { path: `/api/feeds/${token}` },
    writes: [
      ...(await openedFeed(tables, caseNumber, token, now)),
      newsWrite(caseNumber, { ...file.news, feed: true }),
    ],
  });
}

export const handler = http(
  { call: 'POST /api/track/feeds', body: TrackRequest, status: 201 },
  openFeed,
  () => ({ tables: new DynamoTables(), randomBytes }),
);
