/** One Lambda of the catalogue, from its bundle, with a role of its own that may as yet do nothing but write its log. */
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Code, Function, Runtime } from 'aws-cdk-lib/aws-lambda';
import type { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Duration } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import type { Lambda } from '../../functions/catalogue/lambda.ts';
import { isInChina } from '../place.ts';
import { acknowledge } from './acknowledge.ts';

export interface CatalogueFunctionProps {
  readonly lambda: Lambda;
  readonly assetRoot: string;
  readonly logGroup: LogGroup;
  /** At most so many at once, in the whole system. */
  readonly reservedConcurrency?: number;
}

export const timeoutOf = ({ timeoutSeconds = 10 }: Lambda): Duration =>
  Duration.seconds(timeoutSeconds);

export class CatalogueFunction extends Function {
  constructor(
    scope: Construct,
    id: string,
    { lambda, assetRoot, logGroup, reservedConcurrency }: CatalogueFunctionProps,
  ) {
    super(scope, id, {
      // The name by which the local host and the tests find the function again.
      description: lambda.name,
      runtime: Runtime.NODEJS_24_X,
      // Not every region in China has the other one, and a bundle of JavaScript runs on both.
      architecture: isInChina(scope) ? Architecture.X86_64 : Architecture.ARM_64,
      handler: 'index.handler',
      code: Code.fromAsset(`${assetRoot}/${lambda.name}`),
      timeout: timeoutOf(lambda),
      memorySize: lambda.memoryMegabytes ?? 512,
      // A role without the managed logging policy, which would let every function write into every log.
      role: new Role(scope, `${id}-role`, {
        assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      }),
      logGroup,
      ...(reservedConcurrency !== undefined && {
        reservedConcurrentExecutions: reservedConcurrency,
      }),
    });
    this.addToRolePolicy(
      new PolicyStatement({
        actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        resources: [logGroup.logGroupArn],
      }),
    );
    acknowledge(this, {
      'Serverless-LambdaDLQ':
        'A dead-letter target catches asynchronous calls. Only the clock calls so, and its next tick does the work of a lost one; queues have dead letters of their own.',
      'Serverless-LambdaTracing':
        'X-Ray does not exist in the Chinese regions. One correlation id in the logs follows a matter from filing to page in both clouds.',
    });
  }
}
