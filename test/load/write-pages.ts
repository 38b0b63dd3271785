/** Has the publisher of a running system write every page anew, and tells how far it is. */
import { setTimeout as pause } from 'node:timers/promises';
import { objectKey } from '../../shared/disclosure/pages.ts';
import { SEARCH_MANIFEST_PATH } from '../../shared/search/manifest.ts';
import type { Engine } from './engine.ts';
import { openSite } from './site-bucket.ts';

/** What the publisher notes: the release it is done with, and how far it is on the way. */
const MARKER = '_release';
const PROGRESS = '_refresh';
const LOOK_EVERY_MS = 2_000;
const TELL_EVERY = 5;

export async function writePages({ s3, isRunning }: Engine): Promise<void> {
  const site = await openSite(s3);
  await site.delete(PROGRESS);
  await site.delete(MARKER);
  await site.delete(objectKey(SEARCH_MANIFEST_PATH)); // the index is built of everything where there is none
  if (!isRunning) {
    process.stdout.write('The pages are written when the system starts: npm start\n');
    return;
  }
  const begun = performance.now();
  process.stdout.write('The publisher writes every page; its next tick comes within a minute.\n');
  let told = '';
  for (let look = 0; (await site.get(MARKER)) === undefined; look++) {
    await pause(LOOK_EVERY_MS);
    const done = reached(await site.get(PROGRESS));
    if (done === told || look % TELL_EVERY > 0) continue;
    process.stdout.write(`  written up to: ${done}\n`);
    told = done;
  }
  const seconds = (performance.now() - begun) / 1000;
  process.stdout.write(`Every page is written, after ${seconds.toFixed(0)} s.\n`);
}

const reached = (text: string | undefined): string =>
  text === undefined ? 'the beginning' : (JSON.parse(text) as { readonly done: string }).done; // written by the publisher
