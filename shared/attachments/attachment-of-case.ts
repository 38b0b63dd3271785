/** Which files of a case a department may read: those of a case that was referred to it, with the statement or a message. */
import type { CaseFile } from '../complaints/case-file.ts';
import type { DepartmentCode } from '../departments/directory.ts';
import type { AttachmentId, AttachmentRef } from './attachment.ts';

export const attachmentsOf = (
  file: Pick<CaseFile, 'statement' | 'messages'>,
): readonly AttachmentRef[] => [
  ...(file.statement.attachments ?? []),
  ...file.messages.flatMap(({ attachments = [] }) => attachments),
];

export function attachmentForOfficer(
  file: CaseFile,
  department: DepartmentCode,
  id: AttachmentId,
): AttachmentRef | undefined {
  const isReferred = file.items.some(({ referrals }) =>
    referrals.some((referral) => referral.department === department),
  );
  return isReferred ? attachmentsOf(file).find((ref) => ref.id === id) : undefined;
}
