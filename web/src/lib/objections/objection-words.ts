/** Names of who objects, of what is wrong, and of what was done, for whoever objects. */
import type {
  ObjectionEventType,
  ObjectionGround,
  Objector,
} from '../../../../shared/objections/objection.ts';
import { addresseeName } from '#lib/names.ts';
import type { FollowedObjection } from '#lib/objections/objection-answers.ts';
import { m } from '#lib/paraglide/messages.js';

export const objectorName = (objector: Objector): string => m[`objection_objector_${objector}`]();

export const objectorHint = (objector: Objector): { readonly hint?: string } =>
  objector === 'OTHER' ? {} : { hint: m[`objection_objector_${objector}_hint`]() };

export const groundName = (ground: ObjectionGround): string => m[`objection_ground_${ground}`]();

const groundHints: Partial<Readonly<Record<ObjectionGround, () => string>>> = {
  PERSONAL_DATA: m.objection_ground_PERSONAL_DATA_hint,
  NOT_PUBLIC: m.objection_ground_NOT_PUBLIC_hint,
  REPAIRED: m.objection_ground_REPAIRED_hint,
};
export function groundHint(ground: ObjectionGround): { readonly hint?: string } {
  const hint = groundHints[ground]?.();
  return hint === undefined ? {} : { hint };
}

const eventNames: Readonly<Record<Exclude<ObjectionEventType, 'forward'>, () => string>> = {
  file: m.objection_event_file,
  acknowledge: m.objection_event_acknowledge,
  'open-contact': m.objection_event_open_contact,
  uphold: m.objection_event_uphold,
  reject: m.objection_event_reject,
};
export const eventName = ({ type, department, to }: FollowedObjection['events'][number]): string =>
  type === 'forward'
    ? m.objection_event_forward({ department: addresseeName(to ?? department) })
    : eventNames[type]();
