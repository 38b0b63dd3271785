/** Medical insurance, mediation of medical disputes, and petitions, under which everybody else answers (domain B.1). */
import type { DayDuty, LegalRule } from './rule.ts';

const workingDays = { unit: 'workingDays', rollsToWorkingDay: false } as const;
const calendarDays = { unit: 'calendarDays', rollsToWorkingDay: true } as const;
const received = ['receive', 'reassign', 'transfer'] as const;

/** [mem] Report of insurance fraud: verify. The length is remembered, not read; verify it before a deployment. */
export const MI_VERIFY: DayDuty = {
  id: 'MI-VERIFY',
  ...{ length: 15, ...workingDays },
  basis: '《医疗保障行政处罚程序暂行规定》（国家医疗保障局令第4号）',
  certainty: 'remembered',
  ...{ procedure: 'insurance', track: 'R', startedBy: received, stoppedBy: ['decide-filing'] },
};

/** Tell a named reporter whether a case was opened. */
export const MI_TELL: DayDuty = {
  id: 'MI-TELL',
  ...{ length: 5, ...workingDays },
  ...{ basis: '国家医疗保障局令第5号（2022年3月1日起施行）', certainty: 'read' },
  ...{ procedure: 'insurance', track: 'R', startedBy: ['decide-filing'], stoppedBy: ['tell'] },
  toNamedOnly: true,
};

/** 医疗纠纷行政调解: accept or refuse an application. */
export const MD_ADMIN: DayDuty = {
  id: 'MD-ADMIN',
  ...{ length: 5, ...workingDays },
  ...{ basis: '《医疗纠纷预防和处理条例》第40条', certainty: 'read' },
  ...{ procedure: 'mediation', startedBy: received, stoppedBy: ['accept'] },
};

/** 医疗纠纷行政调解: finish; the time of an appraisal is left out. */
export const MD_ADMIN_DONE: DayDuty = {
  id: 'MD-ADMIN-DONE',
  ...{ length: 30, ...workingDays },
  ...{ basis: '《医疗纠纷预防和处理条例》第40条', certainty: 'read' },
  ...{ procedure: 'mediation', startedBy: ['accept'], stoppedBy: ['end-mediation'] },
  pausedFor: ['APPRAISAL'],
};

/** Written notice of receipt and of where the matter went. */
export const XF_TELL: DayDuty = {
  id: 'XF-TELL',
  ...{ length: 15, ...calendarDays },
  ...{ basis: '《信访工作条例》第23条', certainty: 'read' },
  ...{ procedure: 'petition', startedBy: received, stoppedBy: ['accept'] },
};

/** 申诉求决: answer; the head may extend it and tells the citizen so. */
export const XF_DONE: DayDuty = {
  id: 'XF-DONE',
  ...{ length: 60, ...calendarDays },
  ...{ basis: '《信访工作条例》第34条', certainty: 'read' },
  ...{ procedure: 'petitionAnswer', track: 'C', startedBy: ['accept'], stoppedBy: [] },
  extension: { length: 30, times: 1 },
};

/** A right: until when an addressee may send back what is not its own. */
export const XF_OBJECT: LegalRule = {
  id: 'XF-OBJECT',
  ...{ length: 5, ...workingDays },
  ...{ basis: '《信访工作条例》第23条', certainty: 'read' },
};
