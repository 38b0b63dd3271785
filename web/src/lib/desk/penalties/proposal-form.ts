/** The proposal of a penalty as an officer types it, and the API's body that it makes. */
import type { FieldError } from '../../../../../shared/api/problem.ts';
import {
  fitsSimpleProcedure,
  PenaltyProposal,
  type PartyKind,
} from '../../../../../shared/penalties/penalty.ts';
import { takingKinds } from '../../../../../shared/penalties/licences.ts';
import type { SuggestedInstitution } from '../../../../../shared/institutions/suggestion.ts';
import { FEN_PER_YUAN } from '../../../../../shared/money.ts';
import { err, type Result } from '../../../../../shared/result.ts';
import { judged } from '#lib/desk/forms/judged.ts';
import { fenOf } from '#lib/desk/penalties/fen-of.ts';

export interface LicenceWords {
  name: string;
  number: string;
}

export interface ProposalForm {
  caseNumber: string;
  itemNumber: string;
  partyKind: string;
  partyName: string;
  uscc: string;
  streetCode: string;
  address: string;
  violation: string;
  facts: string;
  evidence: string;
  legalBasis: string[];
  kinds: string[];
  /** Yuan. */
  fine: string;
  /** Yuan. */
  confiscated: string;
  licences: LicenceWords[];
  /** Yuan: what multiples count from. */
  base: string;
  articles: string[];
  rectification: string;
  procedure: string;
  handlers: string[];
  filedOn: string;
  violationEndedOn: string;
  discoveredOn: string;
  didHarm: boolean;
  suspectedCrime: boolean;
  circumstances: string[];
  secrecy: string[];
}

export const emptyProposal = (caseNumber = ''): ProposalForm => ({
  caseNumber,
  itemNumber: '',
  partyKind: 'ORG',
  partyName: '',
  uscc: '',
  ...{ streetCode: '', address: '' },
  violation: '',
  ...{ facts: '', evidence: '' },
  legalBasis: [''],
  kinds: [],
  fine: '',
  confiscated: '',
  licences: [{ name: '', number: '' }],
  ...{ base: '', articles: [], rectification: '' },
  procedure: 'ORDINARY',
  handlers: ['', ''],
  ...{ filedOn: '', violationEndedOn: '', discoveredOn: '' },
  ...{ didHarm: false, suspectedCrime: false, circumstances: [], secrecy: [] },
});

export const yuanOf = (fen: number | undefined): string =>
  fen === undefined ? '' : (fen / FEN_PER_YUAN).toFixed(2);

/** The form of a proposal that stands, to be revised. */
export function formOf(proposal: PenaltyProposal): ProposalForm {
  const { party, legalBasis, kinds, procedure, handlers, violation, facts } = proposal;
  return {
    ...{ caseNumber: proposal.caseNumber ?? '', itemNumber: String(proposal.itemNumber ?? '') },
    ...{ partyKind: party.kind, partyName: party.name, uscc: party.uscc ?? '' },
    ...{ streetCode: party.streetCode ?? '', address: party.address ?? '' },
    ...{ violation, facts, evidence: proposal.evidence ?? '', legalBasis: [...legalBasis] },
    ...{ kinds: [...kinds], fine: yuanOf(proposal.fineFen) },
    ...{ confiscated: yuanOf(proposal.confiscatedFen), base: yuanOf(proposal.baseFen) },
    ...{ articles: [...(proposal.articles ?? [])], procedure, handlers: [...handlers] },
    licences: (proposal.licences ?? [{ name: '' }]).map(({ name, number = '' }) => ({
      name,
      number,
    })),
    rectification: proposal.rectification?.text ?? '',
    filedOn: proposal.filedOn ?? '',
    violationEndedOn: proposal.violationEndedOn ?? '',
    discoveredOn: proposal.discoveredOn ?? '',
    didHarm: proposal.didHarm ?? false,
    suspectedCrime: proposal.suspectedCrime ?? false,
    circumstances: [...(proposal.circumstances ?? [])],
    secrecy: [...(proposal.secrecy ?? [])],
  };
}

/** Papers of the register are called so; a licence that was written down already stays. */
const papers = { LICENCE: '医疗机构执业许可证', FILING: '诊所备案凭证' } as const;

/** The form with what the register says of the institution that was chosen. */
export function withInstitution(form: ProposalForm, chosen: SuggestedInstitution): ProposalForm {
  const { name, uscc = '', streetCode = '', address = '', licenceNumber, practiceBasis } = chosen;
  const isWritten = form.licences.some((licence) => licence.name.trim() || licence.number.trim());
  const licence = { name: papers[practiceBasis ?? 'LICENCE'], number: licenceNumber ?? '' };
  return {
    ...form,
    ...{ partyName: name, uscc, streetCode, address: address || form.address },
    ...(licenceNumber !== undefined && !isWritten && { licences: [licence] }),
  };
}

const partiesWithCode: readonly string[] = ['ORG', 'SOLE'] satisfies readonly PartyKind[];

export const hasCreditCode = (partyKind: string): boolean => partiesWithCode.includes(partyKind);
export const hasFine = (kinds: readonly string[]): boolean => kinds.includes('P21');
export const hasConfiscation = (kinds: readonly string[]): boolean =>
  kinds.includes('P22') || kinds.includes('P23');

export const takesLicence = (kinds: readonly string[]): boolean =>
  kinds.some((kind) => takingKinds.some((taking) => taking === kind));

/** Only what was filled in, and no amount whose kind is not chosen: its field is not on the page then. */
export function proposalBody(form: ProposalForm): Readonly<Record<string, unknown>> {
  const { caseNumber, itemNumber, partyKind, violation, facts, kinds, procedure } = form;
  const uscc = hasCreditCode(partyKind) ? form.uscc.trim().toUpperCase() : '';
  const fineFen = hasFine(kinds) ? fenOf(form.fine) : undefined;
  const baseFen = fenOf(form.base);
  const confiscatedFen = hasConfiscation(kinds) ? fenOf(form.confiscated) : undefined;
  return {
    ...(caseNumber.trim() && { caseNumber: caseNumber.trim().toUpperCase() }),
    ...(itemNumber.trim() && { itemNumber: Number(itemNumber) }),
    party: {
      ...{ kind: partyKind, name: form.partyName, ...(uscc && { uscc }) },
      ...(hasCreditCode(partyKind) && given('streetCode', form.streetCode)),
      ...given('address', form.address),
    },
    ...{ violation, facts, kinds, procedure },
    ...given('evidence', form.evidence),
    ...(form.rectification.trim() && { rectification: { text: form.rectification } }),
    ...given('filedOn', form.filedOn),
    ...given('violationEndedOn', form.violationEndedOn),
    ...given('discoveredOn', form.discoveredOn),
    ...(form.didHarm && { didHarm: true }),
    ...(form.suspectedCrime && { suspectedCrime: true }),
    ...(form.circumstances.length > 0 && { circumstances: form.circumstances }),
    ...(form.secrecy.length > 0 && { secrecy: form.secrecy }),
    ...(form.articles.length > 0 && { articles: form.articles }),
    ...(baseFen !== undefined && { baseFen }),
    legalBasis: filled(form.legalBasis),
    ...(fineFen !== undefined && { fineFen }),
    ...(confiscatedFen !== undefined && { confiscatedFen }),
    ...(takesLicence(kinds) && named(form.licences)),
    handlers: filled(form.handlers),
  };
}

const given = (name: string, typed: string) => (typed.trim() ? { [name]: typed.trim() } : {});

/** A number without a name is sent as it is, to be told of. */
function named(licences: readonly LicenceWords[]) {
  const given = licences.filter(({ name, number }) => name.trim() || number.trim());
  return given.length > 0
    ? {
        licences: given.map(({ name, number }) => ({
          name: name.trim(),
          ...(number.trim() && { number: number.trim() }),
        })),
      }
    : {};
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
