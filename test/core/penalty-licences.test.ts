/** The licence a penalty takes: asked for, told to the platforms, shown where it is an institution's and never where it is a person's. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isDecided, nextFor } from '../../shared/channels/outgoing.ts';
import { rowOf } from '../../shared/channels/row.ts';
import type { PenaltyRecord } from '../../shared/disclosure/record.ts';
import { publicPenalty, remarkOf } from '../../shared/disclosure/redact.ts';
import { licencesOf, licencesText } from '../../shared/penalties/licences.ts';
import type { PenaltyCommand } from '../../shared/penalties/lifecycle.ts';
import type { Penalty } from '../../shared/penalties/penalty.ts';
import type { PartyKind } from '../../shared/penalties/proposal.ts';
import { penaltyWarnings, proposalWarnings } from '../../shared/penalties/warnings.ts';
import { aDecidedPenalty, aPenalty, aProposal, AT, TODAY } from '../support/builders.ts';
import { run } from '../support/penalty-acts.ts';

const licence = { name: '医疗机构执业许可证', number: 'PDY10007150010917D1522' };
const revoked = (overrides: Parameters<typeof aProposal>[0] = {}) =>
  aProposal({ kinds: ['P21', 'P33'], ...overrides });

function record(penalty: Penalty): PenaltyRecord {
  const shown = publicPenalty(penalty, AT, TODAY);
  if (shown.state !== 'public' || shown.record.kind !== 'penalty') throw new Error(shown.state);
  return shown.record;
}

describe('a licence that is suspended or revoked', () => {
  it('is asked for, gently, before the decision and after it, until name and number stand there', () => {
    const codes = (proposal: Penalty['proposal']) =>
      proposalWarnings(proposal, TODAY).map(({ code }) => code);
    expect(codes(revoked())).toContain('LICENCE_MISSING');
    expect(codes(revoked({ licences: [{ name: licence.name }] }))).toContain('LICENCE_MISSING');
    expect(codes(revoked({ licences: [licence] }))).not.toContain('LICENCE_MISSING');
    expect(codes(aProposal())).not.toContain('LICENCE_MISSING');
    const decided = aDecidedPenalty({ proposal: revoked() });
    const after = penaltyWarnings(decided, undefined, TODAY);
    expect(after.map(({ code }) => code)).toContain('LICENCE_MISSING');
  });

  it('is read from field 20 as it was written there', () => {
    expect(licencesOf('《医疗机构执业许可证》（登记号：PDY123456）')).toEqual([
      { name: '《医疗机构执业许可证》', number: 'PDY123456' },
    ]);
    expect(licencesOf('放射诊疗许可证 渝卫放证字〔2020〕12号；营业执照')).toEqual([
      { name: '放射诊疗许可证', number: '渝卫放证字〔2020〕12号' },
      { name: '营业执照' },
    ]);
    const name = fc.constantFrom('医疗机构执业许可证', '护士执业证书', '放射诊疗许可证');
    const number = fc.stringMatching(/^[A-Z0-9]{6,22}$/);
    fc.assert(
      fc.property(fc.array(fc.record({ name, number }), { minLength: 1, maxLength: 5 }), (list) => {
        expect(licencesOf(licencesText(list))).toEqual(list);
      }),
    );
  });

  it('of an institution is public and fills field 20', () => {
    const shown = record(aDecidedPenalty({ proposal: revoked({ licences: [licence] }) }));
    expect(shown.licences).toEqual([licence]);
    expect(rowOf(shown, 'ORG')).toMatchObject({
      ok: true,
      value: { CF_NR_ZKDX: '医疗机构执业许可证（编号：PDY10007150010917D1522）' },
    });
  });

  it('lets the row that waited for it go when a correction names it', () => {
    const before = aDecidedPenalty({ proposal: revoked() });
    if (!isDecided(before)) throw new Error('not decided');
    const held = nextFor('CITY_CREDIT', before, undefined, AT);
    expect(held).toMatchObject({
      kind: 'hold',
      entry: { faults: [{ field: 'CF_NR_ZKDX', code: 'REQUIRED' }] },
    });
    const correction: PenaltyCommand = {
      type: 'correct',
      reason: '补充证照编号',
      licences: [licence],
    };
    const after = run(before, [[correction, 'publisher']]);
    if (!isDecided(after) || held.kind !== 'hold') throw new Error('not decided');
    expect(nextFor('CITY_CREDIT', after, held.entry, AT)).toMatchObject({
      kind: 'send',
      entry: { operation: 'publish', fields: { CF_NR_ZKDX: licencesText([licence]) } },
    });
  });

  it('that a decision gave up is told to nobody', () => {
    const reviewed = aPenalty({
      ...{ status: 'reviewed', version: 5 },
      ...{ proposal: revoked({ licences: [licence] }), servedOn: TODAY },
      notified: { kinds: ['P21', 'P33'], fineFen: 1_000_000 },
    });
    const lighter = { kinds: ['P21' as const], fineFen: 500_000 };
    const decide = { type: 'decide', decisionNumber: '示〔2026〕9号', decidedOn: TODAY } as const;
    const talked = { type: 'discuss', heldOn: TODAY, opinion: '减轻' } as const;
    const after = run(reviewed, [
      [{ ...talked, participants: ['甲', '乙'] }, 'approver'],
      [{ ...decide, lighter }, 'approver'],
    ]);
    expect(after.proposal).not.toHaveProperty('licences');
  });
});

describe('what leads to a person', () => {
  const persons: readonly PartyKind[] = ['PERSON_PRACTITIONER', 'PERSON_OTHER'];
  const number = fc.stringMatching(/^[1-9][0-9A-Z]{11,17}$/);

  it('never gets out by a practitioner’s certificate, wherever its number was written', () => {
    fc.assert(
      fc.property(fc.constantFrom(...persons), number, (kind, secret) => {
        const penalty = aDecidedPenalty({
          proposal: revoked({
            party: { kind, name: '欧阳示例' },
            facts: `其护士执业证书（${secret}）已过期，${secret.split('').join(' ')}。`,
            licences: [{ name: `护士执业证书${secret}`, number: secret }],
          }),
          imported: { batch: 'M-1', row: 1, content: `吊销证书${secret}，并处罚款，责令限期改正` },
        });
        const shown = record(penalty);
        expect(JSON.stringify(shown)).not.toContain(secret);
        expect(shown.licences?.[0]).not.toHaveProperty('number');
        const row = rowOf(shown, kind, { CF_NR_ZKDX: `护士执业证书 ${secret}` });
        expect(row.ok && JSON.stringify(row.value)).not.toContain(secret);
      }),
    );
  });

  it('is not taken for the number of an institution’s licence', () => {
    const licences = [{ name: '营业执照', number: '500109199001010019' }];
    const shown = record(aDecidedPenalty({ proposal: revoked({ licences }) }));
    expect(JSON.stringify(shown)).not.toContain('500109199001010019');
  });
});

describe('the words of a decision that was read in', () => {
  const imported = { batch: 'M-20261120-0123456789', row: 1 };
  const withWords = (content: string, remark = '内部备注：张三丰经办，电话13912345678') =>
    aDecidedPenalty({ imported: { ...imported, content, remark } });

  it('stand in public where they say more than kinds and sums', () => {
    const more = '罚款人民币10000元，自收到本决定书之日起十五日内缴至指定银行';
    expect(record(withWords(more)).content).toBe(more);
    expect(record(withWords('罚款人民币10000元'))).not.toHaveProperty('content');
    const row = rowOf(record(withWords(more)), 'ORG');
    expect(row.ok && row.value.CF_NR).toBe(more);
  });

  it('are masked like every other text, and left out where the facts are', () => {
    const content = '罚款人民币10000元；由患者王小明（电话13912345678）领取退款三百元';
    const shown = record(withWords(content)).content;
    expect(shown).toContain('领取退款');
    expect(shown).not.toMatch(/王小明|13912345678/);
    const secret = withWords(content);
    const proposal = { ...secret.proposal, secrecy: ['TRADE_SECRET' as const] };
    expect(record({ ...secret, proposal })).not.toHaveProperty('content');
  });

  it('keep the remark from the public, and give it back to the platforms without what is private', () => {
    const penalty = withWords('罚款人民币10000元');
    if (!isDecided(penalty)) throw new Error('not decided');
    expect(JSON.stringify(record(penalty))).not.toContain('备注');
    const next = nextFor('CITY_CREDIT', penalty, undefined, AT);
    if (next.kind !== 'send') throw new Error(next.kind);
    expect(next.entry.fields['CF_BZ']).toBe(remarkOf(penalty));
    expect(next.entry.fields['CF_BZ']).toContain('内部备注');
    expect(next.entry.fields['CF_BZ']).not.toContain('13912345678');
  });
});
