/** The steps of a penalty as the desk shows them agree with what the law of its lifecycle would decide. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide, transitions } from '../../shared/penalties/lifecycle.ts';
import type { Penalty } from '../../shared/penalties/penalty.ts';
import { possibleActs, stepsOf, type StepName } from '../../shared/penalties/steps.ts';
import { aPenalty, aProposal, AT, TODAY } from '../support/builders.ts';
import {
  eachCommand,
  everyRole,
  ordinaryWay,
  run,
  someDeeds,
  storyOf,
  type Deed,
} from '../support/penalty-acts.ts';

/** A fine that gives a right to a hearing. */
const large = () => aPenalty({ proposal: aProposal({ fineFen: 20_000_000 }) });
const simple = () => aPenalty({ proposal: aProposal({ procedure: 'SIMPLE', fineFen: 300_000 }) });

const somebody = fc.record({
  subject: fc.constantFrom('proposer', 'reviewer', 'relative', 'third'),
  roles: fc.subarray(everyRole),
});

const shown = (name: StepName, penalty: Penalty, deeds: readonly Deed[] = []) => {
  const story = storyOf(penalty, deeds);
  const caller = { subject: 'x', roles: everyRole };
  return stepsOf(story.penalty, story.events, undefined, caller, AT).find(
    ({ step }) => step === name,
  );
};

describe('the acts that a state offers', () => {
  it('are those of the table, and none is offered as free that every command would be refused for', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(aPenalty(), large(), simple()),
        someDeeds,
        somebody,
        (begun, deeds, caller) => {
          const { penalty } = storyOf(begun, deeds);
          const acts = possibleActs(penalty, caller, AT);
          const table = transitions[penalty.proposal.procedure][penalty.status];
          expect(new Set(acts.map(({ type }) => type))).toEqual(
            new Set(Object.keys(table).map((step) => step.split(':')[0])),
          );
          for (const command of eachCommand) {
            const act = acts.find(({ type }) => type === command.type);
            const outcome = decide(penalty, command, caller, AT);
            if (outcome.ok) expect(act && !act.why).toBe(true);
            else if (act?.why) expect(outcome.error).toEqual(act.why);
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('the steps of a penalty', () => {
  it('let a caller act exactly where one of their acts is free to him, and else say why not', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(large(), simple()),
        someDeeds,
        somebody,
        (begun, deeds, caller) => {
          const { penalty, events } = storyOf(begun, deeds);
          for (const step of stepsOf(penalty, events, undefined, caller, AT)) {
            if (step.mayAct) expect(step.state).toBe('next');
            if (step.state === 'next' && step.role !== 'system')
              expect(step.why === undefined).toBe(step.mayAct);
            else if (!step.mayAct) expect(step.why).toBe(undefined);
          }
        },
      ),
    );
  });

  it('that a review sent back stand open again, though the day of the notice is on file', () => {
    const returned: readonly Deed[] = [
      ...ordinaryWay.slice(0, 3),
      [{ type: 'review', outcome: 'return' }, 'other'],
    ];
    expect(run(large(), returned).servedOn).toBe(TODAY);
    expect(shown('notify', large(), returned)?.state).toBe('next');
    expect(shown('review', large(), returned)?.state).toBe('ahead');
  });

  it('on the spot leave out hearing and review', () => {
    for (const name of ['hearing', 'review'] as const)
      expect(shown(name, simple())?.state).toBe('notRequired');
  });

  it('ask for a hearing only where the law gives a right to it, and wait with the review until it is settled', () => {
    const heard = ordinaryWay.slice(0, 2);
    expect(shown('hearing', aPenalty(), heard)?.state).toBe('notRequired');
    expect(shown('review', aPenalty(), heard)?.state).toBe('next');
    expect(shown('hearing', large(), heard)?.state).toBe('next');
    expect(shown('review', large(), heard)?.state).toBe('ahead');
  });

  it('ask for a talk of the heads where the case is major, and say that it is missing', () => {
    const major = aPenalty({ proposal: aProposal({ kinds: ['P33'], fineFen: undefined }) });
    expect(shown('discuss', aPenalty())?.state).toBe('notRequired');
    expect(shown('discuss', major, ordinaryWay.slice(0, 4))?.state).toBe('next');
    expect(shown('decide', major, ordinaryWay.slice(0, 4))?.why).toBe('DISCUSSION_MISSING');
  });

  it('name day and person of what is done', () => {
    const notified: readonly Deed[] = [[{ type: 'notify', servedOn: '2026-11-18' }, 'other']];
    expect(shown('notify', large(), notified)).toMatchObject({
      doneOn: '2026-11-18',
      doneBy: 'other',
    });
    expect(shown('defence', large(), notified)?.state).toBe('next');
    expect(shown('hearing', large(), notified)?.state).toBe('next');
  });

  it('go on after the decision to service, payment and re-check', () => {
    const served: readonly Deed[] = [
      ...ordinaryWay,
      [{ type: 'serve', on: TODAY, way: 'DIRECT' }, 'proposer'],
      [{ type: 'pay', on: TODAY, fineFen: 20_000_000, receipt: '示票1' }, 'proposer'],
    ];
    expect(shown('serve', large(), ordinaryWay)?.state).toBe('next');
    expect(shown('serve', large(), served)?.state).toBe('done');
    expect(shown('perform', large(), ordinaryWay)?.state).toBe('next');
    expect(shown('perform', large(), served)?.state).toBe('done');
  });

  it('end without publication where the law keeps it from the public', () => {
    expect(shown('publish', large(), ordinaryWay)?.state).toBe('next');
    expect(shown('publish', simple(), ordinaryWay)?.state).toBe('notRequired');
  });
});
