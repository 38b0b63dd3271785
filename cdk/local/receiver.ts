/** `npm run receiver`: a department's own system or a credit platform, small enough to copy, told by signed calls. */
import { readFileSync } from 'node:fs';
import type { DemoCredentials } from './identity/credentials.ts';
import { runDepartment } from './receiver/department.ts';
import { readOptions, usage, type Options } from './receiver/options.ts';
import { reportRepair, runPlatform } from './receiver/platform.ts';
import { Received } from './receiver/received.ts';

try {
  const options = readOptions(process.argv.slice(2), process.env);
  if (options === 'help') console.log(usage);
  else await run(options);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
}

async function run(options: Options): Promise<void> {
  if (options.play === 'list') {
    process.stdout.write(new Received(options.receivedPath).csv(options.channel));
    return;
  }
  const credentials = readCredentials(options.credentialsPath);
  switch (options.play) {
    case 'department':
      return runDepartment(options.department, options, credentials);
    case 'platform':
      return runPlatform(options, options, credentials);
    case 'repair':
      console.log(await reportRepair(options.base, options.channel, credentials, options.notice));
  }
}

function readCredentials(path: string): DemoCredentials {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as DemoCredentials; // written by the identity provider
  } catch {
    throw new Error(`${path} cannot be read. Start the system first (npm start).`);
  }
}
