/** Is the data folder whole, readable by its owner and by nobody else, and free to be used? */
import { accessSync, constants, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { lockDataDir } from '../lock.ts';
import { good, ill, note, type Finding } from './finding.ts';

const ABOUT = 'data';
/** What only the owner may read, and what becomes useless without it. */
const SECRETS: Readonly<Record<string, string>> = {
  'secrets.json': 'receipt codes given out so far would open nothing',
  'signing-keys.json': 'everybody signs in anew',
  'identity-keys.json': 'identities sealed so far could never be opened',
  'demo-credentials.json': 'demo officers get new passwords',
};

export interface DataFolder {
  readonly findings: readonly Finding[];
  readonly isRunning: boolean;
}

export function lookAtDataFolder(dataDir: string): DataFolder {
  const rests = (...findings: readonly Finding[]) => ({ findings, isRunning: false });
  if (!existsSync(dataDir)) return rests(good(ABOUT, `${dataDir} comes with the first start`));
  if (!statSync(dataDir).isDirectory()) {
    return rests(ill(ABOUT, `${dataDir} is a file`, 'choose a folder: DATA_DIR=… npm start'));
  }
  const closed = filesClosedToUs(dataDir);
  if (closed.length > 0) {
    const says = `not readable and writable for this user: ${listed(closed)}`;
    return rests(ill(ABOUT, says, `chown -R "$USER" ${dataDir} && chmod -R u+rwX ${dataDir}`));
  }
  if (!existsSync(join(dataDir, 'host.lock'))) {
    return readdirSync(dataDir).length === 0
      ? rests(good(ABOUT, `${dataDir} is empty`))
      : rests(
          ill(ABOUT, `${dataDir} was not made by Mingcha`, 'choose another folder: DATA_DIR=…'),
        );
  }
  const isRunning = isHeld(dataDir);
  const orphans = isRunning ? [] : enginesOf(dataDir);
  const findings = [
    ...secrets(dataDir),
    ...orphans.map((pid) =>
      ill(ABOUT, `an engine of a host that is gone still runs (process ${pid})`, `kill ${pid}`),
    ),
    ...(isRunning ? [note(ABOUT, `Mingcha is running on ${dataDir}`)] : []),
  ];
  const whole = good(ABOUT, `${dataDir} is whole and its secrets are its owner’s`);
  const mends = findings.filter(({ state }) => state === 'mend');
  return { findings: mends.length > 0 ? findings : [whole, ...findings], isRunning };
}

function secrets(dataDir: string): readonly Finding[] {
  return Object.entries(SECRETS).flatMap(([name, loss]) => {
    const path = join(dataDir, name);
    const stats = statSync(path, { throwIfNoEntry: false });
    if (!stats) return [];
    const found: Finding[] = [];
    if (process.platform !== 'win32' && (stats.mode & 0o077) !== 0) {
      found.push(ill(ABOUT, `others may read ${name}`, `chmod 600 ${path}`));
    }
    if (!isJson(path)) {
      const mend = `put back a copy of ${path}; without one remove it, and ${loss}`;
      found.push(ill(ABOUT, `${name} is damaged`, mend));
    }
    return found;
  });
}

function isJson(path: string): boolean {
  try {
    JSON.parse(readFileSync(path, 'utf8'));
    return true;
  } catch {
    return false;
  }
}

/** The lock dies with its holder, so there is none of a dead host to be removed by hand. */
function isHeld(dataDir: string): boolean {
  const release = lockDataDir(dataDir);
  release?.();
  return release === undefined;
}

function filesClosedToUs(dataDir: string): readonly string[] {
  const paths = [dataDir, ...readdirSync(dataDir).map((name) => join(dataDir, name))];
  const inside = ['dynoxide', 'fauxqs', 'checkpoints', 'logs'].flatMap((folder) => {
    try {
      return readdirSync(join(dataDir, folder)).map((name) => join(dataDir, folder, name));
    } catch {
      return []; // not there yet, or closed itself and so in the list above
    }
  });
  return [...paths, ...inside].filter((path) => {
    try {
      accessSync(path, constants.R_OK | constants.W_OK);
      return false;
    } catch {
      return existsSync(path); // the file of a running host may have gone in the meantime
    }
  });
}

/** Processes of the table engine that hold this folder's database (Linux tells). */
function enginesOf(dataDir: string): readonly number[] {
  const database = join(dataDir, 'dynoxide', 'tables.db');
  if (!existsSync('/proc')) return [];
  return readdirSync('/proc').flatMap((pid) => {
    try {
      const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
      const [program = ''] = words;
      return program.endsWith('dynoxide') && words.includes(database) ? [Number(pid)] : [];
    } catch {
      return []; // no process, or one that has ended
    }
  });
}

const listed = (paths: readonly string[]): string =>
  paths.length > 3
    ? `${paths.slice(0, 3).join(', ')} and ${paths.length - 3} more`
    : paths.join(', ');
