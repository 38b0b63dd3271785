/** What the environment may set for `npm start` and `npm run reset`. */
import { resolve } from 'node:path';

export interface Settings {
  readonly port: number;
  readonly dataDir: string;
  readonly demo: boolean;
  readonly dynamodbEndpoint?: string;
}

/** @throws with the variable's name when a value cannot be used. */
export function readSettings(environment: NodeJS.ProcessEnv): Settings {
  const port = Number(environment['PORT'] ?? '8080');
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Error(`PORT must be a number from 0 to 65535, not “${environment['PORT']}”.`);
  }
  const endpoint = environment['DYNAMODB_ENDPOINT'];
  if (endpoint !== undefined && !URL.canParse(endpoint)) {
    throw new Error(`DYNAMODB_ENDPOINT must be a URL, not “${endpoint}”.`);
  }
  return {
    port,
    dataDir: resolve(environment['DATA_DIR'] ?? '.data'),
    demo: environment['DEMO'] !== 'off',
    ...(endpoint && { dynamodbEndpoint: endpoint.replace(/\/$/, '') }),
  };
}
