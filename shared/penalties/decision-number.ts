/** The number of a decision, 决定书文号: what tells two decisions of one authority apart (domain C.1). */
import type { DepartmentCode } from '../departments/directory.ts';

/** People write the brackets and spaces of a document number as their keyboard has them: 〔2025〕, [2025], （2025）. */
export const plainNumber = (number: string): string =>
  number
    .normalize('NFKC')
    .replaceAll(/\s/g, '')
    .replaceAll(/[([【〔]/g, '〔')
    .replaceAll(/[)\]】〕]/g, '〕');

/** Partition of the row that says whose number it is. */
export const decisionKey = (department: DepartmentCode, number: string): string =>
  `DECISION#${department}#${plainNumber(number)}`;
