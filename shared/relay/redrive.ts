/** Who may look at and set going again what needs a person: administrators, each for their department, the coordinator's for all. */
import * as v from 'valibot';
import { COORDINATOR, departmentCodes, type DepartmentCode } from '../departments/directory.ts';
import { outsideChannels } from '../channels/channel.ts';
import {
  CHANNEL,
  DISCLOSURE,
  IMPORT,
  NOTICE,
  STATISTICS,
  WEBHOOK,
  type OutboxRow,
} from './outbox.ts';

export const RedriveCommand = v.pipe(
  v.strictObject({
    type: v.literal('redrive'),
    outboxId: v.optional(v.pipe(v.string(), v.startsWith('OUT#', 'INVALID'), v.maxLength(200))),
    department: v.optional(v.picklist(departmentCodes, 'UNKNOWN_DEPARTMENT')),
    all: v.optional(v.literal(true, 'INVALID')),
  }),
  v.check(
    ({ outboxId, department, all }) =>
      [outboxId, department, all].filter((chosen) => chosen !== undefined).length === 1,
    'ONE_OF_THREE',
  ),
);
export type RedriveCommand = v.InferOutput<typeof RedriveCommand>;

export const OutboxQuery = v.strictObject({
  state: v.optional(v.picklist(['parked', 'stuck', 'dead'], 'INVALID')),
  department: v.optional(v.picklist(departmentCodes, 'UNKNOWN_DEPARTMENT')),
});
export type OutboxQuery = v.InferOutput<typeof OutboxQuery>;

/**
 * Whose rows somebody may see: those of one department and of its own system, or everybody's.
 * @returns undefined when the question goes beyond his department
 */
export function addresseesFor(
  own: DepartmentCode,
  asked: DepartmentCode | undefined,
): readonly string[] | 'all' | undefined {
  if (asked === undefined && own === COORDINATOR) return 'all';
  const department = asked ?? own;
  if (department !== own && own !== COORDINATOR) return undefined;
  const channels = outsideChannels.map((channel) => CHANNEL + channel);
  const shared =
    department === COORDINATOR ? [DISCLOSURE, STATISTICS, NOTICE, IMPORT, ...channels] : [];
  return [department, WEBHOOK + department, ...shared];
}

/** How a row stands, in one word. */
export const standing = ({ state, asideState }: OutboxRow): 'open' | 'parked' | 'stuck' | 'dead' =>
  state === 'open' && asideState === 'DEAD' ? 'dead' : state;
