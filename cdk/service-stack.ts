/** The working part: the HTTP API, the relay and the publisher, every Lambda of the catalogue that stands once. */
import { EventField, Rule, RuleTargetInput, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction, SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { CfnOutput, Duration } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { lambdas, type Lambda } from '../functions/catalogue.ts';
import { district } from '../shared/district.ts';
import { acknowledge } from './constructs/acknowledge.ts';
import { equip, type Holdings } from './constructs/access.ts';
import { Api } from './constructs/api.ts';
import { CatalogueFunction, timeoutOf } from './constructs/catalogue-function.ts';
import { functionLog } from './constructs/function-log.ts';
import { MingchaStack } from './constructs/mingcha-stack.ts';
import { followInserts } from './constructs/table-stream.ts';
import { WorkQueue } from './constructs/work-queue.ts';
import type { DataStack } from './data-stack.ts';
import type { DepartmentsStack } from './departments-stack.ts';
import type { WebhooksStack } from './webhooks-stack.ts';

export interface ServiceStackProps {
  readonly assetRoot: string;
  readonly data: DataStack;
  readonly departments: DepartmentsStack;
  readonly webhooks: WebhooksStack;
  readonly release: string;
}

export class ServiceStack extends MingchaStack {
  readonly api: Api;
  readonly disclosureQueue: WorkQueue;
  readonly #data: DataStack;

  constructor(scope: Construct, id: string, props: ServiceStackProps) {
    super(scope, id, 'Mingcha: API, relay, publisher');
    this.#data = props.data;
    const issuer = this.parameter('Issuer', 'OpenID Connect issuer of staff access tokens');
    const audience = this.parameter('Audience', 'Audience that staff access tokens must name');
    const siteOrigin = this.parameter('SiteOrigin', 'Origin of the public site, https://…');

    this.api = new Api(this, 'Api', { issuer, audience });
    this.disclosureQueue = this.#queueOfPublisher();

    const holdings: Holdings = {
      tables: props.data.tables,
      site: props.data.site,
      disclosureQueue: this.disclosureQueue,
      referralQueues: props.departments.queues.seenFrom(this),
      webhookQueues: props.webhooks.queues.seenFrom(this),
      settings: {
        ISSUER: issuer,
        AUDIENCE: audience,
        // Resolved by CloudFormation at deployment: the template never holds the value, and a handler needs no
        // secrets client (and no call before its first answer) to know it.
        PEPPER: props.data.pepper.secretValue.unsafeUnwrap(),
        API_ORIGIN: this.api.apiEndpoint,
        SITE_ORIGIN: siteOrigin,
        RELEASE: props.release,
      },
    };
    for (const lambda of lambdas.filter((entry) => !entry.perDepartment)) {
      const fn = new CatalogueFunction(this, lambda.name, {
        lambda,
        assetRoot: props.assetRoot,
        logGroup: functionLog(this, lambda.name),
        ...(standsAlone(lambda) && { reservedConcurrency: 1 }),
      });
      equip(fn, lambda, holdings);
      this.#connect(fn, lambda);
    }
    new CfnOutput(this, 'ApiOrigin', { value: this.api.apiEndpoint });
  }

  /**
   * The queue of the publisher and the tick that makes it render everything anew after a release. The tick takes its place
   * in the queue like any record, and carries the id of its event: of two equal bodies within five minutes one is dropped.
   */
  #queueOfPublisher(): WorkQueue {
    const publisher = lambdas.find(
      ({ trigger }) => 'queue' in trigger && trigger.queue === 'disclosure',
    );
    if (!publisher) throw new Error('the catalogue has no publisher');
    const queue = new WorkQueue(this, 'disclosure', {
      fifo: true,
      // Twice the time-out only: nothing throttles the single publisher, and a failed record holds up all behind it.
      visibilityTimeout: Duration.seconds(2 * timeoutOf(publisher).toSeconds()),
    });
    const refresh = new Rule(this, 'refresh', {
      schedule: Schedule.rate(Duration.minutes(5)),
      targets: [
        new SqsQueue(queue, {
          message: RuleTargetInput.fromObject({ kind: 'refresh', id: EventField.eventId }),
          messageGroupId: district.code,
        }),
      ],
    });
    acknowledge(refresh, { 'Serverless-EventBusDLQ': NEXT_TICK });
    return queue;
  }

  #connect(fn: CatalogueFunction, { name, trigger }: Lambda): void {
    if ('routes' in trigger) {
      this.api.serve(name, fn, trigger);
    } else if ('stream' in trigger) {
      const table = this.#data.tables.get(trigger.stream);
      if (!table) throw new Error(`${name}: there is no table ${trigger.stream}`);
      followInserts(fn, table, trigger.insertsOf);
    } else if ('queue' in trigger) {
      if (trigger.queue !== 'disclosure') throw new Error(`${name}: belongs to the departments`);
      // One record at a time: each has the whole time-out, and a failure never has to name those it kept waiting.
      this.disclosureQueue.feed(fn, { batchSize: 1 });
    } else {
      const tick = new Rule(this, `${name}-tick`, {
        schedule: Schedule.rate(Duration.minutes(trigger.everyMinutes)),
        targets: [new LambdaFunction(fn)],
      });
      acknowledge(tick, { 'Serverless-EventBusDLQ': NEXT_TICK });
    }
  }
}

const NEXT_TICK =
  'A tick says nothing but that it is time: the next one does what a lost one would have done, and an alarm hears of several.';

/** The publisher and what the clock starts: a second one at the same time would do the same work against the first. */
const standsAlone = ({ trigger }: Lambda): boolean =>
  'everyMinutes' in trigger || 'queue' in trigger;
