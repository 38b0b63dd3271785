/** Gives a function what its catalogue entry names. Granting a thing and telling the function where it is are one act. */
import type { CfnDistribution } from 'aws-cdk-lib/aws-cloudfront';
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Function } from 'aws-cdk-lib/aws-lambda';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Stack } from 'aws-cdk-lib/core';
import {
  tableGrants,
  type Lambda,
  type Setting,
  type TableGrant,
} from '../../functions/catalogue/lambda.ts';
import { tableVariable } from '../../functions/table-definitions.ts';
import type { DepartmentCode } from '../../shared/departments/directory.ts';
import { acknowledgeWildcard } from './acknowledge.ts';

/** What a stack has to give; an entry that names anything else stops the synthesis. */
export interface Holdings {
  readonly tables: ReadonlyMap<string, TableV2>;
  readonly settings: Partial<Readonly<Record<Setting, string>>>;
  readonly site?: Bucket;
  readonly attachments?: Bucket;
  readonly disclosureQueue?: Queue;
  readonly statisticsQueue?: Queue;
  readonly noticesQueue?: Queue;
  readonly channelsQueue?: Queue;
  readonly importsQueue?: Queue;
  readonly invalidationsQueue?: Queue;
  readonly distribution?: CfnDistribution;
  readonly referralQueues?: QueueFamily;
  readonly webhookQueues?: QueueFamily;
  readonly department?: DepartmentCode;
}

/** A queue for each department: one ARN pattern and the common beginning of their addresses. */
export interface QueueFamily {
  readonly arnPattern: string;
  readonly urlPrefix: string;
}

export function equip(fn: Function, lambda: Lambda, holdings: Holdings): void {
  const { department, site, attachments, tables, settings } = holdings;
  const missing = (what: string) => new Error(`${lambda.name}: this stack has no ${what}`);

  if (lambda.perDepartment) {
    if (!department) throw missing('department');
    fn.addEnvironment('DEPARTMENT', department);
  }
  for (const [name, grant] of tableGrants(lambda)) {
    const table = tables.get(name);
    if (!table) throw missing(`table ${name}`);
    giveTable(fn, name, table, grant, department);
  }
  for (const queue of lambda.sends ?? []) {
    if (queue !== 'referral' && queue !== 'webhook') {
      const single = holdings[`${queue}Queue`];
      if (!single) throw missing(`${queue} queue`);
      const { queueArn: arn, queueUrl: url } = single;
      giveQueue(fn, `${queue.toUpperCase()}_QUEUE_URL`, { arn, url });
    } else {
      const family = queue === 'referral' ? holdings.referralQueues : holdings.webhookQueues;
      if (!family) throw missing(`${queue} queues`);
      const { arnPattern: arn, urlPrefix: url } = family;
      giveQueue(fn, `${queue.toUpperCase()}_QUEUE_URL_PREFIX`, { arn, url });
      if (fn.role) acknowledgeWildcard(fn.role, arn, EVERY_DEPARTMENT);
    }
  }
  if (lambda.site) {
    if (!site) throw missing('site bucket');
    giveSite(fn, site, lambda.site);
  }
  if (lambda.attachments) {
    if (!attachments) throw missing('bucket of attachments');
    giveAttachments(fn, attachments, lambda.attachments);
  }
  if (lambda.invalidates) {
    if (!holdings.distribution) throw missing('distribution');
    giveInvalidation(fn, holdings.distribution);
  }
  if (lambda.metrics) giveMetrics(fn);
  for (const setting of lambda.settings ?? []) {
    const value = settings[setting];
    if (value === undefined) throw missing(`setting ${setting}`);
    fn.addEnvironment(setting, value);
  }
}

function giveTable(
  fn: Function,
  name: string,
  table: TableV2,
  { actions = [], indexes = [], leadingKeys }: TableGrant,
  department: DepartmentCode | undefined,
): void {
  fn.addEnvironment(tableVariable(name), table.tableName);
  const give = (given: readonly string[], resources: string[]) =>
    fn.addToRolePolicy(
      new PolicyStatement({
        actions: given.map((action) => `dynamodb:${action}`),
        resources,
        ...(leadingKeys && {
          conditions: {
            'ForAllValues:StringLike': {
              'dynamodb:LeadingKeys': leadingKeys.map((key) => withDepartment(key, department)),
            },
            // A call without a key would satisfy “for all values” by having none.
            Null: { 'dynamodb:LeadingKeys': 'false' },
          },
        }),
      }),
    );
  if (actions.length > 0) give(actions, [table.tableArn]);
  // An index is only ever queried, and who queries one may not therefore query the table.
  if (indexes.length > 0)
    give(
      ['Query'],
      indexes.map((index) => `${table.tableArn}/index/${index}`),
    );
}

function giveQueue(fn: Function, variable: string, queue: { arn: string; url: string }): void {
  fn.addEnvironment(variable, queue.url);
  fn.addToRolePolicy(new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [queue.arn] }));
}

function giveSite(fn: Function, bucket: Bucket, actions: NonNullable<Lambda['site']>): void {
  fn.addEnvironment('SITE_BUCKET', bucket.bucketName);
  // Named as this stack imports it, so that the acknowledged finding and the policy say the same.
  const bucketArn = Stack.of(bucket).exportValue(bucket.bucketArn);
  const objects = `${bucketArn}/*`;
  for (const action of actions) {
    fn.addToRolePolicy(
      new PolicyStatement({
        actions: [`s3:${action}`],
        resources: [action === 'ListBucket' ? bucketArn : objects],
      }),
    );
  }
  if (fn.role) acknowledgeWildcard(fn.role, objects, EVERY_PAGE);
}

function giveAttachments(
  fn: Function,
  bucket: Bucket,
  grants: NonNullable<Lambda['attachments']>,
): void {
  fn.addEnvironment('ATTACHMENTS_BUCKET', bucket.bucketName);
  const bucketArn = Stack.of(bucket).exportValue(bucket.bucketArn); // as with the site's
  for (const grant of grants) {
    if (grant === 'ListBucket') {
      const actions = ['s3:ListBucket'];
      fn.addToRolePolicy(new PolicyStatement({ actions, resources: [bucketArn] }));
      continue;
    }
    const objects = `${bucketArn}/${grant.prefix}/*`;
    const actions = grant.actions.map((action) => `s3:${action}`);
    fn.addToRolePolicy(new PolicyStatement({ actions, resources: [objects] }));
    if (fn.role) acknowledgeWildcard(fn.role, objects, EVERY_ATTACHMENT);
  }
}

function giveInvalidation(fn: Function, distribution: CfnDistribution): void {
  fn.addEnvironment('DISTRIBUTION_ID', distribution.ref);
  fn.addToRolePolicy(
    new PolicyStatement({
      actions: ['cloudfront:CreateInvalidation'],
      resources: [
        Stack.of(distribution).formatArn({
          ...{ service: 'cloudfront', region: '' },
          ...{ resource: 'distribution', resourceName: distribution.ref },
        }),
      ],
    }),
  );
}

function giveMetrics(fn: Function): void {
  fn.addToRolePolicy(
    new PolicyStatement({ actions: ['cloudwatch:GetMetricData'], resources: ['*'] }),
  );
  if (fn.role) acknowledgeWildcard(fn.role, '*', EVERY_METRIC);
}

const EVERY_METRIC =
  'Reading metrics is granted for an account or not at all; CloudWatch has no ARN for one.';
const EVERY_DEPARTMENT =
  'The relay carries messages to every department; the queues of this name are theirs alone.';
const EVERY_ATTACHMENT =
  'Each attachment is an object with a random key under this prefix, and the prefix is the boundary: what came, or what was found clean.';
const EVERY_PAGE = 'Every page of the register is an object of this bucket, and pages come and go.';

const PLACE = '${department}';

function withDepartment(key: string, department: DepartmentCode | undefined): string {
  if (!key.includes(PLACE)) return key;
  if (!department) throw new Error(`the leading key ${key} needs a department`);
  return key.replaceAll(PLACE, department);
}
