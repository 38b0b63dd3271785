/** What the page of a case is asked to do besides writing a message, and what came of it. Runs on the server. */
import { callApi } from '#lib/api.ts';
import { textOf } from '#lib/report/complaint-form.ts';

const caseActs = [
  'ask-withdraw',
  'withdraw',
  'remind',
  'rate',
  'leave-contact',
  'remove-contact',
  'open-feed',
  'close-feed',
] as const;
export type CaseAct = (typeof caseActs)[number];

export type ActOutcome =
  | {
      readonly state: 'done';
      readonly act: CaseAct;
      /** Of the feed that was opened: shown this once. */
      readonly feedPath?: string;
    }
  | {
      readonly state: 'refused';
      readonly act: CaseAct;
      readonly code: string;
      /** The item it was about. */
      readonly itemNumber: number;
      /** What was entered of a contact. */
      readonly kind: string;
      readonly address: string;
    };

export const actOf = (data: FormData): CaseAct | undefined =>
  caseActs.find((act) => act === textOf(data, 'act'));

/** Asking whether to withdraw does nothing yet. */
export async function perform(
  platform: Readonly<App.Platform> | undefined,
  act: CaseAct,
  data: FormData,
): Promise<ActOutcome> {
  const receiptCode = textOf(data, 'receiptCode');
  const itemNumber = Number(textOf(data, 'itemNumber'));
  const contact = { kind: textOf(data, 'contactKind'), address: textOf(data, 'contactAddress') };
  const score = textOf(data, `score-${itemNumber}`);
  const refused = (code: string): ActOutcome => ({
    ...{ state: 'refused', act, code, itemNumber },
    ...contact,
  });
  const incomplete =
    (act === 'rate' && !score) || (act === 'leave-contact' && (!contact.kind || !contact.address));
  if (incomplete) return refused('REQUIRED');
  const calls: Readonly<Record<CaseAct, readonly [path: string, asked: object] | undefined>> = {
    'ask-withdraw': undefined,
    withdraw: ['/acts', { act: { type: 'withdraw' } }],
    remind: ['/acts', { act: { type: 'remind' } }],
    rate: ['/acts', { act: { type: 'rate', itemNumber, score: Number(score) } }],
    'leave-contact': ['/contacts', { contact }],
    'remove-contact': ['/contacts', { contact: null }],
    'open-feed': ['/feeds', {}],
    'close-feed': ['/feeds/closings', {}],
  };
  const call = calls[act];
  if (!call) return { state: 'done', act };
  const [path, asked] = call;
  const body = { receiptCode, ...asked };
  const answer = await callApi<{ path?: string }>(platform, `/api/track${path}`, { body });
  if (!answer.ok) return refused(answer.error.code);
  return { state: 'done', act, ...(answer.value.path && { feedPath: answer.value.path }) };
}
