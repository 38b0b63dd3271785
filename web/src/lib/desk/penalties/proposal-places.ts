/** Where on the page of a proposal each field of the API stands, and what it is called. */
import { m } from '#lib/desk/paraglide/messages.js';
import type { FieldPlace } from '#lib/desk/forms/form-problems.ts';

export const proposalPlaces: readonly FieldPlace[] = [
  { field: 'caseNumber', id: 'caseNumber', name: m.penalty_case_label },
  {
    field: 'itemNumber',
    id: 'itemNumber',
    name: m.penalty_item_label,
    texts: { CASE_AND_ITEM_TOGETHER: m.penalty_problem_case_and_item },
  },
  { field: 'party.kind', id: 'partyKind', name: m.penalty_party_kind_label },
  { field: 'party.name', id: 'partyName', name: m.penalty_party_name_label },
  {
    field: 'party.uscc',
    id: 'uscc',
    name: m.penalty_uscc_label,
    texts: { INVALID: m.acts_problem_uscc },
  },
  { field: 'party.streetCode', id: 'streetCode', name: m.registry_street_label },
  { field: 'party.address', id: 'address', name: m.penalty_address_label },
  { field: 'violation', id: 'violation', name: m.penalty_violation_label },
  { field: 'facts', id: 'facts', name: m.penalty_facts_label },
  { field: 'evidence', id: 'evidence', name: m.penalty_evidence_label },
  { field: 'legalBasis', id: 'legalBasis', name: m.penalty_basis_label },
  {
    field: 'kinds',
    id: 'kinds',
    name: m.penalty_kinds_label,
    texts: { REQUIRED: m.penalty_problem_kinds },
  },
  {
    field: 'fineFen',
    id: 'fine',
    name: m.penalty_fine_label,
    texts: { FINE_AND_KIND_TOGETHER: m.penalty_problem_fine, INVALID: m.penalty_problem_amount },
  },
  {
    field: 'confiscatedFen',
    id: 'confiscated',
    name: m.penalty_confiscated_label,
    texts: { INVALID: m.penalty_problem_amount },
  },
  { field: 'licences', id: 'licence-0-name', name: m.penalty_licences_legend },
  { field: 'licences.*.name', id: 'licence-*-name', name: m.penalty_licence_name },
  { field: 'licences.*.number', id: 'licence-*-number', name: m.penalty_licence_number },
  { field: 'rectification', id: 'rectification', name: m.penalty_rectification_label },
  {
    field: 'procedure',
    id: 'procedure',
    name: m.penalty_procedure_label,
    texts: { SIMPLE_PROCEDURE_EXCEEDED: m.penalty_problem_simple },
  },
  {
    field: 'handlers',
    id: 'handlers',
    name: m.penalty_handlers_label,
    texts: { TWO_HANDLERS: m.acts_problem_two_certificates },
  },
  { field: 'filedOn', id: 'filedOn', name: m.penalty_filed_label },
  { field: 'violationEndedOn', id: 'violationEndedOn', name: m.penalty_ended_label },
  { field: 'discoveredOn', id: 'discoveredOn', name: m.penalty_found_label },
  {
    ...{ field: 'baseFen', id: 'base', name: m.penalty_base_label },
    texts: { INVALID: m.penalty_problem_amount },
  },
];
