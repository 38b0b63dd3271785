/** A credit platform: it is told the rows of penalties, answers for each what it thinks of it, and reports repairs of credit. */
import { setTimeout as pause } from 'node:timers/promises';
import * as v from 'valibot';
import { ChannelDelivery, type RepairNotice } from '../../../shared/channels/calls.ts';
import type { OutsideChannel } from '../../../shared/channels/channel.ts';
import { COORDINATOR } from '../../../shared/departments/directory.ts';
import { DemoClient } from '../demo/client.ts';
import type { DemoCredentials } from '../identity/credentials.ts';
import { genuine, type Call, type Reception } from './genuine.ts';
import { listen } from './listen.ts';
import type { Listening, Rejection } from './options.ts';
import { Received } from './received.ts';

export interface Platform {
  readonly channel: OutsideChannel;
  /** The file of what it has received. */
  readonly receivedPath: string;
  /** Why it rejects every row; absent: it takes them. */
  readonly rejection?: Rejection;
}

export async function runPlatform(
  platform: Platform,
  options: Listening,
  credentials: DemoCredentials,
): Promise<void> {
  const { base, port, failures } = options;
  const { channel, receivedPath } = platform;
  const received = new Received(receivedPath);
  let secret = options.secret;
  const server = await listen(port, failures, () => {
    if (secret === undefined) return undefined;
    const known = secret;
    return (call) =>
      Promise.resolve(
        take(call, known, received, (delivery) => {
          void answer(new DemoClient(base, credentials, 1), delivery, platform.rejection).then(
            (line) => console.log(line),
          );
        }),
      );
  });
  try {
    secret ??= await configure(base, channel, credentials, server.url);
  } catch (error) {
    server.close();
    throw error;
  }
  console.log(`The platform ${channel} listens at ${server.url} (Ctrl-C to stop).`);
}

/** Checks who signed it and keeps it; what came before is taken again and answered again. */
export function take(
  call: Call,
  secret: string,
  received: Received,
  then: (delivery: ChannelDelivery) => void,
): Reception {
  const found = genuine(call, secret, new Date().toISOString());
  if (!found.ok) return { status: 401, line: `refused  ${found.error}` };
  const delivery = v.safeParse(ChannelDelivery, JSON.parse(call.body));
  if (!delivery.success) return { status: 400, line: 'refused  not a delivery' };
  const { deliveryId, operation, decisionNumber, reason } = delivery.output;
  const isNew = !received.has(deliveryId);
  if (isNew) received.add(delivery.output);
  then(delivery.output);
  const what = `${operation} ${decisionNumber}${reason ? ` (${reason})` : ''}`;
  return { status: 204, line: `${isNew ? 'taken   ' : 'again   '} ${deliveryId}: ${what}` };
}

const TRIES = 5;
const PAUSE_MS = 1_000;

/** 回执: what the platform thinks of a row. @returns a line for people */
async function answer(
  client: DemoClient,
  { channel, deliveryId }: ChannelDelivery,
  rejection: Rejection | undefined,
): Promise<string> {
  const body = {
    deliveryId,
    accepted: rejection ? 0 : 1,
    rejected: rejection ? [{ row: 1, ...rejection }] : [],
  };
  for (let attempt = 1; ; attempt++) {
    const told = await client
      .department(COORDINATOR)
      .then((token) =>
        client.post(`/api/desk/channels/${channel}/acknowledgements`, { token, body }),
      )
      .catch(() => undefined);
    if (told?.status === 200)
      return `${told.status} ${rejection ? 'rejected' : 'accepted'} ${deliveryId}`;
    if (attempt === TRIES) return `${told?.status ?? '---'} unheard  ${deliveryId}`;
    await pause(PAUSE_MS * attempt);
  }
}

/** 信用修复, reported with the platform's own credentials. @returns the answer, whole */
export async function reportRepair(
  base: string,
  channel: OutsideChannel,
  credentials: DemoCredentials,
  notice: RepairNotice,
): Promise<string> {
  const client = new DemoClient(base, credentials, 2);
  const token = await client.department(COORDINATOR);
  const body = notice;
  const { status, text } = await client.post(`/api/desk/channels/${channel}/repairs`, {
    token,
    body,
  });
  if (status !== 200) throw new Error(`Not taken: ${status} ${text}`);
  return text;
}

/** @returns the signing secret, a new one at each start */
async function configure(
  base: string,
  channel: OutsideChannel,
  credentials: DemoCredentials,
  url: string,
): Promise<string> {
  const client = new DemoClient(base, credentials, 2);
  const token = await client.officer(COORDINATOR, 'administrator');
  const body = { delivery: 'webhook', url, rotate: true };
  const answer = await client.post(`/api/desk/channels/${channel}`, { token, body });
  if (answer.status !== 200) throw new Error(`Not configured: ${answer.status} ${answer.text}`);
  const { secret } = answer.json as { readonly secret: string }; // the contract of a 200 after a rotation
  return secret;
}
