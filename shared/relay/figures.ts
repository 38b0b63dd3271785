/** The relay in figures: what is on its way, for how long, and what needs a person. */
import { dateInShanghai, type Instant } from '../time.ts';
import { DISCLOSURE, type AsideState, type OutboxRow } from './outbox.ts';

/** Names are those of the metrics that alarms and the dashboard read. */
export interface RelayFigures {
  readonly OpenRows: number;
  /** The service level: 0 when nothing is on its way. */
  readonly OldestOpenRowSeconds: number;
  readonly StuckRows: number;
  readonly ParkedRows: number;
  /** Open rows whose message a queue gave up. */
  readonly DeadRows: number;
  /** Age of the oldest publication that is not out yet. */
  readonly PublisherLagSeconds: number;
  /** Publications past their legal last day. */
  readonly OverduePublications: number;
}

export const relayFigureNames = [
  'OpenRows',
  'OldestOpenRowSeconds',
  'StuckRows',
  'ParkedRows',
  'DeadRows',
  'PublisherLagSeconds',
  'OverduePublications',
] as const satisfies readonly (keyof RelayFigures)[];

export function figuresOf(
  open: readonly OutboxRow[],
  aside: Readonly<Record<AsideState, readonly OutboxRow[]>>,
  now: Instant,
): RelayFigures {
  const publications = [...open, ...aside.STUCK, ...aside.PARKED].filter(
    ({ addressee }) => addressee === DISCLOSURE,
  );
  const today = dateInShanghai(now);
  return {
    OpenRows: open.length,
    OldestOpenRowSeconds: oldestSeconds(open, now),
    StuckRows: aside.STUCK.length,
    ParkedRows: aside.PARKED.length,
    DeadRows: aside.DEAD.length,
    PublisherLagSeconds: oldestSeconds(publications, now),
    OverduePublications: publications.filter(({ dueOn }) => dueOn !== undefined && dueOn < today)
      .length,
  };
}

function oldestSeconds(rows: readonly OutboxRow[], now: Instant): number {
  const ages = rows.map(({ createdAt }) => (Date.parse(now) - Date.parse(createdAt)) / 1000);
  return Math.round(Math.max(0, ...ages));
}
