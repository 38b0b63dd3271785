/** What happened to a case, as lines for people. */
import type { TimelineEntry } from '#lib/components/Timeline.svelte';
import { m } from '#lib/desk/paraglide/messages.js';
import { addresseeName } from '#lib/names.ts';
import type { DeskCase, DeskEvent } from './desk-case.ts';
import { eventName } from './case-words.ts';

/** Latest first. */
export const timelineEntries = ({ timeline }: DeskCase): TimelineEntry[] =>
  timeline.map(entryOf).toReversed();

function entryOf(event: DeskEvent): TimelineEntry {
  const { at, type, itemNumber, detail, assignee } = event;
  const which = itemNumber === undefined ? '' : m.desk_event_item({ number: itemNumber });
  const isGivenUp = type === 'assigned' && !assignee;
  const told = assignee ? assignee.name : detail;
  return {
    at,
    title: (isGivenUp ? m.desk_event_given_up() : eventName(type)) + which,
    ...(told && { detail: told }),
    by: personOf(event),
  };
}

function personOf(event: DeskEvent): string {
  if (!('department' in event)) return m.desk_from_citizen();
  const name = 'byName' in event ? event.byName : event.by;
  return `${addresseeName(event.department)} ${name}`;
}
