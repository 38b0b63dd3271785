/** For an operator, once: makes every recipient's sealing key; the private halves never go near the cloud. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeSealingKey, rowOf, sealingRecipients } from './sealing-key.ts';

const USAGE = `npm run sealing-keys -- <new folder> <name of the vault table>

  <folder>/<recipient>.private.json  one for each department and one for escrow: hand it over and delete it
  <folder>/public-<n>.json           the public halves: aws dynamodb batch-write-item --request-items file://…`;

/** The most rows of one batch. */
const BATCH = 25;

const [folder, table, ...more] = process.argv.slice(2);
if (!folder || !table || more.length > 0) {
  console.error(USAGE);
  process.exitCode = 2;
} else {
  // A folder that is there is refused: its keys may be all there is to open what was sealed to them.
  mkdirSync(folder, { mode: 0o700 });
  const keys = await Promise.all(sealingRecipients.map(makeSealingKey));
  const write = (name: string, content: unknown) =>
    writeFileSync(join(folder, name), JSON.stringify(content, undefined, 2), { mode: 0o600 });
  for (const key of keys) write(`${key.recipient}.private.json`, key);
  for (let batch = 0; batch * BATCH < keys.length; batch++) {
    const rows = keys.slice(batch * BATCH, (batch + 1) * BATCH).map(rowOf);
    write(`public-${batch + 1}.json`, { [table]: rows.map((Item) => ({ PutRequest: { Item } })) });
  }
  console.log(`${keys.length} keys in ${folder}`);
}
