/** Which clocks begin and end at the moments of an item's life. */
import { describe, expect, it } from 'vitest';
import { isRunning, type Clock } from '../../shared/clocks/clocks.ts';
import { duties } from '../../shared/clocks/rule-book.ts';
import {
  advance,
  isForCitizen,
  type ClockMoment,
  type ClockSubject,
} from '../../shared/clocks/rules.ts';

const MONDAY = '2026-11-23T02:00:00.000Z';
const named = { anonymous: false } as const;
const marketComplaint: ClockSubject = {
  ...named,
  lead: 'MARKET',
  track: 'C',
  categories: ['PRICE'],
};
const marketReport: ClockSubject = { ...marketComplaint, track: 'R' };
const insuranceReport: ClockSubject = {
  ...{ ...named, lead: 'MEDINS', track: 'R' },
  categories: ['INSURANCE_FRAUD'],
};
const petition: ClockSubject = {
  ...{ ...named, lead: 'HEALTH', track: 'C' },
  categories: ['SERVICE_ATTITUDE'],
};
const dispute: ClockSubject = { ...petition, categories: ['DISPUTE'] };
const tip: ClockSubject = { ...petition, track: 'R', categories: ['UNLICENSED_PRACTICE'] };

type Step = ClockMoment | readonly [ClockMoment, Partial<ClockSubject>];

function after(of: ClockSubject, ...steps: readonly Step[]): readonly Clock[] {
  return steps.reduce<readonly Clock[]>((clocks, step) => {
    const [moment, decision] = typeof step === 'string' ? [step, {}] : step;
    return advance(clocks, moment, { ...of, ...decision }, MONDAY);
  }, []);
}

const running = (clocks: readonly Clock[]) => clocks.filter(isRunning).map(({ id }) => id);

describe('the clocks of an item run', () => {
  it.each<[string, ClockSubject, readonly Step[], readonly string[]]>([
    ['a market complaint', marketComplaint, ['receive'], ['MK-ACCEPT']],
    ['… accepted: it is mediated', marketComplaint, ['receive', 'accept'], ['MK-MEDIATE']],
    [
      '… the mediation ended: both are told',
      marketComplaint,
      ['receive', 'accept', 'end-mediation'],
      ['MK-END-NOTICE'],
    ],
    ['… taken back', marketComplaint, ['receive', 'accept', 'withdraw'], []],
    ['… refused', marketComplaint, ['receive', 'refuse'], []],
    ['a market report', marketReport, ['receive', 'accept'], ['MK-VERIFY']],
    [
      '… a case opened',
      marketReport,
      ['receive', ['decide-filing', { filed: true }]],
      ['PN-DECIDE'],
    ],
    [
      '… and another district’s department says it is its own: both settle it',
      marketReport,
      ['receive', 'dispute'],
      ['MK-VERIFY', 'MK-DISPUTE'],
    ],
    ['… and settled', marketReport, ['receive', 'dispute', 'settle-dispute'], ['MK-VERIFY']],
    [
      '… of a market complaint no law says so',
      marketComplaint,
      ['receive', 'dispute'],
      ['MK-ACCEPT'],
    ],
    ['… no case opened', marketReport, ['receive', ['decide-filing', { filed: false }]], []],
    ['a report of insurance fraud', insuranceReport, ['receive'], ['MI-VERIFY']],
    [
      '… decided: a named reporter is told',
      insuranceReport,
      ['receive', ['decide-filing', { filed: false }]],
      ['MI-TELL'],
    ],
    ['… and told', insuranceReport, ['receive', ['decide-filing', { filed: false }], 'tell'], []],
    [
      '… an unnamed one is not',
      { ...insuranceReport, anonymous: true },
      ['receive', ['decide-filing', { filed: false }]],
      [],
    ],
    ['a petition', petition, ['receive'], ['XF-TELL']],
    ['… accepted: it is answered', petition, ['receive', 'accept'], ['XF-DONE']],
    ['… answered', petition, ['receive', 'accept', 'conclude'], []],
    ['… sent back: the citizen waits on', petition, ['receive', 'return'], ['XF-TELL']],
    ['a tip to health', tip, ['receive', 'accept'], []],
    ['a medical dispute', dispute, ['receive'], ['MD-ADMIN', 'XF-TELL']],
    ['… accepted: it is mediated', dispute, ['receive', 'accept'], ['MD-ADMIN-DONE']],
    [
      '… with something else: that is answered',
      { ...dispute, categories: ['DISPUTE', 'SERVICE_ATTITUDE'] },
      ['receive', 'accept'],
      ['MD-ADMIN-DONE', 'XF-DONE'],
    ],
    ['a crime reported', tip, ['receive', 'accept', 'report-crime'], ['CR-DECIDE']],
    [
      '… approved',
      tip,
      ['receive', 'accept', 'report-crime', ['approve-crime', { approved: true }]],
      ['CR-SEND'],
    ],
    [
      '… not approved',
      tip,
      ['receive', 'accept', 'report-crime', ['approve-crime', { approved: false }]],
      [],
    ],
    [
      '… handed over',
      tip,
      ['receive', 'accept', 'report-crime', 'hand-over'],
      ['CR-DECIDE', 'CR-PSB'],
    ],
    ['… taken up', tip, ['hand-over', ['police-decide', { filed: true }]], ['CR-HAND']],
    ['… not taken up', tip, ['hand-over', ['police-decide', { filed: false }]], []],
  ])('%s', (_, of, steps, ids) => {
    expect(running(after(of, ...steps))).toEqual(ids);
  });

  it('to none where the body has procedures of its own', () => {
    for (const lead of ['PSB', 'DISCIPLINE', 'COURT', 'PROCURATORATE'] as const)
      expect(after({ ...tip, lead }, 'receive', 'accept', 'conclude')).toEqual([]);
  });

  it('only where a district switches on what is off', () => {
    const filed = { ...marketReport, filed: false };
    const clocks = advance([], 'decide-filing', filed, MONDAY, { switchedOn: ['MK-TELL'] });
    expect(running(clocks)).toEqual(['MK-TELL']);
    const unnamed = { ...filed, anonymous: true };
    expect(advance([], 'decide-filing', unnamed, MONDAY, { switchedOn: ['MK-TELL'] })).toEqual([]);
  });
});

describe('a moment', () => {
  it('starts clocks on the day a letter came, not on the day it was entered', () => {
    const [clock] = advance([], 'receive', petition, MONDAY, { on: '2026-11-16' });
    expect(clock).toMatchObject({ id: 'XF-TELL', startedOn: '2026-11-16', dueOn: '2026-12-01' });
  });

  it('of another lead ends the clocks of the former and begins those of the new one', () => {
    const clocks = advance(after(petition, 'receive'), 'reassign', marketComplaint, MONDAY);
    expect(clocks).toMatchObject([
      { id: 'XF-TELL', stoppedOn: '2026-11-23', stoppedBy: 'reassign' },
      { id: 'MK-ACCEPT', startedOn: '2026-11-23' },
    ]);
  });

  it('that begins a duty anew keeps its former run in the one clock of its id', () => {
    const received = advance([], 'receive', petition, MONDAY, { on: '2026-11-16' });
    const clocks = advance(received, 'transfer', { ...petition, lead: 'CIVIL' }, MONDAY);
    expect(clocks).toHaveLength(1);
    expect(clocks[0]).toMatchObject({
      ...{ id: 'XF-TELL', startedOn: '2026-11-23' },
      earlier: [{ startedOn: '2026-11-16', stoppedOn: '2026-11-23', stoppedBy: 'transfer' }],
    });
    expect(clocks[0]).not.toHaveProperty('stoppedOn');
  });

  it('that comes twice changes nothing the second time', () => {
    for (const moment of ['receive', 'accept', 'report-crime', 'hand-over'] as const) {
      const once = after(petition, 'receive', moment);
      expect(advance(once, moment, petition, '2026-11-24T02:00:00.000Z')).toEqual(once);
    }
  });
});

describe('the book of duties', () => {
  it('cites a basis for every duty and names each once', () => {
    expect(new Set(duties.map(({ id }) => id)).size).toBe(duties.length);
    for (const { basis } of duties) expect(basis).toMatch(/[《〔第号]/);
  });

  it('keeps from the citizen what would tell of a criminal inquiry', () => {
    expect(isForCitizen({ id: 'XF-TELL' })).toBe(true);
    for (const id of ['CR-DECIDE', 'CR-SEND', 'CR-PSB', 'CR-HAND'])
      expect(isForCitizen({ id })).toBe(false);
  });
});
