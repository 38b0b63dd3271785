/** The periods of a penalty's procedure (domain B.1, PN-*): none of them is a clock of a citizen's item. */
import type { DayRule, LegalRule } from './rule.ts';

const law = (article: number) => `《行政处罚法》第${article}条`;
/** 二日、三日、五日、七日 are working days (行政处罚法 85). */
const workingDays = { unit: 'workingDays', rollsToWorkingDay: false } as const;

/** A right: until when the party may ask for a hearing, from the notice. */
export const PN_HEAR_REQ: DayRule = {
  id: 'PN-HEAR-REQ',
  ...{ length: 5, ...workingDays, basis: law(64), certainty: 'read' },
};

/** How long before the hearing the party is told of time and place. */
export const PN_HEAR_NOTICE: DayRule = {
  id: 'PN-HEAR-NOTICE',
  ...{ length: 7, ...workingDays, basis: law(64), certainty: 'read' },
};

/** Silence after the notice counts as waiving the defence. [mem] 行政处罚法 45 sets no day; market supervision does. */
export const PN_DEFENCE: DayRule = {
  id: 'PN-DEFENCE',
  ...{ length: 5, ...workingDays, certainty: 'remembered' },
  basis: '《市场监督管理行政处罚程序规定》第57条',
};

/** What is to become of evidence that was registered and preserved. */
export const PN_PRESERVE: DayRule = {
  id: 'PN-PRESERVE',
  ...{ length: 7, ...workingDays, basis: law(56), certainty: 'read' },
};

/** The written decision reaches the party. */
export const PN_SERVE: DayRule = {
  id: 'PN-SERVE',
  ...{ length: 7, ...workingDays, basis: law(61), certainty: 'read' },
};

/** The fine is paid, from the day the decision was received. */
export const PN_PAY: DayRule = {
  id: 'PN-PAY',
  ...{ length: 15, unit: 'calendarDays', rollsToWorkingDay: true },
  ...{ basis: law(67), certainty: 'read' },
};

const years = {
  unit: 'years',
  rollsToWorkingDay: false,
  basis: law(36),
  certainty: 'read',
} as const;

/** After that a violation nobody had found is not punished any more, from the day it ended. */
export const PN_LIMIT: LegalRule = { id: 'PN-LIMIT', length: 2, ...years };

/** The same where it touched life, health or financial safety and did harm. */
export const PN_LIMIT_OF_HARM: LegalRule = { id: 'PN-LIMIT', length: 5, ...years };
