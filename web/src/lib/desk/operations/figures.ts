/** Which figures of operations are normal: the limits at which alarms ring (cdk/constructs/watch.ts). */

export interface Figure {
  readonly name: string;
  /** A present state, or a sum over the last hour. */
  readonly of: 'now' | 'hour';
  /** Null where nothing was measured. */
  readonly value: number | null;
}

/** `plain`: every value is normal. */
export type FigureState = 'good' | 'warning' | 'unknown' | 'plain';

const LATE_SECONDS = 15 * 60;

const largestNormal: Readonly<Record<string, number>> = {
  OldestOpenRowSeconds: LATE_SECONDS,
  StuckRows: 0,
  ParkedRows: 0,
  DeadRows: 0,
  PublisherLagSeconds: LATE_SECONDS,
  OverduePublications: 0,
  UrgentParkedItems: 0,
  Errors: 0,
  Throttles: 0,
};

export function stateOf({ name, value }: Pick<Figure, 'name' | 'value'>): FigureState {
  if (value === null) return 'unknown';
  const most = largestNormal[name];
  if (most === undefined) return 'plain';
  return value <= most ? 'good' : 'warning';
}
