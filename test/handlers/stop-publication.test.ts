/** What has been public long enough goes by itself, and nothing of it stays. */
import { describe, expect, it } from 'vitest';
import { loadEntry } from '../../functions/aws/channel-store.ts';
import { channelWrites } from '../../functions/aws/outbox-store.ts';
import { penaltyWrites } from '../../functions/aws/supervision-store.ts';
import { deliverToChannel } from '../../functions/channels/deliver-to-channel.ts';
import { publishRecord } from '../../functions/disclosure/publish-record.ts';
import { stopPublication } from '../../functions/disclosure/stop-publication.ts';
import type { OutsideChannel } from '../../shared/channels/channel.ts';
import type { Penalty } from '../../shared/penalties/penalty.ts';
import { messageOf, type OutboxRow } from '../../shared/relay/outbox.ts';
import type { Instant } from '../../shared/time.ts';
import { aDecidedPenalty, aProposal, AT } from '../support/builders.ts';
import { withSettings } from '../support/handler-world.ts';
import { MemorySite } from '../support/memory-site.ts';
import { MemoryTables } from '../support/memory-tables.ts';

withSettings();

const NAME = '示例综合门诊部';
const LAST_DAY = '2027-11-19T15:00:00.000Z'; // 23:00 in Asia/Shanghai, the day before it stops
const STOP = '2027-11-19T16:30:00.000Z'; // half past midnight of the day after

function register() {
  const tables = new MemoryTables();
  const site = new MemorySite();
  const deliver = async (message: ReturnType<typeof messageOf>, at: Instant) => {
    const render = (_: string, __: string, page: object) => Promise.resolve(JSON.stringify(page));
    await publishRecord(message, { tables, site, render, now: () => at });
  };
  const decide = async (penalty: Penalty, at: Instant = AT) => {
    const event = { seq: penalty.version, at, type: 'decide', by: 'approver' };
    for (const write of penaltyWrites(penalty, event))
      if ('put' in write) await tables.commit([{ table: write.table, put: write.put }]);
  };
  const deliverToChannels = async (at: Instant) => {
    const call = () => Promise.resolve(undefined);
    for (const row of tables.all('relay') as unknown as readonly OutboxRow[])
      // as below
      if (row.addressee.startsWith('CHANNEL.'))
        await deliverToChannel(messageOf(row), { tables, call, now: () => at });
  };
  return {
    ...{ tables, site, deliverToChannels },
    /** Tells the platforms of a version of a penalty. */
    tell: async (penalty: Penalty, at: Instant = AT) => {
      await decide(penalty, at);
      await tables.commit(channelWrites(penalty, { at, correlationId: 'c' }));
      await deliverToChannels(at);
    },
    publish: async (penalty: Penalty, at: Instant = AT) => {
      await decide(penalty, at);
      const subject = `PENALTY#${penalty.penaltyId}`;
      const pointer = { kind: 'publication', subject, version: penalty.version } as const;
      const outboxId = `OUT#${penalty.penaltyId}.${penalty.version}#DISCLOSURE`;
      await deliver({ outboxId, addressee: 'DISCLOSURE', pointer, correlationId: 'c' }, at);
    },
    announced: () => tables.all('relay') as unknown as readonly OutboxRow[], // nothing else is there
    addressees: () => tables.all('relay').map(({ addressee }) => addressee),
    at: (channel: OutsideChannel) => loadEntry(tables, channel, aDecidedPenalty().penaltyId),
    deliverAll: async (at: Instant) => {
      for (const row of tables.all('relay'))
        await deliver(messageOf(row as unknown as OutboxRow), at); // as above
    },
    /** Everything the public can fetch. */
    shown: () => [...site.objects.values()].map(String).join('\n'),
  };
}

describe('a public penalty', () => {
  it('stays until its last day is over in Asia/Shanghai', async () => {
    const { tables, publish, announced } = register();
    await publish(aDecidedPenalty());
    await stopPublication({ tables }, LAST_DAY);
    expect(announced()).toEqual([]);
    await stopPublication({ tables }, STOP);
    expect(announced()).toHaveLength(1);
  });

  it('is announced once, however often its hour comes', async () => {
    const { tables, publish, announced } = register();
    await publish(aDecidedPenalty());
    await stopPublication({ tables }, STOP);
    const [first] = announced();
    await stopPublication({ tables }, STOP);
    await stopPublication({ tables }, '2027-11-21T02:00:00.000Z');
    expect(announced()).toEqual([first]);
  });

  it('is gone with its name an hour later, and what remains says only that its time was over', async () => {
    const { tables, publish, deliverAll, shown, announced } = register();
    await publish(aDecidedPenalty());
    expect(shown()).toContain(NAME);
    await stopPublication({ tables }, STOP);
    await deliverAll(STOP);
    expect(shown()).not.toContain(NAME);
    expect(JSON.stringify(tables.all('disclosures'))).not.toContain(NAME);
    expect(shown()).toContain('"ground":"EXPIRED"');
    expect(announced()).toEqual([]);
    await stopPublication({ tables }, STOP);
    expect(announced()).toEqual([]);
  });

  it('that was repaired is gone at once, and its time is not asked for any more', async () => {
    const { tables, publish, shown, announced } = register();
    await publish(aDecidedPenalty());
    const at = '2027-03-01T02:00:00.000Z';
    const repair = { on: '2027-02-26', reference: '修复决定00123号', at };
    await publish(aDecidedPenalty({ version: 8, repair }), at);
    expect(shown()).not.toContain(NAME);
    expect(shown()).toContain('"ground":"REPAIRED"');
    expect(shown()).not.toContain('00123');
    await stopPublication({ tables }, STOP);
    expect(announced()).toEqual([]);
  });

  it('that turns out to be a secret is taken back', async () => {
    const { publish, shown } = register();
    const { proposal, ...penalty } = aDecidedPenalty();
    await publish({ ...penalty, proposal });
    await publish({
      ...{ ...penalty, version: 8 },
      proposal: { ...proposal, secrecy: ['STATE_SECRET'] },
    });
    expect(shown()).not.toContain(NAME);
    expect(shown()).toContain('"ground":"ERROR"');
  });
});

describe('a platform that has the penalty', () => {
  it('is told of its end in one breath with the site, once', async () => {
    const { tables, publish, tell, addressees, deliverToChannels, deliverAll, at } = register();
    await publish(aDecidedPenalty());
    await tell(aDecidedPenalty());
    await stopPublication({ tables }, LAST_DAY);
    expect(addressees()).toEqual([]);
    await stopPublication({ tables }, STOP);
    const told = ['DISCLOSURE', 'CHANNEL.CITY_CREDIT', 'CHANNEL.HEALTH_CREDIT'];
    expect(addressees()).toEqual(told);
    await deliverToChannels(STOP);
    await stopPublication({ tables }, STOP);
    expect(addressees()).toEqual(['DISCLOSURE']);
    await deliverAll(STOP);
    await stopPublication({ tables }, STOP);
    expect(addressees()).toEqual([]);
    for (const channel of ['CITY_CREDIT', 'HEALTH_CREDIT'] as const)
      expect(await at(channel)).toMatchObject({
        ...{ operation: 'withdraw', withdrawnFor: 'EXPIRED', version: 2 },
      });
  });

  it('is told in the same transaction, or it is all told an hour later', async () => {
    const { tables, publish, tell, addressees } = register();
    await publish(aDecidedPenalty());
    await tell(aDecidedPenalty());
    const commit = tables.commit.bind(tables);
    let dies = true;
    tables.commit = (writes) => (dies ? Promise.reject(new Error('gone')) : commit(writes));
    await expect(stopPublication({ tables }, STOP)).rejects.toThrow('gone');
    expect(addressees()).toEqual([]);
    dies = false;
    await stopPublication({ tables }, STOP);
    expect(addressees()).toHaveLength(3);
  });

  it('is told though our own site never showed it', async () => {
    const { tables, tell, addressees, deliverToChannels, at } = register();
    await tell(aDecidedPenalty());
    await stopPublication({ tables }, STOP);
    expect(addressees()).toEqual(['CHANNEL.CITY_CREDIT', 'CHANNEL.HEALTH_CREDIT']);
    await deliverToChannels(STOP);
    expect(await at('CITY_CREDIT')).toMatchObject({ withdrawnFor: 'EXPIRED' });
    await stopPublication({ tables }, STOP);
    expect(addressees()).toEqual([]);
  });

  it('hears nothing when it never had it', async () => {
    const { tables, publish, addressees } = register();
    await publish(aDecidedPenalty());
    await stopPublication({ tables }, STOP);
    expect(addressees()).toEqual(['DISCLOSURE']);
  });

  it('is not told on the first day when a longer one is decided meanwhile', async () => {
    const { tables, tell, addressees, at } = register();
    await tell(aDecidedPenalty());
    const longer = aProposal({ kinds: ['P21', 'P41'] });
    await tell(aDecidedPenalty({ version: 7, proposal: longer }), '2027-01-04T02:00:00.000Z');
    await stopPublication({ tables }, STOP);
    expect(addressees()).toEqual([]);
    expect(await at('CITY_CREDIT')).toMatchObject({ shownUntil: '2029-11-20' });
  });
});

describe('the national system, whose period counts from its own publication (45号令)', () => {
  const LATER = '2026-12-07T02:00:00.000Z';
  const ITS_END = '2029-12-06T16:30:00.000Z'; // half past midnight, three years after

  it('goes on when the site’s period is over, and ends with its own', async () => {
    const { tables, publish, tell, deliverAll, deliverToChannels, addressees, at } = register();
    await publish(aDecidedPenalty());
    await tell(aDecidedPenalty(), LATER);
    await stopPublication({ tables }, STOP);
    await deliverToChannels(STOP);
    await deliverAll(STOP);
    await tell(aDecidedPenalty({ version: 7 }), STOP);
    expect(await at('GSXT')).toMatchObject({ operation: 'publish', shownUntil: '2029-12-07' });
    await stopPublication({ tables }, '2029-12-06T15:00:00.000Z');
    expect(addressees()).toEqual([]);
    await stopPublication({ tables }, ITS_END);
    expect(addressees()).toEqual(['CHANNEL.GSXT']);
    await deliverToChannels(ITS_END);
    expect(await at('GSXT')).toMatchObject({ operation: 'withdraw', withdrawnFor: 'EXPIRED' });
    await stopPublication({ tables }, ITS_END);
    expect(addressees()).toEqual([]);
  });

  it('is still told of a correction and of a withdrawal in that time', async () => {
    const { tell, at } = register();
    await tell(aDecidedPenalty(), LATER);
    const proposal = aProposal({ violation: '虚假宣传' });
    await tell(aDecidedPenalty({ version: 7, proposal }), STOP);
    expect(await at('GSXT')).toMatchObject({
      ...{ operation: 'correct', fields: { illegActType: '虚假宣传' } },
    });
    const withdrawal = { ground: 'REVOKED', reason: '决定被依法撤销', at: STOP } as const;
    await tell(aDecidedPenalty({ version: 8, status: 'withdrawn', withdrawal }), STOP);
    expect(await at('GSXT')).toMatchObject({ operation: 'withdraw', withdrawnFor: 'REVOKED' });
  });

  it('is not begun with what is over everywhere else', async () => {
    const { tell, at } = register();
    await tell(aDecidedPenalty(), STOP);
    expect(await at('GSXT')).toBeUndefined();
  });
});
