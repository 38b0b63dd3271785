/** `npm run verify-site`: compares every public page and file with the table of what is public. */
import { parseArgs } from 'node:util';
import { readSettings } from '../../cdk/local/settings.ts';
import { windowRenderer } from '../../functions/disclosure/window-renderer.ts';
import type { Fault } from './fault.ts';
import { verifyDataDir } from './verify-data-dir.ts';

const HELP = `Compares the public site, object by object, with the table of what is public.

  npm run verify-site                 every page in both languages, what stands beside it for machines, lists,
                                      institutions, streets, statistics, data files and their hashes, site maps,
                                      feeds, search; whether withdrawn content is gone; whether anything is left over
  npm run verify-site -- --rendered   renders every page anew too and compares it (needs the built window)
  npm run verify-site -- --quiet      contradictions only

  --origin URL   what the pages call themselves (http://localhost:PORT unless said)
  --most 50      so many contradictions in full; the others are counted

Of the data folder DATA_DIR (.data), whether its system runs or not. While something is being published, what is
under way shows as a contradiction: ask again when it is quiet.

Exit code: 0 nothing contradicts, 1 something does, 2 nobody can say.
`;

const { values } = parseArgs({
  options: {
    help: { type: 'boolean', short: 'h' },
    rendered: { type: 'boolean', default: false },
    quiet: { type: 'boolean', default: false },
    origin: { type: 'string' },
    most: { type: 'string', default: '50' },
  },
});

if (values.help) process.stdout.write(HELP);
else {
  try {
    process.exitCode = shown(await verify());
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 2;
  }
}

async function verify(): Promise<readonly Fault[]> {
  const settings = readSettings(process.env);
  const origin = values.origin ?? `http://localhost:${settings.port}`;
  const told = (sentence: string) => {
    if (!values.quiet) process.stdout.write(`  ${sentence}\n`);
  };
  return verifyDataDir(settings, {
    told,
    ...(values.rendered && { render: windowRenderer(origin) }),
  });
}

/** @returns the exit code */
function shown(faults: readonly Fault[]): number {
  for (const { code, key, sentence } of faults.slice(0, Number(values.most)))
    process.stdout.write(`${code}  ${key}: ${sentence}\n`);
  const byCode = Map.groupBy(faults, ({ code }) => code);
  const counts = [...byCode].map(([code, own]) => `${own.length} ${code}`).join(', ');
  process.stdout.write(
    faults.length === 0
      ? 'The site says what the table says.\n'
      : `${faults.length} contradictions: ${counts}\n`,
  );
  return faults.length === 0 ? 0 : 1;
}
