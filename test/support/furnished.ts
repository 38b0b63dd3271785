/** A system in which every kind of page has something to show: cases in hand, decisions, a check, one record taken back. */
import { randomUUID } from 'node:crypto';
import { askUntil } from '../../cdk/local/demo/ask.ts';
import type { DemoClient, PublishedRecord } from '../../cdk/local/demo/client.ts';
import { monthPath } from '../../shared/disclosure/pages.ts';
import type { ObjectionSubmission } from '../../shared/objections/calls.ts';
import { plusDays } from '../../shared/time.ts';
import { arrivalOf, file } from './citizen.ts';
import { aComplaintBody } from './complaints.ts';
import { anObjectionBody } from './objections.ts';
import { answeredReport, answerWords, claimFor, notifiedClaim } from './reward-claims.ts';
import { act, decided, idOf, propose, readyToDecide, today } from './penalties.ts';

/** Paths of pages, and what opens those that ask for something. */
export interface Furnished {
  readonly penaltyRecord: string;
  readonly inspectionRecord: string;
  /** Number of an inspection of the market department that was corrected. */
  readonly inspectionMended: string;
  readonly tombstone: string;
  readonly institution: string;
  readonly penaltyMonth: string;
  readonly inspectionMonth: string;
  readonly receiptCode: string;
  readonly caseNumber: string;
  /** Cases that wait for others, were not accepted, and went to the police. */
  readonly blocked: string;
  readonly refused: string;
  readonly atPolice: string;
  /** Receipt codes of a case whose day has passed, an answered one, and one that can be taken back. */
  readonly overdueCode: string;
  readonly answeredCode: string;
  readonly demandCode: string;
  readonly penaltyProposed: string;
  readonly penaltyReviewed: string;
  readonly penaltyDecided: string;
  /** To be assessed, and to be collected; both lie with the health commission. */
  readonly rewardClaimed: string;
  readonly rewardNotified: string;
  /** The latest of those that lie with the market department, and the receipt code of one that was upheld. */
  readonly objection: string;
  readonly upheldCode: string;
}

const PUBLISHED_WITHIN_MS = 60_000;
export const institutionName = '示例诊所';
export const facts = '拔牙前说三百，拔完收一千二，没有价目表。收费的人说“就是这个价”，不给明细。';
/** Of the case that has a receipt code; its receipt’s holder reads that it was taken out once. */
export const identity = { name: '示例举报人', phone: '13800000000', address: '示例路1号' };
const note = '已经受理，请保留好收费票据。';
const reply = '票据还在，可以拍照。';

const objectionAnswer = '核对了决定书，罚款金额确实写错了，三个工作日内更正。';

const secondClinic = '示例安康诊所';
const mending = '登记时漏写一项检查内容。';
const inspected = ['明码标价', '医疗广告', '广告审查证明已过期'] as const;
export const lighterNumber = '示市监罚〔2026〕77号';
/** Names of files that a clerk adds. */
export const enclosed = { letter: '来信.pdf', empty: '空白.pdf' } as const;

/** What people have written in their own language, and numbers of certificates. */
export const writtenWords = [
  ...[facts, note, reply, answerWords, institutionName, '示例证'],
  ...[identity.name, identity.address],
  ...[anObjectionBody().words, objectionAnswer],
  ...[lighterNumber, secondClinic, mending, ...inspected, ...Object.values(enclosed)],
] as const;

const clinic = {
  kind: 'ORG',
  name: '示例康宁口腔门诊部有限责任公司',
  uscc: '91500104MA60QW12X2',
};

export async function furnish(client: DemoClient): Promise<Furnished> {
  const { caseNumber, receiptCode } = await file(client, { facts, anonymous: false, identity });
  await arrivalOf(client, 'MARKET', caseNumber);
  const token = await client.officer('MARKET', 'officer');
  const opening = { token, body: { purpose: 'VERIFY_FACTS' } };
  const opened = await client.post(`/api/desk/cases/${caseNumber}/openings`, opening);
  if (opened.status !== 200) throw new Error(`opening: ${opened.status} ${opened.text}`);
  const commands = `/api/desk/cases/${caseNumber}/items/1/commands`;
  for (const body of [{ type: 'accept' }, { type: 'note', text: note }]) {
    const answer = await client.post(commands, { token, body });
    if (answer.status !== 200) throw new Error(`${body.type}: ${answer.status} ${answer.text}`);
  }
  await client.post('/api/track/messages', {
    body: { receiptCode, text: reply },
  });
  const inHand = await casesInHand(client);
  const run = randomUUID().slice(0, 8);
  const [penaltyDecided, takenBack] = await Promise.all([
    decided(client, `示市监罚〔2026〕${run}甲号`, { party: clinic }),
    decided(client, `示市监罚〔2026〕${run}乙号`, {
      party: { ...clinic, name: '示例综合门诊部', uscc: '91500104MA60QW12Y8' },
    }),
  ]);
  const penaltyProposed = idOf(await propose(client, { party: clinic }));
  const penaltyReviewed = await readyToDecide(client, { party: clinic });
  const rewardClaimed = await claimFor(client, await answeredReport(client));
  const { receiptCode: answeredCode } = await answeredReport(client);
  const { receiptCode: demandCode } = await file(client, { categories: ['DISPUTE'] });
  const overdueCode = await overdueReport(client);
  const rewardNotified = await notifiedClaim(client, await answeredReport(client));
  await inspect(client);
  const inspectionMended = await mendedInspection(client);
  const penaltyRecord = await published(client, `${run}甲号`);
  const withdrawn = await published(client, `${run}乙号`);
  const inspectionRecord = await published(client, '专项检查');
  await act(client, 'publisher', takenBack, {
    type: 'withdraw',
    reason: '处罚决定已被行政复议机关撤销。',
  });
  await there(client, withdrawn.path, 'noindex');
  const { receiptCode: upheldCode, objectionId: upheld } = await objectTo(client, penaltyRecord);
  await uphold(client, upheld);
  const { objectionId: objection } = await objectTo(client, penaltyRecord, {
    contact: { kind: 'sms', address: '13800000000' },
  });
  const month = today().slice(0, 7);
  const institution = `/institutions/${clinic.uscc}`;
  for (const path of [penaltyRecord.path, inspectionRecord.path, institution])
    await there(client, path);
  return {
    penaltyRecord: penaltyRecord.path,
    inspectionRecord: inspectionRecord.path,
    tombstone: withdrawn.path,
    institution,
    penaltyMonth: monthPath('penalty', month),
    inspectionMonth: monthPath('inspection', month),
    ...{ receiptCode, caseNumber, penaltyProposed, penaltyReviewed, penaltyDecided },
    ...inHand,
    ...{ rewardClaimed, rewardNotified, overdueCode, answeredCode, demandCode },
    ...{ objection, upheldCode, inspectionMended },
  };
}

/** Entered by a clerk long after it came in. */
async function overdueReport(client: DemoClient): Promise<string> {
  const answer = await client.post('/api/desk/complaints', {
    token: await client.officer('HEALTH', 'clerk'),
    key: randomUUID(),
    body: {
      channel: 'LETTER',
      receivedOn: plusDays(today(), -40),
      complaint: aComplaintBody({ categories: ['STAFF_CERT'] }),
    },
  });
  if (answer.status !== 201) throw new Error(`intake: ${answer.status} ${answer.text}`);
  return (answer.json as { receiptCode: string }).receiptCode; // the contract of a 201
}

async function casesInHand(
  client: DemoClient,
): Promise<Pick<Furnished, 'blocked' | 'refused' | 'atPolice'>> {
  const [blocked, refused, atPolice] = await Promise.all(
    [['SUSPECTED_CRIME'], [], ['SUSPECTED_CRIME', 'FIVE_OR_MORE']].map(async (circumstances) => {
      const { caseNumber } = await file(client, { facts, circumstances });
      await arrivalOf(client, 'MARKET', caseNumber);
      return caseNumber;
    }),
  );
  if (!blocked || !refused || !atPolice) throw new Error('three were filed');
  const does = async (caseNumber: string, role: string, body: { readonly type: string }) => {
    const token = await client.officer('MARKET', role);
    const path = `/api/desk/cases/${caseNumber}/items/1/commands`;
    const answer = await client.post(path, { token, body });
    if (answer.status !== 200) throw new Error(`${body.type}: ${answer.status} ${answer.text}`);
  };
  const words = { reason: note };
  for (const one of [blocked, atPolice]) await does(one, 'officer', { type: 'accept' });
  await does(refused, 'officer', { ...{ ground: 'NO_DISPUTE', text: note }, type: 'refuse' });
  await does(atPolice, 'officer', { ...words, type: 'report-crime' });
  await does(atPolice, 'approver', { ...words, ...{ approved: true }, type: 'approve-crime' });
  const documents = ['LETTER', 'REPORT'];
  await does(atPolice, 'officer', { ...{ documents }, type: 'hand-over' });
  return { blocked, refused, atPolice };
}

async function objectTo(
  client: DemoClient,
  { path }: PublishedRecord,
  changes: Partial<ObjectionSubmission> = {},
): Promise<{ readonly objectionId: string; readonly receiptCode: string }> {
  const record = path.slice(path.lastIndexOf('/') + 1);
  const body = anObjectionBody({ record, ...changes });
  const answer = await client.post('/api/objections', { key: randomUUID(), body });
  if (answer.status !== 201) throw new Error(`objection: ${answer.status} ${answer.text}`);
  return answer.json as { objectionId: string; receiptCode: string }; // the contract of a 201
}

async function uphold(client: DemoClient, objectionId: string): Promise<void> {
  const token = await client.officer('MARKET', 'publisher');
  const path = `/api/desk/objections/${objectionId}/commands`;
  const acts = [
    { type: 'acknowledge' },
    { type: 'uphold', remedy: 'CORRECT', words: objectionAnswer },
  ] as const;
  for (const body of acts) {
    const answer = await client.post(path, { token, body });
    if (answer.status !== 200) throw new Error(`${body.type}: ${answer.status} ${answer.text}`);
  }
}

async function inspect(client: DemoClient): Promise<void> {
  const answer = await client.post('/api/desk/inspections', {
    token: await client.officer('MEDINS', 'officer'),
    body: {
      kind: 'SPECIAL',
      institution: { name: clinic.name, uscc: clinic.uscc },
      inspectedOn: today(),
      inspectors: ['示例证003', '示例证004'],
      items: [
        { item: '医保结算与病历一致', result: 'PROBLEM', note: '三份病历缺少收费明细' },
        { item: '执业人员资格', result: 'NO_PROBLEM' },
      ],
      result: 'PROBLEM',
    },
  });
  if (answer.status !== 201) throw new Error(`inspection: ${answer.status} ${answer.text}`);
}

/** Recorded and corrected by the market department. */
async function mendedInspection(client: DemoClient): Promise<string> {
  const recorded = await client.post('/api/desk/inspections', {
    token: await client.officer('MARKET', 'officer'),
    body: {
      ...{ kind: 'DAILY', inspectedOn: today(), result: 'NO_PROBLEM' },
      institution: { name: secondClinic, uscc: '91500104MA60QW78X8' },
      inspectors: ['示例证005', '示例证006'],
      items: [{ item: inspected[0], result: 'NO_PROBLEM' }],
    },
  });
  if (recorded.status !== 201) throw new Error(`inspection: ${recorded.status} ${recorded.text}`);
  const { inspectionId } = recorded.json as { inspectionId: string }; // the contract of a 201
  const corrected = await client.post(`/api/desk/inspections/${inspectionId}/commands`, {
    token: await client.officer('MARKET', 'publisher'),
    body: {
      ...{ type: 'correct', version: 1, reason: mending, result: 'PROBLEM' },
      items: [
        { item: inspected[0], result: 'NO_PROBLEM' },
        { item: inspected[1], result: 'PROBLEM', note: inspected[2] },
      ],
    },
  });
  if (corrected.status !== 200) throw new Error(`correct: ${corrected.status} ${corrected.text}`);
  return inspectionId;
}

async function published(client: DemoClient, words: string): Promise<PublishedRecord> {
  const query = new URLSearchParams({ q: words });
  const found = await askUntil(
    async () => (await client.disclosures(query))[0],
    PUBLISHED_WITHIN_MS,
  );
  if (!found) throw new Error(`${words}: not published in time`);
  return found;
}

/** Waits for the page itself, which follows its record. */
async function there(client: DemoClient, path: string, words = ''): Promise<void> {
  const found = await askUntil(async () => {
    const { status, text } = await client.get(path);
    return status === 200 && text.includes(words) ? true : undefined;
  }, PUBLISHED_WITHIN_MS);
  if (!found) throw new Error(`${path}: no page in time`);
}
