/** What the platforms outside hear of a penalty: each once, the newest only, and nothing is lost on the way. */
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { acknowledgeDelivery } from '../../functions/channels/acknowledge-delivery.ts';
import { closeChannelFile } from '../../functions/channels/close-channel-file.ts';
import { configureChannel } from '../../functions/channels/configure-channel.ts';
import { deliverToChannel } from '../../functions/channels/deliver-to-channel.ts';
import { readChannel } from '../../functions/channels/read-channel.ts';
import { readChannelFile } from '../../functions/channels/read-channel-file.ts';
import { repairCredit } from '../../functions/channels/repair-credit.ts';
import { resendToChannel } from '../../functions/channels/resend-to-channel.ts';
import { channelWrites } from '../../functions/aws/outbox-store.ts';
import { loadPenalty, numberWrites, penaltyWrites } from '../../functions/aws/supervision-store.ts';
import type { CallFailure } from '../../functions/call-webhook.ts';
import type { Officer, Outcome } from '../../functions/ports.ts';
import type { Refusal } from '../../shared/api/problem.ts';
import type { ChannelDelivery, RepairNotice } from '../../shared/channels/calls.ts';
import { creditCodeOf } from '../../shared/channels/authorities.ts';
import { outsideChannels, type OutsideChannel } from '../../shared/channels/channel.ts';
import type { RepairAnswer, UnknownRepair } from '../../shared/channels/repairs.ts';
import type { ChannelRequest } from '../../shared/channels/configuration.ts';
import type { ChannelEntry, EntryState } from '../../shared/channels/entry.ts';
import { MOST_LINES, type ChannelFile } from '../../shared/channels/file.ts';
import { departmentName } from '../../shared/departments/directory.ts';
import { verify } from '../../shared/departments/signature.ts';
import type { Penalty } from '../../shared/penalties/penalty.ts';
import { messageOf, OutboxRow } from '../../shared/relay/outbox.ts';
import type { Result } from '../../shared/result.ts';
import { plusSeconds, type Instant } from '../../shared/time.ts';
import * as v from 'valibot';
import { aDecidedPenalty, aProposal, AT, TODAY } from '../support/builders.ts';
import { countingChance, request } from '../support/handler-world.ts';
import { MemoryTables } from '../support/memory-tables.ts';

const DAY = 24 * 3_600;

const coordinator = (...roles: string[]): Officer => ({
  ...{ subject: 'someone', name: '示例', department: 'HEALTH', roles },
});
const platform = coordinator('channel');
const publisher = coordinator('publisher');

/** The house with its channels, and a platform that listens. */
function world() {
  const tables = new MemoryTables();
  const calls: { headers: Readonly<Record<string, string>>; body: string }[] = [];
  let clock: Instant = AT;
  let answer: CallFailure | undefined;
  let within: ((delivery: ChannelDelivery) => Promise<void>) | undefined;
  const call = async (_: string, headers: Readonly<Record<string, string>>, body: string) => {
    calls.push({ headers, body });
    await within?.(JSON.parse(body) as ChannelDelivery); // made by us
    return answer;
  };

  /** Writes a version of a penalty and what announces it. */
  const decide = async (penalty: Penalty): Promise<void> => {
    const event = { seq: penalty.version, at: clock, type: 'decide', by: 'approver' };
    const { decisionNumber = '' } = penalty.decision ?? {};
    const numbered = (await numberWrites(tables, penalty, decisionNumber)) ?? [];
    for (const write of [...penaltyWrites(penalty, event), ...numbered])
      if ('put' in write) await tables.commit([{ table: write.table, put: write.put }]);
    const occasion = { at: clock, correlationId: penalty.correlationId };
    await tables.commit(channelWrites(penalty, occasion));
  };
  const open = () => tables.all('relay').map((row) => v.parse(OutboxRow, row));
  const deliver = (row: OutboxRow) =>
    deliverToChannel(messageOf(row), { tables, call, now: () => clock });
  const deliverAll = async (rows = open()) => {
    for (const row of rows) await deliver(row);
  };

  const answered = async (outcome: Result<Outcome<unknown>, Refusal>): Promise<unknown> => {
    if (!outcome.ok) throw new Error(outcome.error.code);
    await tables.commit(outcome.value.writes ?? []);
    return outcome.value.answer;
  };
  const asked = <Body>(body: Body, channel: OutsideChannel, officer: Officer) => ({
    ...request(body, { path: { channel }, officer }),
    now: clock,
  });
  const configure = async (channel: OutsideChannel, body: ChannelRequest) =>
    (await answered(
      await configureChannel(asked(body, channel, coordinator('administrator')), {
        tables,
        randomBytes: countingChance,
        siteOrigin: 'https://mingcha.example',
      }),
    )) as { secret?: string }; // the contract of this call
  const read = async (
    channel: OutsideChannel,
    state: EntryState = 'sent',
    officer: Officer = publisher,
  ) =>
    (await answered(
      await readChannel({ ...asked(undefined, channel, officer), query: { state } }, { tables }),
    )) as {
      entries: ChannelEntry[];
      files: (ChannelFile & { isClosed: boolean })[];
      repairs: UnknownRepair[];
      counts: unknown;
    }; // the contract of this call
  const close = async (channel: OutsideChannel) =>
    answered(await closeChannelFile(asked({}, channel, platform), { tables }));
  const file = async (channel: OutsideChannel, number: number) => {
    const path = { channel, number };
    const request = { ...asked(undefined, channel, platform), path };
    return String(await answered(await readChannelFile(request, { tables })));
  };
  const acknowledge = async (
    channel: OutsideChannel,
    body: { file?: number; deliveryId?: string; accepted: number; rejected?: object[] },
  ) => {
    const complete = { rejected: [], ...body } as Parameters<typeof acknowledgeDelivery>[0]['body']; // as parsed
    return answered(await acknowledgeDelivery(asked(complete, channel, platform), { tables }));
  };
  const resend = async (channel: OutsideChannel, penaltyId: string, supplement: object = {}) => {
    const body = { penaltyId, supplement };
    return answered(await resendToChannel(asked(body, channel, publisher), { tables }));
  };
  const repair = async (body: RepairNotice, officer = platform) => {
    const asked = { ...request(body, { path: { channel: 'CITY_CREDIT' as const }, officer }) };
    return (await answered(
      await repairCredit({ ...asked, now: clock }, { tables }),
    )) as RepairAnswer;
  };
  return {
    ...{ tables, calls, decide, open, deliver, deliverAll },
    ...{ configure, read, close, file, acknowledge, resend, repair },
    pass: (seconds: number) => void (clock = plusSeconds(clock, seconds)),
    answer: (failure: CallFailure | undefined) => void (answer = failure),
    /** What the platform does before its answer to the call arrives. */
    answerWithin: (deed: NonNullable<typeof within>) => void (within = deed),
  };
}

const rowsOf = (csv: string): Record<string, string>[] =>
  parse(csv, { columns: true, bom: true }) as Record<string, string>[]; // with `columns` it gives these

const penalty = aDecidedPenalty();
const { penaltyId } = penalty;
const webhook = { delivery: 'webhook', url: 'https://credit.example/in', rotate: false } as const;

describe('a decision is announced', () => {
  const channelsOf = (given: Penalty) =>
    channelWrites(given, { at: AT, correlationId: 'c' }).map((write) =>
      'put' in write ? write.put['addressee'] : undefined,
    );

  it('to the credit platforms, and to the national system only of whom the market authority registered', () => {
    expect(channelsOf(penalty)).toEqual(outsideChannels.map((channel) => `CHANNEL.${channel}`));
    const clinic = { kind: 'ORG', name: '示例民营医院', uscc: '52500109MJP1A2B30F' } as const;
    expect(channelsOf({ ...penalty, proposal: aProposal({ party: clinic }) })).toEqual([
      'CHANNEL.CITY_CREDIT',
      'CHANNEL.HEALTH_CREDIT',
    ]);
  });

  it('to nobody before it is one, nor by public security', () => {
    const { decision: _, ...undecided } = penalty;
    expect(channelsOf(undecided)).toEqual([]);
    expect(channelsOf({ ...penalty, department: 'PSB' })).toEqual([]);
  });
});

describe('a channel that nobody configured', () => {
  it('has a file with the fields in their order, and the outbox is empty', async () => {
    const { decide, deliverAll, open, pass, file } = world();
    await decide(penalty);
    await deliverAll();
    expect(open()).toEqual([]);
    pass(DAY);
    const csv = await file('CITY_CREDIT', 1);
    expect(csv.startsWith('\uFEFF行政相对人名称,行政相对人类别,')).toBe(true);
    expect(rowsOf(csv)).toMatchObject([
      {
        行政相对人名称: '示例综合门诊部',
        '罚款金额（万元）': '1.000000',
        处罚决定日期: '2026/11/20',
        操作: '公示',
        版本: '1',
      },
    ]);
    expect(rowsOf(await file('GSXT', 1))[0]).toMatchObject({ 当事人名称: '示例综合门诊部' });
  });

  it('gives no file that may still change, unless somebody closes it', async () => {
    const { decide, deliverAll, close, file } = world();
    await decide(penalty);
    await deliverAll();
    await expect(file('CITY_CREDIT', 1)).rejects.toThrow('CHANNEL_FILE_OPEN');
    await close('CITY_CREDIT');
    expect(rowsOf(await file('CITY_CREDIT', 1))).toHaveLength(1);
    const second = aDecidedPenalty({ penaltyId: 'P-20261120-AAAAAAAAAA' });
    await decide(second);
    await deliverAll();
    expect(rowsOf(await file('CITY_CREDIT', 1))).toHaveLength(1);
  });

  it('offers a file until it is acknowledged, whole', async () => {
    const { decide, deliverAll, pass, read, acknowledge } = world();
    await decide(penalty);
    await deliverAll();
    pass(3 * DAY);
    expect((await read('CITY_CREDIT')).files).toMatchObject([{ number: 1, isClosed: true }]);
    await expect(acknowledge('CITY_CREDIT', { file: 1, accepted: 0 })).rejects.toThrow('INVALID');
    await acknowledge('CITY_CREDIT', { file: 1, accepted: 1 });
    await acknowledge('CITY_CREDIT', { file: 1, accepted: 1 });
    const { entries, files } = await read('CITY_CREDIT', 'acknowledged');
    expect(entries).toMatchObject([{ penaltyId, state: 'acknowledged' }]);
    expect(files).toMatchObject([{ acknowledgedAt: plusSeconds(AT, 3 * DAY), rejected: 0 }]);
  });
});

it('acknowledges a full file in one transaction, and goes on with the next', async () => {
  const { decide, deliverAll, read, acknowledge, tables } = world();
  const commits: number[] = [];
  const commit = tables.commit.bind(tables);
  tables.commit = (writes) => {
    commits.push(writes.length);
    return commit(writes);
  };
  for (let one = 0; one <= MOST_LINES; one++)
    await decide(aDecidedPenalty({ penaltyId: `P-20261120-${String(one).padStart(10, '0')}` }));
  await deliverAll();
  expect((await read('CITY_CREDIT')).files).toMatchObject([
    { number: 1, lines: MOST_LINES, isClosed: true },
    { number: 2, lines: 1, isClosed: false },
  ]);
  await acknowledge('CITY_CREDIT', { file: 1, accepted: MOST_LINES });
  expect(Math.max(...commits)).toBeLessThan(100);
  expect((await read('CITY_CREDIT')).entries).toHaveLength(1);
});

describe('what is told', () => {
  it('is told once, however often and late the message comes', async () => {
    const { decide, deliver, open, pass, file, tables } = world();
    await decide(penalty);
    const [row] = open().filter(({ addressee }) => addressee === 'CHANNEL.CITY_CREDIT');
    if (!row) throw new Error('it is announced');
    await deliver(row);
    await deliver(row);
    await tables.commit([{ table: 'relay', put: row }]);
    await deliver(row);
    pass(DAY);
    expect(rowsOf(await file('CITY_CREDIT', 1))).toHaveLength(1);
  });

  it('is the newest, when an older message comes after it', async () => {
    const { decide, deliver, open, read } = world();
    await decide(penalty);
    const corrected = { ...penalty, version: 7, proposal: aProposal({ violation: '虚假宣传' }) };
    await decide(corrected);
    const ours = open().filter(({ addressee }) => addressee === 'CHANNEL.CITY_CREDIT');
    for (const row of ours.toReversed()) await deliver(row);
    const { entries } = await read('CITY_CREDIT');
    expect(entries).toMatchObject([
      { version: 1, penaltyVersion: 7, fields: { CF_WFXW: '虚假宣传' } },
    ]);
  });

  it('is corrected and withdrawn under higher versions, without a word of what it said', async () => {
    const { decide, deliverAll, pass, file } = world();
    await decide(penalty);
    await deliverAll();
    await decide({ ...penalty, version: 7, proposal: aProposal({ violation: '虚假宣传' }) });
    await deliverAll();
    const withdrawal = { ground: 'REVOKED', reason: '决定被依法撤销', at: AT } as const;
    await decide({ ...penalty, version: 8, status: 'withdrawn', withdrawal });
    await deliverAll();
    pass(DAY);
    const rows = rowsOf(await file('CITY_CREDIT', 1));
    expect(rows.map((row) => [row['操作'], row['版本'], row['撤回原因']])).toEqual([
      ['公示', '1', ''],
      ['更正', '2', ''],
      ['撤回', '3', 'REVOKED'],
    ]);
    expect(rows[2]).toMatchObject({
      行政处罚决定书文号: '示市监罚〔2026〕1号',
      行政相对人名称: '',
    });
  });

  it('is nothing new when a later version says the same', async () => {
    const { decide, deliverAll, read } = world();
    await decide(penalty);
    await deliverAll();
    await decide({ ...penalty, version: 7 });
    await deliverAll();
    const { entries } = await read('CITY_CREDIT');
    expect(entries).toMatchObject([{ version: 1, penaltyVersion: 7, state: 'sent' }]);
  });

  it('is nothing at all while the rule of publication denies it', async () => {
    const { decide, deliverAll, open, read } = world();
    const minor = aProposal({ procedure: 'SIMPLE', fineFen: 10_000 });
    await decide({ ...penalty, proposal: minor });
    await deliverAll();
    expect(open()).toEqual([]);
    for (const state of ['waiting', 'sent', 'rejected'] as const)
      expect((await read('CITY_CREDIT', state)).entries).toEqual([]);
  });

  it('goes after the repair of credit', async () => {
    const { decide, deliverAll, read } = world();
    await decide(penalty);
    await deliverAll();
    const repair = { on: '2026-11-20', reference: '修复〔2026〕1号', at: AT };
    await decide({ ...penalty, version: 7, repair });
    await deliverAll();
    expect((await read('HEALTH_CREDIT')).entries).toMatchObject([
      { operation: 'withdraw', withdrawnFor: 'REPAIRED' },
    ]);
  });
});

describe('a decision that was given another number', () => {
  it('is withdrawn under the old one and told under the new', async () => {
    const { decide, deliverAll, open, pass, file } = world();
    await decide(penalty);
    await deliverAll();
    const decision = { decisionNumber: '示市监罚〔2026〕2号', decidedOn: TODAY, decidedBy: 'x' };
    await decide({ ...penalty, version: 7, decision });
    await deliverAll();
    expect(open()).toEqual([]);
    pass(DAY);
    const rows = rowsOf(await file('CITY_CREDIT', 1));
    expect(rows.map((row) => [row['操作'], row['版本'], row['行政处罚决定书文号']])).toEqual([
      ['公示', '1', '示市监罚〔2026〕1号'],
      ['撤回', '2', '示市监罚〔2026〕1号'],
      ['公示', '3', '示市监罚〔2026〕2号'],
    ]);
  });
});

describe('a repair of credit that the city’s platform reports', () => {
  it('ends the publication everywhere, once, and only for the platform’s client', async () => {
    const { decide, deliverAll, open, repair, read } = world();
    await decide(penalty);
    await deliverAll();
    const authority = departmentName('MARKET');
    const notice = {
      decisionNumber: '示市监罚〔2026〕1号',
      authority,
      on: TODAY,
      reference: 'X-1',
    };
    await expect(repair(notice, coordinator('officer'))).rejects.toThrow('ROLE_MISSING');
    await repair(notice);
    await repair(notice);
    expect(open().map(({ addressee }) => addressee)).toContain('DISCLOSURE');
    const channels = open().filter(({ addressee }) => addressee.startsWith('CHANNEL.'));
    expect(channels).toHaveLength(outsideChannels.length);
    for (const row of channels) await deliverAll([row]);
    expect((await read('GSXT')).entries).toMatchObject([
      { operation: 'withdraw', withdrawnFor: 'REPAIRED' },
    ]);
  });

  const notice = {
    ...{ decisionNumber: '示市监罚〔2026〕1号', authority: departmentName('MARKET') },
    ...{ on: TODAY, reference: 'X-1' },
  };

  it('finds a decision that the platform was never told of, however its authority and number are written', async () => {
    const ways = [
      notice,
      { ...notice, authority: 'MARKET', decisionNumber: '示市监罚[2026] 1号' },
      { ...notice, authority: creditCodeOf('MARKET') },
    ];
    for (const way of ways) {
      const { decide, open, repair } = world();
      await decide(penalty);
      expect(await repair(way)).toMatchObject({ outcome: 'REPAIRED', reference: 'X-1' });
      expect(open().map(({ addressee }) => addressee)).toContain('DISCLOSURE');
    }
  });

  it('is kept for a person where nobody knows the decision: listed once, whoever reports it again', async () => {
    const { repair, read, pass } = world();
    const kept = { outcome: 'KEPT', code: 'DECISION_UNKNOWN', receivedAt: AT };
    expect(await repair(notice)).toMatchObject(kept);
    pass(DAY);
    expect(await repair(notice)).toMatchObject(kept);
    expect(await repair({ ...notice, authority: '别的机关' })).toMatchObject({ outcome: 'KEPT' });
    const { repairs } = await read('CITY_CREDIT');
    expect(repairs).toHaveLength(2);
    expect(repairs[0]).toEqual({ ...notice, receivedAt: AT, toldBy: 'PLATFORM' });
    expect((await read('HEALTH_CREDIT')).repairs).toEqual([]);
  });

  it('holds on any day when the platform says it; carried in by an officer it waits for its day', async () => {
    const { decide, repair, tables } = world();
    await repair({ ...notice, reference: 'X-0' }, publisher);
    await decide(penalty);
    await expect(repair(notice, publisher)).rejects.toThrow('REPAIR_TOO_SOON');
    await expect(repair({ ...notice, reference: 'X-0' }, publisher)).rejects.toThrow(
      'REPAIR_TOO_SOON',
    );
    // The platform says the same that an officer had carried in too early.
    expect(await repair({ ...notice, reference: 'X-0' })).toMatchObject({ outcome: 'REPAIRED' });
    const found = await loadPenalty(tables, penalty.penaltyId);
    expect(found?.penalty.repair).toMatchObject({ toldBy: 'PLATFORM', reference: 'X-0' });
  });

  it('is done when the decision has come and somebody tries again', async () => {
    const { decide, open, repair, read } = world();
    await repair(notice);
    await decide(penalty);
    expect(await repair(notice, publisher)).toMatchObject({ outcome: 'REPAIRED' });
    expect((await read('CITY_CREDIT')).repairs).toEqual([]);
    expect(open().map(({ addressee }) => addressee)).toContain('DISCLOSURE');
  });

  it('is settled by a person, who says how, and not by the platform', async () => {
    const { repair, read, tables } = world();
    await repair(notice);
    const closing = '平台录错文号，已请其更正';
    await expect(repair({ ...notice, closing })).rejects.toThrow('ROLE_MISSING');
    const outcome = await repair({ ...notice, closing }, publisher);
    expect(outcome).toMatchObject({ outcome: 'CLOSED' });
    expect((await read('CITY_CREDIT')).repairs).toEqual([]);
    expect(JSON.stringify(tables.all('supervision'))).toContain(closing);
    await expect(repair({ ...notice, closing }, publisher)).rejects.toThrow('NOT_FOUND');
  });
});

describe('a row that is not complete', () => {
  it('waits for what an officer adds, and goes then', async () => {
    const { decide, deliverAll, read, resend } = world();
    const { fineFen: _, ...revoked } = aProposal({ kinds: ['P33'] });
    await decide({ ...penalty, proposal: revoked });
    await deliverAll();
    expect((await read('CITY_CREDIT', 'rejected')).entries).toMatchObject([
      { rejectedBy: 'US', faults: [{ field: 'CF_NR_ZKDX', code: 'REQUIRED' }] },
    ]);
    const licence = '医疗机构执业许可证 PDY90001X50010917D1522';
    await resend('CITY_CREDIT', penaltyId, { CF_NR_ZKDX: licence });
    await deliverAll();
    expect((await read('CITY_CREDIT', 'rejected')).entries).toEqual([]);
    expect((await read('CITY_CREDIT')).entries).toMatchObject([
      { operation: 'publish', fields: { CF_NR_ZKDX: licence } },
    ]);
  });
});

describe('a row that the platform rejects', () => {
  it('is listed with the reason and the field, and sent again under a higher version', async () => {
    const { decide, deliverAll, close, acknowledge, read, resend, file } = world();
    await decide(penalty);
    await deliverAll();
    await close('CITY_CREDIT');
    const rejected = [{ row: 1, field: 'CF_FRDB', code: 'MISSING', message: '缺法定代表人' }];
    await acknowledge('CITY_CREDIT', { file: 1, accepted: 0, rejected });
    expect((await read('CITY_CREDIT', 'rejected')).entries).toMatchObject([
      { rejectedBy: 'THEM', faults: [{ field: 'CF_FRDB', code: 'MISSING' }], isShown: false },
    ]);
    await resend('CITY_CREDIT', penaltyId, { CF_FRDB: '示例某' });
    await deliverAll();
    await close('CITY_CREDIT');
    const [row] = rowsOf(await file('CITY_CREDIT', 2));
    expect(row).toMatchObject({ 操作: '公示', 法定代表人: '示例某' });
    expect(Number(row?.['版本'])).toBeGreaterThan(1);
  });

  it('is rejected no more by an answer to an older version', async () => {
    const { decide, deliverAll, close, acknowledge, read } = world();
    await decide(penalty);
    await deliverAll();
    await close('CITY_CREDIT');
    await decide({ ...penalty, version: 7, proposal: aProposal({ violation: '虚假宣传' }) });
    await deliverAll();
    await acknowledge('CITY_CREDIT', { file: 1, accepted: 0, rejected: [{ row: 1, code: 'X' }] });
    expect((await read('CITY_CREDIT', 'rejected')).entries).toEqual([]);
    expect((await read('CITY_CREDIT')).entries).toMatchObject([{ version: 2 }]);
  });

  it('is dropped when the decision goes before the platform had it', async () => {
    const { decide, deliverAll, close, acknowledge, read } = world();
    await decide(penalty);
    await deliverAll();
    await close('CITY_CREDIT');
    await acknowledge('CITY_CREDIT', { file: 1, accepted: 0, rejected: [{ row: 1, code: 'X' }] });
    const withdrawal = { reason: '决定被依法撤销', at: AT };
    await decide({ ...penalty, version: 7, status: 'withdrawn', withdrawal });
    await deliverAll();
    for (const state of ['waiting', 'sent', 'rejected', 'acknowledged'] as const)
      expect((await read('CITY_CREDIT', state)).entries).toEqual([]);
  });
});

describe('a channel that is called', () => {
  it('gets a signed call with a key that a second try has too, and closes the row when it takes it', async () => {
    const { configure, decide, deliverAll, open, answer, calls, read, acknowledge } = world();
    const { secret = '' } = await configure('HEALTH_CREDIT', webhook);
    answer('HTTP_503');
    await decide(penalty);
    await deliverAll();
    expect(open()).toMatchObject([{ addressee: 'CHANNEL.HEALTH_CREDIT', reason: 'HTTP_503' }]);
    expect((await read('HEALTH_CREDIT', 'waiting')).entries).toMatchObject([
      { failure: 'HTTP_503' },
    ]);
    answer(undefined);
    await deliverAll();
    expect(open()).toEqual([]);
    const [first, second] = calls;
    if (!first || !second) throw new Error('it was called twice');
    expect(second.headers['idempotency-key']).toBe(first.headers['idempotency-key']);
    const delivery = JSON.parse(second.body) as ChannelDelivery; // made by us
    expect(delivery).toMatchObject({ operation: 'publish', version: 1 });
    const signed = {
      timestamp: second.headers['mingcha-timestamp'] ?? '',
      signature: second.headers['mingcha-signature'] ?? '',
    };
    expect(verify(secret, signed, second.body, AT).ok).toBe(true);
    const { secret: another = '' } = await configure('GSXT', webhook);
    const wrong = [
      verify(another, signed, second.body, AT),
      verify(secret, signed, second.body.replace('publish', 'withdraw'), AT),
      verify(secret, signed, second.body, plusSeconds(AT, 301)), // overheard, and played back
    ];
    expect(wrong.map(({ ok }) => ok)).toEqual([false, false, false]);
    await acknowledge('HEALTH_CREDIT', { deliveryId: delivery.deliveryId, accepted: 1 });
    expect((await read('HEALTH_CREDIT', 'acknowledged')).entries).toHaveLength(1);
  });

  it('may answer before we have noted that it took the call, and the answer counts', async () => {
    const { configure, decide, deliverAll, open, answerWithin, acknowledge, read } = world();
    await configure('CITY_CREDIT', webhook);
    await configure('HEALTH_CREDIT', webhook);
    answerWithin(async ({ channel, deliveryId }) => {
      const rejected = channel === 'CITY_CREDIT' ? [] : [{ row: 1, code: 'X' }];
      await acknowledge(channel, { deliveryId, accepted: 1 - rejected.length, rejected });
    });
    await decide(penalty);
    await deliverAll();
    expect(open()).toEqual([]);
    expect((await read('CITY_CREDIT', 'acknowledged')).entries).toMatchObject([
      { version: 1, isShown: true },
    ]);
    expect((await read('HEALTH_CREDIT', 'rejected')).entries).toMatchObject([
      { version: 1, isShown: false, rejectedBy: 'THEM' },
    ]);
  });

  it('has files again when it is turned back, with what was waiting', async () => {
    const { configure, decide, deliverAll, answer, open, read } = world();
    await configure('CITY_CREDIT', webhook);
    answer('TIMEOUT');
    await decide(penalty);
    await deliverAll();
    await configure('CITY_CREDIT', { delivery: 'file' });
    await deliverAll();
    expect(open()).toEqual([]);
    expect((await read('CITY_CREDIT')).entries).toMatchObject([{ version: 1, place: { file: 1 } }]);
  });

  it('keeps its secret while files are chosen', async () => {
    const { configure } = world();
    expect(await configure('GSXT', webhook)).toHaveProperty('secret');
    expect(await configure('GSXT', { delivery: 'file' })).not.toHaveProperty('secret');
    expect(await configure('GSXT', webhook)).not.toHaveProperty('secret');
    expect(await configure('GSXT', { ...webhook, rotate: true })).toHaveProperty('secret');
  });
});

describe('whom a channel is open to', () => {
  it('shows a department what it decided, and nobody else’s', async () => {
    const { decide, deliverAll, read } = world();
    await decide(penalty);
    await deliverAll();
    const of = (department: Officer['department']): Officer => ({ ...publisher, department });
    expect((await read('CITY_CREDIT', 'sent', of('MARKET'))).entries).toHaveLength(1);
    expect((await read('CITY_CREDIT', 'sent', of('MEDINS'))).entries).toEqual([]);
    await expect(read('CITY_CREDIT', 'sent', coordinator('officer'))).rejects.toThrow(
      'ROLE_MISSING',
    );
  });

  it('gives its files to the coordinator’s people and to the platform alone', async () => {
    const { tables } = world();
    const stranger: Officer = { ...publisher, department: 'MARKET' };
    const asked = request({}, { path: { channel: 'GSXT' as const }, officer: stranger });
    const outcome = await closeChannelFile(asked, { tables });
    expect(outcome).toMatchObject({ ok: false, error: { status: 403 } });
  });
});
