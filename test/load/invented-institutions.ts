/** Invented institutions with credit codes whose check characters are right, each in a street of this district. */
import { streets } from '../../shared/district.ts';
import { checkUscc } from '../../shared/institutions/credit-code.ts';
import { chanceAt, type Chance } from './chance.ts';
import { firstHalves, kindsOfInstitution, secondHalves } from './invented-words.ts';

export interface InventedInstitution {
  readonly name: string;
  readonly uscc: string;
  /** A few do not say where they stand. */
  readonly streetCode?: string;
}

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'; // GB 32100-2015
/** 企业, 个体工商户, 民办非企业单位 (domain C.3). */
const PREFIXES = ['91', '91', '92', '52'];
const ORGANISATION_LENGTH = 8;
const WITHOUT_STREET = 0.02;

export function inventedInstitution(seed: number, place: number): InventedInstitution {
  const chance = chanceAt(seed ^ 0x1157, place);
  const street = chance.oneOf(streets);
  const called = `${chance.oneOf(firstHalves)}${chance.oneOf(secondHalves)}`;
  const name = `示例${street.name.slice(0, 2)}${called}${chance.oneOf(kindsOfInstitution)}`;
  return {
    ...{ name, uscc: creditCode(street.code.slice(0, 6), chance) },
    ...(!chance.happens(WITHOUT_STREET) && { streetCode: street.code }),
  };
}

/** Only right codes pass the check, so the two check characters are those that pass it. */
function creditCode(district: string, chance: Chance): string {
  const organisation = Array.from({ length: ORGANISATION_LENGTH }, () =>
    chance.oneOf([...ALPHABET]),
  ).join('');
  const begun = `${chance.oneOf(PREFIXES)}${district}${organisation}`;
  for (const ninth of `${ALPHABET}`) {
    for (const last of ALPHABET)
      if (checkUscc(`${begun}${ninth}${last}`) === 'VALID') return `${begun}${ninth}${last}`;
  }
  return creditCode(district, chance);
}
