/** Money is whole fen (¥0.01) as a number; the largest safe amount is far beyond any penalty. */

export const FEN_PER_YUAN = 100;

export const yuan = (amount: number): number => amount * FEN_PER_YUAN;
