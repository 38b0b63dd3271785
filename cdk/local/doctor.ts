/** `npm run doctor`: looks at everything that a start needs, and says in plain words what is wrong and how to mend it. */
import '../known-district.ts';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { lookAtBuild } from './doctor/build.ts';
import { lookAtClock } from './doctor/clock.ts';
import { lookAtDataFolder } from './doctor/data-folder.ts';
import { lookAtDatabases } from './doctor/databases.ts';
import { lookAtDisk } from './doctor/disk.ts';
import { lookAtDistrict } from './doctor/district.ts';
import { ill, type Finding } from './doctor/finding.ts';
import { lookAtPort } from './doctor/port.ts';
import { lookAtPrograms } from './doctor/programs.ts';
import { readSettings } from './settings.ts';

const HELP = `Looks at everything that npm start needs; changes nothing.

  npm run doctor            a table: what is good, what is good to know, what to mend
  npm run doctor -- --json  the same for programs

Environment: DISTRICT, PORT, DATA_DIR, DYNAMODB_ENDPOINT as for npm start; CHROME as for npm test.
Exit code 1 when something needs mending.
`;

const MARKS: Readonly<Record<Finding['state'], string>> = { good: '✓', note: '·', mend: '✗' };
const root = resolve(import.meta.dirname, '../..');

const { values } = parseArgs({
  options: { help: { type: 'boolean', short: 'h' }, json: { type: 'boolean' } },
});
if (values.help) process.stdout.write(HELP);
else await main(values.json ?? false);

async function main(asJson: boolean): Promise<void> {
  const findings = await examine();
  process.stdout.write(
    asJson ? `${JSON.stringify({ findings }, undefined, 2)}\n` : table(findings),
  );
  process.exitCode = findings.some(({ state }) => state === 'mend') ? 1 : 0;
}

async function examine(): Promise<readonly Finding[]> {
  const { platform, arch, version: nodeVersion, env: environment } = process;
  const programs = lookAtPrograms(root, { platform, arch, nodeVersion, environment });
  let settings;
  try {
    settings = readSettings(environment);
  } catch (error) {
    const says = error instanceof Error ? error.message : String(error);
    return [...programs, ill('settings', says, 'correct it, or unset it')];
  }
  const { dataDir, port } = settings;
  const { findings: data, isRunning } = lookAtDataFolder(dataDir);
  const isOpen = data.every(({ state }) => state !== 'mend');
  const { outputFolder, staleSteps } = await import('../build.ts');
  return [
    ...programs,
    lookAtDistrict(dataDir),
    await lookAtPort(port, isRunning),
    lookAtDisk(dataDir),
    ...data,
    ...(isOpen ? lookAtDatabases(dataDir, resolve(root, outputFolder())) : []),
    lookAtBuild(staleSteps(outputFolder()), isRunning),
    ...lookAtClock(Date.now(), [root, dataDir]),
  ];
}

function table(findings: readonly Finding[]): string {
  const width = Math.max(...findings.map(({ about }) => about.length));
  const lines = findings.flatMap(({ about, state, says, mend }) => [
    `${MARKS[state]} ${about.padEnd(width)}  ${says}`,
    ...(mend === undefined ? [] : [`  ${''.padEnd(width)}  → ${mend}`]),
  ]);
  const ills = findings.filter(({ state }) => state === 'mend').length;
  const closing = ills === 0 ? 'Nothing needs mending.' : `${ills} to mend, each with its arrow.`;
  return `${lines.join('\n')}\n\n${closing}\n`;
}
