/** The check characters of a unified social credit code (GB 32100-2015): what is wrong with one that was typed. */

/** Without I, O, S, V and Z; a character counts as its place. */
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const BASE = 31;

/**
 * A warning and never a refusal: some codes in use fail the check (domain C.3).
 * FORM: not 18 characters of the alphabet. ORGANISATION: the code of the organisation inside it (GB 11714) does not add up.
 */
export type UsccCheck = 'VALID' | 'FORM' | 'CHECK' | 'ORGANISATION';

export function checkUscc(code: string): UsccCheck {
  if (!/^[0-9A-HJ-NP-RTUWXY]{18}$/.test(code)) return 'FORM';
  if (code[17] !== lastCharacter(code)) return 'CHECK';
  return code[16] === organisationCharacter(code.slice(8, 16)) ? 'VALID' : 'ORGANISATION';
}

/** The weight of the i-th character is 3^(i-1) mod 31. */
function lastCharacter(code: string): string {
  let sum = 0;
  let weight = 1;
  for (const character of code.slice(0, 17)) {
    sum += alphabet.indexOf(character) * weight;
    weight = (weight * 3) % BASE;
  }
  return alphabet[(BASE - (sum % BASE)) % BASE] ?? '';
}

const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2];

/** [mem] GB 11714: letters count from ten, of the whole alphabet. */
function organisationCharacter(code: string): string {
  const sum = [...code].reduce(
    (total, character, place) =>
      total + Number.parseInt(character, 36) * (organisationWeights[place] ?? 0),
    0,
  );
  const check = 11 - (sum % 11);
  return check === 10 ? 'X' : String(check % 11);
}
