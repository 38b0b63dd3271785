/** `npm run demo`: fills a running system with invented complaints, penalties and inspections, over HTTP as anybody would. */
import '../known-district.ts';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { chosenDistrict } from '../../shared/districts/chosen.ts';
import { actOnCases, writeMessages } from './demo/act-on-cases.ts';
import { assignCases, signInOfficers } from './demo/assign-cases.ts';
import { awaitWorklists } from './demo/await-worklists.ts';
import { DemoClient } from './demo/client.ts';
import { printClosingTable } from './demo/closing-table.ts';
import { decidePenalties } from './demo/decide-penalties.ts';
import { enterComplaints, fileComplaints, fileUnsoundComplaints } from './demo/file-complaints.ts';
import { recordInspections } from './demo/record-inspections.ts';
import { registerInstitutions } from './demo/register-institutions.ts';
import { belongsToAnother, districtOfFolder } from './district-of-folder.ts';
import type { DemoCredentials } from './identity/credentials.ts';

const usage = `Usage: npm run demo [-- base-url [credentials-path]]

Files invented complaints, lets officers act, decides penalties and records inspections.
The system must be running (npm start). Every run adds anew.

  base-url          default http://localhost:$PORT, or port 8080
  credentials-path  default $DATA_DIR/demo-credentials.json, or .data/demo-credentials.json`;

const words = process.argv.slice(2);
const env = process.env;
const base = (words[0] ?? `http://localhost:${env['PORT'] ?? '8080'}`).replace(/\/$/, '');
const credentialsPath = words[1] ?? join(env['DATA_DIR'] ?? '.data', 'demo-credentials.json');

if (words.includes('--help') || words.includes('-h')) console.log(usage);
else process.exitCode = await demo();

/** @returns the exit code: 0 when everything went as expected, 1 when not, 2 when there is nothing to speak to. */
async function demo(): Promise<number> {
  const credentials = readCredentials();
  if (!credentials || !(await answers())) {
    console.error(`Nothing answers at ${base}, or ${credentialsPath} is missing.`);
    console.error('Start the system first (npm start), then run the demo again.');
    return 2;
  }
  const folder = dirname(credentialsPath);
  const owner = districtOfFolder(folder);
  if (owner !== undefined && owner !== chosenDistrict.choice) {
    console.error(belongsToAnother(folder, owner));
    return 2;
  }
  const client = new DemoClient(base, credentials);
  const run = randomUUID().slice(0, 8);
  const filed = await fileComplaints(client, run);
  const entered = await enterComplaints(client, run);
  const filings = [...filed, ...entered];
  const refused = await fileUnsoundComplaints(client, run);
  const signIns = await signInOfficers(client, run);
  const assigned = await assignCases(client, run, filings);
  const acts = await actOnCases(client, run, filings);
  const messages = await writeMessages(client, run, filings);
  const register = await registerInstitutions(client, run);
  const penalties = await decidePenalties(client, run);
  const inspections = await recordInspections(client, run);
  const worklists = await awaitWorklists(client, filings);
  const published = penalties.filter(({ path }) => path);
  const well = printClosingTable([
    { label: 'complaints filed', outcomes: filed.map(({ outcome }) => outcome) },
    { label: 'complaints entered by clerks', outcomes: entered.map(({ outcome }) => outcome) },
    { label: 'unsound complaints refused', outcomes: refused },
    { label: 'officers signed in', outcomes: signIns },
    { label: 'items given to officers', outcomes: assigned },
    { label: 'acts of officers (accept, note, return, …)', outcomes: acts },
    { label: 'messages of citizens', outcomes: messages },
    { label: 'the register of institutions read in', outcomes: register },
    { label: 'steps of penalties', outcomes: penalties.flatMap(({ steps }) => steps) },
    { label: 'inspections recorded, and published', outcomes: inspections },
    { label: 'departments whose worklist is complete', outcomes: worklists },
  ]);
  const withdrawn = penalties.filter(({ penalty }) => penalty.withdrawn ?? penalty.revoked).length;
  console.log(`\n${published.length} penalties published, ${withdrawn} of them withdrawn.`);
  console.log(`The public site:  ${base}/`);
  console.log(`One decision:     ${base}${published[0]?.path ?? '/penalties'}`);
  console.log(`One complaint:    ${base}/track with ${filings[0]?.filed?.receiptCode ?? '–'}`);
  return well ? 0 : 1;
}

function readCredentials(): DemoCredentials | undefined {
  try {
    return JSON.parse(readFileSync(credentialsPath, 'utf8')) as DemoCredentials; // written by the identity provider
  } catch {
    return undefined;
  }
}

async function answers(): Promise<boolean> {
  try {
    return (await fetch(`${base}/api/departments`)).ok;
  } catch {
    return false;
  }
}
