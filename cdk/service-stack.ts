/** The working part: the HTTP API, the relay, the publisher, the queues, and every Lambda that is not for the desk alone. */
import { EventField, Rule, RuleTargetInput, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction, SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { CfnOutput, Duration } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { lambdas } from '../functions/catalogue.ts';
import { isForStaff, type Lambda, type QueueName } from '../functions/catalogue/lambda.ts';
import { district } from '../shared/district.ts';
import { acknowledge } from './constructs/acknowledge.ts';
import { equip, type Holdings } from './constructs/access.ts';
import { Api } from './constructs/api.ts';
import { CatalogueFunction, timeoutOf } from './constructs/catalogue-function.ts';
import { functionLog } from './constructs/function-log.ts';
import { MingchaStack } from './constructs/mingcha-stack.ts';
import { followInserts } from './constructs/table-stream.ts';
import { deadLetterQueue, feed, WorkQueue } from './constructs/work-queue.ts';
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
  readonly deadPublications: Queue;
  readonly deadStatistics: Queue;
  readonly deadNotices: Queue;
  readonly deadChannels: Queue;
  readonly deadImports: Queue;
  readonly deadInvalidations: Queue;
  /** Consumed in the stack of the distribution. */
  readonly invalidationsQueue: WorkQueue;
  readonly #disclosureQueue: WorkQueue;
  readonly #statisticsQueue: WorkQueue;
  readonly #noticesQueue: WorkQueue;
  readonly #channelsQueue: WorkQueue;
  readonly #importsQueue: WorkQueue;
  readonly #props: ServiceStackProps;
  readonly #settings: Holdings['settings'];

  constructor(scope: Construct, id: string, props: ServiceStackProps) {
    super(scope, id, 'Mingcha: API, relay, publisher');
    this.#props = props;
    const issuer = this.parameter('Issuer', 'OpenID Connect issuer of staff access tokens');
    const audience = this.parameter('Audience', 'Audience that staff access tokens must name');
    const deskClient = this.parameter('DeskClientId', 'Public client of the desk at the issuer');
    const siteOrigin = this.parameter('SiteOrigin', 'Origin of the public site, https://…');
    const scanner = this.parameter(
      'Scanner',
      'Address of the antivirus gateway, https://…; `signatures` where there is none',
      { default: 'signatures' },
    );
    const notifier = this.parameter(
      'NotifierUrl',
      'Address of the gateway for text messages and mail, https://…; `off` where there is none',
      { default: 'off' },
    );

    this.api = new Api(this, 'Api', { issuer, audience });
    this.deadPublications = deadLetterQueue(this, 'disclosure-dead', true);
    this.#disclosureQueue = this.#queueOfPublisher();
    this.deadStatistics = deadLetterQueue(this, 'statistics-dead');
    this.#statisticsQueue = new WorkQueue(this, 'statistics', {
      deadLetters: this.deadStatistics,
      visibilityTimeout: Duration.seconds(6 * timeoutOf(consumerOf('statistics')).toSeconds()),
    });

    this.deadNotices = deadLetterQueue(this, 'notices-dead');
    this.#noticesQueue = new WorkQueue(this, 'notices', {
      deadLetters: this.deadNotices,
      visibilityTimeout: Duration.seconds(6 * timeoutOf(consumerOf('notices')).toSeconds()),
    });
    this.deadChannels = deadLetterQueue(this, 'channels-dead');
    this.#channelsQueue = new WorkQueue(this, 'channels', {
      deadLetters: this.deadChannels,
      visibilityTimeout: Duration.seconds(6 * timeoutOf(consumerOf('channels')).toSeconds()),
    });

    this.deadImports = deadLetterQueue(this, 'imports-dead');
    this.#importsQueue = new WorkQueue(this, 'imports', {
      deadLetters: this.deadImports,
      visibilityTimeout: Duration.seconds(6 * timeoutOf(consumerOf('imports')).toSeconds()),
    });

    this.deadInvalidations = deadLetterQueue(this, 'invalidations-dead');
    this.invalidationsQueue = new WorkQueue(this, 'invalidations', {
      deadLetters: this.deadInvalidations,
      visibilityTimeout: Duration.seconds(6 * timeoutOf(consumerOf('invalidations')).toSeconds()),
    });

    this.#settings = {
      ISSUER: issuer,
      AUDIENCE: audience,
      DESK_CLIENT_ID: deskClient,
      // Resolved by CloudFormation at deployment: the template never holds the value, and a handler needs no
      // secrets client (and no call before its first answer) to know it.
      PEPPER: props.data.pepper.secretValue.unsafeUnwrap(),
      API_ORIGIN: this.api.apiEndpoint,
      SITE_ORIGIN: siteOrigin,
      RELEASE: props.release,
      SCANNER: scanner,
      NOTIFIER_URL: notifier,
    };
    const holdings = this.holdingsFor(this);
    for (const lambda of lambdas.filter(isOurs)) {
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

  /** What the functions of a stack may be given. */
  holdingsFor(stack: MingchaStack): Holdings {
    const { data, departments, webhooks } = this.#props;
    return {
      tables: data.tables,
      site: data.site,
      attachments: data.attachments,
      disclosureQueue: this.#disclosureQueue,
      statisticsQueue: this.#statisticsQueue,
      noticesQueue: this.#noticesQueue,
      channelsQueue: this.#channelsQueue,
      importsQueue: this.#importsQueue,
      invalidationsQueue: this.invalidationsQueue,
      referralQueues: departments.queues.seenFrom(stack),
      webhookQueues: webhooks.queues.seenFrom(stack),
      settings: this.#settings,
    };
  }

  /**
   * The queue of the publisher and the tick that makes it render everything anew after a release. The tick takes its place
   * in the queue like any record, and carries the id of its event: of two equal bodies within five minutes one is dropped.
   */
  #queueOfPublisher(): WorkQueue {
    const publisher = consumerOf('disclosure');
    const queue = new WorkQueue(this, 'disclosure', {
      fifo: true,
      deadLetters: this.deadPublications,
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

  #feed(fn: CatalogueFunction, name: string, queue: QueueName): void {
    if (queue === 'disclosure') {
      // One record at a time: each has the whole time-out, and a failure never has to name those it kept waiting.
      feed(fn, this.#disclosureQueue, { batchSize: 1 });
    } else if (queue === 'statistics') {
      // Two at once: more would only wait for each other at the same counters.
      feed(fn, this.#statisticsQueue, { batchSize: 10, maxConcurrency: 2 });
    } else if (queue === 'notices') {
      // Two at once: a gateway takes a few at a time.
      feed(fn, this.#noticesQueue, { batchSize: 10, maxConcurrency: 2 });
    } else if (queue === 'channels') {
      // One at a time for each of two: a platform that does not answer has ten seconds, and holds up nothing else.
      feed(fn, this.#channelsQueue, { batchSize: 1, maxConcurrency: 2 });
    } else if (queue === 'imports') {
      // One portion at a time for each of two imports: it has the whole time-out.
      feed(fn, this.#importsQueue, { batchSize: 1, maxConcurrency: 2 });
    } else if (queue === 'dead-letters') {
      const { departments, webhooks } = this.#props;
      const few = { batchSize: 10, maxConcurrency: 2 };
      feed(fn, departments.queues.deadLetters, few, 'referrals');
      feed(fn, webhooks.queues.deadLetters, few, 'webhooks');
      feed(fn, this.deadStatistics, few, 'statistics');
      feed(fn, this.deadNotices, few, 'notices');
      feed(fn, this.deadChannels, few, 'channels');
      feed(fn, this.deadImports, few, 'imports');
      feed(fn, this.deadPublications, { batchSize: 10 }, 'disclosure');
    } else throw new Error(`${name}: belongs to the departments`);
  }

  #connect(fn: CatalogueFunction, { name, trigger }: Lambda): void {
    if ('routes' in trigger) {
      this.api.serve(name, fn, trigger);
    } else if ('stream' in trigger) {
      const table = this.#props.data.tables.get(trigger.stream);
      if (!table) throw new Error(`${name}: there is no table ${trigger.stream}`);
      followInserts(fn, table, trigger.insertsOf);
    } else if ('queue' in trigger) {
      this.#feed(fn, name, trigger.queue);
    } else {
      const tick = new Rule(this, `${name}-tick`, {
        schedule: Schedule.rate(Duration.minutes(trigger.everyMinutes)),
        targets: [new LambdaFunction(fn)],
      });
      acknowledge(tick, { 'Serverless-EventBusDLQ': NEXT_TICK });
    }
  }
}

/** The departments, the desk and the site have stacks of their own. */
const isOurs = (lambda: Lambda): boolean =>
  !lambda.perDepartment && !isForStaff(lambda) && !lambda.invalidates;

function consumerOf(queue: QueueName): Lambda {
  const lambda = lambdas.find(({ trigger }) => 'queue' in trigger && trigger.queue === queue);
  if (!lambda) throw new Error(`the catalogue has no consumer of ${queue}`);
  return lambda;
}

const NEXT_TICK =
  'A tick says nothing but that it is time: the next one does what a lost one would have done, and an alarm hears of several.';

/** The publisher and what the clock starts: a second one at the same time would do the same work against the first. */
const standsAlone = ({ trigger }: Lambda): boolean =>
  'everyMinutes' in trigger || ('queue' in trigger && trigger.queue === 'disclosure');
