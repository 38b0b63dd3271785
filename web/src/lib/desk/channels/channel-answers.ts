/** What the calls about channels answer: the contract of the API. */
import type { OutsideChannel } from '../../../../../shared/channels/channel.ts';
import type { Delivery } from '../../../../../shared/channels/configuration.ts';
import type { ChannelEntry, EntryState } from '../../../../../shared/channels/entry.ts';
import type { UnknownRepair } from '../../../../../shared/channels/repairs.ts';
import type { ChannelFile } from '../../../../../shared/channels/file.ts';

export type ShownFile = ChannelFile & { readonly isClosed: boolean };
export type ShownEntry = ChannelEntry & { readonly mayResend: boolean };

export interface ChannelAnswer {
  readonly channel: OutsideChannel;
  readonly delivery: Delivery;
  readonly webhook?: { readonly url: string; readonly secretMadeAt: string };
  readonly may: {
    readonly configure: boolean;
    readonly exchange: boolean;
    readonly settle: boolean;
  };
  readonly counts: Readonly<Record<EntryState, { readonly found: number; readonly more: boolean }>>;
  readonly files: readonly ShownFile[];
  /** Repairs of credit whose decision nobody knows. */
  readonly repairs: readonly UnknownRepair[];
  readonly entries: readonly ShownEntry[];
  readonly cursor?: string;
}
