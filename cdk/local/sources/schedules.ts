/** Fires the schedules of the templates: once at start, then each period. */
import { randomUUID } from 'node:crypto';
import { call, LOCAL_REGION } from '../engines/engine-call.ts';
import type { FunctionPool } from '../functions/pool.ts';
import { arn, LOCAL_ACCOUNT } from '../template/names.ts';
import type { Schedule } from '../template/plan-sources.ts';

/** A schedule that is still at work when its next period begins skips that period. */
export function startSchedules(
  schedules: readonly Schedule[],
  sqs: string,
  pool: Pick<FunctionPool, 'invoke'>,
  signal: AbortSignal,
  complain: (sentence: string) => void,
): void {
  for (const schedule of schedules) {
    let atWork = false;
    const tick = () => {
      if (atWork) return;
      atWork = true;
      // The next period tries again.
      void fire(schedule, sqs, pool)
        .catch((error: unknown) => complain(`${schedule.id}: ${String(error)}`))
        .finally(() => {
          atWork = false;
        });
    };
    const timer = setInterval(tick, schedule.everyMilliseconds);
    signal.addEventListener('abort', () => clearInterval(timer));
    tick();
  }
}

async function fire(
  { id, input, target }: Schedule,
  sqs: string,
  pool: Pick<FunctionPool, 'invoke'>,
): Promise<void> {
  const event = eventOf(id);
  const text = input ? input(event) : JSON.stringify(event);
  if ('functionName' in target) {
    await pool.invoke(target.functionName, JSON.parse(text));
    return;
  }
  await call(sqs, 'sqs', 'SendMessage', {
    QueueUrl: target.queueUrl,
    MessageBody: text,
    ...(target.messageGroupId !== undefined && { MessageGroupId: target.messageGroupId }),
  });
}

const eventOf = (rule: string) => ({
  version: '0',
  id: randomUUID(),
  'detail-type': 'Scheduled Event',
  source: 'aws.events',
  account: LOCAL_ACCOUNT,
  time: new Date().toISOString(),
  region: LOCAL_REGION,
  resources: [arn('events', `rule/${rule}`)],
  detail: {},
});
