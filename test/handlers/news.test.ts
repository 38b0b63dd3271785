/** How a citizen hears of news: a contact that nobody reads, a feed that tells nothing but that something happened. */
import { beforeEach, describe, expect, it } from 'vitest';
import { loadCase, newCaseWrites } from '../../functions/aws/case-store.ts';
import { outboxRowOf } from '../../functions/aws/outbox-store.ts';
import { receiptWrite } from '../../functions/aws/vault-store.ts';
import { closeFeed } from '../../functions/complaints/close-feed.ts';
import { keepContact } from '../../functions/complaints/keep-contact.ts';
import { notifyCitizen } from '../../functions/complaints/notify-citizen.ts';
import { openFeed } from '../../functions/complaints/open-feed.ts';
import { readFeed } from '../../functions/complaints/read-feed.ts';
import { trackComplaint } from '../../functions/complaints/track-complaint.ts';
import { watchClocks } from '../../functions/complaints/watch-clocks.ts';
import { actOnReferral } from '../../functions/departments/act-on-referral.ts';
import type { NoticeFailure, Outcome } from '../../functions/ports.ts';
import type { Refusal } from '../../shared/api/problem.ts';
import type { ItemCommand } from '../../shared/complaints/lifecycle.ts';
import { receiptCode as receiptFrom } from '../../shared/ids.ts';
import type { Contact } from '../../shared/notices/notice.ts';
import { isExhausted, messageOf, reasonWhenExhausted } from '../../shared/relay/outbox.ts';
import { plusDays, type Instant } from '../../shared/time.ts';
import type { Result } from '../../shared/result.ts';
import { aCase, anOfficer, AT, CASE_NUMBER, TODAY } from '../support/builders.ts';
import { countingChance, request, withSettings } from '../support/handler-world.ts';
import { MemoryTables } from '../support/memory-tables.ts';

withSettings();

const receiptCode = receiptFrom(countingChance(16));
const phone = '13912345678';
const contact = { kind: 'sms', address: phone } as const;
const origin = 'http://site.test';

let tables: MemoryTables;
beforeEach(async () => {
  tables = new MemoryTables();
  await tables.commit([
    ...newCaseWrites(aCase({ categories: ['OUT_OF_SCOPE'] })),
    receiptWrite(receiptCode, CASE_NUMBER),
  ]);
});

async function done(work: Promise<Result<Outcome<unknown>, Refusal>>): Promise<unknown> {
  const outcome = await work;
  if (!outcome.ok) return outcome.error;
  expect((await tables.commit(outcome.value.writes ?? [])).ok).toBe(true);
  return outcome.value.answer;
}

const leave = (asked: Contact | null, sendsNotices = true) =>
  done(keepContact(request({ receiptCode, contact: asked }), { tables, sendsNotices }));

const officer = anOfficer({ department: 'HEALTH' });
const act = (body: ItemCommand) =>
  done(
    actOnReferral(request(body, { officer, path: { caseNumber: CASE_NUMBER, itemNumber: 1 } }), {
      tables,
    }),
  );

const noticesOf = () => tables.all('relay').filter((row) => row['addressee'] === 'NOTICE');

describe('a contact', () => {
  it('is kept sealed, for a year, and told of only by its kind', async () => {
    expect(await leave(contact)).toEqual({ news: { contact: 'sms' } });
    const rows = [...tables.all('vault'), ...tables.all('cases'), ...tables.all('relay')];
    expect(JSON.stringify(rows)).not.toContain(phone);
    const kept = tables.all('vault').find(({ pk }) => pk === `CONTACT#${CASE_NUMBER}`);
    expect(kept).toMatchObject({ expiresAt: Math.floor(Date.parse(AT) / 1_000) + 365 * 86_400 });
    const tracked = await done(
      trackComplaint(request({ receiptCode }), { tables, sendsNotices: true }),
    );
    expect(tracked).toMatchObject({ news: { contact: 'sms' }, sendsNotices: true });
    expect(JSON.stringify(tracked)).not.toContain(phone);
  });

  it('is gone when it is taken back, and changes no version of the case', async () => {
    await leave(contact);
    expect(await leave(null)).toEqual({ news: {} });
    expect(tables.all('vault').map(({ pk }) => pk)).not.toContain(`CONTACT#${CASE_NUMBER}`);
    expect((await loadCase(tables, CASE_NUMBER))?.head.version).toBe(1);
    await act({ type: 'accept' });
    expect(noticesOf()).toEqual([]);
  });

  it('is not taken where no notices are sent, nor with a code that opens nothing', async () => {
    expect(await leave(contact, false)).toMatchObject({ status: 409, code: 'NOTICES_OFF' });
    const wrong = { receiptCode: '0000-0000-0000-0000-0', contact };
    expect(await done(keepContact(request(wrong), { tables, sendsNotices: true }))).toMatchObject({
      status: 404,
    });
    expect(tables.all('vault')).toHaveLength(1);
  });
});

describe('a notice', () => {
  /** A gateway that remembers, and takes nothing while it fails. */
  function gateway(failure?: NoticeFailure) {
    const sent: { id: string; contact: Contact }[] = [];
    return {
      sent,
      notifier: {
        notify: (id: string, to: Contact) => {
          sent.push({ id, contact: to });
          return Promise.resolve(failure);
        },
      },
    };
  }

  async function message() {
    const row = await outboxRowOf(tables, `OUT#${CASE_NUMBER}.2#NOTICE`);
    if (!row) throw new Error('there is no row');
    return messageOf(row);
  }
  const clock = (at: Instant = AT) => ({ now: () => at });

  it('is announced for what is news to the citizen, and for nothing else', async () => {
    await act({ type: 'accept' });
    expect(noticesOf(), 'nobody left a contact').toEqual([]);
    await leave(contact);
    await act({ type: 'remark', text: '内部备注' });
    expect(noticesOf(), 'an internal note is no news').toEqual([]);
    await act({ type: 'note', text: '请补充' });
    expect(noticesOf().map(({ pk }) => pk)).toEqual([`OUT#${CASE_NUMBER}.4#NOTICE`]);
    const [row] = noticesOf();
    expect(row?.['pointer']).toEqual({ kind: 'notice', caseNumber: CASE_NUMBER, version: 4 });
  });

  it('is announced when the clock makes the news', async () => {
    await leave(contact);
    await watchClocks({ tables }, `${plusDays(TODAY, 40)}T02:00:00.000Z`);
    expect(noticesOf()).toHaveLength(1);
  });

  it('goes out once, however often its message comes, under an id that names no case', async () => {
    await leave(contact);
    await act({ type: 'accept' });
    const { sent, notifier } = gateway();
    const twice = await message();
    for (let time = 0; time < 2; time++)
      await notifyCitizen(twice, { tables, notifier, ...clock() });
    expect(sent).toEqual([{ id: expect.any(String), contact }]);
    expect(sent[0]?.id).not.toContain(CASE_NUMBER);
    expect(noticesOf()).toEqual([]);
  });

  it('goes to nobody who took his contact back meanwhile, whose year is over, or where none are sent', async () => {
    await leave(contact);
    await act({ type: 'accept' });
    const { sent, notifier } = gateway();
    const announced = await message();
    const late = `${plusDays(TODAY, 366)}T00:00:00.000Z`;
    await notifyCitizen(announced, { tables, notifier, ...clock(late) });
    expect(noticesOf(), 'its row is closed').toEqual([]);
    await act({ type: 'note', text: '请补充' });
    const next = { ...announced, outboxId: `OUT#${CASE_NUMBER}.3#NOTICE` };
    await notifyCitizen(next, { tables, notifier: undefined, ...clock() });
    expect([noticesOf(), sent]).toEqual([[], []]);
  });

  it('stays open with what the gateway said, and is parked with it when it was tried in vain', async () => {
    await leave(contact);
    await act({ type: 'accept' });
    const { notifier } = gateway('HTTP_503');
    const remains = await notifyCitizen(await message(), { tables, notifier, ...clock() });
    expect(remains).toBe('LEFT_OPEN');
    const row = await outboxRowOf(tables, `OUT#${CASE_NUMBER}.2#NOTICE`);
    expect(row).toMatchObject({ state: 'open', reason: 'HTTP_503' });
    const spent = row && { ...row, attempts: 12 };
    expect(spent && isExhausted(spent)).toBe(true);
    expect(spent && reasonWhenExhausted(spent)).toEqual({ state: 'PARKED', reason: 'HTTP_503' });
  });

  it('parks a message that is no notice', async () => {
    const pointer = { kind: 'referral', caseNumber: CASE_NUMBER, version: 1 } as const;
    const wrong = { outboxId: 'OUT#x', addressee: 'NOTICE', pointer, correlationId: 'c' };
    const { notifier } = gateway();
    await expect(notifyCitizen(wrong, { tables, notifier, ...clock() })).rejects.toThrow(
      'NOT_A_NOTICE',
    );
  });
});

describe('a feed', () => {
  const open = async () => {
    const deps = { tables, randomBytes: countingChance };
    const { path } = (await done(openFeed(request({ receiptCode }), deps))) as { path: string }; // its answer
    return path.slice('/api/feeds/'.length);
  };
  const read = (token: string) =>
    done(readFeed(request(undefined, { path: { token } }), { tables, origin }));

  it('says when there was news and of which kind, without number, words, department or matter', async () => {
    const token = await open();
    expect(token).toMatch(/^[\w-]{32}$/);
    await act({ type: 'accept' });
    await act({ type: 'remark', text: '内部备注' });
    await act({ type: 'note', text: '请补充票据' });
    await act({ type: 'conclude', outcome: '属实', text: '已处理' });
    const atom = String(await read(token));
    const titles = [...atom.matchAll(/<entry>[^]*?CDATA\[(.*?)\]/g)].map(([, title]) => title);
    expect(titles).toEqual(['已受理 / Accepted', '有留言 / Message', '有答复 / Answered']);
    for (const secret of [
      CASE_NUMBER,
      receiptCode,
      token,
      '票据',
      '属实',
      '委员会',
      'HEALTH',
      'SCOPE',
    ])
      expect(atom, secret).not.toContain(secret);
    expect(JSON.stringify(tables.all('vault')), 'the token is not kept').not.toContain(token);
  });

  it('is one for each case: asking again gives another address, and the one before leads nowhere', async () => {
    const [first, second] = [await open(), await open()];
    expect(second).not.toBe(first);
    expect(await read(first)).toMatchObject({ status: 404 });
    expect(String(await read(second))).toContain('<feed');
    expect(tables.all('vault').filter(({ pk }) => pk.startsWith('FEED#'))).toHaveLength(2);
  });

  it('ends when its owner says so, and leaves the contact alone', async () => {
    await leave(contact);
    const token = await open();
    const closed = await done(closeFeed(request({ receiptCode }), { tables }));
    expect(closed).toEqual({ news: { contact: 'sms' } });
    expect(await read(token)).toMatchObject({ status: 404 });
    expect(await done(closeFeed(request({ receiptCode }), { tables }))).toEqual(closed);
  });

  it('is nobody’s with a token or a code that was never given', async () => {
    expect(await read('A'.repeat(32))).toMatchObject({ status: 404 });
    const stranger = request({ receiptCode: 'nothing' });
    expect(await done(openFeed(stranger, { tables, randomBytes: countingChance }))).toMatchObject({
      status: 404,
    });
  });
});
