/** `npm start`: builds what has changed, then hosts it on this machine until Ctrl-C. */
import '../known-district.ts';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { departmentCodes } from '../../shared/departments/directory.ts';
import { chosenDistrict } from '../../shared/districts/chosen.ts';
import { startDemo } from './start-demo.ts';
import { PortTaken } from './front/front.ts';
import { startHost, type Host } from './host.ts';
import type { DemoCredentials } from './identity/credentials.ts';
import { createProgress, duration } from './progress.ts';
import { readSettings } from './settings.ts';

const HELP = `Starts Mingcha on this machine: http://localhost:8080

  npm start                 build what has changed, start everything, serve until Ctrl-C
  npm run reset             forget everything

Environment
  PORT                      port of the site, 8080 unless set; 0 takes any free one
  DATA_DIR                  folder of everything that is kept, .data unless set
  DISTRICT                  demo (unless set), beibei or dadukou
  DEMO=off                  do not fill an empty system with a demonstration
  DYNAMODB_ENDPOINT         use this DynamoDB instead of the embedded dynoxide, which needs Linux on x64
`;

const HOME_LIMIT_MILLISECONDS = 90_000;

if (process.argv.includes('--help')) process.stdout.write(HELP);
else await main();

async function main(): Promise<void> {
  const begun = performance.now();
  const progress = createProgress(process.stdout);
  let host: Host | undefined;
  let leaving = false;
  const leave = async (code: number) => {
    if (leaving) return;
    leaving = true;
    await host?.stop();
    process.exit(code);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      progress.say(leaving ? '' : 'Stopping …');
      void leave(0);
    });
  }
  try {
    const settings = readSettings(process.env);
    const isFirstStart = !existsSync(join(settings.dataDir, 'secrets.json'));
    host = await startHost({
      ...settings,
      outdir: async () => {
        const { outputFolder, prepare } = await import('../build.ts');
        const { outdir } = await prepare({
          outdir: outputFolder(),
          report: (step, state, milliseconds) => {
            if (state === 'finished') progress.finish(step, milliseconds ?? 0, 'built');
            else if (state === 'unchanged') progress.finish(step, milliseconds ?? 0, 'unchanged');
            else
              progress.begin(`${step}: ${state === 'waiting' ? 'another build runs' : 'building'}`);
          },
        });
        return outdir;
      },
      report: (part, milliseconds) => progress.finish(part, milliseconds),
    });
    void host.failed.then((sentence) => {
      if (leaving) return;
      progress.say(`${sentence} See ${join(settings.dataDir, 'logs')}.`);
      void leave(1);
    });
    progress.begin('first pages');
    const state = (await host.homeIsThere(HOME_LIMIT_MILLISECONDS))
      ? `is ready after ${duration(performance.now() - begun).trim()}`
      : `runs, but its home page is not there yet: see ${join(settings.dataDir, 'logs')}`;
    progress.say(closing(host, state));
    if (isFirstStart && settings.demo) startDemo(host, progress);
  } catch (error) {
    progress.say(explain(error));
    await leave(1);
  }
}

function explain(error: unknown): string {
  if (error instanceof PortTaken) {
    return `${error.message}: another program listens there. Choose another port, e.g. PORT=8081 npm start`;
  }
  return error instanceof Error ? `Mingcha could not start: ${error.message}` : String(error);
}

function closing({ origin, apiOrigin, credentialsPath }: Host, state: string): string {
  const { officers } = JSON.parse(readFileSync(credentialsPath, 'utf8')) as DemoCredentials; // written by us alone
  const [example] = officers;
  return `
Mingcha 明察 ${state}.

  District       ${chosenDistrict.name} (${chosenDistrict.choice}), ${departmentCodes.length} departments
  Site           ${origin}/
  API            ${apiOrigin}/api/openapi.json
  Demo sign-ins  ${credentialsPath}
                 e.g. ${example?.username} / ${example?.password}

  Ctrl-C stops it. What it knows stays; \`npm run reset\` forgets it.
`;
}
