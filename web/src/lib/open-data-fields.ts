/** The fields of a line of the open data: their names in JSON, what stands in them, and whether they always stand there. */
import type { InspectionRecord, PenaltyRecord } from '../../../shared/disclosure/record.ts';
import { m } from '#lib/paraglide/messages.js';

export interface OpenDataField {
  /** As JSON Schema would say it. */
  readonly type: string;
  readonly always: boolean;
  readonly meaning: () => string;
}

const TEXT = 'string';
const DATE = 'string, date';
const INSTANT = 'string, date-time';
const always = (type: string, meaning: () => string) => ({ type, meaning, always: true });
const sometimes = (type: string, meaning: () => string) => ({ type, meaning, always: false });

/** What both kinds have. */
const ofEach = {
  id: always(TEXT, m.data_field_id),
  kind: always('penalty | inspection', m.column_kind),
  title: always(TEXT, m.column_title),
  department: always(TEXT, m.data_field_department),
  publishedAt: always(INSTANT, m.data_field_published_at),
  publishedOn: always(DATE, m.field_published_on),
  path: always('string, uri-reference', m.permalink),
  corrections: sometimes('array of {on, reason}', m.data_field_corrections),
};

/** The compiler misses none: a field that joins a record joins the page. */
export const penaltyFields: Readonly<Record<keyof PenaltyRecord, OpenDataField>> = {
  ...ofEach,
  institution: sometimes('{id, name, uscc, streetCode}', m.data_field_institution),
  decisionNumber: always(TEXT, m.field_decision_number),
  party: always('{name, uscc}', m.field_party),
  violation: always(TEXT, m.field_violation),
  facts: always(TEXT, m.field_facts),
  legalBasis: always('array of string', m.field_legal_basis),
  kinds: always('array of P11 … P99', m.data_field_kinds),
  fineFen: sometimes('integer', m.data_field_fine),
  confiscatedFen: sometimes('integer', m.data_field_confiscated),
  content: sometimes(TEXT, m.field_content),
  licences: sometimes('array of {name, number}', m.field_licences),
  decidedOn: always(DATE, m.field_decided_on),
  creditClass: always('MINOR | GENERAL | SERIOUS', m.field_credit_class),
  publishBy: sometimes(DATE, m.data_field_publish_by),
  publicUntil: always(DATE, m.field_public_until),
  repairFrom: sometimes(DATE, m.field_repair_from),
  removed: sometimes('array of {part, ground}', m.data_field_removed),
};

export const inspectionFields: Readonly<Record<keyof InspectionRecord, OpenDataField>> = {
  ...ofEach,
  institution: always('{id, name, uscc, streetCode}', m.data_field_institution),
  inspectionKind: always('DAILY | INDIVIDUAL | SPECIAL', m.field_inspection_kind),
  inspectedOn: always(DATE, m.field_inspected_on),
  items: always('array of {item, result, note}', m.inspection_result_title),
  result: always('PROBLEM | NO_PROBLEM', m.field_overall_result),
};
