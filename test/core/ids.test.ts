/** Codes people copy by hand. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  caseNumber,
  checkCharacter,
  isCaseNumber,
  parseReceiptCode,
  receiptCode,
} from '../../shared/ids.ts';
import { bytes } from '../support/arbitraries.ts';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

describe('receipt codes', () => {
  it('are read back from any way of writing them', () => {
    fc.assert(
      fc.property(bytes(16), (random) => {
        const code = receiptCode(random);
        const sloppy = ` ${code.replaceAll('-', ' ').toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l')} `;
        expect(parseReceiptCode(code)).toBe(code);
        expect(parseReceiptCode(sloppy)).toBe(code);
      }),
    );
  });

  it('hold eighty bits in groups of four and a check character', () => {
    expect(receiptCode(new Uint8Array(16))).toMatch(/^(0000-){4}[0-9A-Z]$/);
  });

  it('are refused when a character is wrong, missing or too many', () => {
    fc.assert(
      fc.property(bytes(16), fc.nat(15), fc.constantFrom(...ALPHABET), (random, place, other) => {
        const plain = receiptCode(random).replaceAll('-', '');
        fc.pre(plain[place] !== other);
        expect(parseReceiptCode(plain.slice(0, place) + other + plain.slice(place + 1))).toBe(
          undefined,
        );
        expect(parseReceiptCode(plain.slice(1))).toBe(undefined);
        expect(parseReceiptCode(plain + other)).toBe(undefined);
      }),
    );
  });
});

describe('check characters', () => {
  it('change when two different neighbours are swapped', () => {
    const text = fc.string({ unit: fc.constantFrom(...ALPHABET), minLength: 2, maxLength: 30 });
    fc.assert(
      fc.property(text, fc.nat(28), (original, place) => {
        const [a, b] = [original[place], original[place + 1]];
        fc.pre(a !== undefined && b !== undefined && a !== b);
        const swapped = original.slice(0, place) + b + a + original.slice(place + 2);
        expect(checkCharacter(swapped)).not.toBe(checkCharacter(original));
      }),
    );
  });
});

describe('case numbers', () => {
  it('name district and day, and carry a check character over all of it', () => {
    fc.assert(
      fc.property(bytes(5), (random) => {
        const number = caseNumber('500104', '2026-11-21', random);
        expect(number).toMatch(/^500104-20261121-[0-9A-HJKMNP-TV-Z]{6}$/);
        expect(isCaseNumber(number)).toBe(true);
        expect(isCaseNumber(number.replace('20261121', '20261122'))).toBe(false);
      }),
    );
  });

  it('are never taken for one when they are something else', () => {
    for (const other of ['', 'x', '500104-20261121-', '500104-20261121-UUUUU0'])
      expect(isCaseNumber(other)).toBe(false);
  });
});
