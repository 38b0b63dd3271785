/** The only door from the private to the public shape: what is not copied here never becomes public. */
import { isStreet } from '../district.ts';
import { chosenDistrict } from '../districts/chosen.ts';
import type { PublicationPolicy } from '../districts/publication-policy.ts';
import { inspectionKinds, type Inspection } from '../inspections/inspection.ts';
import { institutionOf, type NamedInstitution } from '../institutions/institution.ts';
import { saysMore } from '../penalties/content.ts';
import type { Licence } from '../penalties/licences.ts';
import { isPerson, type Penalty, type Secrecy } from '../penalties/penalty.ts';
import { dateInShanghai, startInShanghai, type DateOnly, type Instant } from '../time.ts';
import { masked, personsNamedIn, type Known } from './masking.ts';
import { privateValuesOf } from './private-values.ts';
import {
  decidedPenalty,
  isNoLongerPublic,
  publicationOf,
  type DeniedPublication,
  type ShownPublication,
} from './publication.ts';
import {
  recordPath,
  type Correction,
  type InspectionRecord,
  type PenaltyRecord,
  type PublicInstitution,
  type RecordKind,
  type Tombstone,
  type WithdrawalGround,
} from './record.ts';

export type PublicState =
  /** It is not for the public. `tombstone`: what must remain, should the public have it nonetheless. */
  | { readonly state: 'none'; readonly tombstone?: Tombstone }
  | { readonly state: 'public'; readonly record: PenaltyRecord | InspectionRecord }
  | { readonly state: 'withdrawn'; readonly tombstone: Tombstone };

/**
 * @param publishedAt - when it first became public: now, or what an earlier version says
 * @param on - today in Asia/Shanghai
 */
export function publicPenalty(
  penalty: Penalty,
  publishedAt: Instant,
  on: DateOnly,
  policy: PublicationPolicy = chosenDistrict.publication,
): PublicState {
  const publication = publicationOf(decidedPenalty(penalty), on, policy);
  if (publication.outcome === 'deny') return denied(penalty, publication, publishedAt, on);
  const record = penaltyRecord(penalty, publication, publishedAt, policy);
  return record && publication.channels.includes('SITE')
    ? { state: 'public', record }
    : {
        state: 'none',
        tombstone: tombstoneOf('penalty', penalty, publishedAt, taken('ERROR', on)),
      };
}

export function publicInspection(inspection: Inspection, publishedAt: Instant): PublicState {
  const { department, report, recordId, corrections = [], withdrawal } = inspection;
  const institution = publicInstitutionOf(inspection.institution);
  const { uscc } = institution;
  const { persons, values } = privateValuesOf(inspection);
  if (withdrawal) {
    const { ground, reason, at } = withdrawal;
    const gone = [...values, institution.name, ...(uscc ? [uscc] : [])]; // it goes with the record
    const end = { ground, reason: masked(reason, { persons, values: gone }), withdrawnAt: at };
    const tombstone = tombstoneOf('inspection', inspection, publishedAt, end);
    return { state: 'withdrawn', tombstone };
  }
  const texts = [
    ...report.items.flatMap(({ item, note = '' }) => [item, note]),
    ...corrections.map(({ reason }) => reason),
  ];
  const known: Known = {
    ...{ persons: [...persons, ...texts.flatMap(personsNamedIn)], values },
    ...{ publicNames: [institution.name], publicCodes: uscc ? [uscc] : [] },
  };
  const record: InspectionRecord = {
    ...headOf('inspection', recordId, department, publishedAt),
    title: `${institution.name}：${inspectionKinds[report.kind]}结果`,
    institution,
    inspectionKind: report.kind,
    inspectedOn: report.inspectedOn,
    items: report.items.map(({ item, result, note }) => ({
      item: masked(item, known),
      result,
      ...(note !== undefined && { note: masked(note, known) }),
    })),
    result: report.result,
    ...told(corrections, (text) => masked(text, known)),
  };
  return { state: 'public', record };
}

function penaltyRecord(
  penalty: Penalty,
  publication: ShownPublication,
  publishedAt: Instant,
  policy: PublicationPolicy,
): PenaltyRecord | undefined {
  const { department, proposal, decision, recordId, corrections = [] } = penalty;
  if (!decision) return undefined;
  const { creditClass, publishBy, publicUntil, repairFrom, removed = [] } = publication;
  const isRemoved = (part: 'facts' | 'partyName') => removed.some((one) => one.part === part);
  const known = knownOf(penalty, isRemoved('partyName') ? { ...policy, ...maskedNames } : policy);
  const texts = [proposal.violation, proposal.facts, ...corrections.map(({ reason }) => reason)];
  const persons = [...known.persons, ...texts.flatMap(personsNamedIn)];
  const clean = (text: string) => masked(text, { ...known, persons });
  const { name, uscc } = proposal.party;
  const party = { name: clean(name), ...(uscc && { uscc }) };
  const violation = clean(proposal.violation);
  const { kinds, fineFen, confiscatedFen } = proposal;
  const content = isRemoved('facts') ? undefined : contentOfOwn(penalty);
  return {
    ...headOf('penalty', recordId, department, publishedAt),
    title: shortened(`${party.name}：${violation}`),
    decisionNumber: clean(decision.decisionNumber),
    party,
    violation,
    facts: isRemoved('facts') ? factsLeftOut(proposal.secrecy) : clean(proposal.facts),
    legalBasis: proposal.legalBasis.map(clean),
    kinds,
    ...(fineFen !== undefined && { fineFen }),
    ...(confiscatedFen !== undefined && { confiscatedFen }),
    ...(content !== undefined && { content: clean(content) }),
    ...(proposal.licences && { licences: publicLicences(proposal.licences, penalty, known) }),
    decidedOn: decision.decidedOn,
    ...{ creditClass, publishBy, publicUntil },
    ...(repairFrom && { repairFrom }),
    ...(removed.length > 0 && { removed }),
    ...told(corrections, clean),
    ...(!isPerson(proposal.party.kind) && {
      institution: publicInstitutionOf(institutionOf({ ...proposal.party, name: party.name })),
    }),
  };
}

/** Longer ones come from files alone: the whole of it stands in the record. */
const LONGEST_TITLE = 200;
const shortened = (title: string): string =>
  title.length > LONGEST_TITLE ? `${[...title].slice(0, LONGEST_TITLE - 1).join('')}…` : title;

/** Its authority's own words, where they tell more than ours. */
const contentOfOwn = ({ imported, proposal }: Penalty): string | undefined =>
  imported?.content !== undefined && saysMore(imported.content, proposal)
    ? imported.content
    : undefined;

/**
 * An institution's licence hangs on its wall. A practitioner's certificate is his own: the public reads what kind it is, and
 * no number, not even one that somebody wrote into its name.
 */
const publicLicences = (
  licences: readonly Licence[],
  { proposal }: Penalty,
  known: Known,
): readonly Licence[] =>
  licences.map(({ name, number }) => {
    if (isPerson(proposal.party.kind))
      return { name: masked(name.replaceAll(/[\dA-Z][\dA-Z -]{3,}/giu, '（编号略）'), known) };
    const shown = number === undefined ? undefined : publicNumber(number, known);
    return { name: masked(name, known), ...(shown !== undefined && { number: shown }) };
  });

/** Long like an account, and no secret; but nothing that reads as a person's number. */
function publicNumber(number: string, known: Known): string | undefined {
  if (/证件号码略|电话略|案号略/.test(masked(number, known))) return undefined;
  return masked(number, { ...known, publicCodes: [...(known.publicCodes ?? []), number] });
}

/** 备注 of a file, on its way back to the platforms: as clean as what is public, though it never is. */
export const remarkOf = (
  penalty: Penalty,
  policy: PublicationPolicy = chosenDistrict.publication,
): string | undefined => {
  const remark = penalty.imported?.remark;
  return remark === undefined ? undefined : masked(remark, knownOf(penalty, policy));
};

/** What was put right, as the public is told of it. */
const told = (
  corrections: NonNullable<(Penalty | Inspection)['corrections']>,
  clean: (text: string) => string,
): { readonly corrections?: readonly Correction[] } =>
  corrections.length === 0
    ? {}
    : {
        corrections: corrections.map(({ at, reason }) => ({
          on: dateInShanghai(at),
          reason: clean(reason),
        })),
      };

/** Of all that is known of an institution, this is for everybody. */
const publicInstitutionOf = ({
  id,
  name,
  uscc,
  streetCode,
}: NamedInstitution): PublicInstitution => ({
  ...{ id, name },
  ...(uscc && { uscc }),
  ...(streetCode && isStreet(streetCode) && { streetCode }),
});

const maskedNames = { practitionerNames: 'masked' } as const;

/** What stands in place of facts that may not be shown (政府信息公开条例 15). */
const factsLeftOut = (secrecy: readonly Secrecy[] = []): string =>
  secrecy.includes('TRADE_SECRET')
    ? secrecy.includes('PRIVACY')
      ? '（涉及商业秘密和个人隐私，依法不予公开）'
      : '（涉及商业秘密，依法不予公开）'
    : '（涉及个人隐私，依法不予公开）';

function denied(
  penalty: Penalty,
  { reason, since }: DeniedPublication,
  publishedAt: Instant,
  on: DateOnly,
): PublicState {
  if (isNoLongerPublic(reason))
    return {
      state: 'withdrawn',
      tombstone: tombstoneOf('penalty', penalty, publishedAt, endOf(penalty, since ?? on)),
    };
  if (!penalty.decision) return { state: 'none' };
  return {
    state: 'none',
    tombstone: tombstoneOf('penalty', penalty, publishedAt, taken('ERROR', on)),
  };
}

interface End {
  readonly ground: WithdrawalGround;
  readonly reason: string;
  readonly withdrawnAt: Instant;
}

/** How its time in public ended. Of expiry and repair nothing is said but that. */
function endOf(penalty: Penalty, on: DateOnly): End {
  const { withdrawal, repair } = penalty;
  if (withdrawal) {
    const { ground = 'ERROR', reason, at } = withdrawal;
    return { ground, reason: masked(reason, contentOf(penalty)), withdrawnAt: at };
  }
  return repair
    ? { ground: 'REPAIRED', reason: 'REPAIRED', withdrawnAt: repair.at }
    : taken('EXPIRED', on);
}

/** Who was punished, and under which number, goes with the record. */
function contentOf(penalty: Penalty): Known {
  const { proposal, decision } = penalty;
  const { name, uscc } = proposal.party;
  const known = knownOf(penalty, maskedNames);
  const said = [name, uscc, decision?.decisionNumber].filter((value) => value !== undefined);
  return { ...known, values: [...known.values, ...said], publicNames: [], publicCodes: [] };
}

const taken = (ground: 'EXPIRED' | 'ERROR', on: DateOnly): End => ({
  ground,
  reason: ground,
  withdrawnAt: startInShanghai(on),
});

/** That it existed, when and why it went; neither name nor number nor what it was about. */
function tombstoneOf(
  kind: RecordKind,
  { recordId, department }: Pick<Penalty, 'recordId' | 'department'>,
  publishedAt: Instant,
  { ground, reason, withdrawnAt }: End,
): Tombstone {
  const { publishedAt: _, ...head } = headOf(kind, recordId, department, publishedAt);
  const isInOrder = withdrawnAt >= publishedAt;
  return { ...head, ground, reason, withdrawnAt: isInOrder ? withdrawnAt : publishedAt };
}

const headOf = <Kind extends RecordKind>(
  kind: Kind,
  id: string,
  department: Penalty['department'],
  publishedAt: Instant,
) => ({
  ...{ id, kind, department, publishedAt },
  path: recordPath(id),
  publishedOn: dateInShanghai(publishedAt),
});

/**
 * Whom the public may read of by name: an institution, and a practitioner where the district's policy says so (domain B.9).
 * Any other person is shown as surname and 某, in every text.
 */
function knownOf(
  penalty: Penalty,
  { practitionerNames }: Pick<PublicationPolicy, 'practitionerNames'>,
): Known {
  const { licences = [], party } = penalty.proposal;
  const { kind, name, uscc } = party;
  const own = isPerson(kind) ? licences.flatMap(({ number }) => number ?? []) : [];
  const isNamed =
    !isPerson(kind) || (kind === 'PERSON_PRACTITIONER' && practitionerNames === 'full');
  const known = privateValuesOf(penalty);
  return {
    persons: isNamed ? known.persons : [name, ...known.persons],
    values: [...known.values, ...own],
    publicNames: isNamed ? [name] : [],
    publicCodes: [...(uscc ? [uscc] : []), ...numberOf(penalty)],
    addresses: isPerson(kind),
  };
}

/**
 * 文号, as far as it is one: a body's word, the year, a number, however long. It is the name of the decision and never read as
 * a telephone's or a person's number; what somebody wrote behind it is a text like any other.
 */
const wellFormed =
  /^\p{Script=Han}[^\d]{0,40}?(?:[〔[(（【] ?(?:19|20)\d{2} ?[〕\])）】][第\d -]{1,30}号?|第? ?\d[\d -]{0,30}号)/u;

const numberOf = ({ decision }: Penalty): readonly string[] =>
  decision ? [...(wellFormed.exec(decision.decisionNumber.normalize('NFKC')) ?? [])] : [];
