/** The hearing: waived, lapsed, or asked for, arranged and held (行政处罚法 63 to 65). */
import { hearingFrom, hearingRequestUntil } from '../hearing.ts';
import { hasInvestigated, isRecusedCertificate } from '../gates.ts';
import type { Hearing, Penalty } from '../penalty.ts';
import { latest, law, type ActOf } from './act.ts';
import { timeIsLeft } from './notice.ts';

const ofHearing = { role: 'officer', basis: law('63、64') } as const;

const withHearing = (penalty: Penalty, hearing: Hearing): Penalty => ({
  ...penalty,
  hearing: { ...penalty.hearing, ...hearing },
});

export const waiveHearing: ActOf<'waive-hearing'> = {
  ...ofHearing,
  day: ({ statedOn }) => statedOn,
  notBefore: ({ servedOn }) => servedOn,
  effect: (penalty, { statedOn }) => withHearing(penalty, { state: 'WAIVED', on: statedOn }),
};

export const lapseHearing: ActOf<'lapse-hearing'> = {
  ...ofHearing,
  bar: ({ servedOn }, { on }) => timeIsLeft(servedOn && hearingRequestUntil(servedOn), on),
  effect: (penalty, _, { on }) => withHearing(penalty, { state: 'LAPSED', on }),
};

/** Also where the law gives no right: the body may hear whom it likes. */
export const requestHearing: ActOf<'request-hearing'> = {
  ...ofHearing,
  day: ({ requestedOn }) => requestedOn,
  notBefore: ({ servedOn }) => servedOn,
  against: ({ servedOn }, { requestedOn }) => {
    const until = servedOn && hearingRequestUntil(servedOn);
    return until !== undefined && requestedOn > until
      ? { code: 'REQUEST_TOO_LATE', until }
      : undefined;
  },
  effect: (penalty, { requestedOn }) =>
    withHearing(penalty, { state: 'REQUESTED', on: requestedOn, requestedOn }),
};

/** Arranged again, it is postponed: the party is told anew, in time. */
export const arrangeHearing: ActOf<'arrange-hearing'> = {
  ...ofHearing,
  day: ({ notifiedOn }) => notifiedOn,
  notBefore: ({ hearing }) => hearing?.requestedOn,
  against: (penalty, { notifiedOn, heldOn, chair }) => {
    if (hasInvestigated(penalty, chair)) return { code: 'CHAIR_INVESTIGATED' };
    if (isRecusedCertificate(penalty, chair)) return { code: 'RECUSED' };
    const notBefore = hearingFrom(notifiedOn);
    return heldOn < notBefore ? { code: 'HEARING_TOO_SOON', notBefore } : undefined;
  },
  effect: (penalty, { notifiedOn, heldOn, place, chair }) =>
    withHearing(penalty, {
      state: 'ARRANGED',
      on: notifiedOn,
      arrangement: { notifiedOn, heldOn, place, chair },
    }),
};

/** The party defends itself in it, so a written defence is not awaited any more. */
export const holdHearing: ActOf<'hold-hearing'> = {
  ...ofHearing,
  day: ({ heldOn }) => heldOn,
  notBefore: ({ hearing }) => hearing?.arrangement?.heldOn,
  effect: (penalty, { heldOn, record }) => ({
    ...withHearing(penalty, { state: 'HELD', on: heldOn, record }),
    spokeOut: true,
  }),
};

/** Taken back, not attended without good reason, or left: 64. */
export const giveUpHearing: ActOf<'give-up-hearing'> = {
  ...ofHearing,
  basis: law('64'),
  day: ({ on }) => on,
  notBefore: ({ hearing }) => latest(hearing?.requestedOn, hearing?.arrangement?.notifiedOn),
  effect: (penalty, { on }) => withHearing(penalty, { state: 'GIVEN_UP', on }),
};
