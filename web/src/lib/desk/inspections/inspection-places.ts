/** Where on the page of an inspection each field of the API stands, and what it is called. */
import { m } from '#lib/desk/paraglide/messages.js';
import type { FieldPlace } from '#lib/desk/forms/form-problems.ts';

export const inspectionPlaces: readonly FieldPlace[] = [
  { field: 'kind', id: 'kind', name: m.inspection_kind_label },
  { field: 'institution', id: 'institutionName', name: m.inspection_institution_label },
  {
    field: 'institution.uscc',
    id: 'uscc',
    name: m.inspection_uscc_label,
    texts: { INVALID: m.acts_problem_uscc },
  },
  { field: 'institution.streetCode', id: 'streetCode', name: m.registry_street_label },
  { field: 'inspectedOn', id: 'inspectedOn', name: m.inspection_date_label },
  {
    field: 'inspectors',
    id: 'inspectors',
    name: m.inspection_inspectors_label,
    texts: { TWO_INSPECTORS: m.acts_problem_two_certificates },
  },
  { field: 'items', id: 'item-0', name: m.inspection_items_label },
  {
    field: 'items.*.item',
    id: 'item-*',
    name: (place) => m.inspection_item_label({ number: place }),
  },
  {
    field: 'items.*.result',
    id: 'result-*',
    name: (place) => m.inspection_item_label({ number: place }),
    texts: { INVALID: m.inspection_problem_item_result },
  },
  {
    field: 'items.*.note',
    id: 'note-*',
    name: (place) => m.inspection_note_of({ number: place }),
  },
  {
    field: 'result',
    id: 'result',
    name: m.inspection_result_label,
    texts: {
      INVALID: m.inspection_problem_result,
      CONTRADICTS_ITEMS: m.inspection_problem_contradiction,
    },
  },
];
