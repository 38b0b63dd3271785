/** Money as officers type it, in yuan, read as whole fen. */
import { FEN_PER_YUAN } from '../../../../../shared/money.ts';

/** @returns undefined for nothing at all, NaN for what is no amount */
export function fenOf(typed: string): number | undefined {
  const plain = typed
    .normalize('NFKC')
    .replaceAll(/[\s,，¥￥元]/g, '')
    .trim();
  if (plain === '') return undefined;
  const match = /^(\d{1,12})(?:\.(\d{1,2}))?$/.exec(plain);
  if (!match) return Number.NaN;
  const [, yuan = '', cents = ''] = match;
  return Number(yuan) * FEN_PER_YUAN + Number(cents.padEnd(2, '0'));
}
