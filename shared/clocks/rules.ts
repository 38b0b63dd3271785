/** The clocks of the main job as data: lengths stand here once, each with its source (domain B.1). */
import type { Addressee, CategoryCode } from '../complaints/categories.ts';
import type { ItemTrack } from '../complaints/routing.ts';
import type { DateOnly } from '../time.ts';
import { isRunning, type Clock, type ClockRule, type ReceptionClockRule } from './clocks.ts';

const workingDays = (id: string, length: number, basis: string): ClockRule => ({
  id,
  length,
  unit: 'workingDays',
  rollsToWorkingDay: false,
  basis,
});

/** 投诉: accept or refuse, and tell. */
export const MK_ACCEPT: ReceptionClockRule = {
  ...workingDays('MK-ACCEPT', 7, '《市场监督管理投诉举报处理办法》（总局令第121号）第14、15条'),
  stoppedBy: 'accept',
};

/** 举报: verify the clue and decide whether to open a case; may be extended once by as much. */
export const MK_VERIFY: ReceptionClockRule = {
  ...workingDays('MK-VERIFY', 15, '《市场监督管理行政处罚程序规定》第18条'),
  stoppedBy: 'conclude',
};

/** [mem] Report of insurance fraud: verify. The length is remembered, not read; verify it before a deployment. */
export const MI_VERIFY: ReceptionClockRule = {
  ...workingDays('MI-VERIFY', 15, '《医疗保障行政处罚程序暂行规定》（国家医疗保障局令第4号）'),
  stoppedBy: 'conclude',
};

/** 医疗纠纷行政调解: accept or refuse an application. */
export const MD_ADMIN: ReceptionClockRule = {
  ...workingDays('MD-ADMIN', 5, '《医疗纠纷预防和处理条例》第40条'),
  stoppedBy: 'accept',
};

/** Written notice of receipt and of where the matter went. */
export const XF_TELL: ReceptionClockRule = {
  id: 'XF-TELL',
  length: 15,
  unit: 'calendarDays',
  rollsToWorkingDay: true,
  basis: '《信访工作条例》第23条',
  stoppedBy: 'accept',
};

/** A penalty decision is made public. */
export const PUB_PEN = workingDays('PUB-PEN', 7, '国办发〔2018〕118号');

/** An inspection result is made public. */
export const PUB_CHECK = workingDays(
  'PUB-CHECK',
  20,
  '国发〔2019〕5号体系（抽查结束起20个工作日，地方口径）',
);

/** A decision that is changed, revoked or void is taken back from publication, with its reason. */
export const PN_WITHDRAW = workingDays('PN-WITHDRAW', 3, '《行政处罚法》第48条');

/** [design] Our own service level for telling the citizen, shown to officers only and never as law. */
export const INTERNAL_ACCEPT = workingDays('INTERNAL-ACCEPT', 7, '—');

/** [design] Our own service level for the answer, from acceptance on; like the other, never shown as law. */
export const INTERNAL_ANSWER: ClockRule = {
  id: 'INTERNAL-ANSWER',
  length: 60,
  unit: 'calendarDays',
  rollsToWorkingDay: true,
  basis: '—',
};

const receptionRules = [MK_ACCEPT, MK_VERIFY, MI_VERIFY, MD_ADMIN, XF_TELL];

/** Bodies that answer by procedures of their own: the citizen sees "handed over", no clock (domain B.0). */
const withoutClock: readonly Addressee[] = ['PSB', 'DISCIPLINE', 'COURT', 'PROCURATORATE'];

/** The legal clocks that start when an item is received: chosen by its lead, never by the whole message (domain B.0). */
export function receptionClocks(
  lead: Addressee,
  track: ItemTrack,
  categories: readonly CategoryCode[],
): readonly ReceptionClockRule[] {
  if (withoutClock.includes(lead)) return [];
  if (lead === 'MARKET') return [track === 'C' ? MK_ACCEPT : MK_VERIFY];
  if (lead === 'MEDINS' && track === 'R') return [MI_VERIFY];
  if (lead === 'HEALTH' && categories.includes('DISPUTE')) return [MD_ADMIN, XF_TELL];
  return [XF_TELL];
}

/** The clocks after a command: those whose duty it does stop on that day. */
export const stopClocks = (
  clocks: readonly Clock[],
  command: string,
  on: DateOnly,
): readonly Clock[] =>
  clocks.map((clock) => {
    const rule = receptionRules.find(({ id }) => id === clock.id);
    return isRunning(clock) && rule?.stoppedBy === command ? { ...clock, stoppedOn: on } : clock;
  });
