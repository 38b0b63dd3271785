/** Publication: what a decision becomes on the public side, and what a withdrawal leaves. */
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { registerWrites } from '../../functions/aws/register-store.ts';
import { inspectionWrites, penaltyWrites } from '../../functions/aws/supervision-store.ts';
import { changeOf } from '../../functions/disclosure/change.ts';
import { listDisclosures } from '../../functions/disclosure/list-disclosures.ts';
import { listInstitutions } from '../../functions/disclosure/list-institutions.ts';
import { publishRecord } from '../../functions/disclosure/publish-record.ts';
import { readDisclosure } from '../../functions/disclosure/read-disclosure.ts';
import type { Renderer } from '../../functions/disclosure/publisher.ts';
import type { DataManifest } from '../../shared/disclosure/data-files.ts';
import type { Inspection } from '../../shared/inspections/inspection.ts';
import type { Penalty } from '../../shared/penalties/penalty.ts';
import { institutionOf } from '../../shared/institutions/institution.ts';
import type { RegisteredInstitution } from '../../shared/institutions/registered.ts';
import { plusSeconds } from '../../shared/time.ts';
import { publicPenalty } from '../../shared/disclosure/redact.ts';
import { aDecidedPenalty, aReport, AT, aProposal } from '../support/builders.ts';
import { MOST_PATHS, type Invalidation } from '../../shared/disclosure/invalidation.ts';
import { SEARCH_MANIFEST_PATH } from '../../shared/search/manifest.ts';
import { request, withSettings } from '../support/handler-world.ts';
import { MemorySite } from '../support/memory-site.ts';
import { MemoryTables } from '../support/memory-tables.ts';

withSettings();

/** Pages as their data: what the window would be given. */
const render: Renderer = (_, locale, page) => Promise.resolve(JSON.stringify({ locale, ...page }));

/** A register, and a way to bring it up to a version of a penalty. */
function register() {
  const tables = new MemoryTables();
  const site = new MemorySite();
  const forgotten: Invalidation[] = [];
  const forget = (invalidation: Invalidation) => {
    forgotten.push(invalidation);
    return Promise.resolve();
  };
  let instant = 0;
  const now = () => new Date(Date.parse(AT) + instant++).toISOString();
  const tell = (subject: string, version: number) =>
    publishRecord(
      {
        outboxId: `OUT#${subject}.${version}#DISCLOSURE`,
        addressee: 'DISCLOSURE',
        pointer: { kind: 'publication', subject, version },
        correlationId: 'correlation-1',
      },
      { tables, site, render, now, forget },
    );
  const publish = async (penalty: Penalty) => {
    const event = { seq: penalty.version, at: AT, type: 'decide', by: 'approver' };
    for (const write of penaltyWrites(penalty, event))
      if ('put' in write) await tables.commit([{ table: write.table, put: write.put }]);
    await tell(`PENALTY#${penalty.penaltyId}`, penalty.version);
  };
  /** The rows of a public record, without its pages. */
  const place = async ({ recordId, penaltyId, ...penalty }: Penalty) => {
    const at = now();
    const publicAt = () => publicPenalty({ recordId, penaltyId, ...penalty }, at, '2026-11-20');
    const change = await changeOf(
      { subject: `PENALTY#${penaltyId}`, recordId, publicAt, at },
      tables,
    );
    if (change) await tables.commit(change.writes);
  };
  const list = async (query: object = {}) => {
    const asked = { ...request(undefined), query: { limit: 50, ...query } };
    const outcome = await listDisclosures(asked, { tables });
    if (!outcome.ok) throw new Error(outcome.error.code);
    return outcome.value.answer as { records: { id: string }[]; cursor?: string }; // asserted below
  };
  const institutions = async (q: string) => {
    const asked = { ...request(undefined), query: { q, page: 1 } };
    const outcome = await listInstitutions(asked, { tables });
    if (!outcome.ok) throw new Error(outcome.error.code);
    const { institutions } = outcome.value.answer as { institutions: { name: string }[] }; // asserted below
    return institutions.map(({ name }) => name);
  };
  return { tables, site, publish, place, tell, list, institutions, forgotten };
}

const withdrawn = aDecidedPenalty({
  status: 'withdrawn',
  version: 7,
  withdrawal: { reason: '决定被依法撤销', at: AT },
});

describe('a decided penalty', () => {
  it('gets every page and file it stands in, in both languages where people read them', async () => {
    const { site, publish } = register();
    await publish(aDecidedPenalty());
    const lists = [
      'penalties/2026-11',
      'departments/MARKET',
      'kinds/P21',
      'institutions/91500104MA60QW12X2',
    ];
    const indexes = ['penalties', 'inspections', 'departments', 'kinds', 'institutions'];
    const pages = [
      ...['records/abcdefgh12', 'index.html', 'streets/unknown', 'statistics', 'data'],
      ...[...indexes, ...lists],
    ];
    const english = pages.map((key) => (key === 'index.html' ? 'en' : `en/${key}`));
    const files = [
      ...['records/abcdefgh12.json', 'records/abcdefgh12.jsonld'],
      ...lists.flatMap((list) => ['.json', '.csv', '.atom'].map((ending) => list + ending)),
      ...indexes.flatMap((index) => ['.json', '.csv'].map((ending) => index + ending)),
      ...['institutions/91500104MA60QW12X2.jsonld', 'streets/unknown.json', 'data.jsonld'],
      ...['feed.atom', 'penalties.atom', 'inspections.atom', 'statistics.json', 'statistics.csv'],
      ...['data/manifest.json', 'data/penalties-2026-11.csv', 'data/penalties-2026-11.jsonl'],
      ...['sitemap.xml', 'sitemaps/pages.xml', 'sitemaps/penalties-2026-11.xml'],
      'sitemaps/institutions-unknown.xml',
    ];
    const written = [...site.objects.keys()].filter((key) => !key.startsWith('lookup/'));
    expect(written.sort()).toEqual([...pages, ...english, ...files].sort());
    for (const key of [...lists, 'index.html', 'feed.atom', 'sitemaps/penalties-2026-11.xml'])
      expect(site.objects.get(key), key).toContain('abcdefgh12');
  });

  it('names every data file in the manifest with its size and hash', async () => {
    const { site, publish } = register();
    await publish(aDecidedPenalty());
    const { files } = JSON.parse(site.objects.get('data/manifest.json') ?? '') as DataManifest; // asserted below
    expect(files.map(({ path }) => path)).toEqual([
      '/data/penalties-2026-11.csv',
      '/data/penalties-2026-11.jsonl',
    ]);
    for (const { path, bytes, sha256, records } of files) {
      const body = Buffer.from(site.objects.get(path.slice(1)) ?? '');
      expect([bytes, records]).toEqual([body.length, 1]);
      expect(sha256).toBe(createHash('sha256').update(body).digest('hex'));
    }
  });

  it('can be published any number of times and is there once, since the same instant', async () => {
    const { publish, list, site } = register();
    await publish(aDecidedPenalty());
    const first = site.objects.get('records/abcdefgh12')?.match(/"publishedAt":"[^"]+"/)?.[0];
    await publish(aDecidedPenalty());
    expect((await list()).records.map(({ id }) => id)).toEqual(['abcdefgh12']);
    expect(site.objects.get('records/abcdefgh12')).toContain(first);
  });

  it('is listed only when its page is there in both languages', async () => {
    const { tables, site, publish } = register();
    const pages = () => [...site.objects.keys()].filter((key) => /records\/[^.]+$/.test(key));
    const commit = tables.commit.bind(tables);
    const seen: (readonly string[])[] = [];
    tables.commit = (writes) => {
      if (writes.some((write) => 'put' in write && write.put.sk === 'CURRENT')) seen.push(pages());
      return commit(writes);
    };
    await publish(aDecidedPenalty());
    expect(seen).toEqual([['records/abcdefgh12', 'en/records/abcdefgh12']]);
  });

  it('that may not be public leaves no trace on the public side', async () => {
    const { tables, site, publish } = register();
    await publish(
      aDecidedPenalty({ proposal: aProposal({ procedure: 'SIMPLE', fineFen: 10_000 }) }),
    );
    expect(tables.all('disclosures')).toEqual([]);
    expect(site.objects.size).toBe(0);
  });
});

describe('a withdrawn penalty', () => {
  it('is gone from table, lists, feed and pages, and says why on a tombstone', async () => {
    const { tables, site, publish, list } = register();
    await publish(aDecidedPenalty());
    await publish(withdrawn);
    for (const [key, html] of site.objects)
      expect([key, html.includes('优惠价格')]).toEqual([key, false]);
    expect(JSON.stringify(tables.all('disclosures'))).not.toContain('优惠价格');
    expect((await list()).records).toEqual([]);
    expect(site.objects.get('records/abcdefgh12')).toContain('决定被依法撤销');
    expect(site.objects.get('index.html')).not.toContain('abcdefgh12');
    expect(site.objects.get('feed.atom')).not.toContain('abcdefgh12');
    const gone = await readDisclosure(
      { ...request(undefined), path: { id: 'abcdefgh12' } },
      { tables },
    );
    expect(gone).toMatchObject({
      error: { status: 410, code: 'WITHDRAWN', reason: '决定被依法撤销' },
    });
  });

  it('is told of in the list of corrections with day and reason', async () => {
    const { site, publish } = register();
    await publish(aDecidedPenalty());
    expect(site.objects.has('corrections.json')).toBe(false);
    await publish(withdrawn);
    expect(JSON.parse(site.objects.get('corrections.json') ?? '')).toMatchObject({
      changes: [{ id: 'abcdefgh12', reason: '决定被依法撤销', path: '/records/abcdefgh12' }],
    });
    expect(site.objects.get('corrections.atom')).toContain('决定被依法撤销');
  });

  it('takes the reasons of its corrections along, which may repeat what it said', async () => {
    const { tables, site, publish } = register();
    await publish(aDecidedPenalty());
    const corrections = [{ at: AT, reason: '名称应为示例诊所，文号应为示7号' }];
    await publish(aDecidedPenalty({ version: 6, corrections }));
    expect(site.objects.get('corrections')).toContain('示7号');
    const repair = { on: '2026-11-20', reference: '示1号', at: AT };
    await publish(aDecidedPenalty({ version: 7, corrections, repair }));
    for (const [key, content] of site.objects)
      expect([key, content.includes('示7号')]).toEqual([key, false]);
    expect(JSON.stringify(tables.all('disclosures'))).not.toContain('示7号');
    expect(JSON.parse(site.objects.get('corrections.json') ?? '')).toMatchObject({
      changes: [{ ground: 'REPAIRED' }, { ground: 'CORRECTED', reason: 'CORRECTED' }],
    });
  });

  it('that nobody could read yet leaves no tombstone', async () => {
    const { tables, publish } = register();
    await publish(withdrawn);
    expect(tables.all('disclosures')).toEqual([]);
  });

  it('leaves nothing anywhere that a publisher who died had still to take away', async () => {
    const { site, publish } = register();
    await publish(aDecidedPenalty());
    const put = site.put.bind(site);
    for (let dies = 0; dies < 40; dies++) {
      let left = dies;
      site.put = (...given) => {
        if (left-- === 0) throw new Error('died');
        return put(...given);
      };
      await publish(withdrawn).catch(() => undefined);
    }
    site.put = put;
    await publish(withdrawn);
    for (const [key, text] of site.objects)
      expect([key, text.includes('优惠价格')]).toEqual([key, false]);
  });

  it('stays withdrawn when the message of its decision comes late or again', async () => {
    const { publish, tell, list } = register();
    await publish(aDecidedPenalty());
    await publish(withdrawn);
    await tell(`PENALTY#${withdrawn.penaltyId}`, 6);
    expect((await list()).records).toEqual([]);
  });
});

describe('the copies that the distribution keeps', () => {
  const reaches = ({ paths }: Invalidation, path: string) =>
    paths.some((one) => (one.endsWith('*') ? path.startsWith(one.slice(0, -1)) : one === path));
  const everywhere = [
    ...['/', '/en', '/records/abcdefgh12', '/en/records/abcdefgh12', '/records/abcdefgh12.json'],
    ...['/records/abcdefgh12.jsonld', '/penalties/2026-11', '/kinds/P21.csv', '/feed.atom'],
    ...['/institutions/91500104MA60QW12X2', '/data/penalties-2026-11.jsonl', '/data/manifest.json'],
    ...['/sitemaps/penalties-2026-11.xml', SEARCH_MANIFEST_PATH],
  ];

  it('are left alone when something is added', async () => {
    const { publish, forgotten } = register();
    await publish(aDecidedPenalty());
    await publish(aDecidedPenalty({ version: 7, recordId: 'abcdefgh13' }));
    expect(forgotten).toEqual([]);
  });

  it.each([
    ['withdrawn', withdrawn],
    [
      'corrected',
      aDecidedPenalty({ version: 7, corrections: [{ at: AT, reason: '当事人名称有误' }] }),
    ],
    [
      'repaired',
      aDecidedPenalty({ version: 7, repair: { on: '2026-11-20', reference: '修复1号', at: AT } }),
    ],
  ])('go wherever it stood when it is %s, when the pages are written', async (_, after) => {
    const { publish, forgotten } = register();
    await publish(aDecidedPenalty());
    await publish(after);
    expect(forgotten).toHaveLength(1);
    const [asked] = forgotten;
    if (!asked) throw new Error('one was asked for');
    expect(asked.reference).toBe('abcdefgh12.2');
    expect(asked.paths.length).toBeLessThanOrEqual(MOST_PATHS);
    expect(asked.paths).not.toContain('/*');
    expect(everywhere.filter((path) => !reaches(asked, path))).toEqual([]);
  });

  it('are asked for under the same reference when the publisher died before its message was done', async () => {
    const { tables, publish, tell, forgotten } = register();
    await publish(aDecidedPenalty());
    const commit = tables.commit.bind(tables);
    tables.commit = (writes) =>
      writes.some((write) => write.table === 'relay')
        ? Promise.reject(new Error('died'))
        : commit(writes);
    await publish(withdrawn).catch(() => undefined);
    tables.commit = commit;
    await tell(`PENALTY#${withdrawn.penaltyId}`, withdrawn.version);
    expect(forgotten.map(({ reference }) => reference)).toEqual(['abcdefgh12.2', 'abcdefgh12.2']);
  });
});

describe('a long list', () => {
  it('seals each full page under its number, and a withdrawal empties a place without moving another', async () => {
    const { site, publish, place } = register();
    const nth = (n: number) => ({
      penaltyId: `P-20261120-${String(n).padStart(10, '0')}`,
      recordId: `record${String(n).padStart(4, '0')}`,
    });
    // Only those that fill a page write pages here; the rows of the others say all that pages need.
    for (let n = 1; n <= 102; n++)
      await (n % 50 === 0 || n === 102 ? publish : place)(aDecidedPenalty(nth(n)));
    const ids = (key: string) =>
      (JSON.parse(site.objects.get(key) ?? '') as { records: { id: string }[] }).records.map(
        ({ id }) => id,
      ); // asserted below
    const from = (last: number, first: number) =>
      Array.from({ length: last - first + 1 }, (_, at) => nth(last - at).recordId);
    expect(ids('penalties/2026-11.json')).toEqual(from(102, 51));
    expect(ids('penalties/2026-11/1.json')).toEqual(from(50, 1));
    expect(ids('penalties/2026-11/2.json')).toEqual(from(100, 51));
    const before = site.objects.get('penalties/2026-11/2');
    await publish({ ...withdrawn, ...nth(7) });
    expect(ids('penalties/2026-11/1.json')).toEqual(
      from(50, 1).filter((id) => id !== nth(7).recordId),
    );
    expect(site.objects.get('penalties/2026-11/2')).toBe(before);
    expect(site.objects.has('penalties/2026-11/3')).toBe(false);
  });
});

describe('the public list', () => {
  it('is newest first over months and kinds, and a cursor leads through all of it once', async () => {
    const { tables, publish, tell, list } = register();
    const ids: string[] = [];
    for (let n = 0; n < 7; n++) {
      const recordId = `record000${n}`;
      ids.unshift(recordId);
      if (n % 2 === 0)
        await publish(aDecidedPenalty({ penaltyId: `P-20261120-000000000${n}`, recordId }));
      else {
        const { institution: _, ...report } = aReport();
        const inspection: Inspection = {
          inspectionId: `I${n}`,
          version: 1,
          department: 'HEALTH',
          institution: institutionOf({ name: '示例诊所' }),
          report,
          recordedBy: 'o',
          recordedAt: AT,
          correlationId: 'correlation-1',
          recordId,
        };
        await tables.commit(inspectionWrites(inspection));
        await tell(`INSPECTION#I${n}`, 1);
      }
    }
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await list({ limit: 2, ...(cursor && { cursor }) });
      seen.push(...page.records.map(({ id }) => id));
      cursor = page.cursor;
    } while (cursor);
    expect([...seen].sort()).toEqual([...ids].sort());
    expect(new Set(seen).size).toBe(ids.length);
    const penaltiesOnly = (await list({ kind: 'penalty' })).records.map(({ id }) => id);
    expect(penaltiesOnly).toEqual(ids.filter((_, place) => place % 2 === 0));
    const found = await list({ institution: institutionOf({ name: '示例诊所' }).id });
    expect(found.records.length).toBe(3);
    expect((await list({ q: '医疗废物' })).records.length).toBe(3);
  });
});

describe('the list of institutions', () => {
  it('holds who has a public record, found by a part of name or code however it is typed', async () => {
    const { publish, institutions } = register();
    await publish(aDecidedPenalty());
    for (const q of ['综合', '示例 综合', '91500104', '９１５００１０４ma60'])
      expect(await institutions(q)).toEqual(['示例综合门诊部']);
    expect(await institutions('康宁')).toEqual([]);
  });

  it('names no person, and nobody whose last record was taken back', async () => {
    const { publish, institutions } = register();
    const person = { kind: 'PERSON_PRACTITIONER', name: '示例医师' } as const;
    await publish(aDecidedPenalty({ proposal: aProposal({ party: person }) }));
    expect(await institutions('示例')).toEqual([]);
    const other = { penaltyId: 'P-20261120-0123456780', recordId: 'abcdefgh13' };
    await publish(aDecidedPenalty(other));
    expect(await institutions('示例')).toEqual(['示例综合门诊部']);
    await publish({ ...withdrawn, ...other });
    expect(await institutions('示例')).toEqual([]);
  });
});

it('calls an institution as the records that stand call it: a wrong name goes with the record that gave it', async () => {
  const { site, publish, institutions } = register();
  const named = (at: number, name: string, after: Partial<Penalty> = {}): Penalty =>
    aDecidedPenalty({
      ...{ penaltyId: `P-20261120-012345678${at}`, recordId: `abcdefgh1${at}` },
      proposal: aProposal({ party: { kind: 'ORG', name, uscc: '91500104MA60QW12X2' } }),
      ...after,
    });
  await publish(named(1, '示例综合门诊部'));
  await publish(named(2, '示例旧名门诊部'));
  await publish(named(3, '示例误名门诊部'));
  expect(await institutions('误名')).toEqual(['示例误名门诊部']);
  const repair = { on: '2026-11-20', reference: '修复〔2026〕1号', at: AT };
  await publish(named(3, '示例误名门诊部', { version: 7, repair }));
  expect(await institutions('误名')).toEqual([]);
  expect(await institutions('门诊部')).toEqual(['示例旧名门诊部']);
  await publish(named(2, '示例旧名门诊部', { version: 7, repair }));
  for (const key of ['institutions/91500104MA60QW12X2', 'streets/unknown']) {
    const page = site.objects.get(key);
    expect(page).toContain('示例综合门诊部');
    expect(page).not.toMatch(/误名|旧名/);
  }
});

describe('what the register of institutions says', () => {
  const clinic: RegisteredInstitution = {
    ...{ id: '91500104MA60QW12X2', uscc: '91500104MA60QW12X2', name: '示例综合门诊部' },
    ...{ licenceNumber: 'PDY90001X50010417D1102', practiceBasis: 'LICENCE', category: 'D110' },
    ...{ operatingState: '0', address: '示例区示例路1号' },
    imported: { batch: 'M-20261101-0123456789', row: 1, on: '2026-11-02', department: 'HEALTH' },
  };
  const own = 'institutions/91500104MA60QW12X2';

  it('stands on the page of an institution that has public records, as soon as either is there', async () => {
    const { tables, site, publish, tell } = register();
    await tables.commit(registerWrites(clinic, undefined, AT));
    await tell(`INSTITUTION#${clinic.id}`, 1);
    expect(site.objects.size).toBe(0); // nothing is public of it
    await publish(aDecidedPenalty());
    expect(site.objects.get(`${own}.json`)).toContain('PDY90001X50010417D1102');
    expect(site.objects.get(`${own}.json`)).not.toContain('M-20261101');
    expect(JSON.parse(site.objects.get(`${own}.jsonld`) ?? '')).toMatchObject({
      address: { streetAddress: '示例区示例路1号' },
      hasCredential: { identifier: 'PDY90001X50010417D1102' },
    });
  });

  it('is told anew when it changes, and the same however often the message comes', async () => {
    const { tables, site, publish, tell } = register();
    await publish(aDecidedPenalty());
    expect(site.objects.get(own)).not.toContain('operatingState');
    await tables.commit(registerWrites(clinic, undefined, AT));
    await tell(`INSTITUTION#${clinic.id}`, 1);
    expect(site.objects.get(own)).toContain('"operatingState":"0"');
    const closed = { ...clinic, operatingState: '2' } as const;
    await tables.commit(registerWrites(closed, { isListed: true }, plusSeconds(AT, 60)));
    for (let time = 0; time < 2; time++) await tell(`INSTITUTION#${clinic.id}`, 1);
    for (const key of [own, `en/${own}`, `${own}.json`])
      expect(site.objects.get(key)).toContain('"operatingState":"2"');
  });
});
