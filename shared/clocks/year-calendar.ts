/** The working calendar of one year, as the State Council publishes it each autumn. */
import type { DateOnly } from '../time.ts';

export interface YearCalendar {
  readonly year: number;
  /** The notice that fixes it. */
  readonly source: string;
  /** Days off that the notice names, weekends among them or not. */
  readonly off: readonly DateOnly[];
  /** Weekend days that are worked. */
  readonly on: readonly DateOnly[];
}
