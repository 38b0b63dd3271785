/** The functions as the catalogue declares them, and what each may do by it: read a second time, not through the constructs. */
import { lambdas, queuedDepartments } from '../../functions/catalogue.ts';
import { tableGrants, type Lambda, type QueueName } from '../../functions/catalogue/lambda.ts';
import type { Statement } from './built-functions.ts';

/** A Lambda as declared: once, or once for each department. */
export interface Declared {
  readonly lambda: Lambda;
  readonly department?: string;
}

export const declared: readonly Declared[] = lambdas.flatMap((lambda): readonly Declared[] =>
  lambda.perDepartment
    ? queuedDepartments.map((department) => ({ lambda, department }))
    : [{ lambda }],
);

export const label = ({ lambda, department }: Declared): string =>
  department ? `${lambda.name} ${department}` : lambda.name;

/** What the catalogue says, as statements; written here a second time, on purpose. */
export function granted({ lambda, department = '' }: Declared): readonly Statement[] {
  const allow = (actions: readonly string[], resources: readonly string[]): Statement => ({
    effect: 'Allow',
    actions: [...actions].sort(),
    resources: [...resources].sort(),
  });
  const { trigger } = lambda;
  return [
    allow(
      ['logs:CreateLogStream', 'logs:PutLogEvents'],
      [`${lambda.name.replaceAll('-', '')}log.Arn`],
    ),
    ...tableGrants(lambda).flatMap(([table, { actions = [], indexes = [], leadingKeys }]) => {
      const condition = leadingKeys && {
        leadingKeys: leadingKeys.map((key) => key.replace('${department}', department)),
      };
      const onTable = actions.map((action) => `dynamodb:${action}`);
      const onIndexes = indexes.map((index) => `${table}.Arn/index/${index}`);
      return [
        ...(actions.length > 0 ? [{ ...allow(onTable, [`${table}.Arn`]), ...condition }] : []),
        ...(indexes.length > 0 ? [{ ...allow(['dynamodb:Query'], onIndexes), ...condition }] : []),
      ];
    }),
    ...(lambda.sends ?? []).map((queue) =>
      allow(
        ['sqs:SendMessage'],
        [
          queue === 'referral' || queue === 'webhook'
            ? `arn:<AWS::Partition>:sqs:<AWS::Region>:<AWS::AccountId>:mingcha-${queue}-*`
            : `${queue}.Arn`,
        ],
      ),
    ),
    ...(lambda.site ?? []).map((action) =>
      allow([`s3:${action}`], [action === 'ListBucket' ? 'Site.Arn' : 'Site.Arn/*']),
    ),
    ...(lambda.attachments ?? []).map((grant) =>
      grant === 'ListBucket'
        ? allow(['s3:ListBucket'], ['Attachments.Arn'])
        : allow(
            grant.actions.map((action) => `s3:${action}`),
            [`Attachments.Arn/${grant.prefix}/*`],
          ),
    ),
    ...(lambda.invalidates
      ? [
          allow(
            ['cloudfront:CreateInvalidation'],
            ['arn:<AWS::Partition>:cloudfront::<AWS::AccountId>:distribution/Distribution'],
          ),
        ]
      : []),
    ...(lambda.metrics ? [allow(['cloudwatch:GetMetricData'], ['*'])] : []),
    ...('queue' in trigger
      ? queuesOf(trigger.queue, department).map((queue) =>
          allow(
            ['sqs:DeleteMessage', 'sqs:GetQueueAttributes', 'sqs:ReceiveMessage'],
            [`${queue}.Arn`],
          ),
        )
      : []),
    ...('stream' in trigger
      ? [
          allow(
            ['DescribeStream', 'GetRecords', 'GetShardIterator', 'ListStreams'].map(
              (action) => `dynamodb:${action}`,
            ),
            [`${trigger.stream}.StreamArn`],
          ),
        ]
      : []),
  ];
}

function queuesOf(queue: QueueName, department: string): readonly string[] {
  if (queue === 'dead-letters')
    return [
      ...['referralsdead', 'webhooksdead', 'statisticsdead', 'noticesdead', 'channelsdead'],
      ...['importsdead', 'disclosuredead'],
    ];
  return queue === 'referral' || queue === 'webhook' ? [`${department}${queue}s`] : [queue];
}
