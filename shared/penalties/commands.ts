/** Every act on a penalty, as the API takes it: `POST /api/desk/penalties/{penaltyId}/commands`. */
import * as v from 'valibot';
import { DateText, text } from '../fields.ts';
import { Uscc } from '../institutions/institution.ts';
import { Documents } from './documents.ts';
import {
  closureGrounds,
  contestOutcomes,
  defenceFindings,
  evidenceDisposals,
  executionWays,
  serviceWays,
  withdrawalGrounds,
} from './penalty.ts';
import { CertificateNumber, Licences, PenaltyProposal } from './proposal.ts';
import { distinct, Fen, LighterPunishment } from './punishment.ts';

/** Any act may bring papers to the file. */
const command = <const T extends string, const E extends v.ObjectEntries>(type: T, entries: E) =>
  v.strictObject({ type: v.literal(type), ...entries, documents: v.optional(Documents) });

const Reason = text(500);

export const PenaltyCommand = v.variant('type', [
  command('notify', { servedOn: DateText }),
  command('revise', { proposal: PenaltyProposal, reason: Reason }),
  command('waive-defence', { statedOn: DateText }),
  command('hear-defence', {
    statedOn: DateText,
    statement: text(5_000),
    finding: v.picklist(defenceFindings, 'INVALID'),
    reply: text(2_000),
  }),
  command('lapse-defence', {}),
  command('waive-hearing', { statedOn: DateText }),
  command('request-hearing', { requestedOn: DateText }),
  command('arrange-hearing', {
    notifiedOn: DateText,
    heldOn: DateText,
    place: text(200),
    /** Certificate number of who presides. */
    chair: CertificateNumber,
  }),
  command('hold-hearing', { heldOn: DateText, record: text(5_000) }),
  command('give-up-hearing', { on: DateText, reason: Reason }),
  command('lapse-hearing', {}),
  command('discuss', {
    heldOn: DateText,
    participants: v.pipe(
      v.array(text(50)),
      v.minLength(2, 'TWO_PARTICIPANTS'),
      v.maxLength(30, 'TOO_MANY'),
      v.check((list) => distinct(list), 'REPEATED'),
    ),
    opinion: text(2_000),
  }),
  command('review', {
    outcome: v.picklist(['pass', 'return'], 'INVALID'),
    /** Absent: the day it is sent. */
    on: v.optional(DateText),
    opinion: v.optional(text(2_000)),
  }),
  command('send-back', { reason: Reason }),
  command('decide', {
    decisionNumber: text(100),
    decidedOn: DateText,
    lighter: v.optional(LighterPunishment),
  }),
  command('close', {
    on: DateText,
    ground: v.picklist(closureGrounds, 'INVALID'),
    reason: Reason,
  }),
  command('suspect-crime', { reason: Reason }),
  command('clear-suspicion', { reason: Reason }),
  /** `reference`: number of the letter of transfer. */
  command('transfer-crime', { on: DateText, reference: text(100) }),
  command('attach', { note: v.optional(Reason) }),
  command('recuse', {
    /** Subject of the officer who may not act any more. */
    officer: v.optional(text(100)),
    certificate: v.optional(CertificateNumber),
    replacement: v.optional(CertificateNumber),
    reason: Reason,
  }),
  command('preserve-evidence', { on: DateText, items: text(1_000) }),
  command('dispose-evidence', {
    on: DateText,
    how: v.picklist(evidenceDisposals, 'INVALID'),
  }),
  command('extend', { until: DateText, basis: text(200), reason: Reason }),
  command('serve', {
    on: DateText,
    way: v.picklist(serviceWays, 'INVALID'),
    /** The party agreed to it in writing (行政处罚法 61); asked for electronic service only. */
    agreed: v.optional(v.boolean()),
  }),
  command('pay', {
    on: DateText,
    fineFen: v.optional(Fen),
    surchargeFen: v.optional(Fen),
    confiscatedFen: v.optional(Fen),
    receipt: text(100),
  }),
  command('defer', {
    reason: Reason,
    instalments: v.pipe(
      v.array(v.strictObject({ dueOn: DateText, amountFen: Fen })),
      v.minLength(1, 'REQUIRED'),
      v.maxLength(36, 'TOO_MANY'),
    ),
  }),
  command('contest', { on: DateText, kind: v.picklist(['REVIEW', 'SUIT'], 'INVALID') }),
  command('settle-contest', {
    on: DateText,
    outcome: v.picklist(contestOutcomes, 'INVALID'),
  }),
  command('execute', { on: DateText, how: v.picklist(executionWays, 'INVALID') }),
  command('recheck', { on: DateText, corrected: v.boolean(), findings: text(2_000) }),
  command('archive', { on: DateText }),
  command('withdraw', {
    reason: Reason,
    ground: v.optional(v.picklist(withdrawalGrounds, 'INVALID')),
  }),
  /** What was written wrong in a decision that stands; who is punished how is not put right but changed (`withdraw`). */
  command('correct', {
    reason: Reason,
    partyName: v.optional(text(100)),
    uscc: v.optional(Uscc),
    violation: v.optional(text(200)),
    facts: v.optional(text(5_000)),
    legalBasis: v.optional(PenaltyProposal.entries.legalBasis),
    decisionNumber: v.optional(text(100)),
    licences: v.optional(Licences),
  }),
  /** `reference`: of the credit system's own notice. */
  command('repair', { on: DateText, reference: text(200) }),
  command('publish-minor', { reason: Reason }),
  command('list-serious', { basis: text(200) }),
]);
export type PenaltyCommand = v.InferOutput<typeof PenaltyCommand>;
export type PenaltyCommandType = PenaltyCommand['type'];
