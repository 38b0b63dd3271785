/** Before a penalty is decided its approver reads what the public will read. */
import { expect, it } from 'vitest';
import { publicPenalty } from '../../shared/disclosure/redact.ts';
import type { Penalty } from '../../shared/penalties/penalty.ts';
import { previewOf } from '../../web/src/lib/desk/penalties/public-preview.ts';
import type { ShownPenalty } from '../../web/src/lib/desk/penalties/penalty-answers.ts';
import { aPenalty, aProposal, AT, TODAY } from '../support/builders.ts';

const shown = (penalty: Penalty): ShownPenalty => ({
  ...penalty,
  ...{ next: [], events: [], steps: [], acts: [], deadlines: [], warnings: [] },
});
const NUMBER = '示市监罚〔2026〕1号';
const previewed = (penalty: Penalty, decidedOn = TODAY, decisionNumber = NUMBER) =>
  previewOf(shown(penalty), { decisionNumber, decidedOn, proposal: penalty.proposal }, AT);

it('is what publication will say, word for word, with what is masked and what is left out', () => {
  const facts = '患者张三（电话13912345678）由李雷和韩梅梅负责。';
  const penalty = aPenalty({
    proposal: aProposal({ facts, kinds: ['P22'], secrecy: [] }),
    status: 'reviewed',
  });
  const decision = { decisionNumber: NUMBER, decidedOn: TODAY, decidedBy: 'approver' };
  const told = publicPenalty({ ...penalty, status: 'decided', decision }, AT, TODAY);
  const { publication, record, masked } = previewed(penalty);
  expect(told).toMatchObject({ state: 'public', record });
  expect(publication).toMatchObject({ outcome: 'publish', reasons: ['KIND_P22'] });
  expect(record?.facts).toContain('李雷和韩梅梅'); // nothing introduces them: a reader has to find them
  expect(record?.facts).not.toMatch(/张三|13912345678/);
  expect(masked).toEqual(['facts']);

  const secret = aPenalty({ proposal: aProposal({ facts, secrecy: ['TRADE_SECRET'] }) });
  expect(previewed(secret)).toMatchObject({
    publication: { outcome: 'redact', removed: [{ part: 'facts', ground: 'TRADE_SECRET' }] },
    masked: [],
  });
});

it('says that nothing becomes public where nothing does, and takes today while no day is possible', () => {
  const minor = aPenalty({ proposal: aProposal({ kinds: ['P11'] }) });
  expect(previewed(minor)).toEqual({
    publication: { outcome: 'deny', reason: 'MINOR' },
    masked: [],
  });
  const open = previewed(aPenalty(), '2026-13-01', ' ');
  expect(open.record).toMatchObject({ decidedOn: TODAY, decisionNumber: '' });
});
