/** An inspection as it is typed in the field, and the API's body that it makes. */
import type { FieldError } from '../../../../../shared/api/problem.ts';
import { InspectionReport } from '../../../../../shared/inspections/inspection.ts';
import { err, type Result } from '../../../../../shared/result.ts';
import type { DateOnly } from '../../../../../shared/time.ts';
import { judged } from '#lib/desk/forms/judged.ts';

export interface InspectedItem {
  item: string;
  /** Empty until it is chosen. */
  result: string;
  note: string;
}

export interface InspectionForm {
  kind: string;
  institutionName: string;
  uscc: string;
  /** Empty where it is not told. */
  streetCode: string;
  inspectedOn: DateOnly;
  inspectors: string[];
  items: InspectedItem[];
  /** Empty until it is chosen or follows from the items. */
  result: string;
}

export const emptyItem = (): InspectedItem => ({ item: '', result: '', note: '' });

export const emptyInspection = (today: DateOnly): InspectionForm => ({
  kind: 'DAILY',
  institutionName: '',
  uscc: '',
  streetCode: '',
  inspectedOn: today,
  inspectors: ['', ''],
  items: [emptyItem()],
  result: '',
});

/** Has anything been entered that would be lost? */
export function isTouched({ institutionName, uscc, inspectors, items }: InspectionForm): boolean {
  const inItems = items.flatMap(({ item, result, note }) => [item, result, note]);
  return [institutionName, uscc, ...inspectors, ...inItems].some((text) => text.trim() !== '');
}

/** What the items say of the whole: empty while one of them has no result. */
export function resultOf(items: readonly InspectedItem[]): string {
  if (items.some(({ result }) => result === 'PROBLEM')) return 'PROBLEM';
  return items.every(({ result }) => result === 'NO_PROBLEM') ? 'NO_PROBLEM' : '';
}

export function inspectionBody(form: InspectionForm): Readonly<Record<string, unknown>> {
  const { kind, institutionName, inspectedOn, inspectors, items, result } = form;
  const uscc = form.uscc.trim().toUpperCase();
  const { streetCode } = form;
  return {
    ...{ kind, inspectedOn, result },
    institution: {
      name: institutionName,
      ...(uscc && { uscc }),
      ...(streetCode && { streetCode }),
    },
    inspectors: inspectors.map((line) => line.trim()).filter(Boolean),
    items: items.map(({ item, result: found, note }) => ({
      ...{ item, result: found },
      ...(note.trim() && { note }),
    })),
  };
}

/** As the API will judge it. */
export function judgedInspection(
  form: InspectionForm,
  today: DateOnly,
): Result<InspectionReport, readonly FieldError[]> {
  const report = judged(InspectionReport, inspectionBody(form));
  return report.ok && report.value.inspectedOn > today
    ? err([{ field: 'inspectedOn', code: 'IN_FUTURE' }])
    : report;
}
