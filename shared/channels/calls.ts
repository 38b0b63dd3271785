/** What the calls about channels take, and whom they are for. */
import * as v from 'valibot';
import { COORDINATOR, type DepartmentCode } from '../departments/directory.ts';
import { DateText, text } from '../fields.ts';
import { CHANNEL_ROLE, outsideChannels, type OutsideChannel } from './channel.ts';
import { entryStates } from './entry.ts';
import { supplementFields } from './row.ts';

export const ChannelPath = v.strictObject({ channel: v.picklist(outsideChannels) });
export type ChannelPath = v.InferOutput<typeof ChannelPath>;

export const ChannelFilePath = v.strictObject({
  channel: v.picklist(outsideChannels),
  number: v.pipe(v.string(), v.regex(/^[1-9]\d{0,5}$/), v.transform(Number)),
});
export type ChannelFilePath = v.InferOutput<typeof ChannelFilePath>;

/** Credit is repaired at the city's platform alone (信用中国: a single window, 36号令). */
export const RepairPath = v.strictObject({ channel: v.literal('CITY_CREDIT') });
export type RepairPath = v.InferOutput<typeof RepairPath>;

export const EntriesQuery = v.strictObject({
  state: v.optional(v.picklist(entryStates, 'INVALID'), 'rejected'),
  cursor: v.optional(v.pipe(v.string(), v.regex(/^[\w-]{1,200}$/, 'INVALID'))),
});
export type EntriesQuery = v.InferOutput<typeof EntriesQuery>;

const Rejection = v.strictObject({
  /** Line of the file; a call has one. */
  row: v.optional(v.pipe(v.number(), v.integer('INVALID'), v.minValue(1, 'INVALID')), 1),
  /** The field's short code, where one is at fault. */
  field: v.optional(text(40)),
  code: text(60),
  message: v.optional(text(300)),
});

/** What a receiver says of a file or of a call: what it does not reject it has taken. */
export const Acknowledgement = v.pipe(
  v.strictObject({
    file: v.optional(v.pipe(v.number(), v.integer('INVALID'), v.minValue(1, 'INVALID'))),
    deliveryId: v.optional(text(200)),
    /** How many rows it has taken: with `rejected` that must be all of them, so that a part that was lost is seen. */
    accepted: v.pipe(v.number(), v.integer('INVALID'), v.minValue(0, 'INVALID')),
    rejected: v.optional(v.pipe(v.array(Rejection), v.maxLength(500, 'TOO_MANY')), []),
  }),
  v.check(
    ({ file, deliveryId }) => (file === undefined) !== (deliveryId === undefined),
    'ONE_OF_TWO',
  ),
);
export type Acknowledgement = v.InferOutput<typeof Acknowledgement>;

export const ResendRequest = v.strictObject({
  penaltyId: text(60),
  /** What the penalty itself does not say. */
  supplement: v.optional(
    v.record(
      v.picklist(supplementFields, 'UNKNOWN_FIELD'),
      v.pipe(v.string(), v.trim(), v.maxLength(512, 'TOO_LONG')),
    ),
    {},
  ),
});
export type ResendRequest = v.InferOutput<typeof ResendRequest>;

/** Closes the file that is being filled, so that it can be fetched today. */
export const ClosingRequest = v.strictObject({});

/** 信用修复: the city's platform has repaired the party's credit for this decision. */
export const RepairNotice = v.strictObject({
  decisionNumber: text(128),
  /** 处罚机关: its full name, its credit code, or our code. */
  authority: text(200),
  on: DateText,
  /** Number of 准予信用修复决定书, or what the platform goes by. */
  reference: text(100),
  /** Of one that waits because nobody knows its decision: how a person has settled it. */
  closing: v.optional(text(300)),
});
export type RepairNotice = v.InferOutput<typeof RepairNotice>;

interface Who {
  readonly department: DepartmentCode;
  readonly roles: readonly string[];
}

const atCoordinator = ({ department, roles }: Who, ...needed: readonly string[]): boolean =>
  department === COORDINATOR && needed.some((role) => roles.includes(role));

/** The coordinator's administrator says how channels are delivered to. */
export const mayConfigure = (who: Who): boolean => atCoordinator(who, 'administrator');

/** Who sees how a channel stands: the coordinator's, and each department's publisher what it decided. */
export const maySee = (who: Who): boolean =>
  mayExchange(who) || who.roles.includes('publisher') || who.roles.includes('administrator');

/** Files go out and answers come in: the platform's client, or an officer who carries them. */
export const mayExchange = (who: Who): boolean =>
  atCoordinator(who, 'administrator', 'publisher', CHANNEL_ROLE);

/** The platform's own client, and no person. */
export const isPlatform = (who: Who): boolean => who.roles.includes(CHANNEL_ROLE);

/** What a platform reported and nobody knows, a person settles: the platform's client does not. */
export const maySettle = (who: Who): boolean => atCoordinator(who, 'administrator', 'publisher');

/** 谁办案、谁录入、谁负责 (45号令 16): who decided mends, or the coordinator. */
export const mayResend = (who: Who, decidedBy: DepartmentCode): boolean =>
  who.roles.includes('publisher') && [decidedBy, COORDINATOR].includes(who.department);

export const isOwnOrAll = (who: Who, decidedBy: DepartmentCode): boolean =>
  who.department === COORDINATOR || who.department === decidedBy;

/** What a channel is told by a call, with the headers and the signature of any webhook of ours. */
export const ChannelDelivery = v.object({
  deliveryId: v.string(),
  channel: v.picklist(outsideChannels),
  operation: v.picklist(['publish', 'correct', 'withdraw']),
  version: v.number(),
  reason: v.optional(v.string()),
  decisionNumber: v.string(),
  authority: v.string(),
  fields: v.record(v.string(), v.string()),
  sentAt: v.string(),
});
export type ChannelDelivery = v.InferOutput<typeof ChannelDelivery>;

export const deliveryIdOf = (channel: OutsideChannel, penaltyId: string, version: number): string =>
  `${channel}.${penaltyId}.${version}`;

/** The penalty and the version that a delivery was about; undefined for one of another channel. */
export function deliveryOfId(
  channel: OutsideChannel,
  deliveryId: string,
): { readonly penaltyId: string; readonly version: number } | undefined {
  const [of, penaltyId, version, ...more] = deliveryId.split('.');
  if (of !== channel || !penaltyId || !/^\d{1,9}$/.test(version ?? '') || more.length > 0)
    return undefined;
  return { penaltyId, version: Number(version) };
}
