/** `npm run bench`: what is measured and not asserted by tests; ends with 1 when a figure is worse than it may be. */
import { parseArgs } from 'node:util';
import { benchBundles } from './bundles.ts';
import { benchDesk } from './desk.ts';
import { benchFiling } from './filing.ts';
import { machine } from './figures.ts';
import { benchPages } from './pages.ts';
import { benchPermissionProxy } from './permission-proxy.ts';
import { benchRegister } from './register.ts';
import { benchSearch } from './search.ts';
import { benchSuggestion } from './suggestion.ts';

const HELP = `Measures this system on this machine.

  npm run bench                    everything
  npm run bench -- proxy bundles   only these

  filing    how long filing takes, and until each addressee has the case
  desk      how fast queue and case answer with 20,000 open cases: p95 at most 150 ms;
            DATA_DIR=… PORT=… npm run bench -- desk measures the system that runs there
  proxy     what the permission proxy adds to a call: at most 1 ms at the median
  bundles   size and start of each function’s bundle: on the citizen’s path at most 1.15 times
            the start of the DynamoDB client alone, and 120 KB gzipped
  pages     Lighthouse on home, lists, record, institution, statistics, search and form, simulated slow telephone:
            performance at least 98, accessibility and best practices 100, SEO 98 where search engines may come
  suggestion  how often a citizen’s text is given its category: first at least 75 %, among three 90 %
  register  publishing one more record with 1,000 and with 50,000 behind it: at most 2 s, and 1.2 times
  search    200 questions to the stored search of 50,000 records: recall 1, p95 150 KB gzipped and 15 requests,
            built in 60 s; RECORDS=5000 measures register and search with so many
`;

interface Outcome {
  readonly lines: readonly string[];
  readonly failures?: readonly string[];
}

const parts: Readonly<Record<string, () => Promise<Outcome>>> = {
  filing: async () => ({ lines: await benchFiling() }),
  desk: benchDesk,
  proxy: benchPermissionProxy,
  bundles: benchBundles,
  pages: benchPages,
  suggestion: benchSuggestion,
  register: benchRegister,
  search: benchSearch,
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { help: { type: 'boolean', short: 'h' } },
});
const unknown = positionals.filter((name) => !(name in parts));
if (values.help || unknown.length > 0) {
  process.stdout.write(HELP);
  process.exitCode = values.help ? 0 : 2;
} else {
  const chosen = positionals.length > 0 ? positionals : Object.keys(parts);
  for (const name of chosen) await print(name);
}

async function print(name: string): Promise<void> {
  console.log(machine());
  const outcome = await parts[name]?.();
  for (const line of outcome?.lines ?? []) console.log(line);
  for (const failure of outcome?.failures ?? []) {
    console.log(`✗ ${name}: ${failure} is worse than it may be`);
    process.exitCode = 1;
  }
  console.log('');
}
