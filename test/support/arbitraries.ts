/** Random but valid inputs for properties. */
import fc from 'fast-check';
import { categoryCodes } from '../../shared/complaints/categories.ts';
import { circumstances } from '../../shared/complaints/circumstances.ts';

export const someCategories = fc.uniqueArray(fc.constantFrom(...categoryCodes), {
  minLength: 1,
  maxLength: 5,
});

export const someCircumstances = fc.subarray([...circumstances]);

export const aRouteQuestion = fc.record({
  categories: someCategories,
  circumstances: someCircumstances,
  hasDemand: fc.boolean(),
});

export const aDay = fc
  .integer({ min: 0, max: 364 })
  .map((day) => new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10));

export const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
