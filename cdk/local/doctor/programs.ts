/** Is every program there: this Node, the table engine for this platform, a browser for the tests? */
import { accessSync, constants, existsSync } from 'node:fs';
import { join } from 'node:path';
import { good, ill, note, type Finding } from './finding.ts';

const NODE_MAJOR = 24; // as `Runtime` of the functions

export interface Machine {
  readonly platform: string;
  readonly arch: string;
  /** `v24.21.0` */
  readonly nodeVersion: string;
  readonly environment: NodeJS.ProcessEnv;
}

export function lookAtPrograms(root: string, machine: Machine): readonly Finding[] {
  if (!existsSync(join(root, 'node_modules'))) {
    return [ill('packages', 'the packages are not installed', 'npm ci')];
  }
  return [node(machine), tableEngine(root, machine), browser(root, machine)];
}

function node({ nodeVersion, platform }: Machine): Finding {
  if (nodeVersion.startsWith(`v${NODE_MAJOR}.`)) return good('Node', nodeVersion);
  const own = platform === 'darwin' ? `install Node ${NODE_MAJOR}` : 'npm ci (it brings its own)';
  return ill(
    'Node',
    `this is ${nodeVersion}; the functions run on ${NODE_MAJOR}, and so does everything here`,
    `${own}, then start through npm: npm run doctor`,
  );
}

function tableEngine(root: string, { platform, arch, environment }: Machine): Finding {
  const about = 'table engine';
  const endpoint = environment['DYNAMODB_ENDPOINT'];
  if (endpoint !== undefined) return good(about, `another one, at ${endpoint}`);
  if (platform !== 'linux' || arch !== 'x64') {
    return ill(
      about,
      `dynoxide is built for Linux on x64, not for ${platform} on ${arch}`,
      'start any DynamoDB on this machine and name it: DYNAMODB_ENDPOINT=http://127.0.0.1:8000 npm start',
    );
  }
  const program = join(root, 'node_modules/@dynoxide/linux-x64/dynoxide');
  if (!existsSync(program)) return ill(about, 'dynoxide is missing', 'npm ci');
  return isExecutable(program)
    ? good(about, 'dynoxide is there')
    : ill(about, 'dynoxide may not be started', `chmod +x ${program}`);
}

function browser(root: string, { environment }: Machine): Finding {
  const about = 'browser of the tests';
  const named = environment['CHROME'];
  if (named !== undefined && !existsSync(named)) {
    return ill(about, `CHROME names ${named}, which is not there`, 'name one that is, or unset it');
  }
  if (named !== undefined) return good(about, named);
  return existsSync(join(root, 'node_modules/@sparticuz/chromium/bin/chromium.br'))
    ? good(about, 'Chromium is there')
    : note(about, 'Chromium is missing: only `npm test` needs it', 'npm ci, or CHROME=/path/to/it');
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
