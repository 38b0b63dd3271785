/** Messages of the relay that need a person: to whom, about what, and why. */
import {
  CHANNEL,
  DISCLOSURE,
  NOTICE,
  STATISTICS,
  WEBHOOK,
  type Pointer,
} from '../../../../../shared/relay/outbox.ts';
import { isDepartment } from '../../../../../shared/departments/directory.ts';
import type { Instant } from '../../../../../shared/time.ts';
import { channelText } from '#lib/desk/channels/channel-words.ts';
import { m } from '#lib/desk/paraglide/messages.js';
import { addresseeName } from '#lib/names.ts';

export interface WaitingMessage {
  readonly outboxId: string;
  readonly addressee: string;
  readonly state: 'open' | 'parked' | 'stuck' | 'dead';
  readonly reason?: string;
  readonly attempts: number;
  readonly createdAt: Instant;
  readonly pointer: Pointer;
  readonly correlationId: string;
}

export interface Redriven {
  readonly redriven: number;
  /** Open again, but sent by the next sweep. */
  readonly waiting: number;
  readonly more: boolean;
}

export function addresseeText(addressee: string): string {
  if (addressee === DISCLOSURE) return m.operations_to_public();
  if (addressee === STATISTICS) return m.operations_to_statistics();
  if (addressee === NOTICE) return m.operations_to_citizen();
  if (addressee.startsWith(CHANNEL)) return channelText(addressee.slice(CHANNEL.length));
  if (addressee.startsWith(WEBHOOK))
    return m.operations_to_system({ department: nameOf(addressee.slice(WEBHOOK.length)) });
  return nameOf(addressee);
}

const nameOf = (code: string): string => (isDepartment(code) ? addresseeName(code) : code);

const stateNames: Readonly<Record<WaitingMessage['state'], () => string>> = {
  open: m.operations_state_open,
  parked: m.operations_state_parked,
  stuck: m.operations_state_stuck,
  dead: m.operations_state_dead,
};
export const stateName = (state: WaitingMessage['state']): string => stateNames[state]();

const reasons: Readonly<Record<string, () => string>> = {
  TOO_MANY_ATTEMPTS: m.operations_reason_TOO_MANY_ATTEMPTS,
  UNREACHABLE: m.operations_reason_UNREACHABLE,
  WEBHOOK_OFF: m.operations_reason_WEBHOOK_OFF,
  NO_SUCH_CASE: m.operations_reason_NO_SUCH_CASE,
  NOTHING_REFERRED: m.operations_reason_NOTHING_REFERRED,
  NO_SUCH_PENALTY: m.operations_reason_NO_SUCH_PENALTY,
  NO_SUCH_INSPECTION: m.operations_reason_NO_SUCH_INSPECTION,
};

/** What a receiver answered, and a code this window does not know yet, are shown as they are. */
export function reasonText({ state, reason }: WaitingMessage): string {
  if (reason === undefined) return state === 'dead' ? m.operations_reason_dead() : '';
  return reasons[reason]?.() ?? m.operations_reason_other({ code: reason });
}

/** What the message is about, and where that is shown at the desk. */
export function subjectOf({ pointer }: WaitingMessage): { text: string; path?: string } {
  if (pointer.kind === 'import') return { text: pointer.importId, path: '/desk/imports' };
  if ('caseNumber' in pointer)
    return { text: pointer.caseNumber, path: `/desk/cases/${pointer.caseNumber}` };
  const [kind, id = ''] = pointer.subject.split('#');
  return kind === 'PENALTY' ? { text: id, path: `/desk/penalties/${id}` } : { text: id };
}

export function redrivenText({ redriven, waiting, more }: Redriven): string {
  const sentences = [m.operations_redriven({ count: redriven })];
  if (waiting > 0) sentences.push(m.operations_redriven_waiting({ count: waiting }));
  if (more) sentences.push(m.operations_redriven_more());
  return sentences.join('');
}
