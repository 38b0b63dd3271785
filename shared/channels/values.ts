/** How a value of the 双公示 fields is written and read: days, sums in 万元, kinds, who was punished. Parsing undoes printing. */
import { penaltyKinds, penaltyKindCodes, type PenaltyKind } from '../penalties/kinds.ts';
import { err, ok, type Result } from '../result.ts';
import { isDate, type DateOnly } from '../time.ts';
import { NO_END, SEPARATOR, type PenaltyField } from './fields.ts';

export type FaultCode =
  | 'REQUIRED'
  | 'TOO_LONG'
  | 'NOT_A_DATE'
  | 'NOT_A_SUM'
  | 'UNKNOWN_KIND'
  | 'INVALID'
  | 'CONTROL_CHARACTER';

export interface FieldFault {
  /** The field's code, as `CF_WSH`. */
  readonly field: string;
  readonly code: FaultCode;
}

/** 10,000 yuan are 1,000,000 fen: six decimals of 万元 are exactly the fen. */
const FEN_PER_WAN_YUAN = 1_000_000;
const DECIMALS = 6;

/** `1.500000` for 1,500,000 fen. */
export function wanYuanOf(fen: number): string {
  const whole = Math.floor(fen / FEN_PER_WAN_YUAN);
  return `${whole}.${String(fen % FEN_PER_WAN_YUAN).padStart(DECIMALS, '0')}`;
}

/** Fen from 万元 with at most six decimals; digits are put together as text, never multiplied as fractions. */
export function parseWanYuan(text: string): Result<number, FaultCode> {
  const [, whole = '', decimals = ''] = /^(\d{1,9})(?:\.(\d{1,6}))?$/.exec(text.trim()) ?? [];
  if (whole === '') return err('NOT_A_SUM');
  const fen = Number(whole + decimals.padEnd(DECIMALS, '0'));
  return Number.isSafeInteger(fen) ? ok(fen) : err('NOT_A_SUM');
}

/** `2026/11/21` [mem]. */
export const slashed = (day: DateOnly): string => day.replaceAll('-', '/');

/** Reads `2026/11/21`, `2026-11-21`, `20261121` and `2026年11月21日`, with or without leading zeros. */
export function parseDay(text: string): Result<DateOnly, FaultCode> {
  const form =
    /^(\d{4})(?:[/.-](\d{1,2})[/.-](\d{1,2})|年(\d{1,2})月(\d{1,2})日|(\d{2})(\d{2}))$/.exec(
      text.trim(),
    );
  const [year = '', month = '', day = ''] =
    form?.slice(1).filter((part) => part !== undefined) ?? [];
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDate(date) ? ok(date) : err('NOT_A_DATE');
}

/** The names of the kinds, joined. */
export const kindsText = (kinds: readonly PenaltyKind[]): string =>
  kinds.map((kind) => penaltyKinds[kind]).join(SEPARATOR);

/** Reads names or codes of kinds, whatever usual mark joins them; each at most once. */
export function parseKinds(text: string): Result<readonly PenaltyKind[], FaultCode> {
  const parts = text.split(/[;；、,，]/).map((part) => part.trim());
  const found = parts.filter(Boolean).map(kindNamed);
  const kinds = found.filter((kind) => kind !== undefined);
  if (kinds.length === 0 || kinds.length < found.length) return err('UNKNOWN_KIND');
  return ok([...new Set(kinds)]);
}

const kindNamed = (text: string): PenaltyKind | undefined =>
  penaltyKindCodes.find((code) => code === text || penaltyKinds[code] === text);

/** Who was punished, as field 2 says it (domain C.1). */
export const partyCategories = ['法人及非法人组织', '自然人', '个体工商户'] as const;
export type PartyCategory = (typeof partyCategories)[number];

export function parseParty(text: string): Result<PartyCategory, FaultCode> {
  const found = partyCategories.find((category) => category === text.trim());
  return found ? ok(found) : err('INVALID');
}

/** Eighteen characters; a wrong check character is no fault here, for a few genuine codes have one (domain C.3). */
const CREDIT_CODE = /^[0-9A-HJ-NP-RTUWXY]{18}$/;

export const isOpenEnd = (text: string): boolean => text.trim() === NO_END;

/** Line breaks and tabs are part of a text; any other control character breaks a file. */
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/;

/** Is the text of a field well-formed? An empty text is: whether it is required depends on the row. */
export function faultOf(field: PenaltyField, text: string): FaultCode | undefined {
  if (text === '') return undefined;
  if ([...text].length > field.maxLength) return 'TOO_LONG';
  if (CONTROL.test(text)) return 'CONTROL_CHARACTER';
  const parsed = parseField(field, text);
  return parsed.ok ? undefined : parsed.error;
}

export type FieldValue = string | number | readonly PenaltyKind[];

/** Text, a day as `2026-11-21`, fen, kinds: as the type of the field says. */
export function parseField(field: PenaltyField, text: string): Result<FieldValue, FaultCode> {
  switch (field.type) {
    case 'day':
      return parseDay(text);
    case 'wan-yuan':
      return parseWanYuan(text);
    case 'kinds':
      return parseKinds(text);
    case 'party':
      return parseParty(text);
    case 'credit-code':
      return CREDIT_CODE.test(text.trim()) ? ok(text.trim()) : err('INVALID');
    case 'text':
      return ok(text.trim());
  }
}
