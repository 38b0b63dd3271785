/** The words after `npm run receiver`. */
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import type { RepairNotice } from '../../../shared/channels/calls.ts';
import {
  isOutsideChannel,
  outsideChannels,
  type OutsideChannel,
} from '../../../shared/channels/channel.ts';
import { dateInShanghai } from '../../../shared/time.ts';

export const usage = `Usage: npm run receiver -- [options]                    a department's own system
       npm run receiver -- --channel CODE [options]     a credit platform
       npm run receiver -- list --channel CODE          what that platform has received, as CSV
       npm run receiver -- repair --number N --authority A [--on DAY] [--reference R]

A small system of somebody else's, to be told by signed calls. Mingcha must be running (npm start). It listens on this
machine only and refuses with 401 what is not signed, or signed more than five minutes ago.

A department is told which case has changed and fetches it with its own credentials. A platform (CITY_CREDIT,
HEALTH_CREDIT, GSXT) is told the rows of penalties, keeps them, and answers for each whether it takes it; with repair the
city's platform reports that credit was repaired for a decision.

  --department CODE   whose system this is (HEALTH)
  --channel CODE      plays this platform instead
  --reject CODE[:FIELD]  the platform rejects every row with this code, at a field such as CF_FRDB
  --received PATH     where the platform keeps its rows (beside the credentials, platform-CODE.jsonl)
  --number --authority   of the decision: 决定书文号, and the authority's full name, credit code or our code
  --on DAY --reference R when credit was repaired (today), and the number of that decision (one made up)
  --port N            where it listens (8090)
  --base URL          where Mingcha is (http://localhost:$PORT, or port 8080)
  --credentials PATH  default $DATA_DIR/demo-credentials.json, or .data/demo-credentials.json
  --secret SECRET     the address is configured already, and this is its signing secret;
                      without it the receiver configures itself as the administrator
  --fail N            answers 503 to the first N calls, to see them come again (the first after 15 minutes)

Stop it with Ctrl-C: what happens meanwhile comes later, with growing pauses, for about six days.`;

/** Why a platform takes no row. */
export interface Rejection {
  readonly code: string;
  readonly field?: string;
}

export interface Listening {
  readonly port: number;
  readonly base: string;
  readonly secret?: string;
  readonly failures: number;
}

export type Options = { readonly base: string; readonly credentialsPath: string } & (
  | ({ readonly play: 'department'; readonly department: string } & Listening)
  | ({ readonly play: 'platform'; readonly rejection?: Rejection } & Rows & Listening)
  | ({ readonly play: 'list' } & Rows)
  | { readonly play: 'repair'; readonly channel: OutsideChannel; readonly notice: RepairNotice }
);

interface Rows {
  readonly channel: OutsideChannel;
  readonly receivedPath: string;
}

/** @throws when a word is unknown or a number is none */
export function readOptions(
  words: readonly string[],
  environment: NodeJS.ProcessEnv,
): Options | 'help' {
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: {
      department: { type: 'string', default: 'HEALTH' },
      channel: { type: 'string' },
      reject: { type: 'string' },
      received: { type: 'string' },
      number: { type: 'string' },
      authority: { type: 'string' },
      on: { type: 'string', default: dateInShanghai(new Date().toISOString()) },
      reference: { type: 'string', default: `示例修复-${Date.now()}` },
      port: { type: 'string', default: '8090' },
      base: { type: 'string', default: `http://localhost:${environment['PORT'] ?? '8080'}` },
      credentials: {
        type: 'string',
        default: join(environment['DATA_DIR'] ?? '.data', 'demo-credentials.json'),
      },
      secret: { type: 'string' },
      fail: { type: 'string', default: '0' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return 'help';
  const [command, ...more] = positionals;
  if (more.length > 0 || (command !== undefined && command !== 'list' && command !== 'repair'))
    throw new Error(`“${positionals.join(' ')}” is none of list and repair.`);
  const { secret, credentials: credentialsPath } = values;
  const where = { base: values.base.replace(/\/$/, ''), credentialsPath };
  if (command === 'repair') {
    const { number: decisionNumber, authority, on, reference } = values;
    if (decisionNumber === undefined || authority === undefined)
      throw new Error('repair needs --number and --authority.');
    const notice = { decisionNumber, authority, on, reference };
    return { ...where, play: 'repair', channel: 'CITY_CREDIT', notice };
  }
  const channel = values.channel?.toUpperCase();
  if (channel !== undefined && !isOutsideChannel(channel))
    throw new Error(`--channel must be one of ${outsideChannels.join(', ')}.`);
  if (command === 'list' && channel === undefined) throw new Error('list needs --channel.');
  const listening = {
    port: numberOf('port', values.port, 65_535),
    ...(secret !== undefined && { secret }),
    failures: numberOf('fail', values.fail, 1_000_000),
  };
  if (channel === undefined)
    return {
      ...where,
      play: 'department',
      department: values.department.toUpperCase(),
      ...listening,
    };
  const receivedPath =
    values.received ?? join(dirname(credentialsPath), `platform-${channel}.jsonl`);
  if (command === 'list') return { ...where, play: 'list', channel, receivedPath };
  const rejection = values.reject === undefined ? undefined : rejectionOf(values.reject);
  return {
    ...{ ...where, play: 'platform', channel, receivedPath },
    ...(rejection && { rejection }),
    ...listening,
  };
}

function rejectionOf(text: string): Rejection {
  const [code = '', field] = text.split(':');
  if (code === '') throw new Error('--reject needs a code, such as FORMAT or MISSING:CF_FRDB.');
  return { code, ...(field && { field }) };
}

function numberOf(name: string, text: string, most: number): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0 || value > most)
    throw new Error(`--${name} must be a number from 0 to ${most}, not “${text}”.`);
  return value;
}
