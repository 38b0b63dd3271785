/** Market supervision 市场监督管理: complaints 投诉 are accepted and mediated, reports 举报 verified (domain B.1, MK-*). */
import type { DayDuty } from './rule.ts';

const NEW_MEASURE = '《市场监督管理投诉举报处理办法》（总局令第121号）';
const workingDays = { unit: 'workingDays', rollsToWorkingDay: false } as const;
const received = ['receive', 'reassign', 'transfer'] as const;

/** 投诉: accept or refuse, and tell. */
export const MK_ACCEPT: DayDuty = {
  id: 'MK-ACCEPT',
  ...{ length: 7, ...workingDays },
  ...{ basis: `${NEW_MEASURE}第14、15条`, certainty: 'secondary' },
  ...{ procedure: 'market', track: 'C', startedBy: received, stoppedBy: ['accept'] },
};

/** 投诉: mediate; the time of testing and appraisal is left out. */
export const MK_MEDIATE: DayDuty = {
  id: 'MK-MEDIATE',
  ...{ length: 60, unit: 'calendarDays', rollsToWorkingDay: true },
  ...{ basis: `${NEW_MEASURE}第23条`, certainty: 'secondary' },
  ...{ procedure: 'market', track: 'C', startedBy: ['accept'], stoppedBy: ['end-mediation'] },
  pausedFor: ['TESTING', 'APPRAISAL'],
};

/** 投诉: tell both sides that the mediation was ended. */
export const MK_END_NOTICE: DayDuty = {
  id: 'MK-END-NOTICE',
  ...{ length: 7, ...workingDays },
  ...{ basis: `${NEW_MEASURE}第23条`, certainty: 'secondary' },
  ...{ procedure: 'market', track: 'C', startedBy: ['end-mediation'], stoppedBy: [] },
};

/** 举报: verify the clue and decide whether to open a case. */
export const MK_VERIFY: DayDuty = {
  id: 'MK-VERIFY',
  ...{ length: 15, ...workingDays },
  ...{ basis: '《市场监督管理行政处罚程序规定》第18条', certainty: 'secondary' },
  ...{ procedure: 'market', track: 'R', startedBy: received, stoppedBy: ['decide-filing'] },
  extension: { length: 15, times: 1 },
};

/**
 * 举报: two market supervision departments settle which of them handles it, else their common superior names one. Of two
 * districts: what departments of one district disagree about goes to its coordinator, and no law sets that a day.
 * The measure of 2026 keeps the duty; [mem] under which article of it, and that it is of reports alone.
 */
export const MK_DISPUTE: DayDuty = {
  id: 'MK-DISPUTE',
  ...{ length: 7, ...workingDays },
  ...{
    basis: `${NEW_MEASURE}（原总局令第20号第30条）`,
    certainty: 'remembered',
  },
  ...{ procedure: 'market', track: 'R', startedBy: ['dispute'], stoppedBy: ['settle-dispute'] },
};

/**
 * 举报: tell a named reporter whether a case was opened. The measure of 2026 (art. 34) is said to have dropped this
 * general duty, so it is off; a district that finds it still holds switches it on.
 */
export const MK_TELL: DayDuty = {
  id: 'MK-TELL',
  ...{ length: 5, ...workingDays },
  ...{
    basis: '《市场监督管理投诉举报处理暂行办法》（总局令第20号）第31条',
    certainty: 'secondary',
  },
  ...{ procedure: 'market', track: 'R', startedBy: ['decide-filing'], stoppedBy: ['tell'] },
  ...{ toNamedOnly: true, offByDefault: true },
};
