/** `npm run doctor` finds each ill in a made-up folder, says it in words, and names the mend. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lookAtBuild } from '../../../cdk/local/doctor/build.ts';
import { lookAtClock } from '../../../cdk/local/doctor/clock.ts';
import { lookAtDataFolder } from '../../../cdk/local/doctor/data-folder.ts';
import { lookAtDatabases } from '../../../cdk/local/doctor/databases.ts';
import { lookAtDisk } from '../../../cdk/local/doctor/disk.ts';
import { lookAtDistrict } from '../../../cdk/local/doctor/district.ts';
import type { Finding } from '../../../cdk/local/doctor/finding.ts';
import { lookAtPort } from '../../../cdk/local/doctor/port.ts';
import { lookAtPrograms, type Machine } from '../../../cdk/local/doctor/programs.ts';
import { claimFolder } from '../../../cdk/local/district-of-folder.ts';
import { lockDataDir } from '../../../cdk/local/lock.ts';
import { writeAssembly } from './assembly.ts';

const GIGABYTE = 2 ** 30;
const top = join(import.meta.dirname, '../../..');
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mingcha-doctor-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const ills = (findings: readonly Finding[]) => findings.filter(({ state }) => state === 'mend');
const states = (findings: readonly Finding[]) => findings.map(({ state }) => state);
const write = (path: string, text: string, mode = 0o600) => {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), text, { mode });
};
/** A data folder as a host leaves it. */
function aDataFolder(): string {
  lockDataDir(folder)?.();
  write('secrets.json', '{}');
  return folder;
}

describe('the district', () => {
  it('is named, and a folder that another district filled stays closed', () => {
    expect(lookAtDistrict(folder)).toMatchObject({ state: 'good' });
    claimFolder(folder, 'beibei');
    expect(lookAtDistrict(folder)).toMatchObject({
      state: 'mend',
      mend: 'DISTRICT=beibei npm start',
    });
    expect(() => claimFolder(folder, 'dadukou')).toThrow('holds the data of the district “beibei”');
    expect(() => claimFolder(folder, 'beibei')).not.toThrow();
  });

  it('of a folder from before there was a choice is the demonstration', () => {
    expect(() => claimFolder(aDataFolder(), 'beibei')).toThrow('“demo”');
    expect(() => claimFolder(folder, 'demo')).not.toThrow();
  });
});

describe('the port', () => {
  it('is free, or taken by a stranger, or by a host of ours', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo; // a TCP server that listens has one
    const stranger = await lookAtPort(port, false);
    expect(stranger).toMatchObject({ state: 'mend' });
    expect(stranger.mend).toContain(`PORT=${port + 1} npm start`);
    expect(await lookAtPort(port, true)).toMatchObject({ state: 'note' });
    server.close();
    await once(server, 'close');
    expect(await lookAtPort(port, false)).toMatchObject({ state: 'good' });
  });
});

it.each([
  [100 * GIGABYTE, 'good'],
  [GIGABYTE / 2, 'note'],
  [GIGABYTE / 10, 'mend'],
])('the disk: %d bytes free are %s', (free, state) => {
  expect(lookAtDisk(folder, free).state).toBe(state);
});

it('looks for room where the data folder will be', () => {
  expect(lookAtDisk(join(folder, 'not', 'yet')).says).toMatch(/\d GB free/);
});

describe('the programs', () => {
  const machine = (changes: Partial<Machine> = {}): Machine => ({
    platform: 'linux',
    arch: 'x64',
    nodeVersion: 'v24.1.0',
    environment: {},
    ...changes,
  });
  const install = () => {
    write('node_modules/@dynoxide/linux-x64/dynoxide', '', 0o755);
    write('node_modules/@sparticuz/chromium/bin/chromium.br', '');
  };

  it('are all there', () => {
    install();
    expect(states(lookAtPrograms(folder, machine()))).toEqual(['good', 'good', 'good']);
  });

  it('are not installed', () => {
    expect(lookAtPrograms(folder, machine())).toMatchObject([{ state: 'mend', mend: 'npm ci' }]);
  });

  it('run on another Node than the functions', () => {
    install();
    const [node] = lookAtPrograms(folder, machine({ nodeVersion: 'v20.20.2' }));
    expect(node).toMatchObject({ about: 'Node', state: 'mend' });
  });

  it('have no table engine for this platform, unless another one is named', () => {
    install();
    const mac = machine({ platform: 'darwin', arch: 'arm64' });
    const [, engine] = lookAtPrograms(folder, mac);
    expect(engine).toMatchObject({ state: 'mend' });
    expect(engine?.mend).toContain('DYNAMODB_ENDPOINT=');
    const environment = { DYNAMODB_ENDPOINT: 'http://127.0.0.1:8000' };
    expect(lookAtPrograms(folder, { ...mac, environment })[1]?.state).toBe('good');
  });

  it('lack the table engine, or the right to start it', () => {
    install();
    const engine = 'node_modules/@dynoxide/linux-x64/dynoxide';
    chmodSync(join(folder, engine), 0o644);
    expect(lookAtPrograms(folder, machine())[1]?.mend).toContain('chmod +x');
    rmSync(join(folder, engine));
    expect(lookAtPrograms(folder, machine())[1]).toMatchObject({ state: 'mend', mend: 'npm ci' });
  });

  it('lack a browser, which only the tests need', () => {
    install();
    rmSync(join(folder, 'node_modules/@sparticuz'), { recursive: true });
    expect(lookAtPrograms(folder, machine())[2]?.state).toBe('note');
    const environment = { CHROME: join(folder, 'nowhere') };
    expect(lookAtPrograms(folder, machine({ environment }))[2]?.state).toBe('mend');
  });
});

describe('the data folder', () => {
  it('is not there yet, is empty, or is whole', () => {
    expect(ills(lookAtDataFolder(join(folder, 'none')).findings)).toEqual([]);
    expect(ills(lookAtDataFolder(folder).findings)).toEqual([]);
    expect(lookAtDataFolder(aDataFolder())).toMatchObject({
      findings: [{ state: 'good' }],
      isRunning: false,
    });
  });

  it('is somebody else’s', () => {
    write('thesis.txt', '');
    expect(ills(lookAtDataFolder(folder).findings)).toMatchObject([
      { says: expect.stringContaining('not made by Mingcha') },
    ]);
  });

  it('is a file', () => {
    write('file', '');
    expect(states(lookAtDataFolder(join(folder, 'file')).findings)).toEqual(['mend']);
  });

  it('has secrets that others may read', () => {
    chmodSync(join(aDataFolder(), 'secrets.json'), 0o644);
    const [found] = ills(lookAtDataFolder(folder).findings);
    expect(found?.mend).toBe(`chmod 600 ${join(folder, 'secrets.json')}`);
  });

  it.each(['secrets.json', 'signing-keys.json', 'identity-keys.json', 'demo-credentials.json'])(
    'has a damaged %s, and hears what its loss would mean',
    (name) => {
      aDataFolder();
      write(name, '{"half": ');
      const [found] = ills(lookAtDataFolder(folder).findings);
      expect(found).toMatchObject({ says: `${name} is damaged` });
      expect(found?.mend).toContain('put back a copy');
    },
  );

  it('is in use by a running host, which is no ill', () => {
    const release = lockDataDir(aDataFolder());
    const { findings, isRunning } = lookAtDataFolder(folder);
    release?.();
    expect(isRunning).toBe(true);
    expect(states(findings)).toEqual(['good', 'note']);
  });

  it('is held by an engine whose host is gone', async () => {
    const database = join(aDataFolder(), 'dynoxide', 'tables.db');
    const idle = ['-e', 'setInterval(() => {}, 1000)', database];
    const engine = spawn(process.execPath, idle, { argv0: 'dynoxide', stdio: 'ignore' });
    await once(engine, 'spawn');
    const found = ills(lookAtDataFolder(folder).findings);
    engine.kill('SIGKILL');
    await once(engine, 'exit');
    expect(found).toMatchObject([{ mend: `kill ${engine.pid}` }]);
  });
});

describe('the databases', () => {
  const outdir = () => join(folder, 'cdk.out');
  const tableWith = (index: string) => ({
    rows: {
      Type: 'AWS::DynamoDB::GlobalTable',
      Properties: { GlobalSecondaryIndexes: [{ IndexName: index }] },
    },
  });
  /** As dynoxide writes it. */
  function aDatabase(index: string): void {
    mkdirSync(join(folder, 'dynoxide'));
    const database = new DatabaseSync(join(folder, 'dynoxide', 'tables.db'));
    database.exec('CREATE TABLE _tables (table_name TEXT, gsi_definitions TEXT)');
    const insert = database.prepare('INSERT INTO _tables VALUES (?, ?)');
    insert.run('Small-rows', JSON.stringify([{ IndexName: index }]));
    insert.run('Small-other', null);
    database.close();
  }

  it('are not there yet, or fit the templates', () => {
    expect(states(lookAtDatabases(folder, outdir()))).toEqual(['good']);
    aDatabase('byDue');
    expect(states(lookAtDatabases(folder, outdir())), 'no templates yet').toEqual(['good']);
    writeAssembly(outdir(), tableWith('byDue'));
    expect(states(lookAtDatabases(folder, outdir()))).toEqual(['good']);
  });

  it('are of a version with other indexes', () => {
    aDatabase('byDue');
    writeAssembly(outdir(), tableWith('byMonth'));
    const [found] = lookAtDatabases(folder, outdir());
    expect(found?.says).toContain('Small-rows is of another version');
    expect(found?.says).toContain('[byDue] and not [byMonth]');
    expect(found?.mend).toContain('npm run reset');
  });

  it('are damaged', () => {
    write('fauxqs/fauxqs.db', 'this is no database, however long it may be'.repeat(100));
    expect(lookAtDatabases(folder, outdir())).toMatchObject([
      { state: 'mend', says: expect.stringContaining('fauxqs.db is damaged') },
    ]);
  });
});

describe('the build', () => {
  it('is of these sources, or will be after the next start', () => {
    expect(lookAtBuild([], false).state).toBe('good');
    expect(lookAtBuild(['functions', 'synth'], false)).toMatchObject({
      state: 'note',
      says: 'older than the sources: functions, synth',
    });
    expect(lookAtBuild(['synth'], true).mend).toContain('stop it');
  });
});

describe('the clock', () => {
  const at = (text: string) => Date.parse(text);

  it('is plausible', () => {
    expect(states(lookAtClock(at('2026-11-22T08:00:00Z'), [], [2026]))).toEqual(['good']);
  });

  it.each(['1970-01-02T00:00:00Z', '2025-06-01T00:00:00Z', '2150-01-02T00:00:00Z'])(
    'cannot be right: %s',
    (text) => {
      expect(states(lookAtClock(at(text), [], [2026]))).toEqual(['mend']);
    },
  );

  it('was ahead before, or is behind now: a file was written in its future', () => {
    write('later', '');
    const later = new Date('2027-02-01T00:00:00Z');
    utimesSync(join(folder, 'later'), later, later);
    const [found] = lookAtClock(at('2026-11-22T08:00:00Z'), [folder, join(folder, 'none')], [2026]);
    expect(found).toMatchObject({ state: 'mend' });
    expect(found?.says).toContain('2027-02-01');
  });

  it('shows a year whose holidays are not published here, on the day it begins in Shanghai', () => {
    const [found] = lookAtClock(at('2026-12-31T16:00:00Z'), [], [2026]);
    expect(found).toMatchObject({ state: 'note', mend: expect.stringContaining('calendar-2027') });
  });
});

describe('the command', () => {
  const run = (environment: NodeJS.ProcessEnv, ...words: readonly string[]) =>
    spawnSync(process.execPath, ['--no-warnings', 'cdk/local/doctor.ts', ...words], {
      cwd: top,
      env: { ...process.env, DATA_DIR: folder, PORT: '0', ...environment },
      encoding: 'utf8',
    });

  it('prints a table and ends with 1 when something needs mending, for programs too', () => {
    chmodSync(join(aDataFolder(), 'secrets.json'), 0o640);
    const forPeople = run({});
    expect(forPeople.status).toBe(1);
    expect(forPeople.stdout).toMatch(/^✗ data +others may read secrets\.json$/m);
    expect(forPeople.stdout).toContain('→ chmod 600');
    const { findings } = JSON.parse(run({}, '--json').stdout) as { findings: Finding[] }; // our own form
    expect(ills(findings)).toHaveLength(1);
  });

  it('ends with 0 when nothing does, and names a variable that cannot be used', () => {
    expect(run({}).status).toBe(0);
    const wrong = run({ PORT: 'eighty' });
    expect(wrong.status).toBe(1);
    expect(wrong.stdout).toContain('PORT must be a number');
  });

  it('explains itself', () => {
    expect(run({}, '--help').stdout).toContain('npm run doctor');
  });
});
