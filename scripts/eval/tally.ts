/** True positives, predicted, gold; or right, asked. */
export type Cells = readonly [number, number, number] | readonly [number, number];

/** What was measured, by name; cells of several pages are added. */
export type Tally = Map<string, number[]>;

/** Adds the cells of a page to a tally. */
export function add(tally: Tally, name: string, cells: Cells): void {
  const sum = tally.get(name) ?? cells.map(() => 0);
  tally.set(
    name,
    sum.map((n, i) => n + (cells[i] ?? 0)),
  );
}

/** F1 of three cells, the share of two; 1 where nothing was asked. */
export function score(cells: readonly number[]): number {
  const [a = 0, b = 0, c] = cells;
  if (c === undefined) return b === 0 ? 1 : a / b;
  return b + c === 0 ? 1 : (2 * a) / (b + c);
}
