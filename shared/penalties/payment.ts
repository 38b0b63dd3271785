/** What is owed of a fine: the day it was due, the surcharge that grew since, and what is left (行政处罚法 66, 67, 72, 73). */
import { deadline } from '../clocks/clocks.ts';
import { PN_PAY } from '../clocks/penalty-rules.ts';
import { plusDays, type DateOnly } from '../time.ts';
import type { Contest, Instalment, Payment, Penalty } from './penalty.ts';

/** 72: three hundredths of the fine for each day late, and never more than the fine. */
const SURCHARGE_PERCENT_A_DAY = 3;

/**
 * The surcharge on a fine that was to be paid in these parts. It grows on what is late each day, the day of payment
 * included, stands still during a review or a suit (73), and parts of a fen are let go.
 * @param on - the day up to which it is counted
 */
export function surchargeFen(
  plan: readonly Instalment[],
  paid: readonly { readonly on: DateOnly; readonly fineFen?: number }[],
  contests: readonly Pick<Contest, 'from' | 'until'>[],
  on: DateOnly,
): number {
  const principal = sum(plan.map(({ amountFen }) => amountFen));
  const firstDue = plan.map(({ dueOn }) => dueOn).sort()[0];
  let hundredths = 0;
  for (let day = firstDue && plusDays(firstDue, 1); day !== undefined && day <= on;) {
    const date = day;
    const due = sum(plan.filter(({ dueOn }) => dueOn < date).map(({ amountFen }) => amountFen));
    const settled = sum(paid.filter((part) => part.on < date).map(({ fineFen = 0 }) => fineFen));
    if (settled >= principal) break;
    if (!isContested(contests, date))
      hundredths += Math.max(0, due - settled) * SURCHARGE_PERCENT_A_DAY;
    if (hundredths >= principal * 100) return principal;
    day = plusDays(date, 1);
  }
  return Math.floor(hundredths / 100);
}

const isContested = (contests: readonly Pick<Contest, 'from' | 'until'>[], on: DateOnly): boolean =>
  contests.some(({ from, until }) => from <= on && (until === undefined || on <= until));

const sum = (amounts: readonly number[]): number =>
  amounts.reduce((total, amount) => total + amount, 0);

/** In which parts the fine is to be paid; none before the decision was received, or without a fine. */
export function planOf({ proposal, service, instalments }: Penalty): readonly Instalment[] {
  if (instalments) return instalments;
  const { fineFen } = proposal;
  if (fineFen === undefined || !service) return [];
  return [{ dueOn: deadline(PN_PAY, service.on).dueOn, amountFen: fineFen }];
}

export interface Account {
  readonly fineFen: number;
  readonly paidFen: number;
  readonly surchargeFen: number;
  readonly surchargePaidFen: number;
  readonly confiscatedFen: number;
  readonly confiscatedPaidFen: number;
  /** The next part that is not paid. */
  readonly dueOn?: DateOnly;
  /** Fine, surcharge and confiscated amount together. */
  readonly leftFen: number;
}

/** How the account stands on a day. */
export function accountOf(penalty: Penalty, on: DateOnly): Account {
  const { proposal, payments = [], contests = [] } = penalty;
  const plan = planOf(penalty);
  const paid = (part: keyof Omit<Payment, 'on' | 'receipt'>) =>
    sum(payments.map((payment) => payment[part] ?? 0));
  const surcharge = surchargeFen(plan, payments, contests, on);
  const { fineFen = 0, confiscatedFen = 0 } = proposal;
  const account = {
    ...{ fineFen, paidFen: paid('fineFen') },
    ...{ surchargeFen: surcharge, surchargePaidFen: paid('surchargeFen') },
    ...{ confiscatedFen, confiscatedPaidFen: paid('confiscatedFen') },
  };
  const dueOn = nextDue(plan, account.paidFen);
  return {
    ...account,
    ...(dueOn && { dueOn }),
    leftFen:
      fineFen -
      account.paidFen +
      (surcharge - account.surchargePaidFen) +
      (confiscatedFen - account.confiscatedPaidFen),
  };
}

function nextDue(plan: readonly Instalment[], paidFen: number): DateOnly | undefined {
  let upTo = 0;
  const parts = plan.toSorted((one, other) => (one.dueOn < other.dueOn ? -1 : 1));
  return parts.find(({ amountFen }) => (upTo += amountFen) > paidFen)?.dueOn;
}
