/** The figures of operations in words: what each counts, what is normal, and whether it is. */
import { stateOf, type Figure, type FigureState } from '#lib/desk/operations/figures.ts';
import { m } from '#lib/desk/paraglide/messages.js';

export interface ShownFigure {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly normal: string;
  readonly state: FigureState;
}

interface Meaning {
  readonly label: () => string;
  readonly normal: () => string;
  readonly isTime?: true;
}

const meanings: Readonly<Record<string, Meaning>> = {
  OpenRows: { label: m.operations_OpenRows, normal: m.operations_OpenRows_normal },
  OldestOpenRowSeconds: {
    label: m.operations_OldestOpenRowSeconds,
    normal: m.operations_late_normal,
    isTime: true,
  },
  StuckRows: { label: m.operations_StuckRows, normal: m.operations_zero_normal },
  ParkedRows: { label: m.operations_ParkedRows, normal: m.operations_zero_normal },
  DeadRows: { label: m.operations_DeadRows, normal: m.operations_zero_normal },
  PublisherLagSeconds: {
    label: m.operations_PublisherLagSeconds,
    normal: m.operations_late_normal,
    isTime: true,
  },
  OverduePublications: {
    label: m.operations_OverduePublications,
    normal: m.operations_zero_normal,
  },
  UrgentParkedItems: {
    label: m.operations_UrgentParkedItems,
    normal: m.operations_UrgentParkedItems_normal,
  },
  Invocations: { label: m.operations_Invocations, normal: m.operations_Invocations_normal },
  Errors: { label: m.operations_Errors, normal: m.operations_zero_normal },
  Throttles: { label: m.operations_Throttles, normal: m.operations_zero_normal },
};

/** A figure this window does not know yet is shown under its own name. */
export function shownFigure({ name, value }: Figure): ShownFigure {
  const meaning = meanings[name];
  return {
    name,
    label: meaning?.label() ?? name,
    value: value === null ? m.operations_unmeasured() : written(value, meaning),
    normal: meaning?.normal() ?? '',
    state: stateOf({ name, value }),
  };
}

const stateNames: Readonly<Record<FigureState, () => string>> = {
  good: m.operations_is_good,
  warning: m.operations_is_warning,
  unknown: m.operations_is_unknown,
  plain: m.operations_is_plain,
};
export const figureStateName = (state: FigureState): string => stateNames[state]();

const written = (value: number, meaning: Meaning | undefined): string =>
  meaning?.isTime ? duration(value) : String(value);

export function duration(seconds: number): string {
  if (seconds < 120) return m.operations_seconds({ count: Math.round(seconds) });
  if (seconds < 7_200) return m.operations_minutes({ count: Math.round(seconds / 60) });
  return m.operations_hours({ count: Math.round(seconds / 3_600) });
}
