/** Whatever is published, corrected and taken back, and wherever a publisher dies: what the public reads is what the table says. */
import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import {
  inspectionWrites,
  loadActed,
  penaltyWrites,
} from '../../functions/aws/supervision-store.ts';
import { publishRecord } from '../../functions/disclosure/publish-record.ts';
import { refreshSite } from '../../functions/disclosure/refresh-site.ts';
import type { Renderer } from '../../functions/disclosure/publisher.ts';
import { institutionOf } from '../../shared/institutions/institution.ts';
import type { Inspection } from '../../shared/inspections/inspection.ts';
import { decide } from '../../shared/inspections/lifecycle.ts';
import type { Penalty } from '../../shared/penalties/penalty.ts';
import { AT, aDecidedPenalty, aProposal, aReport } from '../support/builders.ts';
import { withSettings } from '../support/handler-world.ts';
import { MemorySite } from '../support/memory-site.ts';
import { MemoryTables } from '../support/memory-tables.ts';
import { verifySite } from '../verify/verify-site.ts';

withSettings();

/** Pages as their data: what the window would be given. */
const render: Renderer = (_, locale, page) => Promise.resolve(JSON.stringify({ locale, ...page }));

class Died extends Error {}

/** A register, and a publisher that can be told to die before one of its next writes. */
class World {
  readonly tables = new MemoryTables();
  readonly site = new MemorySite();
  #elapsed = 0;
  /** Writes until it dies. */
  #left = Infinity;

  readonly now = () => new Date(Date.parse(AT) + this.#elapsed++).toISOString();

  static async copyOf({ tables, site, now }: World): Promise<World> {
    const copy = new World();
    copy.#elapsed = Date.parse(now()) - Date.parse(AT);
    for (const table of ['disclosures', 'supervision', 'relay'] as const)
      for (const row of tables.all(table)) await copy.tables.commit([{ table, put: row }]);
    for (const [key, text] of site.objects) await copy.site.put(key, text, '');
    return copy;
  }

  async refresh(release: string): Promise<void> {
    let asked = true;
    while (asked) {
      asked = false;
      const again = () => {
        asked = true;
        return Promise.resolve();
      };
      await refreshSite(release, { ...this.#deps(), again }, import.meta.dirname);
    }
  }

  async decide(penalty: Penalty): Promise<void> {
    const event = { seq: penalty.version, at: AT, type: 'decide', by: 'approver' };
    for (const write of penaltyWrites(penalty, event))
      if ('put' in write) await this.tables.commit([{ table: write.table, put: write.put }]);
  }

  async inspect(inspection: Inspection): Promise<void> {
    await this.tables.commit(inspectionWrites(inspection));
  }

  async knows({ inspectionId }: Inspection): Promise<boolean> {
    return (await loadActed(this.tables, inspectionId)) !== undefined;
  }

  /** Mends an inspection as its publisher would, if it was recorded. */
  async mend(inspectionId: string, what: keyof typeof mends): Promise<void> {
    const found = await loadActed(this.tables, inspectionId);
    if (!found) return;
    const { version, report } = found.inspection;
    const command = { version, ...mends[what](report) };
    const decision = decide(found, command, mender, this.now());
    if (!decision.ok) return;
    const { inspection, events } = decision.value;
    await this.tables.commit(inspectionWrites(inspection, events));
  }

  /** Its message comes, and again when the publisher died over it. @param dies - before which of its writes */
  async tell(subject: string, dies = Infinity): Promise<void> {
    this.#left = dies;
    try {
      await this.#publish(subject);
    } catch (error) {
      if (!(error instanceof Died)) throw error;
      this.#left = Infinity;
      await this.#publish(subject);
    }
    this.#left = Infinity;
  }

  pass(days: number): void {
    this.#elapsed += days * 86_400_000;
  }

  faults() {
    const keys = () => this.site.objects.keys();
    const site = { keys, get: (key: string) => this.site.get(key) };
    const isAsset = (key: string) => key.endsWith('.ts') || key === '_release';
    return verifySite({ tables: this.tables, site, render, isAsset, now: this.now() });
  }

  #publish(subject: string): Promise<void> {
    return publishRecord(
      {
        outboxId: `OUT#${subject}#DISCLOSURE`,
        addressee: 'DISCLOSURE',
        pointer: { kind: 'publication', subject, version: 1 },
        correlationId: 'correlation-1',
      },
      this.#deps(),
    );
  }

  #deps() {
    const step = () => {
      if (this.#left-- <= 0) throw new Died();
    };
    const { site, tables, now } = this;
    return {
      ...{ render, now },
      site: {
        get: (key: string) => site.get(key),
        put: async (key: string, body: string | Uint8Array, type: string) => {
          step();
          await site.put(key, body, type);
        },
        delete: async (key: string) => {
          step();
          await site.delete(key);
        },
      },
      tables: {
        get: tables.get.bind(tables),
        query: tables.query.bind(tables),
        commit: async (writes: Parameters<MemoryTables['commit']>[0]) => {
          step();
          return tables.commit(writes);
        },
      },
    };
  }
}

const parties = [
  { kind: 'ORG', name: '示例综合门诊部', uscc: '91500104MA60QW12X2', streetCode: '500104001' },
  { kind: 'ORG', name: '示例康宁诊所', uscc: '91500104MA60QW34X5' },
  { kind: 'PERSON_PRACTITIONER', name: '示例医师' },
] as const;

/** So many that the next record but one fills a page of the lists of their month and their institution. */
const ALREADY_THERE = 48;
const FIRST_THERE = 100;

const penaltyOf = (n: number, changes: Partial<Penalty> = {}): Penalty =>
  aDecidedPenalty({
    penaltyId: `P-20261120-${String(n).padStart(10, '0')}`,
    recordId: `penalty${String(n).padStart(3, '0')}`,
    department: n % 3 === 0 ? 'HEALTH' : 'MARKET',
    proposal: aProposal({
      party: n >= FIRST_THERE ? parties[1] : (parties[n % parties.length] ?? parties[0]),
      kinds: n % 2 === 0 ? ['P21'] : ['P11', 'P21'],
      facts: `第${n}次以虚假的优惠价格诱导消费。`,
    }),
    decision: {
      decisionNumber: `示罚〔2026〕${n}号`,
      decidedOn: '2026-11-20',
      decidedBy: 'approver',
    },
    ...changes,
  });

function inspectionOf(n: number): Inspection {
  const { institution: _, ...report } = aReport();
  return {
    inspectionId: `I-20261120-${String(n).padStart(10, '0')}`,
    version: 1,
    department: 'HEALTH',
    institution: institutionOf(parties[n % 2] ?? parties[0]),
    report,
    recordedBy: 'o',
    recordedAt: AT,
    correlationId: 'correlation-1',
    recordId: `inspection${n}`,
  };
}

/** What may happen to a penalty after its decision. */
const turns = {
  decide: () => ({}),
  correct: ({ version, corrections = [], proposal }: Penalty) => ({
    proposal: { ...proposal, facts: `${proposal.facts}（第${version}版）` },
    corrections: [...corrections, { at: AT, reason: `更正第${version}处笔误` }],
  }),
  move: ({ proposal }: Penalty) => ({
    proposal: { ...proposal, party: { ...parties[1], streetCode: '500104002' } },
  }),
  withdraw: () => ({
    status: 'withdrawn' as const,
    withdrawal: { reason: '决定被依法撤销', ground: 'REVOKED' as const, at: AT },
  }),
  repair: () => ({ repair: { on: '2026-11-20', reference: '示修〔2026〕1号', at: AT } }),
} satisfies Record<string, (penalty: Penalty) => Partial<Penalty>>;

const mender = { subject: 'publisher', department: 'HEALTH', roles: ['publisher'] } as const;

/** What may happen to an inspection after it was recorded. */
const mends = {
  correctInspection: ({ items }: Inspection['report']) => ({
    ...{ type: 'correct' as const, reason: '录入有误', result: 'PROBLEM' as const },
    items: [...items, { item: `补录第${items.length}项`, result: 'PROBLEM' as const }],
  }),
  moveInspection: ({ items }: Inspection['report']) => ({
    ...{ type: 'correct' as const, reason: `第${items.length}次写错机构` },
    institution: { name: parties[1].name, uscc: parties[1].uscc, streetCode: '500104002' },
  }),
  withdrawInspection: () => ({
    ...{ type: 'withdraw' as const, reason: '重复登记', ground: 'ERROR' as const },
  }),
} satisfies Record<string, (report: Inspection['report']) => object>;

/** Some messages wait until the end, and find more than one act. */
const LATE_FROM = 4;

const isMend = (what: string): what is keyof typeof mends => what in mends;

const turn = fc.record({
  what: fc.oneof(
    fc.constantFrom(...(Object.keys(turns) as (keyof typeof turns)[]), 'inspect', 'redeliver'), // its own keys
    fc.constantFrom(...(Object.keys(mends) as (keyof typeof mends)[]), 'inspect'), // its own keys
  ),
  which: fc.nat(5),
  /** Publishers die in one turn of three. */
  dies: fc.oneof(
    { weight: 2, arbitrary: fc.constant(Infinity) },
    { weight: 1, arbitrary: fc.nat(70) },
  ),
});

let furnished: World;

beforeAll(async () => {
  furnished = new World();
  await furnished.refresh('release-1');
  for (let n = FIRST_THERE; n < FIRST_THERE + ALREADY_THERE; n++) {
    await furnished.decide(penaltyOf(n));
    await furnished.tell(`PENALTY#${penaltyOf(n).penaltyId}`);
  }
});

it('finds no contradiction in a register that grew undisturbed', async () => {
  expect(await furnished.faults()).toEqual([]);
});

it(
  'leaves no contradiction after any turns of fate, wherever a publisher died',
  { timeout: 60_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(turn, { minLength: 1, maxLength: 10 }), async (fate) => {
        const world = await World.copyOf(furnished);
        const penalties = new Map<number, Penalty>();
        for (const { what, which, dies } of fate) {
          if (what === 'inspect') {
            await world.inspect(inspectionOf(which));
            await world.tell(`INSPECTION#${inspectionOf(which).inspectionId}`, dies);
            continue;
          }
          if (isMend(what)) {
            const { inspectionId } = inspectionOf(which % 2);
            await world.inspect(inspectionOf(which % 2));
            await world.mend(inspectionId, what);
            if (which < LATE_FROM) await world.tell(`INSPECTION#${inspectionId}`, dies);
            continue;
          }
          const before = penalties.get(which);
          const subject = penaltyOf(which);
          const { penaltyId, version } = before ?? subject;
          if (what !== 'redeliver' && before?.status !== 'withdrawn' && !before?.repair) {
            const after = {
              ...(before ?? subject),
              ...(before ? turns[what](before) : {}),
              version: version + 1,
            };
            penalties.set(which, after);
            await world.decide(after);
          }
          if (penalties.has(which)) await world.tell(`PENALTY#${penaltyId}`, dies);
        }
        for (const n of [0, 1])
          if (await world.knows(inspectionOf(n)))
            await world.tell(`INSPECTION#${inspectionOf(n).inspectionId}`);
        expect(await world.faults()).toEqual([]);
      }),
      { numRuns: 10 },
    );
  },
);

const someone = penaltyOf(FIRST_THERE).recordId;
it.each([
  ['MISSING', 'a page is gone', (site: MemorySite) => site.delete(`records/${someone}`)],
  ['MISSING', 'an English page is gone', (site: MemorySite) => site.delete('en/penalties')],
  ['MISSING', 'a file beside a page is gone', (site: MemorySite) => site.delete('feed.atom')],
  [
    'ORPHAN',
    'nobody asked for a page',
    (site: MemorySite) => copied(site, 'index.html', 'records/nobody1234'),
  ],
  [
    'DIFFERS',
    'a page says something else',
    (site: MemorySite) => changedText(site, `records/${someone}`, '诱导', '引导'),
  ],
  [
    'DIFFERS',
    'a list lacks a line',
    (site: MemorySite) => changedText(site, 'departments/MARKET.json', someone, 'other'),
  ],
  [
    'HASH',
    'a data file was touched',
    (site: MemorySite) => changedText(site, 'data/penalties-2026-11.csv', '示罚', '罚'),
  ],
  [
    'WITHDRAWN_SHOWN',
    'something leads to what is not public',
    (site: MemorySite) => changedText(site, 'index.html', 'records/', 'records/gone00'),
  ],
  [
    'DIFFERS',
    'a site map lacks a page',
    (site: MemorySite) => changedText(site, 'sitemaps/penalties-2026-11.xml', someone, 'x'),
  ],
] as const)('%s is found where %s', async (code, _, harm) => {
  const { site, tables } = await World.copyOf(furnished);
  await harm(site);
  const keys = () => site.objects.keys();
  const stored = { keys, get: (key: string) => site.get(key) };
  const isAsset = (key: string) => key.endsWith('.ts');
  const faults = await verifySite({ tables, site: stored, render, isAsset });
  expect(faults.map((fault) => fault.code)).toContain(code);
});

async function copied(site: MemorySite, from: string, to: string): Promise<void> {
  await site.put(to, (await site.get(from)) ?? '', 'text/html');
}

async function changedText(
  site: MemorySite,
  key: string,
  is: string,
  other: string,
): Promise<void> {
  const text = await site.get(key);
  if (!text?.includes(is)) throw new Error(`${key} does not say ${is}`);
  await site.put(key, text.replaceAll(is, other), 'text/html');
}

it('takes everything off whose time is over, once the publisher is told of it', async () => {
  const world = await World.copyOf(furnished);
  world.pass(400);
  const faults = await world.faults();
  expect(faults.filter(({ code }) => code === 'SUBJECT')).toHaveLength(ALREADY_THERE);
  for (let n = FIRST_THERE; n < FIRST_THERE + ALREADY_THERE; n++)
    await world.tell(`PENALTY#${penaltyOf(n).penaltyId}`, n);
  expect(await world.faults()).toEqual([]);
});
