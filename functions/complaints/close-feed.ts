/** POST /api/track/feeds/closings: whoever holds the receipt code ends the feed of the case; its address leads nowhere then. */
import { TrackRequest } from '../../shared/api/calls.ts';
import type { Refusal } from '../../shared/api/problem.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { loadCase, newsWrite } from '../aws/case-store.ts';
import { http, type Request } from '../aws/http.ts';
import { closedFeed } from '../aws/news-store.ts';
import { DynamoTables } from '../aws/tables.ts';
import { caseNumberOfReceipt } from '../aws/vault-store.ts';
import type { Outcome, Tables } from '../ports.ts';

export async function closeFeed(
  { body }: Request<TrackRequest, undefined, undefined>,
  { tables }: { readonly tables: Tables },
): Promise<Result<Outcome<unknown>, Refusal>> {
  const caseNumber = await caseNumberOfReceipt(tables, body.receiptCode);
  const file = caseNumber && (await loadCase(tables, caseNumber));
  if (!file) return err({ status: 404, code: 'NOT_FOUND' });
  const { feed: _, ...news } = file.news ?? {};
  return ok({
    correlationId: file.head.correlationId,
    answer: { news },
    writes: [...(await closedFeed(tables, caseNumber)), newsWrite(caseNumber, news)],
  });
}

export const handler = http(
  { call: 'POST /api/track/feeds/closings', body: TrackRequest },
  closeFeed,
  () => ({ tables: new DynamoTables() }),
);
