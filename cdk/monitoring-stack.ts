/** What wakes a person, and where he looks first: alarms to one topic, and a dashboard of the same figures. */
import { Alarm, ComparisonOperator, Dashboard, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Subscription, SubscriptionProtocol, Topic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { acknowledge } from './constructs/acknowledge.ts';
import { dashboardRows } from './constructs/dashboard-rows.ts';
import { MingchaStack } from './constructs/mingcha-stack.ts';
import { watchOf, type Watch, type Watched } from './constructs/watch.ts';

export class MonitoringStack extends MingchaStack {
  constructor(scope: Construct, id: string, watched: Watched) {
    super(scope, id, 'Mingcha: alarms and dashboard');
    const action = new SnsAction(this.#topic());
    const watch = watchOf(watched);
    for (const one of watch) this.#alarm(one).addAlarmAction(action);
    new Dashboard(this, 'Dashboard', {
      dashboardName: 'Mingcha',
      widgets: dashboardRows(watch, watched),
    });
  }

  #topic(): Topic {
    const topic = new Topic(this, 'Alarms', { displayName: 'Mingcha', enforceSSL: true });
    // With a policy of its own the topic no longer trusts its account's alarms by itself.
    topic.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': this.account } },
      }),
    );
    const subscription = new Subscription(this, 'Receiver', {
      topic,
      endpoint: this.parameter('AlarmEndpoint', 'Who hears of alarms: an e-mail address, or a URL'),
      // A parameter as well: who is on duty changes without a new build.
      protocol: this.parameter('AlarmProtocol', 'email or https', {
        default: SubscriptionProtocol.EMAIL,
        allowedValues: [SubscriptionProtocol.EMAIL, SubscriptionProtocol.HTTPS],
      }) as SubscriptionProtocol, // one of the two by the line above
    });
    acknowledge(subscription, {
      'Serverless-SNSRedrivePolicy':
        'An alarm that could not be delivered is still red on the dashboard, and SNS tries an endpoint for an hour.',
    });
    return topic;
  }

  #alarm({ name, meaning, metric, above, minutes, absenceIsBad }: Watch): Alarm {
    return new Alarm(this, name, {
      alarmName: `mingcha-${name}`,
      alarmDescription: meaning,
      metric,
      threshold: above,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      evaluationPeriods: minutes,
      treatMissingData: absenceIsBad ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
    });
  }
}
