/** `npm run faults`: kills a working system again and again and shows what became of its promises. */
import { newDataDir, removeDataDir } from '../support/system.ts';
import { verifyDataDir } from '../verify/verify-data-dir.ts';
import { killEverythingWhileFiling } from './kill-everything.ts';

const dataDir = newDataDir();
const outcome = await killEverythingWhileFiling({
  dataDir,
  complaints: 400,
  killAfter: [30, 90, 160, 250, 330],
  report: (line) => console.log(line),
});
const { missing, twice, uninvited } = outcome;
console.log(
  `${outcome.acknowledged} complaints acknowledged, ${outcome.repeated} filings repeated after a kill, ` +
    `${outcome.referrals} referrals: ${missing.length} missing, ${twice.length} twice, ${uninvited.length} uninvited`,
);
const faults = await verifyDataDir({ dataDir, port: 0, demo: false });
console.log(`the public site: ${faults.length} contradictions to its table`);
for (const { code, key, sentence } of faults.slice(0, 20)) console.error(code, key, sentence);
const held = missing.length + twice.length + uninvited.length + faults.length === 0;
if (held) removeDataDir(dataDir);
else
  console.error([...missing, ...twice, ...uninvited].slice(0, 20).join('\n'), `\nkept ${dataDir}`);
process.exitCode = held ? 0 : 1;
