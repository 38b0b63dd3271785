/** The only door from the private to the public shape: what is not copied here never becomes public. */
import { inspectionKinds, type Inspection } from '../inspections/inspection.ts';
import { institutionOf } from '../institutions/institution.ts';
import { isPerson, type Penalty, type PenaltyProposal } from '../penalties/penalty.ts';
import { dateInShanghai, type Instant } from '../time.ts';
import { publicationOf } from './publication.ts';
import { recordPath, type InspectionRecord, type PenaltyRecord, type Tombstone } from './record.ts';

export type PublicState =
  | { readonly state: 'none' }
  | { readonly state: 'public'; readonly record: PenaltyRecord | InspectionRecord }
  | { readonly state: 'withdrawn'; readonly tombstone: Tombstone };

/** @param publishedAt - when it first became public: now, or what an earlier version says */
export function publicPenalty(penalty: Penalty, publishedAt: Instant): PublicState {
  const { department, proposal, decision, recordId, withdrawal } = penalty;
  if (!decision) return { state: 'none' };
  const { procedure, kinds } = proposal;
  const { decisionNumber, decidedOn } = decision;
  const publication = publicationOf({ authority: department, procedure, kinds, decidedOn });
  if (publication.outcome === 'deny') return { state: 'none' };
  const head = headOf(recordId, department, publishedAt);
  if (withdrawal) {
    const { publishedAt: _, ...rest } = head;
    const reason = masked(withdrawal.reason, proposal);
    const tombstone = { ...rest, kind: 'penalty', withdrawnAt: withdrawal.at, reason } as const;
    return { state: 'withdrawn', tombstone };
  }
  const party = publicParty(proposal);
  const violation = masked(proposal.violation, proposal);
  const record: PenaltyRecord = {
    ...head,
    kind: 'penalty',
    title: `${party.name}：${violation}`,
    decisionNumber,
    party,
    violation,
    facts: masked(proposal.facts, proposal),
    legalBasis: proposal.legalBasis,
    kinds,
    decidedOn,
    creditClass: publication.creditClass,
    publicUntil: publication.publicUntil,
    repairFrom: publication.repairFrom,
    ...(proposal.fineFen !== undefined && { fineFen: proposal.fineFen }),
    ...(proposal.confiscatedFen !== undefined && { confiscatedFen: proposal.confiscatedFen }),
    ...(!isPerson(proposal.party.kind) && { institution: institutionOf(proposal.party) }),
  };
  return { state: 'public', record };
}

export function publicInspection(inspection: Inspection, publishedAt: Instant): PublicState {
  const { department, institution, report, recordId } = inspection;
  const record: InspectionRecord = {
    ...headOf(recordId, department, publishedAt),
    kind: 'inspection',
    title: `${institution.name}：${inspectionKinds[report.kind]}结果`,
    institution,
    inspectionKind: report.kind,
    inspectedOn: report.inspectedOn,
    items: report.items.map(({ item, result, note }) => ({
      item: withoutNumbers(item),
      result,
      ...(note !== undefined && { note: withoutNumbers(note) }),
    })),
    result: report.result,
  };
  return { state: 'public', record };
}

const headOf = (id: string, department: Penalty['department'], publishedAt: Instant) => ({
  id,
  department,
  path: recordPath(id),
  publishedAt,
  publishedOn: dateInShanghai(publishedAt),
});

/**
 * A natural person is shown as surname and 某; a practitioner by name, because the Dadukou plan 六（二十） orders
 * penalties on medical staff to be public (domain B.9; a legal review may change it here).
 */
function publicParty({ party }: PenaltyProposal): PenaltyRecord['party'] {
  const name = party.kind === 'PERSON_OTHER' ? surnameOnly(party.name) : party.name;
  return { name, ...(party.uscc && { uscc: party.uscc }) };
}

const surnameOnly = (name: string): string => `${[...name][0] ?? ''}某`;

/** Free text without the person's full name, identity and telephone numbers, and case numbers. */
function masked(text: string, { party }: PenaltyProposal): string {
  const named =
    party.kind === 'PERSON_OTHER' ? text.replaceAll(party.name, surnameOnly(party.name)) : text;
  return withoutNumbers(named);
}

const withoutNumbers = (text: string): string =>
  text
    .replaceAll(/\d{6}-\d{8}-[0-9A-Z]{6}/g, '（案号略）')
    .replaceAll(/(?<![0-9A-Z])\d{17}[\dXx](?![0-9A-Z])/g, '（证件号码略）')
    .replaceAll(/(?<!\d)1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d)/g, '（电话略）');
