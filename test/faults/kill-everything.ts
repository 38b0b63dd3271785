/** The fault: kill -9 of every process in the middle of filings. The promise: what was acknowledged reaches everyone, once. */
import { randomUUID } from 'node:crypto';
import { askUntil } from '../../cdk/local/demo/ask.ts';
import { DemoClient } from '../../cdk/local/demo/client.ts';
import { COORDINATOR, isDepartment } from '../../shared/departments/directory.ts';
import { aComplaintBody, type Filed } from '../support/complaints.ts';
import { startSystem } from '../support/system.ts';

const CATEGORIES = ['PRICE', 'MED_WASTE_DUMP', 'BRIBERY', 'INSURANCE_FRAUD', 'PUBLIC_FINANCE'];
const CLIENTS = 8;
/** A row whose message was lost is sent again by the sweeper after a minute, at the latest one more minute later. */
const ARRIVES_WITHIN_MS = 180_000;

export interface KillPlan {
  readonly dataDir: string;
  readonly complaints: number;
  /** After how many acknowledged complaints everything is killed, ascending. */
  readonly killAfter: readonly number[];
  readonly report: (line: string) => void;
}

export interface KillOutcome {
  readonly acknowledged: number;
  readonly referrals: number;
  /** Filings whose answer was lost by a kill and that were repeated with the same key. */
  readonly repeated: number;
  /** `<department> <caseNumber> <itemNumber>` that never came, came twice, or came without an acknowledged filing. */
  readonly missing: readonly string[];
  readonly twice: readonly string[];
  readonly uninvited: readonly string[];
}

export async function killEverythingWhileFiling(plan: KillPlan): Promise<KillOutcome> {
  const keys = Array.from({ length: plan.complaints }, () => randomUUID());
  const filed = new Map<string, Filed>();
  const tried = new Set<string>();
  let repeated = 0;
  for (const [round, until] of [...plan.killAfter, plan.complaints].entries()) {
    const system = await startSystem(plan.dataDir);
    const client = new DemoClient(system.base, system.credentials, 1);
    const open = keys.filter((key) => !filed.has(key)).values();
    let killing: Promise<void> | undefined;
    const citizen = async (): Promise<void> => {
      for (const key of open) {
        if (killing) return;
        if (tried.has(key)) repeated++;
        tried.add(key);
        const answer = await fileOne(client, key, keys.indexOf(key)).catch(() => undefined);
        if (answer) filed.set(key, answer);
        if (filed.size >= until && until < plan.complaints) killing ??= system.killEverything();
      }
    };
    await Promise.all(Array.from({ length: CLIENTS }, citizen));
    await killing;
    plan.report(`round ${round + 1}: ${filed.size} of ${plan.complaints} acknowledged`);
    if (until < plan.complaints) continue;
    try {
      return { repeated, ...(await compare(client, [...filed.values()])) };
    } finally {
      await system.stop();
    }
  }
  throw new Error('the plan has no last round');
}

/** @throws when there is no answer, or another one than 201 */
async function fileOne(client: DemoClient, key: string, index: number): Promise<Filed> {
  const category = CATEGORIES[index % CATEGORIES.length];
  const body = aComplaintBody({ categories: [category], facts: `断电前后提交的第${index}件` });
  const { status, text, json } = await client.post('/api/complaints', { body, key });
  if (status !== 201) throw new Error(`filing: ${status} ${text}`);
  return json as Filed; // the contract of a 201
}

async function compare(
  client: DemoClient,
  filed: readonly Filed[],
): Promise<Omit<KillOutcome, 'repeated'>> {
  const expected = new Set(filed.flatMap(referralsOf));
  const arrivals = async () => {
    const lists = client.departments.map(async (department) => {
      const entries = await client.worklist(department, 'open');
      return entries.map((entry) => `${department} ${entry.caseNumber} ${entry.itemNumber}`);
    });
    return (await Promise.all(lists)).flat();
  };
  await askUntil(async () => {
    const here = new Set(await arrivals());
    return [...expected].every((referral) => here.has(referral)) || undefined;
  }, ARRIVES_WITHIN_MS);
  const here = await arrivals();
  return {
    acknowledged: filed.length,
    referrals: expected.size,
    missing: [...expected].filter((referral) => !here.includes(referral)),
    twice: here.filter((referral, index) => here.indexOf(referral) !== index),
    uninvited: here.filter((referral) => !expected.has(referral)),
  };
}

function referralsOf({ caseNumber, items }: Filed): readonly string[] {
  return items.flatMap(({ itemNumber, lead, cooperating }) => {
    const held = [lead, ...cooperating].map((code) => (isDepartment(code) ? code : COORDINATOR));
    return [...new Set(held)].map((department) => `${department} ${caseNumber} ${itemNumber}`);
  });
}
