/** What is done beside the way: papers, recusal, evidence, more time (行政处罚法 43, 47, 56, 60). */
import { deadline } from '../../clocks/clocks.ts';
import { PN_DECIDE } from '../../clocks/enforcement-rules.ts';
import { filedOn, hasTwoHandlers, holdsEvidence, isRecusedCertificate } from '../gates.ts';
import type { Penalty } from '../penalty.ts';
import { law, type ActOf } from './act.ts';

export const attach: ActOf<'attach'> = {
  role: 'officer',
  basis: law('47'),
  against: (_, { documents = [] }) =>
    documents.length === 0 ? { code: 'NOTHING_NAMED' } : undefined,
};

/** The head decides on it. Until he has, nothing stops. */
export const recuse: ActOf<'recuse'> = {
  role: 'approver',
  basis: law('43'),
  against: (penalty, command, { by }) => {
    const { officer, certificate, replacement } = command;
    if (officer === undefined && certificate === undefined) return { code: 'NOTHING_NAMED' };
    if (officer === by) return { code: 'SAME_PERSON' };
    if (certificate !== undefined && !penalty.proposal.handlers.includes(certificate))
      return { code: 'HANDLER_UNKNOWN' };
    if (
      replacement !== undefined &&
      (replacement === certificate || isRecusedCertificate(penalty, replacement))
    )
      return { code: 'RECUSED' };
    return hasTwoHandlers(handlersAfter(penalty, command)) ? undefined : { code: 'TWO_HANDLERS' };
  },
  effect: (penalty, command, { at }) => {
    const { officer, certificate, reason } = command;
    return {
      ...penalty,
      proposal: { ...penalty.proposal, handlers: [...handlersAfter(penalty, command)] },
      recusals: [
        ...(penalty.recusals ?? []),
        { reason, at, ...(officer && { officer }), ...(certificate && { certificate }) },
      ],
    };
  },
};

function handlersAfter(
  { proposal }: Penalty,
  {
    certificate,
    replacement,
  }: { certificate?: string | undefined; replacement?: string | undefined },
): readonly string[] {
  const stay = proposal.handlers.filter((handler) => handler !== certificate);
  return replacement === undefined || stay.includes(replacement) ? stay : [...stay, replacement];
}

export const preserveEvidence: ActOf<'preserve-evidence'> = {
  role: 'approver',
  basis: law('56'),
  day: ({ on }) => on,
  effect: (penalty, { on, items }) => ({
    ...penalty,
    preserved: [...(penalty.preserved ?? []), { on, items }],
  }),
};

/** Settles everything that is preserved. */
export const disposeEvidence: ActOf<'dispose-evidence'> = {
  role: 'officer',
  basis: law('56'),
  day: ({ on }) => on,
  notBefore: ({ preserved = [] }) => preserved.findLast(({ disposal }) => !disposal)?.on,
  bar: (penalty) => (holdsEvidence(penalty) ? undefined : { code: 'NO_EVIDENCE_HELD' }),
  effect: (penalty, { on, how }) => ({
    ...penalty,
    preserved: (penalty.preserved ?? []).map((held) =>
      held.disposal ? held : { ...held, disposal: { on, how } },
    ),
  }),
};

/** The day by which it must be decided: ninety days from the opening, or as another rule allowed (60). */
export const decideBy = (penalty: Penalty) =>
  penalty.extensions?.at(-1)?.until ?? deadline(PN_DECIDE, filedOn(penalty)).dueOn;

export const extend: ActOf<'extend'> = {
  role: 'approver',
  basis: law('60'),
  notBy: ({ proposedBy }) => [proposedBy],
  against: (penalty, { until }) => {
    const notBefore = decideBy(penalty);
    return until <= notBefore ? { code: 'DATE_OUT_OF_ORDER', notBefore } : undefined;
  },
  effect: (penalty, { until, basis, reason }, { by }) => ({
    ...penalty,
    extensions: [...(penalty.extensions ?? []), { until, basis, reason, by }],
  }),
};
