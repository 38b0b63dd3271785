/** How a deadline came about, in sentences for officers. */
import type { Explanation, Stretch } from '../../../../../shared/clocks/explanation.ts';
import type { PauseGround } from '../../../../../shared/clocks/rule.ts';
import { minuteInShanghai, type DateOnly } from '../../../../../shared/time.ts';
import { m } from '#lib/desk/paraglide/messages.js';
import { dateInText } from '#lib/figures.ts';
import { listOf, sentences } from '#lib/names.ts';

const grounds: Readonly<Record<PauseGround, () => string>> = {
  TESTING: m.desk_deadline_ground_TESTING,
  APPRAISAL: m.desk_deadline_ground_APPRAISAL,
};

/** @param nameOf - who a subject is, where the page knows */
export function deadlineSentences(
  explained: Explanation,
  nameOf: (subject: string) => string | undefined,
): readonly string[] {
  const { notCounted, madeUp, roll, standsStill, unpublishedYears, warnOn, dueOn } = explained;
  return [
    startOf(explained),
    ...daysLeftOut(notCounted),
    madeUp.length > 0 &&
      m.desk_deadline_made_up({ days: listOf(madeUp.map(({ on }) => dateInText(on))) }),
    roll && m.desk_deadline_rolled({ from: dateInText(roll.from), to: dateInText(dueOn) }),
    standsStill &&
      m.desk_deadline_standing({
        from: dateInText(standsStill.from),
        ground: grounds[standsStill.ground](),
      }),
    ...explained.extensions.map(({ on, by, reason, from, to }) =>
      sentences(
        m.desk_deadline_extended({
          ...datesInText({ on, from, to }),
          who: (by && nameOf(by)) ?? m.desk_deadline_head(),
        }),
        reason && m.desk_deadline_reason({ reason }),
      ),
    ),
    ...explained.moves.map((move) => m.desk_deadline_moved(datesInText(move))),
    unpublishedYears.length > 0 &&
      m.desk_deadline_unpublished({ years: listOf(unpublishedYears.map(String)) }),
    warnOn && m.desk_deadline_warn({ on: dateInText(warnOn) }),
    explained.certainty === 'secondary' && m.desk_deadline_secondary(),
    explained.certainty === 'remembered' && m.desk_deadline_remembered(),
  ].filter((sentence) => typeof sentence === 'string');
}

function startOf({ unit, length, startedOn, startedAt, dueAt }: Explanation): string {
  if (startedAt && dueAt)
    return m.desk_deadline_start_at({
      ...{ hours: length, start: minuteInShanghai(startedAt), due: minuteInShanghai(dueAt) },
    });
  const lengths: Readonly<Record<Explanation['unit'], () => string>> = {
    hours: () => m.desk_deadline_hours({ hours: length }),
    workingDays: () => m.desk_clock_working_days({ days: length }),
    calendarDays: () => m.desk_deadline_days({ days: length }),
  };
  return m.desk_deadline_start({ start: dateInText(startedOn), length: lengths[unit]() });
}

/** Weekends as one number, holidays and pauses by their dates. */
function daysLeftOut(stretches: readonly Stretch[]): readonly string[] {
  const weekendDays = stretches
    .filter(({ why }) => why === 'weekend')
    .reduce((sum, { days }) => sum + days, 0);
  const weekends = weekendDays > 0 ? [m.desk_deadline_weekends({ days: weekendDays })] : [];
  const named = stretches.flatMap((stretch) => {
    const days = stretchInText(stretch);
    const { why, source, ground, days: count } = stretch;
    if (why === 'pause')
      return ground ? [m.desk_deadline_paused({ days, count, ground: grounds[ground]() })] : [];
    if (why === 'weekend') return [];
    return [
      source ? m.desk_deadline_holiday({ days, source }) : m.desk_deadline_fixed_holiday({ days }),
    ];
  });
  return [...weekends, ...named];
}

const stretchInText = ({ from, to }: Stretch): string =>
  from === to
    ? dateInText(from)
    : m.desk_deadline_range({ from: dateInText(from), to: dateInText(to) });

const datesInText = ({ on, from, to }: Record<'on' | 'from' | 'to', DateOnly>) => ({
  ...{ on: dateInText(on), from: dateInText(from), to: dateInText(to) },
});
