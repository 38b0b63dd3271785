/** The referrals of an item as acts change them: who leads, who cooperates, whose part is over. */
import { deadline } from '../../clocks/clocks.ts';
import type { InternalLevel } from '../../clocks/rule.ts';
import { advance, INTERNAL_ACCEPT, type ClockMoment } from '../../clocks/rules.ts';
import { COORDINATOR, type DepartmentCode } from '../../departments/directory.ts';
import type { DateOnly } from '../../time.ts';
import type { CaseItem, Referral } from '../case-file.ts';
import { overseer, returnUntil } from '../opening.ts';
import { heldBy } from '../routing.ts';
import type { Situation } from './act.ts';

export const referralOf = (
  { referrals }: CaseItem,
  department: DepartmentCode,
): Referral | undefined => referrals.find((referral) => referral.department === department);

/** Takes part, and has not given it away. */
export const takesPart = (referral: Referral | undefined): referral is Referral =>
  referral !== undefined && referral.ended === undefined;

/** Who has still to say what it found: the lead waits until all have, or until their day has passed. */
export const awaited = (item: CaseItem, on: DateOnly): readonly DepartmentCode[] =>
  item.referrals
    .filter((referral) => referral.role === 'COOP' && takesPart(referral) && !referral.reply)
    .filter(({ replyDueOn }) => replyDueOn === undefined || on <= replyDueOn)
    .map(({ department }) => department);

export const withReferral = (item: CaseItem, changed: Referral): CaseItem => {
  const others = item.referrals.filter(({ department }) => department !== changed.department);
  const isNew = others.length === item.referrals.length;
  return {
    ...item,
    referrals: isNew
      ? [...others, changed]
      : item.referrals.map((one) => (one.department === changed.department ? changed : one)),
  };
};

/** The item with its clocks as the moment leaves them. */
export function advanced(
  item: CaseItem,
  moment: ClockMoment,
  { file, at }: Situation,
  decision: { readonly filed?: boolean; readonly approved?: boolean } = {},
): CaseItem {
  const { lead, track, categories } = item;
  const of = { lead, track, categories, anonymous: file.head.anonymous, ...decision };
  return { ...item, clocks: advance(item.clocks, moment, of, at) };
}

/** The item in other hands: the former lead's part is over, the new one's begins on this day; what it has replied stays said. */
export function handedTo(
  item: CaseItem,
  to: DepartmentCode,
  ended: NonNullable<Referral['ended']> | undefined,
  on: DateOnly,
  level: InternalLevel = INTERNAL_ACCEPT,
): CaseItem {
  const referrals = item.referrals
    .filter(({ department }) => department !== to)
    .map((referral) =>
      referral.role === 'LEAD' && takesPart(referral) ? afterLeading(referral, ended) : referral,
    );
  const before = referralOf(item, to);
  const { ended: _, ...part } = before ?? { department: to, parkedFor: [], reasons: [] };
  const lead: Referral = { ...part, role: 'LEAD', returnUntil: returnUntil(on) };
  return {
    ...item,
    heldBy: to,
    dispatchedOn: on,
    internalDueOn: deadline(level, on).dueOn,
    referrals: [lead, ...referrals],
  };
}

/** What is left of a part as lead. The coordinator goes on watching what it has given out. */
function afterLeading(referral: Referral, ended: Referral['ended']): Referral {
  const { returnUntil: _, ...rest } = referral;
  if (ended) return { ...rest, ended };
  const hasPartOfItsOwn = referral.parkedFor.length > 0 || referral.reasons.length > 0;
  return { ...rest, role: hasPartOfItsOwn ? 'COOP' : 'OVERSEE' };
}

/** With the coordinator among those who see it, unless it is an accusation against officials. */
export const overseen = (item: CaseItem): CaseItem =>
  item.track === 'X' || takesPart(referralOf(item, COORDINATOR))
    ? item
    : withReferral(item, overseer());

/** Who cooperates, as the citizen reads it: bodies outside the directory under their own names. */
export const cooperatingOf = (item: CaseItem): CaseItem => ({
  ...item,
  cooperating: [
    ...new Set([
      ...item.cooperating.filter((addressee) => heldBy(addressee) !== item.heldBy),
      ...item.referrals
        .filter((referral) => referral.role === 'COOP' && takesPart(referral))
        .filter(({ parkedFor }) => parkedFor.length === 0)
        .map(({ department }) => department),
    ]),
  ],
});
