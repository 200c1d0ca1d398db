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

/** The mean F1 of the measures of a family (`role.`) that have five cases or more; null where none has. */
export function macro(tally: Tally, family: string): { readonly f1: number; readonly of: number } | null {
  const scores = [...tally]
    .filter(([name, cells]) => name.startsWith(family) && 5 <= (cells[2] ?? 0))
    .map(([, cells]) => score(cells));
  return scores.length === 0
    ? null
    : { f1: scores.reduce((sum, one) => sum + one, 0) / scores.length, of: scores.length };
}
