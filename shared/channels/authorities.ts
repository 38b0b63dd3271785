/** Credit codes of the departments that decide penalties, and of the one that sends them: fields 25 and 27. */
import { COORDINATOR, departmentName, type DepartmentCode } from '../departments/directory.ts';
import { everyDepartment } from '../departments/every-department.ts';
import { district } from '../district.ts';

/**
 * Invented, as the site's identification code is: 11 for an organ of government, the district, a number in the order of the
 * departments, both check characters. A district writes its departments' own codes here before it goes live.
 */
export function creditCodeOf(department: DepartmentCode): string {
  const place = everyDepartment.findIndex(({ code }) => code === department);
  const body = `009280${String(place).padStart(2, '0')}`;
  const head = `11${district.code}${body}${organisationCheck(body)}`;
  return head + creditCheck(head);
}

/** 数据来源单位: the department that leads the coordination sends what all of them decide. */
export const dataSource = (): { readonly name: string; readonly creditCode: string } => ({
  name: departmentName(COORDINATOR),
  creditCode: creditCodeOf(COORDINATOR),
});

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const CREDIT_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

/** Last character of a credit code: GB 32100-2015. */
function creditCheck(head: string): string {
  const sum = weighed(head, CREDIT_WEIGHTS);
  return ALPHABET[(31 - (sum % 31)) % 31] ?? '';
}

/** Last character of an organisation's code: GB 11714. */
function organisationCheck(body: string): string {
  const check = (11 - (weighed(body, ORGANISATION_WEIGHTS) % 11)) % 11;
  return check === 10 ? 'X' : String(check);
}

const weighed = (text: string, weights: readonly number[]): number =>
  weights.reduce((sum, weight, place) => sum + ALPHABET.indexOf(text[place] ?? '0') * weight, 0);
