/** A recorded inspection as it is mended: the form with what stands now, and the command that names what is otherwise. */
import type { FieldError } from '../../../../../shared/api/problem.ts';
import { InspectionCommand } from '../../../../../shared/inspections/calls.ts';
import { InspectionReport, type Inspection } from '../../../../../shared/inspections/inspection.ts';
import { err, type Result } from '../../../../../shared/result.ts';
import { judged } from '#lib/desk/forms/judged.ts';
import { inspectionBody, type InspectionForm } from './inspection-form.ts';

/** An inspection as far as it can be corrected. */
export type Stated = Pick<Inspection, 'version' | 'institution' | 'report'>;

export function formOf({ institution, report }: Stated): InspectionForm {
  const { kind, inspectedOn, inspectors, items, result } = report;
  const { name, uscc = '', streetCode = '' } = institution;
  return {
    ...{ kind, inspectedOn, result, institutionName: name, uscc, streetCode },
    inspectors: [...inspectors],
    items: items.map(({ item, result: found, note = '' }) => ({ item, result: found, note })),
  };
}

/** As the API will judge it; a form that changes nothing makes a correction that names nothing. */
export function correctionFrom(
  stated: Stated,
  form: InspectionForm,
  reason: string,
): Result<InspectionCommand, readonly FieldError[]> {
  const now = inspectionBody(formOf(stated));
  const body = inspectionBody(form);
  const whole = judged(InspectionReport, body);
  const changed = Object.entries(body).filter(
    ([part, value]) => JSON.stringify(value) !== JSON.stringify(now[part]),
  );
  const command = judged(InspectionCommand, {
    ...{ type: 'correct', version: stated.version, reason },
    ...Object.fromEntries(changed),
  });
  if (whole.ok) return command;
  return err(command.ok ? whole.error : merged(whole.error, command.error));
}

const merged = (
  one: readonly FieldError[],
  other: readonly FieldError[],
): readonly FieldError[] => [
  ...one,
  ...other.filter(({ field }) => !one.some((known) => known.field === field)),
];
