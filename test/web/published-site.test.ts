/** A small register as the publisher writes it with the real window: no page is invalid, no feed, no site map, and no link is dead. */
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { inspectionWrites, penaltyWrites } from '../../functions/aws/supervision-store.ts';
import { publishRecord } from '../../functions/disclosure/publish-record.ts';
import { refreshSite } from '../../functions/disclosure/refresh-site.ts';
import { windowRenderer } from '../../functions/disclosure/window-renderer.ts';
import { instantOf } from '../../shared/time.ts';
import { inventedSubject } from '../load/invented-record.ts';
import { TODAY } from '../support/builders.ts';
import { MemorySite } from '../support/memory-site.ts';
import { MemoryTables } from '../support/memory-tables.ts';
import { atomFaults, htmlFaults, sitemapFaults } from '../support/validity.ts';
import { verifySite } from '../verify/verify-site.ts';

const ORIGIN = 'https://window.test';
const RECORDS = 8;
const plan = { seed: 1, records: RECORDS, until: TODAY, institutions: 3, months: 3 };
const client = fileURLToPath(new URL('../../web/build/client', import.meta.url));

const tables = new MemoryTables();
const site = new MemorySite();
const render = windowRenderer(ORIGIN);
let elapsed = Date.parse(`${TODAY}T01:00:00.000Z`);
const now = () => instantOf(elapsed++);

async function tell(subject: string): Promise<void> {
  await publishRecord(
    {
      outboxId: `OUT#${subject}#DISCLOSURE`,
      addressee: 'DISCLOSURE',
      pointer: { kind: 'publication', subject, version: 1 },
      correlationId: 'correlation-1',
    },
    { tables, site, render, now },
  );
}

beforeAll(async () => {
  process.env['SITE_ORIGIN'] = ORIGIN;
  let asked = true;
  const again = () => {
    asked = true;
    return Promise.resolve();
  };
  while (asked) {
    asked = false;
    await refreshSite('release-1', { tables, site, render, now, again }, client);
  }
  const penalties = [];
  for (let place = 0; place < RECORDS; place++) {
    const invented = inventedSubject(plan, place);
    if ('inspection' in invented) {
      await tables.commit(inspectionWrites(invented.inspection));
      await tell(`INSPECTION#${invented.inspection.inspectionId}`);
      continue;
    }
    const { penalty, at } = invented;
    penalties.push(penalty);
    await tables.commit(penaltyWrites(penalty, { seq: 1, at, type: 'decide', by: 'a' }));
    await tell(`PENALTY#${penalty.penaltyId}`);
  }
  const [withdrawn, corrected] = penalties;
  if (!withdrawn || !corrected) throw new Error('there are too few penalties');
  const at = now();
  const later = [
    {
      ...{ ...withdrawn, version: 2, status: 'withdrawn' as const },
      withdrawal: { ground: 'REVOKED' as const, reason: '决定被依法撤销', at },
    },
    { ...corrected, version: 2, corrections: [{ at, reason: '更正当事人名称中的错字' }] },
  ];
  for (const penalty of later) {
    await tables.commit(penaltyWrites(penalty, { seq: 2, at, type: 'change', by: 'a' }));
    await tell(`PENALTY#${penalty.penaltyId}`);
  }
});

it('says what its table says, rendered anew byte by byte, and no link in it is dead', async () => {
  const keys = () => site.objects.keys();
  const stored = { keys, get: (key: string) => site.get(key) };
  expect(await verifySite({ tables, site: stored, render, now: now() })).toEqual([]);
});

describe('every object', () => {
  const ofType = (type: string) =>
    [...site.objects].filter(([key]) => site.types.get(key)?.startsWith(type));

  it('of HTML is valid', async () => {
    const pages = ofType('text/html');
    expect(pages.length).toBeGreaterThan(2 * (RECORDS + 20));
    for (const [key, html] of pages) expect([key, await htmlFaults(html)]).toEqual([key, []]);
  });

  it('of Atom keeps to RFC 4287, with no id twice', async () => {
    const feeds = ofType('application/atom+xml');
    expect(feeds.length).toBeGreaterThan(5);
    expect(await atomFaults(feeds)).toEqual([]);
    for (const [key, xml] of feeds) {
      const ids = [...xml.matchAll(/<id>([^<]*)<\/id>/g)].map(([, id]) => id);
      expect(new Set(ids).size, key).toBe(ids.length);
    }
    const [[, one] = ['', '']] = feeds;
    expect(
      await atomFaults([['broken.atom', one.replace(/<updated>[^<]*/, '<updated>')]]),
    ).not.toEqual([]);
  });

  it('of the site maps keeps to their protocol', async () => {
    const maps = [...site.objects].filter(([key]) => /^sitemap.*\.xml$/.test(key));
    expect(maps.length).toBeGreaterThan(3);
    expect(await sitemapFaults(maps)).toEqual([]);
    const [[, one] = ['', '']] = maps;
    expect(await sitemapFaults([['broken.xml', one.replace('<loc>http', '<loc>ftp')]])).not.toEqual(
      [],
    );
  });
});
