/** One queue and one consumer for each department, and one place for their dead letters. A line in the directory adds a department. */
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Duration, Fn } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { lambdas, queuedDepartments } from '../../functions/catalogue.ts';
import type { Lambda } from '../../functions/catalogue/lambda.ts';
import { equip, type QueueFamily } from './access.ts';
import { CatalogueFunction, timeoutOf } from './catalogue-function.ts';
import { functionLog } from './function-log.ts';
import type { MingchaStack } from './mingcha-stack.ts';
import { deadLetterQueue, feed, WorkQueue } from './work-queue.ts';

/**
 * Two batches of a department at once, the least that Lambda allows, and not a reserved share: with thirty departments and
 * two queues each, reserving would take from everyone what most never use, while this bounds the flood of one at two of
 * the account's thousand. The citizens' functions keep the rest.
 */
const BATCHES_AT_ONCE = 2;

const CONSUMERS = { referral: 'consumer', webhook: 'caller' } as const;

export interface DepartmentQueuesProps {
  readonly queue: 'referral' | 'webhook';
  readonly assetRoot: string;
  readonly tables: ReadonlyMap<string, TableV2>;
}

export class DepartmentQueues {
  readonly deadLetters: Queue;
  readonly #namePrefix: string;
  /** Everything of a queue's address before the department's code. */
  readonly #urlPrefix: string;

  constructor(scope: MingchaStack, { queue: family, assetRoot, tables }: DepartmentQueuesProps) {
    this.#namePrefix = `mingcha-${family}-`;
    const lambda = consumerOf(family);
    // One log for all consumers: they are one piece of code, and each line names its department.
    const logGroup = functionLog(scope, lambda.name);
    // Six times the time-out, so that a batch held back by throttling is not delivered a second time meanwhile.
    const visibilityTimeout = Duration.seconds(6 * timeoutOf(lambda).toSeconds());

    this.deadLetters = deadLetterQueue(scope, `${family}s-dead`);
    const prefixes = queuedDepartments.map((department) => {
      const place = new Construct(scope, department);
      const queueName = `${this.#namePrefix}${department}`;
      const queue = new WorkQueue(place, `${family}s`, {
        queueName,
        visibilityTimeout,
        deadLetters: this.deadLetters,
      });
      const consumer = new CatalogueFunction(place, CONSUMERS[family], {
        lambda,
        assetRoot,
        logGroup,
      });
      equip(consumer, lambda, { tables, settings: {}, department });
      feed(consumer, queue, { batchSize: 10, maxConcurrency: BATCHES_AT_ONCE });
      return Fn.select(0, Fn.split(department, queue.queueUrl));
    });
    // The addresses differ in the code alone, so the beginning of one is the beginning of all.
    const [prefix] = prefixes;
    if (!prefix) throw new Error('the catalogue has no queued department');
    this.#urlPrefix = prefix;
  }

  /** The queues as another stack sees them: by name, so that a department comes and goes without touching the senders. */
  seenFrom(sender: MingchaStack): QueueFamily {
    return {
      arnPattern: sender.formatArn({ service: 'sqs', resource: `${this.#namePrefix}*` }),
      urlPrefix: this.#urlPrefix,
    };
  }
}

function consumerOf(queue: DepartmentQueuesProps['queue']): Lambda {
  const lambda = lambdas.find(
    ({ trigger, perDepartment }) => perDepartment && 'queue' in trigger && trigger.queue === queue,
  );
  if (!lambda) throw new Error(`the catalogue has no consumer of each department's ${queue} queue`);
  return lambda;
}
