/** Why a penalty is public in its way, in words, and what was cut out of it. Loaded with the preview. */
import type { ShownPublication } from '../../../../../shared/disclosure/publication.ts';
import { m } from '#lib/desk/paraglide/messages.js';
import { penaltyKindName } from '#lib/names.ts';
import { penaltyKinds, type PenaltyKind } from '../../../../../shared/penalties/kinds.ts';
import type { RemovedPart } from '../../../../../shared/disclosure/record.ts';
import type { MaskedField } from './public-preview.ts';

type Reason = ShownPublication['reasons'][number];

const reasons: Readonly<Record<Exclude<Reason, `KIND_${PenaltyKind}`>, () => string>> = {
  HUGE_FINE: m.preview_reason_HUGE_FINE,
  LARGE_FINE: m.preview_reason_LARGE_FINE,
  SMALL_FINE: m.preview_reason_SMALL_FINE,
  SERIOUS_LISTING: m.preview_reason_SERIOUS_LISTING,
  SIMPLE_PROCEDURE: m.preview_reason_SIMPLE_PROCEDURE,
  ONLY_WARNING: m.preview_reason_ONLY_WARNING,
  MINOR_PUBLICATION: m.preview_reason_MINOR_PUBLICATION,
  TRADE_SECRET: m.preview_reason_TRADE_SECRET,
  PRIVACY: m.preview_reason_PRIVACY,
  STATE_SECRET: m.preview_reason_STATE_SECRET,
  SAFETY: m.preview_reason_SAFETY,
};
export const reasonText = (reason: Reason): string =>
  isKind(reason) ? penaltyKindName(kindOf(reason)) : reasons[reason]();

const isKind = (reason: Reason): reason is `KIND_${PenaltyKind}` => reason.startsWith('KIND_');
const kindOf = (reason: `KIND_${PenaltyKind}`): PenaltyKind => {
  const kind = reason.slice('KIND_'.length);
  return kind in penaltyKinds ? (kind as PenaltyKind) : 'P99'; // checked on this line
};

const fields: Readonly<Record<MaskedField, () => string>> = {
  decisionNumber: m.penalty_field_decisionNumber,
  party: m.penalty_field_partyName,
  violation: m.penalty_field_violation,
  facts: m.penalty_field_facts,
  legalBasis: m.penalty_field_legalBasis,
};
export const maskedName = (field: MaskedField): string => fields[field]();

const parts: Readonly<Record<RemovedPart['part'], () => string>> = {
  facts: m.penalty_field_facts,
  partyName: m.penalty_field_partyName,
};
export const removedText = ({ part, ground }: RemovedPart): string =>
  m.preview_removed({ part: parts[part](), ground: reasons[ground]() });
