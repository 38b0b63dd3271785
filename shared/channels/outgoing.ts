/** What a channel has to hear of a penalty today: the public shape of it as the channel's fields, or that it is gone. */
import { departmentName } from '../departments/directory.ts';
import { ownEnd } from '../disclosure/channels.ts';
import { publicationOfPenalty } from '../disclosure/publication.ts';
import { publicPenalty, remarkOf } from '../disclosure/redact.ts';
import type { PenaltyRecord } from '../disclosure/record.ts';
import type { Penalty } from '../penalties/penalty.ts';
import type { Result } from '../result.ts';
import { dateInShanghai, type DateOnly, type Instant } from '../time.ts';
import type { OutsideChannel } from './channel.ts';
import { nextOf, type ChannelEntry, type Next, type Outgoing } from './entry.ts';
import { penaltyFields } from './fields.ts';
import { gsxtFields, gsxtKeyOf, gsxtRowOf } from './gsxt.ts';
import { keyOf, rowOf, type Supplement } from './row.ts';
import type { FieldFault } from './values.ts';

export type DecidedPenalty = Penalty & { readonly decision: NonNullable<Penalty['decision']> };

export const isDecided = (penalty: Penalty): penalty is DecidedPenalty =>
  penalty.decision !== undefined;

/** The fields of a channel in their order: those of 双公示, which the health credit system takes as well [design]. */
export const fieldsOf = (
  channel: OutsideChannel,
): readonly { readonly code: string; readonly name: string }[] =>
  channel === 'GSXT' ? gsxtFields : penaltyFields;

/**
 * A decision that was given another number is withdrawn under the old one first: `entry.penaltyVersion` stays behind, and
 * what is next after that is to be asked again.
 *
 * @param before - how it stands at the channel
 */
export function nextFor(
  channel: OutsideChannel,
  penalty: DecidedPenalty,
  before: ChannelEntry | undefined,
  at: Instant,
): Next {
  const { penaltyId, department, version, decision } = penalty;
  const about = {
    ...{ penaltyId, department, penaltyVersion: version },
    decisionNumber: decision.decisionNumber,
    authority: departmentName(department),
  };
  if (before?.isShown && before.decisionNumber !== decision.decisionNumber) {
    const { decisionNumber, penaltyVersion } = before;
    const fields = keyFields(channel, { decisionNumber, department });
    const gone = { kind: 'absent', reason: 'RENUMBERED', fields } as const;
    return nextOf(before, { ...about, decisionNumber, penaltyVersion }, gone, at);
  }
  return nextOf(before, about, outgoingOf(channel, penalty, before, at), at);
}

function outgoingOf(
  channel: OutsideChannel,
  penalty: DecidedPenalty,
  before: ChannelEntry | undefined,
  at: Instant,
): Outgoing {
  const today = dateInShanghai(at);
  const { department, decision, proposal } = penalty;
  const madeAt = before?.madeAt ?? at;
  const end = ownEnd(channel, proposal, dateInShanghai(madeAt));
  // What such a channel shows once, it shows for its own period; the rule's is as on the day of the decision.
  const on = end !== undefined && before?.isShown ? decision.decidedOn : today;
  const publication = publicationOfPenalty(penalty, on);
  const record = recordOf(penalty, madeAt, on);
  const isOver = end !== undefined && today >= end;
  const goes = publication.outcome !== 'deny' && publication.channels.includes(channel);
  if (publication.outcome === 'deny' || !record || !goes || isOver) {
    const fields = keyFields(channel, { decisionNumber: decision.decisionNumber, department });
    const denial = publication.outcome === 'deny' ? publication.reason : undefined;
    const ending = denial ?? (goes ? 'EXPIRED' : 'NOT_FOR_THIS_CHANNEL');
    return { kind: 'absent', reason: penalty.withdrawal?.ground ?? ending, fields };
  }
  const row: Result<Readonly<Record<string, string>>, readonly FieldFault[]> = channel === 'GSXT'
    ? gsxtRowOf(record)
    : rowOf(record, proposal.party.kind, { ...remarkIn(penalty), ...before?.supplement });
  const until = end ?? publication.publicUntil;
  return row.ok
    ? { kind: 'row', fields: row.value, until }
    : { kind: 'incomplete', faults: row.error };
}

/** 备注 of the file it was read from goes back where it came from. */
function remarkIn(penalty: Penalty): Supplement {
  const remark = remarkOf(penalty);
  return remark === undefined ? {} : { CF_BZ: remark };
}

const keyFields = (
  channel: OutsideChannel,
  key: Pick<PenaltyRecord, 'decisionNumber' | 'department'>,
): ChannelEntry['fields'] => (channel === 'GSXT' ? gsxtKeyOf(key) : keyOf(key));

function recordOf(penalty: Penalty, madeAt: Instant, on: DateOnly): PenaltyRecord | undefined {
  const found = publicPenalty(penalty, madeAt, on);
  return found.state === 'public' && found.record.kind === 'penalty' ? found.record : undefined;
}
