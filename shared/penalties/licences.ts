/** Licences that a penalty suspends or revokes (暂扣、吊销许可证件, 行政处罚法 9): which one it is, by name and number. */
import type { PenaltyKind } from './kinds.ts';

export interface Licence {
  /** As 医疗机构执业许可证. */
  readonly name: string;
  /** As printed on it; a practitioner's own never becomes public. */
  readonly number?: string | undefined;
}

/** Kinds that say nothing without the licence they take. */
export const takingKinds: readonly PenaltyKind[] = ['P31', 'P33'];

export const takesLicence = (kinds: readonly PenaltyKind[]): boolean =>
  kinds.some((kind) => takingKinds.includes(kind));

/** Is it open which licence is taken? A licence without its number is not named yet. */
export const lacksLicence = ({
  kinds,
  licences = [],
}: {
  readonly kinds: readonly PenaltyKind[];
  readonly licences?: readonly Licence[] | undefined;
}): boolean =>
  takesLicence(kinds) &&
  (licences.length === 0 || licences.some(({ number }) => number === undefined));

/** 名称及编号 in one text (双公示 field 20). */
export const licencesText = (licences: readonly Licence[]): string =>
  licences.map(licenceText).join('；');

export const licenceText = ({ name, number }: Licence): string =>
  number === undefined ? name : `${name}（编号：${number}）`;

/** Reads what others wrote into field 20; where no number can be told from the name, all of it is the name. */
export const licencesOf = (text: string): readonly Licence[] =>
  text
    .split(/[;；\n]/)
    .map((part) => part.trim())
    .filter(Boolean)
    .map(licenceOf);

function licenceOf(part: string): Licence {
  const found = usualForms.map((form) => form.exec(part)?.groups).find((groups) => groups);
  const { name, number } = found ?? {};
  return name && number ? { name, number } : { name: part };
}

/** As `licenceText` writes it; a name, its mark or nothing, and a number in Latin; a name, a space and any number. */
const usualForms: readonly RegExp[] = [
  /^(?<name>.+?)[(（]编号[：:](?<number>[^()（）]+)[)）]$/u,
  /^(?<name>.*?[\p{Script=Han}》”"])[\s(（,，、:：]*(?:编号|(?<!许可)证号|登记号|号码|号)?[\s:：为]*(?<number>[A-Z\d][A-Z\d-]{4,58}[A-Z\d])\s*号?[)）]?$/iu,
  /^(?<name>\S+)\s+(?<number>\S+)$/u,
];
