/** What a reward comes to: a share of the base, between floor and cap, in whole fen. */
import { schemes, type Grade, type SchemeCode } from './schemes.ts';

/** An amount with everything that explains it. */
export interface Award {
  readonly grade: Grade;
  readonly baseFen: number;
  readonly rateBasisPoints: number;
  /** Base × rate, before floor and cap. */
  readonly shareFen: number;
  readonly floorFen: number;
  readonly capFen: number;
  readonly amountFen: number;
  /** What set the amount. */
  readonly setBy: 'SHARE' | 'FLOOR' | 'CAP';
  readonly jointWithFinance: boolean;
}

/** @param baseFen - fine and confiscation, or the value of the case, as the scheme has it; 0 when there was no fine */
export function awardOf(code: SchemeCode, grade: Grade, baseFen: number): Award {
  const { grades, capFen, jointFromFen } = schemes[code];
  const { rateBasisPoints, floorFen } = grades[grade];
  const shareFen = shareOf(baseFen, rateBasisPoints);
  const amountFen = Math.min(Math.max(shareFen, floorFen), capFen);
  return {
    ...{ grade, baseFen, rateBasisPoints, shareFen, floorFen, capFen, amountFen },
    setBy: amountFen === shareFen ? 'SHARE' : amountFen === floorFen ? 'FLOOR' : 'CAP',
    jointWithFinance: jointFromFen !== undefined && amountFen >= jointFromFen,
  };
}

const BASIS_POINTS = 10_000;

/** In whole numbers, half a fen rounds up. */
function shareOf(baseFen: number, rateBasisPoints: number): number {
  const parts = baseFen * rateBasisPoints + BASIS_POINTS / 2;
  return (parts - (parts % BASIS_POINTS)) / BASIS_POINTS;
}
