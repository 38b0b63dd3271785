/** What has been public long enough goes by itself, and nothing of it stays. */
import { describe, expect, it } from 'vitest';
import { penaltyWrites } from '../../functions/aws/supervision-store.ts';
import { publishRecord } from '../../functions/disclosure/publish-record.ts';
import { stopPublication } from '../../functions/disclosure/stop-publication.ts';
import type { Penalty } from '../../shared/penalties/penalty.ts';
import { messageOf, type OutboxRow } from '../../shared/relay/outbox.ts';
import type { Instant } from '../../shared/time.ts';
import { aDecidedPenalty, AT } from '../support/builders.ts';
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
  return {
    ...{ tables, site },
    publish: async (penalty: Penalty, at: Instant = AT) => {
      const event = { seq: penalty.version, at, type: 'decide', by: 'approver' };
      for (const write of penaltyWrites(penalty, event))
        if ('put' in write) await tables.commit([{ table: write.table, put: write.put }]);
      const subject = `PENALTY#${penalty.penaltyId}`;
      const pointer = { kind: 'publication', subject, version: penalty.version } as const;
      const outboxId = `OUT#${penalty.penaltyId}.${penalty.version}#DISCLOSURE`;
      await deliver({ outboxId, addressee: 'DISCLOSURE', pointer, correlationId: 'c' }, at);
    },
    announced: () => tables.all('relay') as unknown as readonly OutboxRow[], // nothing else is there
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
