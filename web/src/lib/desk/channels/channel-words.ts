/** Names of channels, of how penalties stand there, and of what a row lacks. */
import { isOutsideChannel, type OutsideChannel } from '../../../../../shared/channels/channel.ts';
import type {
  ChannelEntry,
  EntryFault,
  EntryState,
  Operation,
} from '../../../../../shared/channels/entry.ts';
import { penaltyFields } from '../../../../../shared/channels/fields.ts';
import { gsxtFields } from '../../../../../shared/channels/gsxt.ts';
import { m } from '#lib/desk/paraglide/messages.js';

const names: Readonly<Record<OutsideChannel, () => string>> = {
  CITY_CREDIT: m.channels_name_CITY_CREDIT,
  HEALTH_CREDIT: m.channels_name_HEALTH_CREDIT,
  GSXT: m.channels_name_GSXT,
};
export const channelName = (channel: OutsideChannel): string => names[channel]();

/** To whom a message of the relay goes. */
export const channelText = (code: string): string =>
  m.channels_to({ channel: isOutsideChannel(code) ? channelName(code) : code });

const states: Readonly<Record<EntryState, () => string>> = {
  rejected: m.channels_state_rejected,
  waiting: m.channels_state_waiting,
  sent: m.channels_state_sent,
  acknowledged: m.channels_state_acknowledged,
};
export const stateName = (state: EntryState): string => states[state]();

const empties: Readonly<Record<EntryState, () => string>> = {
  rejected: m.channels_empty_rejected,
  waiting: m.channels_empty_waiting,
  sent: m.channels_empty_sent,
  acknowledged: m.channels_empty_acknowledged,
};
export const emptyTitle = (state: EntryState): string => empties[state]();

const operations: Readonly<Record<Operation, (given: { version: number }) => string>> = {
  publish: m.channels_operation_publish,
  correct: m.channels_operation_correct,
  withdraw: m.channels_operation_withdraw,
};
export const operationText = ({ operation, version }: ChannelEntry): string =>
  operations[operation]({ version: Math.max(version, 1) });

const faults: Readonly<Record<string, () => string>> = {
  REQUIRED: m.channels_fault_REQUIRED,
  TOO_LONG: m.channels_fault_TOO_LONG,
  NOT_A_DATE: m.channels_fault_NOT_A_DATE,
  NOT_A_SUM: m.channels_fault_NOT_A_SUM,
  UNKNOWN_KIND: m.channels_fault_UNKNOWN_KIND,
  INVALID: m.channels_fault_INVALID,
  CONTROL_CHARACTER: m.channels_fault_CONTROL_CHARACTER,
};

/** A fault in one line; the other side's words and codes are shown as they came. */
export function faultText({ field, code, message }: EntryFault): string {
  const fault = message ?? faults[code]?.() ?? code;
  return field === undefined ? fault : m.channels_fault_at({ field: fieldName(field), fault });
}

/** The field's name in Chinese, as the platforms and their forms write it. */
export const fieldName = (code: string): string =>
  [...penaltyFields, ...gsxtFields].find((field) => field.code === code)?.name ?? code;
