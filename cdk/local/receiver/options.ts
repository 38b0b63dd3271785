/** The words after `npm run receiver`. */
import { join } from 'node:path';
import { parseArgs } from 'node:util';

export const usage = `Usage: npm run receiver -- [options]

A small system of a department: Mingcha tells it by a signed call which case has changed, and it fetches the case with
the department's own credentials. The system must be running (npm start). It listens on this machine only.

  --department CODE   whose system this is (HEALTH)
  --port N            where it listens (8090)
  --base URL          where Mingcha is (http://localhost:$PORT, or port 8080)
  --credentials PATH  default $DATA_DIR/demo-credentials.json, or .data/demo-credentials.json
  --secret SECRET     the address is configured already, and this is its signing secret;
                      without it the receiver configures itself as the department's administrator
  --fail N            answers 503 to the first N calls, to see them come again (the first after 15 minutes)

It refuses with 401 what is not signed, or signed more than five minutes ago. Stop it with Ctrl-C: what happens meanwhile
comes later, with growing pauses, for about six days.`;

export interface Options {
  readonly department: string;
  readonly port: number;
  readonly base: string;
  readonly credentialsPath: string;
  readonly secret?: string;
  readonly failures: number;
}

/** @throws when a word is unknown or a number is none */
export function readOptions(
  words: readonly string[],
  environment: NodeJS.ProcessEnv,
): Options | 'help' {
  const { values } = parseArgs({
    args: [...words],
    options: {
      department: { type: 'string', default: 'HEALTH' },
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
  const { secret } = values;
  return {
    department: values.department.toUpperCase(),
    port: numberOf('port', values.port, 65_535),
    base: values.base.replace(/\/$/, ''),
    credentialsPath: values.credentials,
    ...(secret !== undefined && { secret }),
    failures: numberOf('fail', values.fail, 1_000_000),
  };
}

function numberOf(name: string, text: string, most: number): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0 || value > most)
    throw new Error(`--${name} must be a number from 0 to ${most}, not “${text}”.`);
  return value;
}
