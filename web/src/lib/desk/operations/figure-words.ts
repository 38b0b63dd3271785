/** The figures of operations in words: what each counts, what is normal, and whether it is. */
import { m } from '#lib/desk/paraglide/messages.js';

export interface Figure {
  readonly name: string;
  /** A present state, or a sum over the last hour. */
  readonly of: 'now' | 'hour';
  /** Null where nothing was measured. */
  readonly value: number | null;
}

export interface ShownFigure {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly normal: string;
  readonly state: 'good' | 'warning' | 'unknown' | 'plain';
}

/** From here on an alarm rings (cdk/constructs/watch.ts). */
const LATE_SECONDS = 15 * 60;

interface Meaning {
  readonly label: () => string;
  readonly normal: () => string;
  /** The largest normal value; absent where every value is. */
  readonly most?: number;
  readonly isTime?: true;
}

const meanings: Readonly<Record<string, Meaning>> = {
  OpenRows: { label: m.operations_OpenRows, normal: m.operations_OpenRows_normal },
  OldestOpenRowSeconds: {
    label: m.operations_OldestOpenRowSeconds,
    normal: m.operations_late_normal,
    most: LATE_SECONDS,
    isTime: true,
  },
  StuckRows: { label: m.operations_StuckRows, normal: m.operations_zero_normal, most: 0 },
  ParkedRows: { label: m.operations_ParkedRows, normal: m.operations_zero_normal, most: 0 },
  DeadRows: { label: m.operations_DeadRows, normal: m.operations_zero_normal, most: 0 },
  PublisherLagSeconds: {
    label: m.operations_PublisherLagSeconds,
    normal: m.operations_late_normal,
    most: LATE_SECONDS,
    isTime: true,
  },
  OverduePublications: {
    label: m.operations_OverduePublications,
    normal: m.operations_zero_normal,
    most: 0,
  },
  Invocations: { label: m.operations_Invocations, normal: m.operations_Invocations_normal },
  Errors: { label: m.operations_Errors, normal: m.operations_zero_normal, most: 0 },
  Throttles: { label: m.operations_Throttles, normal: m.operations_zero_normal, most: 0 },
};

/** A figure this window does not know yet is shown under its own name. */
export function shownFigure({ name, value }: Figure): ShownFigure {
  const meaning = meanings[name];
  return {
    name,
    label: meaning?.label() ?? name,
    value: value === null ? m.operations_unmeasured() : written(value, meaning),
    normal: meaning?.normal() ?? '',
    state: stateOf(value, meaning),
  };
}

function stateOf(value: number | null, meaning: Meaning | undefined): ShownFigure['state'] {
  if (value === null) return 'unknown';
  if (meaning?.most === undefined) return 'plain';
  return value <= meaning.most ? 'good' : 'warning';
}

const written = (value: number, meaning: Meaning | undefined): string =>
  meaning?.isTime ? duration(value) : String(value);

export function duration(seconds: number): string {
  if (seconds < 120) return m.operations_seconds({ count: Math.round(seconds) });
  if (seconds < 7_200) return m.operations_minutes({ count: Math.round(seconds / 60) });
  return m.operations_hours({ count: Math.round(seconds / 3_600) });
}
