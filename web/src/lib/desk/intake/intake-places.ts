/** Where on the clerk's page each field of the API stands, and what it is called. */
import { m } from '#lib/desk/paraglide/messages.js';
import type { FieldPlace } from '#lib/desk/forms/form-problems.ts';

export const intakePlaces: readonly FieldPlace[] = [
  {
    field: 'channel',
    id: 'channel',
    name: m.intake_channel_label,
    texts: { INVALID: m.intake_problem_channel },
  },
  {
    field: 'originalNumber',
    id: 'originalNumber',
    name: m.intake_number_label,
    texts: { NUMBER_OF_A_PERSON: m.intake_problem_number },
  },
  {
    field: 'receivedOn',
    id: 'receivedOn',
    name: m.intake_received_label,
    texts: { TOO_LONG_AGO: m.intake_problem_too_long_ago },
  },
  { field: 'complaint.institution', id: 'institutionName', name: m.intake_institution_label },
  {
    field: 'complaint.institution.name',
    id: 'institutionName',
    name: m.intake_institution_label,
    texts: { REQUIRED: m.intake_problem_institution },
  },
  {
    field: 'complaint.institution.address',
    id: 'institutionAddress',
    name: m.intake_address_label,
    texts: { REQUIRED: m.intake_problem_address },
  },
  {
    field: 'complaint.institution.description',
    id: 'placeDescription',
    name: m.intake_place_label,
    texts: { REQUIRED: m.intake_problem_place },
  },
  {
    field: 'complaint.institution.streetCode',
    id: 'institutionStreet',
    name: m.intake_street_label,
  },
  { field: 'complaint.facts', id: 'facts', name: m.intake_facts_label },
  {
    field: 'complaint.occurredOn',
    id: 'occurredOn',
    name: m.intake_occurred_label,
    texts: { AFTER_RECEIPT: m.intake_problem_after_receipt },
  },
  {
    field: 'complaint.categories',
    id: 'categories',
    name: m.intake_categories_label,
    texts: { REQUIRED: m.intake_problem_categories, TOO_MANY: m.intake_problem_categories },
  },
  { field: 'complaint.channel', id: 'otherWay', name: m.intake_way_label },
  { field: 'complaint.accused', id: 'accused', name: m.intake_accused_label },
  { field: 'complaint.accusation', id: 'accusation', name: m.intake_accusation_label },
  { field: 'complaint.circumstances', id: 'circumstances', name: m.intake_circumstances_label },
  { field: 'complaint.identity', id: 'personName', name: m.intake_person_label },
  { field: 'complaint.identity.name', id: 'personName', name: m.intake_person_label },
  { field: 'complaint.identity.phone', id: 'phone', name: m.intake_phone_label },
  { field: 'complaint.identity.address', id: 'personAddress', name: m.intake_person_address_label },
  {
    field: 'complaint.demand',
    id: 'demand',
    name: m.intake_demand_label,
    texts: { REAL_NAME_REQUIRED: m.intake_problem_real_name },
  },
  { field: 'complaint.attachments', id: 'files', name: m.intake_files_label },
  {
    field: 'complaint.earlierReceiptCode',
    id: 'earlierReceiptCode',
    name: m.intake_earlier_label,
    texts: { UNKNOWN: m.intake_problem_earlier },
  },
];
