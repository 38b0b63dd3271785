/** How a legal deadline came about, in a citizen's words. */
import { dutyOf } from '../../../../shared/clocks/rule-book.ts';
import type { Explanation, Stretch } from '../../../../shared/clocks/explanation.ts';
import type { ClockMoment } from '../../../../shared/clocks/rule.ts';
import type { DateOnly } from '../../../../shared/time.ts';
import { dateInText } from '#lib/figures.ts';
import { m } from '#lib/paraglide/messages.js';

const starts: Readonly<Partial<Record<ClockMoment, (of: { date: string }) => string>>> = {
  receive: m.clock_from,
  accept: m.clock_from_accept,
  'decide-filing': m.clock_from_filing,
};

/** From when it is counted. */
export function clockStart(id: string, startedOn: DateOnly): string {
  const [moment = 'receive'] = dutyOf(id)?.startedBy ?? [];
  return (starts[moment] ?? m.clock_from_other)({ date: dateInText(startedOn) });
}

/** What was not counted and what moved it, in the order in which it is counted. */
export const clockReasons = (explained: Explanation): readonly string[] => {
  const { notCounted, madeUp, extensions, moves, roll, standsStill } = explained;
  const weekendDays = notCounted
    .filter(({ why }) => why === 'weekend')
    .reduce((sum, { days }) => sum + days, 0);
  return [
    ...(weekendDays > 0 ? [m.clock_why_weekends({ days: weekendDays })] : []),
    ...notCounted.flatMap(stretchText),
    ...madeUp.map(({ on }) => m.clock_why_made_up({ days: dateInText(on) })),
    ...(roll
      ? [
          m.clock_why_rolled({
            from: dateInText(roll.from),
            to: dateInText(explained.dueOn),
          }),
        ]
      : []),
    ...extensions.map(({ on, from, to }) =>
      m.clock_why_extended({ on: dateInText(on), from: dateInText(from), to: dateInText(to) }),
    ),
    ...moves.map(({ from, to }) =>
      m.clock_why_moved({ from: dateInText(from), to: dateInText(to) }),
    ),
    ...(standsStill
      ? [
          m.clock_why_standing({
            from: dateInText(standsStill.from),
            ground: m[`clock_ground_${standsStill.ground}`](),
          }),
        ]
      : []),
  ];
};

function stretchText({ why, from, to, ground }: Stretch): readonly string[] {
  const days =
    from === to
      ? dateInText(from)
      : m.clock_days_range({ from: dateInText(from), to: dateInText(to) });
  if (why === 'holiday') return [m.clock_why_holiday({ days })];
  return why === 'pause' && ground
    ? [m.clock_why_paused({ days, ground: m[`clock_ground_${ground}`]() })]
    : [];
}
