/** What the papers of a file are called. */
import type { DocumentKind } from '../../../../../shared/penalties/documents.ts';
import { m } from '#lib/desk/paraglide/messages.js';

export const documentNames: Readonly<Record<DocumentKind, () => string>> = {
  DECISION: m.penalty_documentKind_DECISION,
  SERVICE: m.penalty_documentKind_SERVICE,
  FILING: m.penalty_documentKind_FILING,
  EVIDENCE: m.penalty_documentKind_EVIDENCE,
  PRESERVATION: m.penalty_documentKind_PRESERVATION,
  RECTIFICATION: m.penalty_documentKind_RECTIFICATION,
  RECUSAL: m.penalty_documentKind_RECUSAL,
  NOTICE: m.penalty_documentKind_NOTICE,
  DEFENCE: m.penalty_documentKind_DEFENCE,
  HEARING_NOTICE: m.penalty_documentKind_HEARING_NOTICE,
  HEARING_RECORD: m.penalty_documentKind_HEARING_RECORD,
  REVIEW: m.penalty_documentKind_REVIEW,
  DISCUSSION: m.penalty_documentKind_DISCUSSION,
  TRANSFER: m.penalty_documentKind_TRANSFER,
  PAYMENT: m.penalty_documentKind_PAYMENT,
  RECHECK: m.penalty_documentKind_RECHECK,
  OTHER: m.penalty_documentKind_OTHER,
};

export const documentKindName = (kind: DocumentKind): string => documentNames[kind]();
