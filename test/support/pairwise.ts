/** Few combinations that yet hold every pair of values of any two factors: a covering array of strength two, made greedily. */

type Factors = Readonly<Record<string, readonly unknown[]>>;
type Row<F extends Factors> = { readonly [Name in keyof F]: F[Name][number] };

/** Where each factor stands in its list of values. */
type Places = readonly number[];

/** The same factors give the same rows. */
export function pairwise<F extends Factors>(factors: F): readonly Row<F>[] {
  const names = Object.keys(factors);
  const sizes = names.map((name) => factors[name]?.length ?? 0);
  const missing = new Set(allPairs(sizes));
  const rows: Places[] = [];
  for (const pair of missing) {
    const row = completed(pair, sizes, missing);
    for (const covered of pairsOf(row)) missing.delete(covered);
    rows.push(row);
  }
  return rows.map((row) => valuesOf(row, factors));
}

/** Every combination. */
export function everything<F extends Factors>(factors: F): readonly Row<F>[] {
  const rows = Object.values(factors).reduce<readonly Places[]>(
    (before, values) => before.flatMap((row) => values.map((_, place) => [...row, place])),
    [[]],
  );
  return rows.map((row) => valuesOf(row, factors));
}

const valuesOf = <F extends Factors>(row: Places, factors: F): Row<F> =>
  Object.fromEntries(
    Object.entries(factors).map(([name, values], index) => [name, values[row[index] ?? 0]]),
  ) as Row<F>; // the places were made from these lists

const pairName = (a: number, x: number, b: number, y: number): string => `${a}:${x} ${b}:${y}`;

function allPairs(sizes: readonly number[]): readonly string[] {
  const places = sizes.map((size) => [...Array(size).keys()]);
  return places.flatMap((ofA, a) =>
    places.flatMap((ofB, b) =>
      a < b ? ofA.flatMap((x) => ofB.map((y) => pairName(a, x, b, y))) : [],
    ),
  );
}

const pairsOf = (row: Places): readonly string[] =>
  row.flatMap((x, a) => row.flatMap((y, b) => (a < b ? [pairName(a, x, b, y)] : [])));

/** The row that holds the pair and, factor by factor, the value that brings most of what is missing. */
function completed(pair: string, sizes: readonly number[], missing: ReadonlySet<string>): Places {
  const fixed = new Map(
    pair.split(' ').map((part) => {
      const [factor = 0, place = 0] = part.split(':').map(Number);
      return [factor, place] as const;
    }),
  );
  for (const [factor, size] of sizes.entries()) {
    if (fixed.has(factor)) continue;
    const gains = [...Array(size).keys()].map((place) => gainOf(factor, place, fixed, missing));
    fixed.set(factor, gains.indexOf(Math.max(...gains)));
  }
  return sizes.map((_, factor) => fixed.get(factor) ?? 0);
}

function gainOf(
  factor: number,
  place: number,
  fixed: ReadonlyMap<number, number>,
  missing: ReadonlySet<string>,
): number {
  const pairs = [...fixed].map(([other, y]) =>
    factor < other ? pairName(factor, place, other, y) : pairName(other, y, factor, place),
  );
  return pairs.filter((name) => missing.has(name)).length;
}
