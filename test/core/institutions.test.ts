/** Which institution is meant, and what is odd about a credit code that was typed. */
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { checkUscc } from '../../shared/institutions/credit-code.ts';
import { institutionOf } from '../../shared/institutions/institution.ts';
import { InspectionReport } from '../../shared/inspections/inspection.ts';
import { aReport } from '../support/builders.ts';

describe('the check of a credit code (GB 32100-2015)', () => {
  it.each([
    ...['91350100M000100Y43', '91110000101623741K', '12500109450388882L', '52500109MJP1A2B30F'],
    ...['91500104MA60QW12X2', '92500109MA5U9K7X1Q', '11500109009280002M', '125001044504123443'],
  ])('finds nothing wrong with %s', (code) => {
    expect(checkUscc(code)).toBe('VALID');
  });

  it('sees a wrong last character, a wrong organisation inside, and what is no code at all', () => {
    expect(checkUscc('91310115MA1H8R7C6D')).toBe('CHECK');
    expect(checkUscc('91310115MA1H8R7C67')).not.toBe('CHECK');
    expect(checkUscc('91350211M0000XUF46')).toBe('CHECK'); // in use, so it may only warn
    for (const code of ['', '9150010', '91500104MA60QW12XO', '91500104ma60qw12x2'])
      expect(checkUscc(code)).toBe('FORM');
  });

  it('sees any one character that was mistyped', () => {
    const alphabet = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'];
    const slip = fc.tuple(fc.integer({ min: 0, max: 17 }), fc.constantFrom(...alphabet));
    fc.assert(
      fc.property(slip, ([place, character]) => {
        const right = '91500104MA60QW12X2';
        const typed = right.slice(0, place) + character + right.slice(place + 1);
        expect(checkUscc(typed) === 'VALID').toBe(typed === right);
      }),
    );
  });
});

describe('an institution', () => {
  it('keeps the street it was given, and the same id wherever it stands', () => {
    const given = { name: '示例诊所', streetCode: '500104001' };
    expect(institutionOf(given)).toMatchObject(given);
    expect(institutionOf(given).id).toBe(institutionOf({ name: '示例诊所' }).id);
  });

  it('is inspected in a street of the district, or in none that is told', () => {
    const judged = (streetCode: string) =>
      v.safeParse(InspectionReport, aReport({ institution: { name: '示例诊所', streetCode } }));
    expect(judged('500104001').success).toBe(true);
    expect(judged('500104999').issues?.[0].message).toBe('UNKNOWN_STREET');
  });
});
