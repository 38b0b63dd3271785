/** The map of all Lambdas, room by room, and the departments that have queues. CDK builds and grants exactly this. */
import { departmentCodes, type DepartmentCode } from '../shared/departments/directory.ts';
import { attachments } from './catalogue/attachments.ts';
import { channels } from './catalogue/channels.ts';
import { complaints } from './catalogue/complaints.ts';
import { coordination } from './catalogue/coordination.ts';
import { departments } from './catalogue/departments.ts';
import { disclosure } from './catalogue/disclosure.ts';
import { imports } from './catalogue/imports.ts';
import { inspections } from './catalogue/inspections.ts';
import { institutions } from './catalogue/institutions.ts';
import { objections } from './catalogue/objections.ts';
import { penalties } from './catalogue/penalties.ts';
import { relay } from './catalogue/relay.ts';
import { rewards } from './catalogue/rewards.ts';
import { statistics } from './catalogue/statistics.ts';
import { window } from './catalogue/window.ts';
import type { Lambda, RoomLambda } from './catalogue/lambda.ts';

/** Each is a folder of `functions/`. */
const rooms: Readonly<Record<string, readonly RoomLambda[]>> = {
  complaints,
  departments,
  coordination,
  statistics,
  relay,
  penalties,
  channels,
  rewards,
  inspections,
  institutions,
  imports,
  attachments,
  objections,
  disclosure,
  window,
};

export const lambdas: readonly Lambda[] = Object.entries(rooms).flatMap(([room, own]) =>
  own.map((lambda) => ({ room, ...lambda })),
);

/** The departments that have a queue and a consumer: adding one to the directory adds both. */
export const queuedDepartments: readonly DepartmentCode[] = departmentCodes;
