/** What is done to a recorded inspection: in the open, by its publisher, once, and nothing is edited away. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { publicInspection } from '../../shared/disclosure/redact.ts';
import { recording, sealedActs, verifyActs } from '../../shared/inspections/acts.ts';
import type { InspectionCommand } from '../../shared/inspections/calls.ts';
import {
  fitsItems,
  statusOf,
  withdrawalGrounds,
  type Inspection,
} from '../../shared/inspections/inspection.ts';
import {
  decide,
  offersOf,
  type Acted,
  type InspectionOfficer,
} from '../../shared/inspections/lifecycle.ts';
import { institutionOf } from '../../shared/institutions/institution.ts';
import { anInspection, AT } from '../support/builders.ts';

const publisher: InspectionOfficer = {
  ...{ subject: 'publisher-1', department: 'MARKET', roles: ['publisher'] },
};
const colleague = { ...publisher, subject: 'publisher-2' };

type Correction = Extract<InspectionCommand, { type: 'correct' }>;
const correction = (parts: Partial<Correction> = {}): Correction => ({
  ...{ type: 'correct', version: 1, reason: '检查结果录入有误' },
  ...parts,
});
const withdrawal = (version = 1): InspectionCommand => ({
  ...{ type: 'withdraw', version, reason: '重复登记', ground: 'ERROR' },
});

/** As the store would keep it. */
function kept(
  before: Acted,
  command: InspectionCommand,
  officer = publisher,
): Acted | { readonly refused: string } {
  const decision = decide(before, command, officer, AT);
  if (!decision.ok) return { refused: decision.error.code };
  const { inspection, events } = decision.value;
  const sealed = sealedActs(before.inspection, events);
  const recordHash = sealed.at(-1)?.hash ?? before.inspection.recordHash;
  const known = before.inspection.recordHash === undefined ? [] : before.events;
  if (recordHash === undefined) return before;
  return { inspection: { ...inspection, recordHash }, events: [...known, ...sealed] };
}

function recorded(): Acted {
  const events = sealedActs(anInspection(), [recording(anInspection())]);
  const recordHash = events[0]?.hash ?? '';
  return { inspection: anInspection({ recordHash }), events };
}
/** Recorded before acts were kept. */
const old = (): Acted => ({ inspection: anInspection(), events: [recording(anInspection())] });

const outcome = fc.constantFrom('NO_PROBLEM', 'PROBLEM');
const items = fc.array(fc.record({ item: fc.constantFrom('明码标价', '广告'), result: outcome }), {
  minLength: 1,
  maxLength: 2,
});
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const version = fc.integer({ min: 1, max: 4 });
const aCommand: fc.Arbitrary<InspectionCommand> = fc.oneof(
  fc.record({
    ...{ type: fc.constant('correct' as const), version, reason: fc.constantFrom('笔误', '漏项') },
    institution: optional(fc.record({ name: fc.constantFrom('示例诊所', '示例医院') })),
    inspectedOn: optional(fc.constantFrom('2026-11-18', '2026-11-20', '2026-11-21')),
    ...{ items: optional(items), result: optional(outcome) },
  }),
  fc.record({
    ...{ type: fc.constant('withdraw' as const), version, reason: fc.constant('重复登记') },
    ground: fc.constantFrom(...withdrawalGrounds),
  }),
);
const anOfficer = fc.constantFrom<InspectionOfficer[]>(
  ...[publisher, publisher, colleague, { ...publisher, roles: ['officer'] }],
  { ...publisher, department: 'HEALTH' },
);

type Said = Inspection['report'] & Pick<Inspection, 'institution'>;

/** What the acts alone tell of it. */
function retold({ events }: Acted): Pick<Inspection, 'institution' | 'report'> {
  const [first, ...later] = events;
  if (!first) throw new Error('nothing was recorded');
  const { institution, ...report } = first.said as unknown as Said; // as `recording` says it
  return later
    .filter(({ type }) => type === 'correct')
    .map(({ said }) => said as Partial<Correction>)
    .reduce<Pick<Inspection, 'institution' | 'report'>>(
      (before, { institution: other, reason: _, ...parts }) => ({
        institution: other ? institutionOf(other) : before.institution,
        report: { ...before.report, ...JSON.parse(JSON.stringify(parts)) },
      }),
      { institution, report },
    );
}

describe('an inspection, whatever is done to it', () => {
  it('is told whole by its acts, in a chain that nobody wrote over', () => {
    const start = fc.constantFrom(recorded, old);
    const acts = fc.array(fc.tuple(aCommand, anOfficer), { maxLength: 8 });
    fc.assert(
      fc.property(start, acts, (begin, all) => {
        let now = begin();
        for (const [command, officer] of all) {
          const before = now;
          const next = kept(before, command, officer);
          if ('refused' in next) continue;
          now = next;
          const isNew = now.events.length > before.events.length;
          expect(statusOf(before.inspection) === 'withdrawn' && isNew).toBe(false);
          expect(now.inspection.version).toBe(now.events.length);
          expect(verifyActs(now.inspection, now.events) ?? { ok: true }).toEqual({ ok: true });
          expect(fitsItems(now.inspection.report)).toBe(true);
          const { institution, report } = now.inspection;
          expect(retold(now)).toEqual({ institution, report });
          const corrections = now.events.filter(({ type }) => type === 'correct');
          expect(now.inspection.corrections ?? []).toEqual(
            corrections.map(({ at, said }) => ({ at, reason: said['reason'] })),
          );
          expect(kept(now, command, officer)).toEqual(now); // twice is once
        }
      }),
    );
  });

  it('shows where an act was altered, left out or put last', () => {
    const once = kept(recorded(), correction({ result: 'PROBLEM' }));
    if ('refused' in once) throw new Error(once.refused);
    const { inspection, events } = once;
    const altered = events.map((event) => ({ ...event, by: 'somebody' }));
    expect(verifyActs(inspection, altered)).toEqual({ ok: false, brokenAt: 1 });
    expect(verifyActs(inspection, events.slice(1))).toEqual({ ok: false, brokenAt: 1 });
    expect(verifyActs(inspection, events.slice(0, 1))).toEqual({ ok: false, brokenAt: 2 });
  });
});

describe('a correction or a withdrawal', () => {
  it('is for the publisher of the department that inspected', () => {
    const bare = { ...publisher, roles: ['officer', 'approver'] };
    const other = { ...publisher, department: 'HEALTH' } as const;
    expect(kept(recorded(), withdrawal(), bare)).toEqual({ refused: 'ROLE_MISSING' });
    expect(kept(recorded(), withdrawal(), other)).toEqual({ refused: 'NOT_YOUR_DEPARTMENT' });
    expect(offersOf(anInspection(), bare)).toEqual([
      { type: 'correct', why: 'ROLE_MISSING' },
      { type: 'withdraw', why: 'ROLE_MISSING' },
    ]);
    expect(offersOf(anInspection(), publisher)).toEqual([
      { type: 'correct' },
      { type: 'withdraw' },
    ]);
  });

  it('meets what its officer has seen, or is refused', () => {
    const first = kept(recorded(), correction({ result: 'PROBLEM' }));
    if ('refused' in first) throw new Error(first.refused);
    expect(kept(first, correction({ kind: 'SPECIAL' }))).toEqual({ refused: 'CONFLICT' });
    expect(kept(first, correction({ result: 'PROBLEM' }), colleague)).toEqual({
      refused: 'CONFLICT',
    });
    expect(kept(first, withdrawal(2))).not.toHaveProperty('refused');
  });

  it('ends with the withdrawal', () => {
    const gone = kept(recorded(), withdrawal());
    if ('refused' in gone) throw new Error(gone.refused);
    expect(kept(gone, withdrawal(2))).toEqual({ refused: 'TRANSITION_NOT_ALLOWED' });
    expect(kept(gone, correction({ version: 2, result: 'PROBLEM' }))).toEqual({
      refused: 'TRANSITION_NOT_ALLOWED',
    });
    expect(offersOf(gone.inspection, publisher)).toEqual([]);
  });

  it('names what becomes otherwise, and keeps the rules of a recording', () => {
    expect(kept(recorded(), correction())).toEqual({ refused: 'NOTHING_NAMED' });
    expect(kept(recorded(), correction({ result: 'NO_PROBLEM' }))).toEqual({
      refused: 'NOTHING_NAMED',
    });
    const problem = { items: [{ item: '广告', result: 'PROBLEM' as const }] };
    expect(decide(recorded(), correction(problem), publisher, AT)).toMatchObject({
      error: { code: 'INVALID', errors: [{ field: 'result', code: 'CONTRADICTS_ITEMS' }] },
    });
    expect(
      decide(recorded(), correction({ inspectedOn: '2026-11-21' }), publisher, AT),
    ).toMatchObject({ error: { errors: [{ field: 'inspectedOn', code: 'AFTER_RECORDING' }] } });
  });
});

describe('what the public reads of a mended inspection', () => {
  it('says on which day and why it was corrected, without what is private', () => {
    const reason = '检查人员示例证001把结果记错，请联系13812345678';
    const next = kept(recorded(), correction({ result: 'PROBLEM', reason }));
    if ('refused' in next) throw new Error(next.refused);
    const shown = publicInspection(next.inspection, AT);
    expect(shown).toMatchObject({
      state: 'public',
      record: { result: 'PROBLEM', corrections: [{ on: '2026-11-20' }] },
    });
    expect(JSON.stringify(shown)).not.toMatch(/示例证001|13812345678|publisher-1/);
  });

  it('keeps of a withdrawn one no more than that it was, when and why it went', () => {
    const reason = '示例综合门诊部（91500104MA60QW12X2）的检查重复登记';
    const next = kept(recorded(), { ...withdrawal(), reason });
    if ('refused' in next) throw new Error(next.refused);
    const shown = publicInspection(next.inspection, AT);
    expect(shown).toEqual({
      state: 'withdrawn',
      tombstone: {
        ...{ id: 'inspect123', kind: 'inspection', department: 'MARKET' },
        ...{ path: '/records/inspect123', publishedOn: '2026-11-20' },
        ...{ ground: 'ERROR', reason: '（略）（（略））的检查重复登记', withdrawnAt: AT },
      },
    });
  });
});
