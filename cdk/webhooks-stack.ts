/** What reaches a department's own system: a queue and a caller of its own, so that one that is down delays nobody. */
import type { Construct } from 'constructs';
import { DepartmentQueues } from './constructs/department-queues.ts';
import { MingchaStack } from './constructs/mingcha-stack.ts';
import type { DepartmentsStackProps } from './departments-stack.ts';

export class WebhooksStack extends MingchaStack {
  readonly queues: DepartmentQueues;

  constructor(
    scope: Construct,
    id: string,
    { assetRoot, data: { tables } }: DepartmentsStackProps,
  ) {
    super(scope, id, "Mingcha: a queue and a caller for each department's own system");
    this.queues = new DepartmentQueues(this, { queue: 'webhook', assetRoot, tables });
  }
}
