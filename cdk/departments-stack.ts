/** What reaches a department: its queue of referrals and the consumer that fills its worklist. */
import type { Construct } from 'constructs';
import { DepartmentQueues } from './constructs/department-queues.ts';
import { MingchaStack } from './constructs/mingcha-stack.ts';
import type { DataStack } from './data-stack.ts';

export interface DepartmentsStackProps {
  readonly assetRoot: string;
  readonly data: DataStack;
}

export class DepartmentsStack extends MingchaStack {
  readonly queues: DepartmentQueues;

  constructor(
    scope: Construct,
    id: string,
    { assetRoot, data: { tables } }: DepartmentsStackProps,
  ) {
    super(scope, id, 'Mingcha: a queue and a consumer for each department');
    this.queues = new DepartmentQueues(this, { queue: 'referral', assetRoot, tables });
  }
}
