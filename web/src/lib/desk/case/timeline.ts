/** What happened to a case, as lines for people. */
import { isDepartment } from '../../../../../shared/departments/directory.ts';
import type { Instant } from '../../../../../shared/time.ts';
import { m } from '#lib/desk/paraglide/messages.js';
import { addresseeName, listOf } from '#lib/names.ts';
import { documentChoices, groundChoices, pauseChoices, wordOf } from './choice-words.ts';
import type { DeskCase, DeskEvent } from './desk-case.ts';
import { eventName } from './case-words.ts';
import { clockName } from './words.ts';

export interface TimelineLine {
  readonly seq: number;
  readonly at: Instant;
  readonly title: string;
  readonly detail?: string;
  readonly by: string;
  /** A note of the own department, which nobody else sees. */
  readonly isInternal: boolean;
}

/** Latest first. */
export const timelineLines = ({ timeline }: Pick<DeskCase, 'timeline'>): readonly TimelineLine[] =>
  timeline.map(lineOf).toReversed();

function lineOf(event: DeskEvent): TimelineLine {
  const { seq, at, type, itemNumber } = event;
  const which = itemNumber === undefined ? '' : m.desk_event_item({ number: itemNumber });
  const about = aboutOf(event);
  const name = type === 'assigned' && !event.assignee ? m.desk_event_given_up() : eventName(type);
  const detail = detailOf(event);
  return {
    ...{ seq, at, by: personOf(event), isInternal: type === 'remarked' },
    title: (about ? m.desk_event_about({ event: name, about }) : name) + which,
    ...(detail && { detail }),
  };
}

/** To whom, or of which clock. */
function aboutOf({ type, to, clock }: DeskEvent): string | undefined {
  if (to && type === 'returned') return m.desk_event_proposes({ department: addresseeName(to) });
  if (to) return addresseeName(to);
  return clock && clockName(clock);
}

/** The words that were said; what is kept as a code, in words. */
function detailOf({ type, detail, assignee }: DeskEvent): string | undefined {
  if (assignee) return assignee.name;
  if (detail === undefined) return undefined;
  if (type === 'refused') return wordOf(groundChoices(), detail);
  if (type === 'paused') return wordOf(pauseChoices(), detail);
  if (type === 'handedOver')
    return listOf(detail.split(' ').map((code) => wordOf(documentChoices(), code)));
  if (type === 'rated') return m.desk_event_score({ score: detail });
  if (type === 'escalated') return m.desk_event_was_due({ date: detail });
  if (type === 'replayed' && isDepartment(detail)) return addresseeName(detail);
  return detail;
}

function personOf(event: DeskEvent): string {
  if (!('department' in event))
    return event.by === 'system' ? m.desk_event_system() : m.desk_from_citizen();
  const name = 'byName' in event ? event.byName : event.by;
  return `${addresseeName(event.department)} ${name}`;
}

/** The names of officers by the subjects of their tokens, as far as they have acted here. */
export const officerNames = ({
  timeline,
}: Pick<DeskCase, 'timeline'>): ReadonlyMap<string, string> =>
  new Map(
    timeline.flatMap((event): [string, string][] =>
      'byName' in event && event.byName ? [[event.by, event.byName]] : [],
    ),
  );
