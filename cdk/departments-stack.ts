/** One queue with dead letters and one consumer for each department. A line in the directory adds a department. */
import { Duration, Fn } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { lambdas, queuedDepartments } from '../functions/catalogue.ts';
import { equip, type Holdings } from './constructs/access.ts';
import { CatalogueFunction, timeoutOf } from './constructs/catalogue-function.ts';
import { functionLog } from './constructs/function-log.ts';
import { MingchaStack } from './constructs/mingcha-stack.ts';
import { WorkQueue } from './constructs/work-queue.ts';
import type { DataStack } from './data-stack.ts';

/** The dispatcher finds a department's queue by this name and nothing else. */
const QUEUE_NAME_PREFIX = 'mingcha-referral-';

export interface DepartmentsStackProps {
  readonly assetRoot: string;
  readonly data: DataStack;
}

export class DepartmentsStack extends MingchaStack {
  /** Everything of a queue's address before the department's code. */
  readonly #queueUrlPrefix: string;

  constructor(scope: Construct, id: string, { assetRoot, data }: DepartmentsStackProps) {
    super(scope, id, 'Mingcha: a queue and a consumer for each department');
    const lambda = lambdas.find((entry) => entry.perDepartment);
    if (!lambda) throw new Error('the catalogue has no Lambda for each department');
    // One log for all consumers: they are one piece of code, and each line names its department.
    const logGroup = functionLog(this, lambda.name);
    // Six times the time-out, so that a batch held back by throttling is not delivered a second time meanwhile.
    const visibilityTimeout = Duration.seconds(6 * timeoutOf(lambda).toSeconds());

    const prefixes = queuedDepartments.map((department) => {
      const place = new Construct(this, department);
      const queueName = `${QUEUE_NAME_PREFIX}${department}`;
      const queue = new WorkQueue(place, 'referrals', { queueName, visibilityTimeout });
      const consumer = new CatalogueFunction(place, 'consumer', { lambda, assetRoot, logGroup });
      equip(consumer, lambda, { tables: data.tables, settings: {}, department });
      queue.feed(consumer, 10);
      return Fn.select(0, Fn.split(department, queue.queueUrl));
    });
    // The addresses differ in the code alone, so the beginning of one is the beginning of all.
    const [prefix] = prefixes;
    if (!prefix) throw new Error('the catalogue has no queued department');
    this.#queueUrlPrefix = prefix;
  }

  /** The queues as another stack sees them: by name, so that a department comes and goes without touching the senders. */
  queuesFor(sender: MingchaStack): NonNullable<Holdings['referralQueues']> {
    return {
      arnPattern: sender.formatArn({ service: 'sqs', resource: `${QUEUE_NAME_PREFIX}*` }),
      urlPrefix: this.#queueUrlPrefix,
    };
  }
}
