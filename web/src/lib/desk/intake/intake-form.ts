/** What a clerk types while somebody speaks, and the API's body that it makes. */
import type { FieldError } from '../../../../../shared/api/problem.ts';
import { ClerkIntake, receivedOnProblem } from '../../../../../shared/complaints/intake.ts';
import { err, type Result } from '../../../../../shared/result.ts';
import type { DateOnly } from '../../../../../shared/time.ts';
import { judged } from '#lib/desk/forms/judged.ts';
import { idOf, type HandedIn } from '#lib/report/file-kinds.ts';
import { complaintBody, emptyForm, type ComplaintForm } from '#lib/report/complaint-form.ts';

export type IntakeForm = {
  -readonly [Field in keyof ComplaintForm]: ComplaintForm[Field] extends readonly string[]
    ? string[]
    : ComplaintForm[Field];
} & {
  channel: string;
  originalNumber: string;
  receivedOn: DateOnly;
  /** Uploaded and checked. */
  attachments: HandedIn[];
};

/** @param channel - a clerk at the telephone enters one call after the other */
export const emptyIntake = (today: DateOnly, channel = ''): IntakeForm => ({
  ...{ ...emptyForm, categories: [], circumstances: [] },
  ...{ channel, originalNumber: '', receivedOn: today, attachments: [] },
});

export function intakeBody(form: IntakeForm): Readonly<Record<string, unknown>> {
  const { channel, originalNumber, receivedOn, attachments, ...complaint } = form;
  return {
    ...{ channel, receivedOn },
    ...(originalNumber.trim() && { originalNumber }),
    complaint: {
      ...complaintBody(trimmed(complaint), 'zh'),
      ...(attachments.length > 0 && { attachments: attachments.map(idOf) }),
    },
  };
}

/** The complaint's fields decide by being empty or not, so blanks count as empty; a place without a name is described. */
function trimmed(form: ComplaintForm): ComplaintForm {
  const institutionName = form.institutionName.trim();
  const institutionAddress = form.institutionAddress.trim();
  const placeDescription = form.placeDescription.trim();
  const isDescribed = Boolean(institutionAddress || placeDescription || form.institutionStreet);
  return {
    ...form,
    ...{ institutionName, institutionAddress, placeDescription },
    nameUnknown: institutionName === '' && isDescribed,
    demand: form.demand.trim(),
    accusation: form.accusation.trim(),
    earlierReceiptCode: form.earlierReceiptCode.trim(),
    personAddress: form.personAddress.trim(),
  };
}

/** As the API will judge it, days included. */
export function judgedIntake(
  form: IntakeForm,
  today: DateOnly,
): Result<ClerkIntake, readonly FieldError[]> {
  const intake = judged(ClerkIntake, intakeBody(form));
  if (!intake.ok) return intake;
  const { receivedOn = today, complaint } = intake.value;
  const problem = receivedOnProblem(receivedOn, today);
  if (problem) return err([{ field: 'receivedOn', code: problem }]);
  return complaint.occurredOn && complaint.occurredOn > receivedOn
    ? err([{ field: 'complaint.occurredOn', code: 'AFTER_RECEIPT' }])
    : intake;
}
