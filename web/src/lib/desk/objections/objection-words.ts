/** Names of states, grounds and acts of an objection. */
import type { DepartmentCode } from '../../../../../shared/departments/directory.ts';
import type { ObjectionCommandType } from '../../../../../shared/objections/lifecycle.ts';
import type {
  ObjectionEvent,
  ObjectionGround,
  ObjectionStatus,
  Objector,
} from '../../../../../shared/objections/objection.ts';
import type { ObjectionState } from '../../../../../shared/objections/states.ts';
import { m } from '#lib/desk/paraglide/messages.js';
import { addresseeName } from '#lib/names.ts';

// Texts are named one by one, so that a page carries no others to the browser.
const stateNames: Readonly<Record<ObjectionState, () => string>> = {
  open: m.objections_state_open,
  closed: m.objections_state_closed,
};
export const stateName = (state: ObjectionState): string => stateNames[state]();

const statusNames: Readonly<Record<ObjectionStatus, () => string>> = {
  filed: m.objections_status_filed,
  acknowledged: m.objections_status_acknowledged,
  upheld: m.objections_status_upheld,
  rejected: m.objections_status_rejected,
};
export const statusName = (status: ObjectionStatus): string => statusNames[status]();

export const statusKind = (status: ObjectionStatus): 'good' | 'neutral' | 'info' | 'warning' =>
  (({ filed: 'warning', acknowledged: 'info', upheld: 'good', rejected: 'neutral' }) as const)[
    status
  ];

const objectorNames: Readonly<Record<Objector, () => string>> = {
  PARTY: m.objections_objector_PARTY,
  AGENT: m.objections_objector_AGENT,
  OTHER: m.objections_objector_OTHER,
};
export const objectorName = (objector: Objector): string => objectorNames[objector]();

const groundNames: Readonly<Record<ObjectionGround, () => string>> = {
  FACTS: m.objections_ground_FACTS,
  PARTY: m.objections_ground_PARTY,
  PERSONAL_DATA: m.objections_ground_PERSONAL_DATA,
  NOT_PUBLIC: m.objections_ground_NOT_PUBLIC,
  EXPIRED: m.objections_ground_EXPIRED,
  REPAIRED: m.objections_ground_REPAIRED,
  OTHER: m.objections_ground_OTHER,
};
export const groundName = (ground: ObjectionGround): string => groundNames[ground]();

const eventNames: Readonly<Record<ObjectionEvent['type'], (to: { department: string }) => string>> =
  {
    file: m.objections_event_file,
    acknowledge: m.objections_event_acknowledge,
    forward: m.objections_event_forward,
    'open-contact': m.objections_event_open_contact,
    uphold: m.objections_event_uphold,
    reject: m.objections_event_reject,
  };
export const eventName = ({ type, to }: Pick<ObjectionEvent, 'type' | 'to'>): string =>
  eventNames[type]({ department: to ? addresseeName(to) : '' });

/** What is said once an act is done. @param to - of a forwarding */
export const actedText = (type: ObjectionCommandType, to?: DepartmentCode): string =>
  actedTexts[type]({ department: to ? addresseeName(to) : '' });

const actedTexts: Readonly<Record<ObjectionCommandType, (to: { department: string }) => string>> = {
  acknowledge: m.objections_acted_acknowledge,
  forward: m.objections_acted_forward,
  'open-contact': m.objections_acted_open_contact,
  uphold: m.objections_acted_uphold,
  reject: m.objections_acted_reject,
};

const roleNames: Readonly<Record<string, () => string>> = {
  officer: m.objections_role_officer,
  publisher: m.objections_role_publisher,
};
/** A role this window does not know yet is shown as it is. */
export const roleName = (role: string): string => roleNames[role]?.() ?? role;
