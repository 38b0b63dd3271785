/** The proposal of a penalty as an officer types it, and the API's body that it makes. */
import type { FieldError } from '../../../../../shared/api/problem.ts';
import {
  fitsSimpleProcedure,
  PenaltyProposal,
  type PartyKind,
} from '../../../../../shared/penalties/penalty.ts';
import { err, type Result } from '../../../../../shared/result.ts';
import { judged } from '#lib/desk/forms/judged.ts';
import { fenOf } from '#lib/desk/penalties/fen-of.ts';

export interface ProposalForm {
  caseNumber: string;
  itemNumber: string;
  partyKind: string;
  partyName: string;
  uscc: string;
  violation: string;
  facts: string;
  legalBasis: string[];
  kinds: string[];
  /** Yuan. */
  fine: string;
  /** Yuan. */
  confiscated: string;
  procedure: string;
  handlers: string[];
}

export const emptyProposal = (caseNumber = ''): ProposalForm => ({
  caseNumber,
  itemNumber: '',
  partyKind: 'ORG',
  partyName: '',
  uscc: '',
  violation: '',
  facts: '',
  legalBasis: [''],
  kinds: [],
  fine: '',
  confiscated: '',
  procedure: 'ORDINARY',
  handlers: ['', ''],
});

const partiesWithCode: readonly string[] = ['ORG', 'SOLE'] satisfies readonly PartyKind[];

export const hasCreditCode = (partyKind: string): boolean => partiesWithCode.includes(partyKind);
export const hasFine = (kinds: readonly string[]): boolean => kinds.includes('P21');
export const hasConfiscation = (kinds: readonly string[]): boolean =>
  kinds.includes('P22') || kinds.includes('P23');

/** Only what was filled in, and no amount whose kind is not chosen: its field is not on the page then. */
export function proposalBody(form: ProposalForm): Readonly<Record<string, unknown>> {
  const { caseNumber, itemNumber, partyKind, violation, facts, kinds, procedure } = form;
  const uscc = hasCreditCode(partyKind) ? form.uscc.trim().toUpperCase() : '';
  const fineFen = hasFine(kinds) ? fenOf(form.fine) : undefined;
  const confiscatedFen = hasConfiscation(kinds) ? fenOf(form.confiscated) : undefined;
  return {
    ...(caseNumber.trim() && { caseNumber: caseNumber.trim().toUpperCase() }),
    ...(itemNumber.trim() && { itemNumber: Number(itemNumber) }),
    party: { kind: partyKind, name: form.partyName, ...(uscc && { uscc }) },
    ...{ violation, facts, kinds, procedure },
    legalBasis: filled(form.legalBasis),
    ...(fineFen !== undefined && { fineFen }),
    ...(confiscatedFen !== undefined && { confiscatedFen }),
    handlers: filled(form.handlers),
  };
}

const filled = (lines: readonly string[]): readonly string[] =>
  lines.map((line) => line.trim()).filter(Boolean);

/** As the API will judge it, the limit of the simple procedure included. */
export function judgedProposal(form: ProposalForm): Result<PenaltyProposal, readonly FieldError[]> {
  const proposal = judged(PenaltyProposal, proposalBody(form));
  if (!proposal.ok) return proposal;
  return proposal.value.procedure === 'SIMPLE' && !fitsSimpleProcedure(proposal.value)
    ? err([{ field: 'procedure', code: 'SIMPLE_PROCEDURE_EXCEEDED' }])
    : proposal;
}
