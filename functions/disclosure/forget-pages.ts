/** Queue of invalidations: asks the distribution to forget pages whose content went, before their minute is over. */
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import * as v from 'valibot';
import { Invalidation } from '../../shared/disclosure/invalidation.ts';
import { CloudFrontCopies } from '../aws/copies.ts';
import { log, traceOf } from '../aws/log.ts';
import type { Copies } from '../ports.ts';

interface Deps {
  readonly copies: Copies;
}

/** Nothing waits for it: what fails is brought again by its own queue, and five times in vain it is a dead letter. */
export async function forgetPages(event: SQSEvent, { copies }: Deps): Promise<SQSBatchResponse> {
  const batchItemFailures: { itemIdentifier: string }[] = [];
  for (const { messageId, body } of event.Records) {
    try {
      const { reference, paths } = v.parse(Invalidation, JSON.parse(body));
      await copies.forget(reference, paths);
      log('info', 'FORGOTTEN', { reference, paths: paths.length });
    } catch (error) {
      log('error', 'NOT_FORGOTTEN', { messageId, ...traceOf(error) });
      batchItemFailures.push({ itemIdentifier: messageId });
    }
  }
  return { batchItemFailures };
}

let deps: Deps | undefined;

export async function handler(event: SQSEvent): Promise<SQSBatchResponse> {
  deps ??= { copies: new CloudFrontCopies() };
  return forgetPages(event, deps);
}
