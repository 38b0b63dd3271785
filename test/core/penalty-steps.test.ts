/** The steps of a penalty as the desk shows them agree with what the law of its lifecycle would decide. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide, type PenaltyCommand } from '../../shared/penalties/lifecycle.ts';
import type { Penalty, PenaltyEvent } from '../../shared/penalties/penalty.ts';
import { stepsOf, type StepName } from '../../shared/penalties/steps.ts';
import { aPenalty, aProposal, AT, TODAY } from '../support/builders.ts';

const commands: Readonly<Partial<Record<StepName, PenaltyCommand>>> = {
  notify: { type: 'notify', servedOn: TODAY },
  defence: { type: 'waive-defence', statedOn: TODAY },
  hearing: { type: 'waive-hearing', statedOn: TODAY },
  review: { type: 'review', outcome: 'pass' },
  decide: { type: 'decide', decisionNumber: '示〔2026〕1号', decidedOn: TODAY },
};
const sent: readonly PenaltyCommand[] = [
  ...Object.values(commands),
  { type: 'review', outcome: 'return' },
  { type: 'withdraw', reason: '示例' },
];

const everyone = ['officer', 'reviewer', 'approver', 'publisher'];
const someRoles = fc.subarray(everyone);
const somebody = fc.record({
  subject: fc.constantFrom('proposer', 'other', 'third'),
  roles: someRoles,
});
const procedure = fc.constantFrom('ORDINARY' as const, 'SIMPLE' as const);

interface Story {
  readonly penalty: Penalty;
  readonly events: readonly PenaltyEvent[];
}

/** What came of these commands, the refused ones left out. */
function storyOf(
  kind: 'ORDINARY' | 'SIMPLE',
  acts: readonly (readonly [PenaltyCommand, string])[],
): Story {
  let penalty = aPenalty({ proposal: aProposal({ procedure: kind, fineFen: 300_000 }) });
  const events: PenaltyEvent[] = [{ seq: 1, at: AT, type: 'propose', by: 'proposer' }];
  for (const [command, subject] of acts) {
    const decision = decide(penalty, command, { subject, roles: everyone }, AT);
    if (!decision.ok) continue;
    penalty = decision.value.penalty;
    events.push(decision.value.event);
  }
  return { penalty, events };
}

const someActs = fc.array(
  fc.tuple(fc.constantFrom(...sent), fc.constantFrom('proposer', 'other', 'third')),
  { maxLength: 12 },
);

const stepNamed = (name: StepName, { penalty, events }: Story, subject = 'x', roles = everyone) =>
  stepsOf(penalty, events, undefined, { subject, roles }, AT).find(({ step }) => step === name);

describe('the steps of a penalty', () => {
  it('let a caller act exactly where his command, well dated, would be taken, and else say why not', () => {
    fc.assert(
      fc.property(procedure, someActs, somebody, (kind, acts, caller) => {
        const { penalty, events } = storyOf(kind, acts);
        for (const shown of stepsOf(penalty, events, undefined, caller, AT)) {
          const command = commands[shown.step];
          const outcome = command && decide(penalty, command, caller, AT);
          expect(shown.mayAct).toBe(outcome?.ok === true);
          if (shown.state === 'next' && outcome && !outcome.ok)
            expect(shown.why).toBe(outcome.error.code);
          else expect(shown.why).toBe(undefined);
        }
      }),
    );
  });

  it('show as next what the lifecycle allows, and as done what need not be done again', () => {
    fc.assert(
      fc.property(procedure, someActs, (kind, acts) => {
        const story = storyOf(kind, acts);
        for (const [name, command] of Object.entries(commands)) {
          const shown = stepNamed(name as StepName, story); // the keys of the record above
          const may = decide(story.penalty, command, { subject: 'new', roles: everyone }, AT);
          expect(shown?.state === 'next').toBe(may.ok);
        }
      }),
    );
  });

  it('that a review sent back stand open again, though their dates are on file', () => {
    const story = storyOf('ORDINARY', [
      ...Object.values(commands)
        .slice(0, 3)
        .map((command) => [command, 'proposer'] as const),
      [{ type: 'review', outcome: 'return' }, 'other'],
    ]);
    expect(story.penalty.servedOn).toBe(TODAY);
    expect(stepNamed('notify', story)?.state).toBe('next');
    expect(stepNamed('review', story)?.state).toBe('ahead');
  });

  it('on the spot leave out hearing and review', () => {
    const story = storyOf('SIMPLE', []);
    for (const name of ['hearing', 'review'] as const)
      expect(stepNamed(name, story)?.state).toBe('notRequired');
  });

  it('name day and person of what is done', () => {
    const story = storyOf('ORDINARY', [[{ type: 'notify', servedOn: '2026-11-18' }, 'other']]);
    expect(stepNamed('notify', story)).toMatchObject({ doneOn: '2026-11-18', doneBy: 'other' });
    expect(stepNamed('defence', story)?.state).toBe('next');
    expect(stepNamed('hearing', story)?.state).toBe('next');
  });

  it('end without publication where the law keeps it from the public', () => {
    const all = Object.values(commands).map(
      (command, place) => [command, ['a', 'a', 'a', 'b', 'c'][place] ?? 'a'] as const,
    );
    expect(stepNamed('publish', storyOf('ORDINARY', all))?.state).toBe('next');
    expect(stepNamed('publish', storyOf('SIMPLE', all))?.state).toBe('notRequired');
  });
});
