/** From an opened case to its penalty and publication, and the hand-over of suspected crimes (domain B.1, PN-*, PUB-*, CR-*). */
import type { DayDuty, DayRule, HourDuty, LegalRule } from './rule.ts';

const HAND_OVER_OF_CRIMES = '《行政执法机关移送涉嫌犯罪案件的规定》';
const workingDays = { unit: 'workingDays', rollsToWorkingDay: false } as const;
const calendarDays = { unit: 'calendarDays', rollsToWorkingDay: true } as const;

/** Decide on the penalty. Longer terms of single fields (market supervision, insurance) are not read, so not here. */
export const PN_DECIDE: DayDuty = {
  id: 'PN-DECIDE',
  ...{ length: 90, ...calendarDays },
  ...{ basis: '《行政处罚法》第60条', certainty: 'read' },
  ...{ procedure: 'enforcement', filed: true, startedBy: ['decide-filing'], stoppedBy: [] },
};

/** The law of crimes handed over says 日 without 工作日 where others do: rolled, but officers are warned unrolled. */
const threeDays = { length: 3, ...calendarDays, warnsBeforeRoll: true } as const;
const ofCrimes = { procedure: 'enforcement', certainty: 'read', forOfficersOnly: true } as const;

/** The head decides whether a suspected crime goes to the police. */
export const CR_DECIDE: DayDuty = {
  id: 'CR-DECIDE',
  ...{ ...threeDays, ...ofCrimes, basis: `${HAND_OVER_OF_CRIMES}第5条` },
  ...{ startedBy: ['report-crime'], stoppedBy: ['approve-crime'] },
};

/** What was approved is handed to the police. */
export const CR_SEND: HourDuty = {
  id: 'CR-SEND',
  ...{ length: 24, unit: 'hours', ...ofCrimes, basis: `${HAND_OVER_OF_CRIMES}第5条` },
  ...{ approved: true, startedBy: ['approve-crime'], stoppedBy: ['hand-over'] },
};

/** The police decide whether to open a case. */
export const CR_PSB: DayDuty = {
  id: 'CR-PSB',
  ...{ ...threeDays, ...ofCrimes, basis: `${HAND_OVER_OF_CRIMES}第8条` },
  ...{ startedBy: ['hand-over'], stoppedBy: ['police-decide'] },
};

/** The police opened a case: the things and the material follow. */
export const CR_HAND: DayDuty = {
  id: 'CR-HAND',
  ...{ ...threeDays, ...ofCrimes, basis: `${HAND_OVER_OF_CRIMES}第12条` },
  ...{ filed: true, startedBy: ['police-decide'], stoppedBy: [] },
};

/** A right: until when a review may be asked for after the police opened no case. */
export const CR_OBJECT: LegalRule = {
  id: 'CR-OBJECT',
  ...{ length: 3, ...calendarDays, basis: `${HAND_OVER_OF_CRIMES}第9条`, certainty: 'read' },
};

/** A penalty decision is made public. */
export const PUB_PEN: DayRule = {
  id: 'PUB-PEN',
  ...{ length: 7, ...workingDays, basis: '国办发〔2018〕118号', certainty: 'read' },
};

/** An inspection result is made public. */
export const PUB_CHECK: LegalRule = {
  id: 'PUB-CHECK',
  ...{ length: 20, ...workingDays },
  ...{
    basis: '国发〔2019〕5号体系（抽查结束起20个工作日，地方口径）',
    certainty: 'secondary',
  },
};

/** A decision that is changed, revoked or void is taken back from publication, with its reason. */
export const PN_WITHDRAW: DayRule = {
  id: 'PN-WITHDRAW',
  ...{ length: 3, ...workingDays, basis: '《行政处罚法》第48条', certainty: 'read' },
};
