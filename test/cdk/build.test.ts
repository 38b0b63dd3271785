/** The build repeats a step when its input changed, only then, and never twice at the same time. */
import { mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withBuildLock } from '../../cdk/build-lock.ts';
import { contentKey } from '../../cdk/content-key.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mingcha-build-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the content key', () => {
  beforeEach(() => {
    mkdirSync(join(folder, 'web/build'), { recursive: true });
    writeFileSync(join(folder, 'web/page.svelte'), 'one');
    writeFileSync(join(folder, 'web/build/renderer.js'), 'built');
  });
  const key = (also: readonly string[] = []) =>
    contentKey(folder, { paths: ['web'], without: ['web/build'], also });

  it('stays while content stays, whenever it was written', () => {
    const before = key();
    utimesSync(join(folder, 'web/page.svelte'), 0, 0);
    expect(key()).toBe(before);
  });

  it('changes with a file, its name, a new file and whatever else decides', () => {
    const keys = [key(), key(['v24.0.0'])];
    writeFileSync(join(folder, 'web/page.svelte'), 'two');
    keys.push(key());
    renameSync(join(folder, 'web/page.svelte'), join(folder, 'web/other.svelte'));
    keys.push(key());
    writeFileSync(join(folder, 'web/new.svelte'), '');
    keys.push(key());
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('does not look at what the build itself writes', () => {
    const before = key();
    writeFileSync(join(folder, 'web/build/renderer.js'), 'built again');
    expect(key()).toBe(before);
  });

  it('keeps the end of one file apart from the beginning of the next', () => {
    writeFileSync(join(folder, 'web/a'), 'xy');
    writeFileSync(join(folder, 'web/b'), 'z');
    const before = key();
    writeFileSync(join(folder, 'web/a'), 'x');
    writeFileSync(join(folder, 'web/b'), 'yz');
    expect(key()).not.toBe(before);
  });
});

describe('the build lock', () => {
  it('lets one build in at a time and tells the other that it waits', async () => {
    const events: string[] = [];
    const build = (name: string) =>
      withBuildLock(
        join(folder, 'lock'),
        () => events.push(`${name} waits`),
        async () => {
          events.push(`${name} begins`);
          await pause(50);
          events.push(`${name} ends`);
        },
      );
    await Promise.all([build('first'), build('second')]);
    expect(events).toEqual([
      'first begins',
      'second waits',
      'first ends',
      'second begins',
      'second ends',
    ]);
  });

  it('is free again after a build that failed', async () => {
    const file = join(folder, 'lock');
    const never = () => expect.fail('nobody holds the lock');
    await expect(
      withBuildLock(file, never, () => Promise.reject(new Error('broken'))),
    ).rejects.toThrow('broken');
    await expect(withBuildLock(file, never, () => Promise.resolve('built'))).resolves.toBe('built');
  });
});
