/**
 * A report that was made before: the same facts are not handled twice, new ones join the case that has the matter, and a
 * case that is over is not opened again (市场监督管理投诉举报处理办法 art. 35).
 */
import type { AttachmentRef } from '../attachments/attachment.ts';
import { isRunning } from '../clocks/clocks.ts';
import { advance } from '../clocks/rules.ts';
import { dateInShanghai, type DateOnly, type Instant } from '../time.ts';
import { isOpen, MOST_EVENTS, type CaseChange, type CaseFile, type CaseItem } from './case-file.ts';
import type { ComplaintSubmission, ReportedInstitution } from './complaint.ts';
import { majorReasons, mostUrgent, type RoutedItem } from './routing.ts';

/** JOINED: what is new was added · KNOWN: nothing was new, it is being handled · ANSWERED: nothing was new, and it is over. */
export type RepeatOutcome = 'JOINED' | 'KNOWN' | 'ANSWERED';

export interface Repeat {
  readonly outcome: RepeatOutcome;
  readonly change: CaseChange;
}

interface Told {
  readonly at: Instant;
  /** The day it reached the authorities, when not by the site. */
  readonly receivedOn?: DateOnly | undefined;
  /** Evidence is always new. */
  readonly attachments?: readonly AttachmentRef[];
}

/**
 * What a filing does to the earlier case of the same matter; undefined when it has to be a case of its own, so that nothing
 * is lost: another place, somebody new to ask, a name for a case that had none, or new facts on what is over.
 */
export function repeatOf(
  earlier: CaseFile,
  submission: ComplaintSubmission,
  part: readonly RoutedItem[],
  told: Told,
): Repeat | undefined {
  const version = earlier.head.version + 1;
  const theirs = part.map((item) => itemOf(earlier, item));
  const known = theirs.filter((item) => item !== undefined);
  const isNamedAnew = earlier.head.anonymous && !submission.anonymous;
  if (known.length < part.length || isNamedAnew || version > MOST_EVENTS) return undefined;
  if (!sameTarget(earlier.statement.institution, submission.institution)) return undefined;
  if (known.some(({ status }) => status === 'withdrawn')) return undefined;
  const isOngoing = known.some(({ status }) => isOpen(status));
  const words = wordsOf(submission);
  const { attachments = [] } = told;
  const isNew = attachments.length > 0 || !toldAlready(earlier).has(essenceOf(words));
  if (isNew && !isOngoing) return undefined;
  const items = isNew ? known.map((item) => begunAnew(item, part, earlier, told)) : known;
  return {
    outcome: isNew ? 'JOINED' : isOngoing ? 'KNOWN' : 'ANSWERED',
    change: {
      head: headAfter(earlier, submission, items, isNew),
      items: items.map((item) => ({ ...item, version })),
      event: { seq: version, at: told.at, type: 'repeated', by: { kind: 'citizen' } },
      ...(isNew && {
        message: {
          ...{ seq: version, at: told.at, from: 'citizen', text: words },
          ...(attachments.length > 0 && { attachments }),
        },
      }),
    },
  };
}

/** The earlier item that asks of the same leads and helpers what this one asks. */
const itemOf = (earlier: CaseFile, { track, lead, cooperating }: RoutedItem) =>
  earlier.items.find(
    (item) =>
      item.status !== 'registered' &&
      item.track === track &&
      item.lead === lead.addressee &&
      cooperating.every(({ addressee }) => item.cooperating.includes(addressee)),
  );

/** Reception begins again from the last report, as long as nobody has accepted; a pressing circumstance presses on. */
function begunAnew(
  item: CaseItem,
  part: readonly RoutedItem[],
  { head }: CaseFile,
  { at, receivedOn }: Told,
): CaseItem {
  const routed = part.find(
    ({ track, lead }) => track === item.track && lead.addressee === item.lead,
  );
  const urgency =
    routed && isOpen(item.status) ? mostUrgent(item.urgency, routed.urgency) : item.urgency;
  if (item.status !== 'received') return { ...item, urgency };
  const { lead, track, categories } = item;
  const on = receivedOn ?? dateInShanghai(at);
  const of = { lead, track, categories, anonymous: head.anonymous };
  const fresh = advance([], 'receive', of, at, { on });
  return {
    ...item,
    urgency,
    clocks: item.clocks.map(
      (clock) => (isRunning(clock) && fresh.find(({ id }) => id === clock.id)) || clock,
    ),
  };
}

function headAfter(
  { head }: CaseFile,
  { circumstances = [], categories }: ComplaintSubmission,
  items: readonly CaseItem[],
  isNew: boolean,
): CaseFile['head'] {
  const version = head.version + 1;
  if (!isNew) return { ...head, version };
  const told = majorReasons({
    categories: categories.filter((code) => items.some((item) => item.categories.includes(code))),
    circumstances,
  });
  return {
    ...head,
    version,
    urgency: items.map(({ urgency }) => urgency).reduce(mostUrgent, head.urgency),
    majorReasons: [...new Set([...head.majorReasons, ...told])],
  };
}

/** Everything the message says that can be new, as the officers will read it. */
const wordsOf = ({ facts, demand }: ComplaintSubmission): string =>
  [facts, demand].filter(Boolean).join('\n\n');

const toldAlready = ({ statement, messages }: CaseFile): ReadonlySet<string> =>
  new Set([
    essenceOf([statement.facts, statement.demand].filter(Boolean).join('\n\n')),
    ...messages.filter(({ from }) => from === 'citizen').map(({ text }) => essenceOf(text)),
  ]);

/** A text without what differs when somebody types it again: width, case, spaces, punctuation. */
export const essenceOf = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');

/** Only what certainly is another place counts as one: people write names in many ways. */
function sameTarget(a: ReportedInstitution, b: ReportedInstitution): boolean {
  if ('id' in a && 'id' in b) return a.id === b.id;
  if (!('name' in a) || !('name' in b)) return true;
  const [one, other] = [essenceOf(a.name), essenceOf(b.name)];
  return one.includes(other) || other.includes(one);
}
