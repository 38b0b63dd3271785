/** The forms of a penalty's steps: papers that go with them, and a decision that is lighter, never heavier, than what was told. */
import { expect, it } from 'vitest';
import { commandOf, judgedCommand } from '../../web/src/lib/desk/penalties/step-command.ts';
import {
  decidedProposal,
  lighterWords,
  toldOf,
  verdictOn,
} from '../../web/src/lib/desk/penalties/lighter.ts';
import { aPenalty, aProposal } from '../support/builders.ts';

const at = '2026-11-21T04:00:00.000Z';
const form = { date: '2026-11-21', outcome: 'pass', decisionNumber: '示〔2026〕1号' };
const approver = { subject: 'approver', roles: ['approver'] };
const reviewed = aPenalty({
  ...{ status: 'reviewed', servedOn: '2026-11-20', reviewedBy: 'reviewer' },
  defence: { how: 'WAIVED', on: '2026-11-20' },
  proposal: aProposal({ kinds: ['P21', 'P22'], fineFen: 500_000, confiscatedFen: 100_000 }),
  notified: { kinds: ['P21', 'P22'], fineFen: 500_000, confiscatedFen: 100_000 },
});
const told = lighterWords(toldOf(reviewed));

it('sends the papers of a step with it, and none where there are none', () => {
  const paper = { kind: 'NOTICE', name: '告知书', sha256: 'a'.repeat(64), pages: 2 } as const;
  expect(commandOf('notify', { ...form, papers: [paper] })).toEqual({
    ...{ type: 'notify', servedOn: '2026-11-21' },
    documents: [paper],
  });
  expect(commandOf('review', form)).toEqual({
    ...{ type: 'review', outcome: 'pass', on: form.date },
  });
  const wrong = { ...paper, pages: Number.NaN };
  const command = commandOf('decide', { ...form, papers: [wrong] });
  expect(judgedCommand(reviewed, command, approver, at)).toMatchObject({
    error: { errors: [{ field: 'documents.0.pages' }] },
  });
});

it('compares a lighter decision with what the party was told while it is typed', () => {
  const verdict = (changes: Partial<typeof told>) => verdictOn(reviewed, { ...told, ...changes });
  expect(verdict({})).toBe('fits');
  expect(verdict({ fine: '4000' })).toBe('fits');
  expect(verdict({ kinds: ['P11'] })).toBe('fits');
  expect(verdict({ fine: '5000.01' })).toBe('fineFen');
  expect(verdict({ confiscated: '2000' })).toBe('confiscatedFen');
  expect(verdict({ kinds: ['P21', 'P22', 'P33'] })).toBe('kinds');
  expect(verdict({ fine: '' })).toBe('open');
  expect(verdict({ kinds: [] })).toBe('open');
});

it('refuses a heavier decision at its field before it is sent, and sends a lighter one', () => {
  const judgedAs = (fine: string) =>
    judgedCommand(
      reviewed,
      commandOf('decide', { ...form, lighter: { ...told, fine } }),
      approver,
      at,
    );
  expect(judgedAs('6000')).toMatchObject({
    ok: false,
    error: { errors: [{ field: 'lighter.fineFen', code: 'AGGRAVATED' }] },
  });
  expect(judgedAs('3000')).toMatchObject({
    ok: true,
    value: { lighter: { kinds: ['P21', 'P22'], fineFen: 300_000, confiscatedFen: 100_000 } },
  });
});

it('foretells the publication of what would be decided', () => {
  const warned = decidedProposal(reviewed, { ...told, kinds: ['P11'] });
  expect(warned).toMatchObject({ kinds: ['P11'] });
  expect(warned).not.toHaveProperty('fineFen');
  expect(decidedProposal(reviewed, undefined)).toBe(reviewed.proposal);
});
