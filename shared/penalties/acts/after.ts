/** After the decision: service, payment, contest, execution, re-check, the closed file (行政处罚法 61, 66 to 74). */
import { accountOf } from '../payment.ts';
import type { Penalty } from '../penalty.ts';
import type { PenaltyKind } from '../kinds.ts';
import { latest, law, type ActOf } from './act.ts';

const decidedOn = ({ decision }: Penalty) => decision?.decidedOn;
const officer = { role: 'officer', notBefore: decidedOn } as const;

export const serve: ActOf<'serve'> = {
  ...officer,
  basis: law('61'),
  day: ({ on }) => on,
  bar: ({ service }) => (service ? { code: 'DONE_ALREADY' } : undefined),
  against: (_, { way, agreed }) =>
    way === 'ELECTRONIC' && agreed !== true ? { code: 'AGREEMENT_MISSING' } : undefined,
  effect: (penalty, { on, way }) => ({ ...penalty, service: { on, way } }),
};

export const pay: ActOf<'pay'> = {
  ...officer,
  basis: law('67、72、74'),
  day: ({ on }) => on,
  against: (penalty, { on, receipt, fineFen = 0, surchargeFen = 0, confiscatedFen = 0 }) => {
    if (penalty.payments?.some((paid) => paid.receipt === receipt)) return { code: 'DONE_ALREADY' };
    const account = accountOf(penalty, on);
    if (fineFen + surchargeFen + confiscatedFen === 0) return { code: 'NOTHING_NAMED' };
    for (const [given, owed] of [
      [fineFen, account.fineFen - account.paidFen],
      [surchargeFen, account.surchargeFen - account.surchargePaidFen],
      [confiscatedFen, account.confiscatedFen - account.confiscatedPaidFen],
    ] as const)
      if (given > owed) return { code: 'MORE_THAN_OWED', owedFen: owed };
    return undefined;
  },
  effect: (penalty, { type: _, documents: _too, on, receipt, ...amounts }) => ({
    ...penalty,
    payments: [
      ...(penalty.payments ?? []),
      {
        ...{ on, receipt },
        ...(amounts.fineFen !== undefined && { fineFen: amounts.fineFen }),
        ...(amounts.surchargeFen !== undefined && { surchargeFen: amounts.surchargeFen }),
        ...(amounts.confiscatedFen !== undefined && { confiscatedFen: amounts.confiscatedFen }),
      },
    ],
  }),
};

/** Later, or in parts, for want of means: the parts make up the whole fine. */
export const defer: ActOf<'defer'> = {
  role: 'approver',
  basis: law('66'),
  notBy: ({ proposedBy }) => [proposedBy],
  bar: ({ service }) => (service ? undefined : { code: 'NOT_SERVED' }),
  against: ({ proposal, decision }, { instalments }) => {
    const { fineFen = 0 } = proposal;
    const planned = instalments.reduce((total, { amountFen }) => total + amountFen, 0);
    if (planned !== fineFen) return { code: 'PLAN_DIFFERS', owedFen: fineFen };
    const early = instalments.some(({ dueOn }) => dueOn < (decision?.decidedOn ?? ''));
    return early ? { code: 'DATE_OUT_OF_ORDER', notBefore: decision?.decidedOn } : undefined;
  },
  effect: (penalty, { instalments }) => ({ ...penalty, instalments }),
};

const isContested = ({ contests = [] }: Penalty): boolean => contests.some(({ until }) => !until);

export const contest: ActOf<'contest'> = {
  ...officer,
  basis: law('73'),
  day: ({ on }) => on,
  bar: (penalty) => (isContested(penalty) ? { code: 'CONTEST_OPEN' } : undefined),
  effect: (penalty, { on, kind }) => ({
    ...penalty,
    contests: [...(penalty.contests ?? []), { kind, from: on }],
  }),
};

export const settleContest: ActOf<'settle-contest'> = {
  ...officer,
  basis: law('73'),
  day: ({ on }) => on,
  notBefore: ({ contests = [] }) => contests.at(-1)?.from,
  bar: (penalty) => (isContested(penalty) ? undefined : { code: 'NO_CONTEST' }),
  effect: (penalty, { on, outcome }) => ({
    ...penalty,
    contests: (penalty.contests ?? []).map((one) =>
      one.until ? one : { ...one, until: on, outcome },
    ),
  }),
};

export const execute: ActOf<'execute'> = {
  ...officer,
  basis: law('66、72'),
  day: ({ on }) => on,
  notBefore: ({ service }) => service?.on,
  bar: ({ service }) => (service ? undefined : { code: 'NOT_SERVED' }),
  effect: (penalty, { on, how }) => ({
    ...penalty,
    executions: [...(penalty.executions ?? []), { on, how }],
  }),
};

/** 处罚后复查: has the party put right what it was told to? */
export const recheck: ActOf<'recheck'> = {
  ...officer,
  basis: law('28、75'),
  day: ({ on }) => on,
  effect: (penalty, { on, corrected, findings }) => ({
    ...penalty,
    rechecks: [...(penalty.rechecks ?? []), { on, corrected, findings }],
  }),
};

/** Kinds that are done once they are said or paid. */
const paidOrSaid: readonly PenaltyKind[] = ['P11', 'P12', 'P21', 'P22'];

/** Nothing is left to do: it was said to be done, or it was about money and all is paid. */
export function isPerformed(penalty: Penalty, on: string): boolean {
  if (penalty.executions?.some(({ how }) => how !== 'COURT')) return true;
  const onlyMoney = penalty.proposal.kinds.every((kind) => paidOrSaid.includes(kind));
  return onlyMoney && accountOf(penalty, on).leftFen === 0;
}

export const archive: ActOf<'archive'> = {
  ...officer,
  basis: law('47'),
  day: ({ on }) => on,
  notBefore: ({ service, payments, executions, rechecks }) =>
    latest(service?.on, payments?.at(-1)?.on, executions?.at(-1)?.on, rechecks?.at(-1)?.on),
  bar: (penalty, { on }) => {
    if (!penalty.service) return { code: 'NOT_SERVED' };
    if (isContested(penalty)) return { code: 'CONTEST_OPEN' };
    return isPerformed(penalty, on) ? undefined : { code: 'NOT_PERFORMED' };
  },
  effect: (penalty, { on }) => ({ ...penalty, archivedOn: on }),
};
