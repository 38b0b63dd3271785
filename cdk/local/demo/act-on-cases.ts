/** Officers act on the cases of their departments, and citizens come back with their receipt codes. */
import type { Answer, DemoClient } from './client.ts';
import type { ByOther, DemoAct } from './complaint.ts';
import type { FiledCase, Filing } from './file-complaints.ts';
import { outcome, type Outcome } from './outcome.ts';
import { inParallel } from './progress.ts';

/** The commands to one case keep their order; different cases are worked on side by side. */
export async function actOnCases(
  client: DemoClient,
  run: string,
  filings: readonly Filing[],
): Promise<readonly Outcome[]> {
  const cases = filings.filter(({ filed, complaint }) => filed && complaint.officer);
  const acts = await inParallel('officers’ acts', cases, async ({ filed, complaint }) => {
    const item = filed?.items.find(({ lead }) => client.hasOfficersOf(lead));
    if (!filed || !item) return [];
    const desk = new CaseDesk(client, run, filed, item);
    const outcomes: Outcome[] = [];
    for (const act of complaint.officer ?? []) outcomes.push(...(await desk.take(act)));
    return outcomes;
  });
  return acts.flat();
}

const isByOther = (act: DemoAct): act is ByOther => 'does' in act;

/** What whoever was asked answers, when the data say nothing better. */
const FOUND = '已核查本部门掌握的资料，情况如来件所述，没有其他意见。';

/** One item of a case, and everybody who works on it. */
class CaseDesk {
  readonly #client: DemoClient;
  readonly #run: string;
  readonly #case: FiledCase;
  readonly #item: FiledCase['items'][number];
  #count = 0;

  constructor(client: DemoClient, run: string, filed: FiledCase, item: FiledCase['items'][number]) {
    this.#client = client;
    this.#run = run;
    this.#case = filed;
    this.#item = item;
  }

  async take(act: DemoAct): Promise<readonly Outcome[]> {
    const { of, as, does }: ByOther = isByOther(act) ? act : { as: 'officer', does: act };
    const department = of ?? this.#item.lead;
    const replies = does.type === 'conclude' ? await this.#everyReply(department) : [];
    return [...replies, await this.#send(department, as, does)];
  }

  /** Nobody concludes before those he has asked have answered. */
  async #everyReply(lead: string): Promise<readonly Outcome[]> {
    const token = await this.#client.officer(lead, 'officer');
    const { json } = await this.#client.get(`/api/desk/cases/${this.#case.caseNumber}`, token);
    const { items } = json as DeskAnswer; // the contract of a 200
    const awaited = items
      .filter(({ itemNumber }) => itemNumber === this.#item.itemNumber)
      .flatMap(({ referrals }) => referrals)
      .filter(({ role, reply, ended }) => role === 'COOP' && !reply && !ended);
    const outcomes: Outcome[] = [];
    for (const { department } of awaited)
      outcomes.push(await this.#send(department, 'officer', { type: 'reply', text: FOUND }));
    return outcomes;
  }

  async #send(department: string, role: string, body: ByOther['does']): Promise<Outcome> {
    const { caseNumber } = this.#case;
    const answer: Answer = await this.#client.post(
      `/api/desk/cases/${caseNumber}/items/${this.#item.itemNumber}/commands`,
      {
        body,
        token: await this.#client.officer(department, role),
        key: `${this.#run}-${caseNumber}-${this.#count++}`,
      },
    );
    return outcome(`${body.type} of ${caseNumber} by ${department}`, answer, 200);
  }
}

interface DeskAnswer {
  readonly items: readonly {
    readonly itemNumber: number;
    readonly referrals: readonly {
      readonly department: string;
      readonly role: string;
      readonly reply?: unknown;
      readonly ended?: string;
    }[];
  }[];
}

export function writeMessages(
  client: DemoClient,
  run: string,
  filings: readonly Filing[],
): Promise<readonly Outcome[]> {
  const writing = filings.filter(({ filed, complaint }) => filed && complaint.message);
  return inParallel('citizens’ messages', writing, async ({ filed, complaint }, index) => {
    const body = { receiptCode: filed?.receiptCode, text: complaint.message };
    const key = `${run}-message-${index}`;
    return outcome(
      `message ${index}`,
      await client.post('/api/track/messages', { body, key }),
      201,
    );
  });
}
