/** The responsibility matrix as this district has it: the plan's own answers and the plan's own clauses. */
import { chosenDistrict } from '../districts/chosen.ts';
import type { DistrictConfiguration } from '../districts/configuration.ts';
import { categories, category, type Category, type CategoryCode } from './categories.ts';

type Deciding = Pick<DistrictConfiguration, 'overrides' | 'plan' | 'bases'>;

export function matrixRow(code: CategoryCode, district: Deciding = chosenDistrict): Category {
  const row = category(code);
  const { overrides, plan, bases } = district;
  return {
    ...row,
    ...overrides[code],
    ...(plan && bases && { basis: `${plan}：${bases[code].join('、')}` }),
  };
}

export const matrixOf = (district: Deciding = chosenDistrict): readonly Category[] =>
  categories.map(({ code }) => matrixRow(code, district));
