/**
 * Suspected crime: the way to the police (行政执法机关移送涉嫌犯罪案件的规定, 2020).
 *
 *   report-crime ──▶ reported ──approve-crime, by another person, within 3 days──▶ approved ──hand-over, within 24 hours──▶
 *   handedOver ──police-decide, within 3 days──▶ filed | notFiled (then 3 days to ask for a review)
 *   reported ──not approved──▶ declined; declined and notFiled may be reported anew
 */
import { bundleDocuments, type ItemCommand } from '../commands.ts';
import type { CrimeState } from '../case-file.ts';
import { heldBy } from '../routing.ts';
import type { Act, ItemRefusal, Situation } from './act.ts';
import { advanced, cooperatingOf, referralOf, takesPart, withReferral } from './referrals.ts';

type Command<T extends ItemCommand['type']> = Extract<ItemCommand, { type: T }>;

/** Who holds what is handed to the police: a district without one in its directory parks it at the coordinator. */
export const police = () => heldBy('PSB');

/** Art. 6; things and expert findings where there are any. */
const NEEDED = bundleDocuments.filter((document) => document === 'LETTER' || document === 'REPORT');

export const reportCrime: Act<Command<'report-crime'>> = {
  states: { accepted: 'accepted' },
  by: 'HOLDER',
  event: 'crimeReported',
  against: (_, situation) => {
    const { item } = situation;
    if (item.lead === 'PSB' || item.track === 'X') return { code: 'NOT_COMPETENT' };
    return unless(situation, 'report-crime', undefined, 'declined', 'notFiled');
  },
  effect: (_, situation) => ({
    ...advanced(situation.item, 'report-crime', situation),
    crime: { state: 'reported', reportedBy: situation.officer.subject },
  }),
  said: ({ reason }) => ({ detail: reason }),
};

/** Art. 5: the head decides within three days; who reported does not decide. */
export const approveCrime: Act<Command<'approve-crime'>> = {
  states: { accepted: 'accepted' },
  by: 'HOLDER',
  role: 'approver',
  event: ({ approved }) => (approved ? 'crimeApproved' : 'crimeDeclined'),
  against: (_, situation) =>
    unless(situation, 'approve-crime', 'reported') ??
    (situation.item.crime?.reportedBy === situation.officer.subject
      ? { code: 'SAME_PERSON' }
      : undefined),
  effect: ({ approved }, situation) =>
    inState(
      advanced(situation.item, 'approve-crime', situation, { approved }),
      approved ? 'approved' : 'declined',
    ),
  said: ({ reason }) => ({ detail: reason }),
};

export const handOver: Act<Command<'hand-over'>> = {
  states: { accepted: 'accepted' },
  by: 'HOLDER',
  event: 'handedOver',
  against: ({ documents }, situation) => {
    const missing = NEEDED.filter((document) => !documents.includes(document));
    return (
      unless(situation, 'hand-over', 'approved') ??
      (missing.length > 0 ? { code: 'BUNDLE_INCOMPLETE', missing } : undefined)
    );
  },
  effect: (_, situation) => {
    const { item } = situation;
    const department = police();
    const part = referralOf(item, department);
    const told = takesPart(part)
      ? item
      : withReferral(item, { department, role: 'COOP', parkedFor: [], reasons: [] });
    return inState(advanced(cooperatingOf(told), 'hand-over', situation), 'handedOver');
  },
  said: ({ documents }) => ({ to: police(), detail: [...new Set(documents)].join(' ') }),
};

/** What the police decide is their answer as a cooperating body too. */
export const policeDecide: Act<Command<'police-decide'>> = {
  states: { accepted: 'accepted' },
  by: 'POLICE',
  event: ({ filed }) => (filed ? 'policeFiled' : 'policeNotFiled'),
  against: (_, situation) => unless(situation, 'police-decide', 'handedOver'),
  effect: ({ filed }, situation) => {
    const { item, referral, on, seq } = situation;
    const answered =
      referral.role === 'COOP'
        ? withReferral(item, { ...referral, reply: referral.reply ?? { on, seq } })
        : item;
    return inState(
      advanced(answered, 'police-decide', situation, { filed }),
      filed ? 'filed' : 'notFiled',
    );
  },
  said: ({ reason }) => ({ detail: reason }),
};

function unless(
  { item }: Situation,
  command: ItemCommand['type'],
  ...states: readonly (CrimeState | undefined)[]
): ItemRefusal | undefined {
  return states.includes(item.crime?.state)
    ? undefined
    : { code: 'TRANSITION_NOT_ALLOWED', from: item.status, command };
}

const inState = (item: Situation['item'], state: CrimeState): Situation['item'] => ({
  ...item,
  ...(item.crime && { crime: { ...item.crime, state } }),
});
