/** A report that was made before. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CaseFile } from '../../shared/complaints/case-file.ts';
import type { ComplaintSubmission } from '../../shared/complaints/complaint.ts';
import { partsOf } from '../../shared/complaints/opening.ts';
import { essenceOf, repeatOf } from '../../shared/complaints/repeats.ts';
import { route } from '../../shared/complaints/routing.ts';
import { aCase, aComplaint, AT, changed } from '../support/builders.ts';
import { aRouteQuestion } from '../support/arbitraries.ts';

const LATER = '2026-11-23T02:00:00.000Z';
const NEWS = { facts: '昨天又收了一次，这回有票据。' };

function again(earlier: CaseFile, overrides: Partial<ComplaintSubmission> = {}, at = LATER) {
  const submission = aComplaint(overrides);
  const [part = []] = partsOf(submission);
  return repeatOf(earlier, submission, part, { at });
}

const withStatus = (file: CaseFile, status: CaseFile['items'][number]['status']): CaseFile => ({
  ...file,
  items: file.items.map((item) => ({ ...item, status })),
});

describe('the same facts', () => {
  it('are known: the case notes that they came again, and no deadline changes', () => {
    const earlier = aCase();
    const repeat = again(earlier, { facts: `${aComplaint().facts} ！` });
    expect(repeat?.outcome).toBe('KNOWN');
    expect(repeat?.change).toMatchObject({ event: { type: 'repeated' }, head: { version: 2 } });
    expect(repeat?.change.message).toBeUndefined();
    expect(repeat?.change.items[0]?.clocks).toEqual(earlier.items[0]?.clocks);
  });

  it.each(['concluded', 'refused'] as const)('are not handled again once %s', (status) => {
    expect(again(withStatus(aCase(), status))?.outcome).toBe('ANSWERED');
  });

  it('may be told anew after a withdrawal: then they are a case of their own', () => {
    expect(again(withStatus(aCase(), 'withdrawn'))).toBeUndefined();
  });
});

describe('new facts', () => {
  it('join the open case as a message, and what nobody has accepted is received anew', () => {
    const earlier = aCase();
    const repeat = again(earlier, NEWS);
    expect(repeat?.outcome).toBe('JOINED');
    expect(repeat?.change.message).toMatchObject({ from: 'citizen', text: NEWS.facts });
    const [before] = earlier.items[0]?.clocks ?? [];
    const [after] = repeat?.change.items[0]?.clocks ?? [];
    expect(after?.startedOn).toBe('2026-11-23');
    expect((after?.dueOn ?? '') > (before?.dueOn ?? '')).toBe(true);
  });

  it('change no deadline of what was accepted', () => {
    const earlier = withStatus(aCase(), 'accepted');
    expect(again(earlier, NEWS)?.change.items[0]?.clocks).toEqual(earlier.items[0]?.clocks);
  });

  it('are told once: the same words a second time are known', () => {
    const earlier = aCase();
    const first = again(earlier, NEWS);
    if (!first) throw new Error('it joined');
    expect(again(changed(earlier, first.change), NEWS)?.outcome).toBe('KNOWN');
  });

  it('press on a case with what presses them', () => {
    const repeat = again(aCase(), { ...NEWS, circumstances: ['DEATH'] });
    expect(repeat?.change.head).toMatchObject({ urgency: 'P0', majorReasons: ['DEATH'] });
    expect(repeat?.change.items[0]?.urgency).toBe('P0');
  });

  it('on what is over are a case of their own', () => {
    expect(again(withStatus(aCase(), 'concluded'), NEWS)).toBeUndefined();
  });
});

describe('a case of its own', () => {
  it.each([
    ['another place', { institution: { name: '别的诊所' } }],
    ['another department', { categories: ['TAX_INVOICE'] }],
    ['a claim beside the tip', { demand: '退费', anonymous: false }],
    ['a name where there was none', { anonymous: false }],
  ] as const)('comes of %s', (_, overrides) => {
    expect(again(aCase(), { ...overrides } as Partial<ComplaintSubmission>)).toBeUndefined(); // readonly by `as const` alone
  });

  it('comes of an accusation against officials, whatever was told before', () => {
    const submission = aComplaint({ categories: ['PRICE', 'OFFICIAL_CONDUCT'] });
    const [, accusation = []] = partsOf(submission);
    expect(repeatOf(aCase(), submission, accusation, { at: AT })).toBeUndefined();
  });

  it('loses nobody: whatever joins, every lead and helper of it works on the earlier case', () => {
    fc.assert(
      fc.property(aRouteQuestion, fc.option(aRouteQuestion), (first, other) => {
        const second = other ?? first; // the same told again is what joins most
        const { hasDemand, ...told } = first;
        const earlier = aCase({ ...told, ...(hasDemand && { demand: '退费' }) });
        const part = route(second).filter(({ track }) => track !== 'X');
        const repeat = repeatOf(
          earlier,
          aComplaint({ ...NEWS, circumstances: second.circumstances }),
          part,
          { at: AT },
        );
        const asked = earlier.items.flatMap(({ lead, cooperating }) => [lead, ...cooperating]);
        const wanted = part.flatMap(({ lead, cooperating }) =>
          [lead, ...cooperating].map(({ addressee }) => addressee),
        );
        expect(repeat ? asked : wanted).toEqual(expect.arrayContaining(wanted));
      }),
    );
  });
});

it('compares texts without what differs when somebody types them again', () => {
  expect(essenceOf('多收 ９００ 元！\n没有发票。')).toBe(essenceOf('多收900元,没有发票'));
  expect(essenceOf('多收900元')).not.toBe(essenceOf('多收800元'));
});
