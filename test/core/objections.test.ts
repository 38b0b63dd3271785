/** The life of an objection: who may take which step, what it promises, and what its objector learns. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { departmentCodes } from '../../shared/departments/directory.ts';
import { offersOf } from '../../shared/objections/actions.ts';
import {
  decide,
  rolesFor,
  transitions,
  type ObjectionCommand,
  type ObjectionCommandType,
} from '../../shared/objections/lifecycle.ts';
import type { Objection } from '../../shared/objections/objection.ts';
import { objectionForObjector } from '../../shared/objections/objector-view.ts';
import { remedied } from '../../shared/objections/outcome.ts';
import { stateOf } from '../../shared/objections/states.ts';
import { AT } from '../support/builders.ts';
import {
  anObjection,
  aPublisher,
  objectedRecord,
  objectedTombstone,
} from '../support/objections.ts';

const uphold: ObjectionCommand = { type: 'uphold', remedy: 'CORRECT', words: '金额已核实有误。' };
const reject: ObjectionCommand = { type: 'reject', words: '与决定书一致。' };
const forward: ObjectionCommand = { type: 'forward', department: 'HEALTH', reason: '属卫健职责' };

const aCommand: fc.Arbitrary<ObjectionCommand> = fc.oneof(
  fc.constantFrom<ObjectionCommand>(
    { type: 'acknowledge' },
    { type: 'open-contact' },
    uphold,
    reject,
  ),
  fc
    .constantFrom(...departmentCodes)
    .map((department) => ({ type: 'forward', department, reason: '转' }) as const),
);

function after(objection: Objection, command: ObjectionCommand, officer = aPublisher()): Objection {
  const decision = decide(objection, command, officer, AT);
  if (!decision.ok) throw new Error(decision.error.code);
  return decision.value.objection;
}

describe('an objection', () => {
  it('promises an answer within fifteen working days, as a level of our own', () => {
    // From Friday the 20th of November 2026: three weeks of five working days.
    expect(anObjection()).toMatchObject({ answerBy: '2026-12-11', status: 'filed', version: 1 });
  });

  it('is acknowledged and answered by its department, once', () => {
    const answered = after(after(anObjection(), { type: 'acknowledge' }), uphold);
    expect(answered).toMatchObject({
      ...{ status: 'upheld', version: 3 },
      answer: { by: 'publisher-1', remedy: 'CORRECT', words: '金额已核实有误。' },
    });
    expect(decide(answered, reject, aPublisher(), AT)).toMatchObject({
      error: { code: 'TRANSITION_NOT_ALLOWED' },
    });
  });

  it('is upheld and rejected by a publisher of the department alone', () => {
    const officer = aPublisher({ roles: ['officer'] });
    expect(decide(anObjection(), uphold, officer, AT)).toMatchObject({
      error: { code: 'ROLE_MISSING', role: 'publisher' },
    });
    expect(decide(anObjection(), reject, aPublisher({ department: 'HEALTH' }), AT)).toMatchObject({
      error: { code: 'NOT_YOUR_DEPARTMENT' },
    });
    expect(decide(anObjection(), { type: 'acknowledge' }, officer, AT).ok).toBe(true);
  });

  it('begins anew with the department it is forwarded to, its promise unchanged', () => {
    const acknowledged = after(anObjection(), { type: 'acknowledge' });
    const forwarded = after(acknowledged, forward);
    expect(forwarded).toMatchObject({
      ...{ department: 'HEALTH', status: 'filed' },
      answerBy: acknowledged.answerBy,
    });
    expect(decide(forwarded, uphold, aPublisher(), AT)).toMatchObject({
      error: { code: 'NOT_YOUR_DEPARTMENT' },
    });
    const back = { ...forward, department: 'MARKET' } as const;
    expect(decide(acknowledged, back, aPublisher(), AT)).toMatchObject({
      error: { code: 'SAME_DEPARTMENT' },
    });
  });

  it('keeps to its table, its lock and its closed states under any commands', () => {
    const someOfficer = fc.constantFrom(...departmentCodes).map((department) => ({
      ...aPublisher({ department, roles: ['officer', 'publisher'] }),
    }));
    fc.assert(
      fc.property(fc.array(fc.tuple(aCommand, someOfficer), { maxLength: 12 }), (steps) => {
        let objection = anObjection({ contact: { kind: 'sms', address: '13800000000' } });
        for (const [command, officer] of steps) {
          const before = objection;
          const decision = decide(before, command, officer, AT);
          if (!decision.ok) continue;
          ({ objection } = decision.value);
          expect(officer.department).toBe(before.department);
          expect(objection.status).toBe(transitions[before.status][command.type]);
          expect(objection.version).toBe(before.version + 1);
          expect(decision.value.event).toMatchObject({ seq: objection.version, at: AT });
          expect(stateOf(before.status)).toBe('open');
          expect(objection.answer === undefined).toBe(stateOf(objection.status) === 'open');
          expect(objection.words).toBe(before.words);
        }
      }),
    );
  });

  it('offers what decide allows, and says whose the rest is', () => {
    const officer = aPublisher({ roles: ['officer'] });
    expect(offersOf(anObjection(), officer, AT)).toEqual([
      { type: 'acknowledge' },
      { type: 'forward' },
      { type: 'uphold', why: 'ROLE_MISSING', role: 'publisher' },
      { type: 'reject', why: 'ROLE_MISSING', role: 'publisher' },
    ]);
    expect(offersOf(after(anObjection(), reject), officer, AT)).toEqual([]);
    const types = Object.keys(rolesFor) as ObjectionCommandType[]; // the keys of our own table
    expect(types.toSorted()).toEqual(Object.keys(transitions.filed).toSorted());
  });
});

describe('what an upheld objection has led to', () => {
  const upheld = after(anObjection(), uphold);
  const corrected = (on: string) =>
    ({
      state: 'public',
      record: { ...objectedRecord, corrections: [{ on, reason: '金额更正' }] },
    }) as const;

  it('is a correction of the day of the answer or later, or the withdrawal', () => {
    expect(remedied(upheld, corrected('2026-11-19'))).toBeUndefined();
    expect(remedied(upheld, corrected('2026-11-20'))).toEqual({
      by: 'CORRECTED',
      on: '2026-11-20',
    });
    const tombstone = objectedTombstone('2026-11-22T17:00:00.000Z');
    expect(remedied(upheld, { state: 'withdrawn', tombstone })).toEqual({
      ...{ by: 'WITHDRAWN', on: '2026-11-23' },
    });
    expect(remedied(upheld, undefined)).toBeUndefined();
  });

  it('is nothing after a rejection, whatever happens to the record', () => {
    expect(remedied(after(anObjection(), reject), corrected('2026-11-21'))).toBeUndefined();
  });
});

it('tells its objector neither who acted nor what departments wrote to each other', () => {
  const decision = decide(anObjection(), forward, aPublisher(), AT);
  if (!decision.ok) throw new Error(decision.error.code);
  const { objection, event } = decision.value;
  const answered = after(objection, reject, aPublisher({ department: 'HEALTH' }));
  const told = JSON.stringify(objectionForObjector(answered, [event], undefined));
  expect(told).toContain('"to":"HEALTH"');
  expect(told).toContain('与决定书一致');
  expect(told).not.toContain('publisher-1');
  expect(told).not.toContain('属卫健职责');
});
