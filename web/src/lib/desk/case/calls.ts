/** The calls that read a case and act on it. */
import type { Urgency } from '../../../../../shared/complaints/categories.ts';
import type { OpeningPurpose } from '../../../../../shared/complaints/identity-opening.ts';
import type { ItemCommand } from '../../../../../shared/complaints/lifecycle.ts';
import type { SealedIdentity } from '../../../../../shared/complaints/sealed-identity.ts';
import { get, post } from '../api.ts';
import type { DeskCase } from './desk-case.ts';

export const readCase = (caseNumber: string) =>
  get<DeskCase>(`/api/desk/cases/${encodeURIComponent(caseNumber)}`);

export const act = (caseNumber: string, itemNumber: number, command: ItemCommand) =>
  post<unknown>(
    `/api/desk/cases/${encodeURIComponent(caseNumber)}/items/${itemNumber}/commands`,
    command,
  );

/** Sealed as it is kept. That it was handed out, and for what, the reporter reads. */
export const handOutIdentity = (caseNumber: string, purpose: OpeningPurpose) =>
  post<{ readonly sealed: SealedIdentity; readonly binding?: string }>(
    `/api/desk/cases/${encodeURIComponent(caseNumber)}/openings`,
    { purpose },
  );

export const acknowledge = (caseNumber: string, urgency: Urgency) =>
  post<unknown>(`/api/desk/cases/${encodeURIComponent(caseNumber)}/acknowledgements`, { urgency });

/** Where to download a file of a case, for a minute. */
export const readAttachment = (caseNumber: string, attachmentId: string) =>
  get<{ readonly url: string }>(
    `/api/desk/cases/${encodeURIComponent(caseNumber)}/attachments/${attachmentId}`,
  );
