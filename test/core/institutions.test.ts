/** Which institution is meant, and what is odd about a credit code that was typed. */
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { checkUscc } from '../../shared/institutions/credit-code.ts';
import { institutionOf } from '../../shared/institutions/institution.ts';
import { publicFacts, type RegisteredInstitution } from '../../shared/institutions/registered.ts';
import { pageOfInstitutions, plain, searchInstitutions } from '../../shared/institutions/search.ts';
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

describe('the search for an institution', () => {
  const names = [
    '示例诊所',
    '示例诊所二分部',
    '北碚示例诊所',
    '康宁口腔诊所',
    '济世堂中医（综合）门诊部',
  ];
  const someInstitutions = fc
    .uniqueArray(
      fc.record({
        name: fc.oneof(
          fc.constantFrom(...names),
          fc.string({ minLength: 1, maxLength: 12, unit: fc.constantFrom(...'示例诊所口腔A1- ') }),
        ),
        licenceNumber: fc.option(fc.stringMatching(/^PDY[0-9]{5}-[0-9X]$/), { nil: '' }),
      }),
      { selector: ({ name }) => name, maxLength: 60 },
    )
    .map((all) => all.map((given) => ({ ...institutionOf(given), ...given })));

  it('finds exactly those of whose name or number the words are a part', () => {
    const words = fc.stringMatching(/^[示例诊所口腔PDY0-9]{1,4}$/);
    fc.assert(
      fc.property(someInstitutions, words, (all, q) => {
        const has = (text: string) => plain(text).includes(plain(q));
        const hasNumber = (text: string) => plain(text).replaceAll('-', '').includes(plain(q));
        const due = all.filter((one) => has(one.name) || hasNumber(one.licenceNumber));
        const found = searchInstitutions(all, q);
        expect(new Set(found.map(({ id }) => id))).toEqual(new Set(due.map(({ id }) => id)));
        expect(found).toHaveLength(due.length);
      }),
    );
  });

  it('puts the very name first, then what begins so, then the others, and never depends on the order given', () => {
    const of = (...given: readonly string[]) => given.map((name) => institutionOf({ name }));
    const found = searchInstitutions(of(...names), '示例诊所').map(({ name }) => name);
    expect(found).toEqual(['示例诊所', '示例诊所二分部', '北碚示例诊所']);
    fc.assert(
      fc.property(someInstitutions, (all) => {
        expect(searchInstitutions(all.toReversed(), '示例')).toEqual(
          searchInstitutions(all, '示例'),
        );
      }),
    );
  });

  it('cuts all that is found into pages, each on one of them', () => {
    fc.assert(
      fc.property(someInstitutions, (all) => {
        const found = searchInstitutions(all, '诊');
        const { pages, total } = pageOfInstitutions(all, '诊', 1);
        const turned = Array.from({ length: pages }, (_, at) =>
          pageOfInstitutions(all, '诊', at + 1),
        );
        expect(turned.flatMap(({ institutions }) => institutions)).toEqual(found);
        expect(total).toBe(found.length);
      }),
    );
  });
});

describe('what everybody may read of an entry of the register', () => {
  const entry: RegisteredInstitution = {
    ...{ id: '91500104MA60QW12X2', name: '示例诊所', licenceNumber: 'PDY90001X50010417D1102' },
    ...{ address: '示例路1号', imported: { batch: 'M-20261122-0123456789', row: 7 } },
  };

  it('says of which day it is, also where only the name of the file tells', () => {
    expect(publicFacts(entry)).toEqual({
      ...{ licenceNumber: 'PDY90001X50010417D1102', address: '示例路1号' },
      importedOn: '2026-11-22',
    });
    const told = { ...entry, imported: { ...entry.imported, on: '2026-11-23' } };
    expect(publicFacts(told).importedOn).toBe('2026-11-23');
  });

  it('leaves out a free text that could hold a telephone number', () => {
    for (const address of ['示例路1号，电话13800000000', '示例路1号 ０２３-6800 0000'])
      expect(publicFacts({ ...entry, address }).address).toBeUndefined();
  });
});
