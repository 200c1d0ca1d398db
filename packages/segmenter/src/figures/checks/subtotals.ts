import type { Check } from "@zongjie/document";
import type { Entry, Grid, Row } from "./grid.ts";
import { holdMostly, surprise } from "./kept.ts";

/** Most rows of a table that are looked through for rows which are sums of others, and most parts. */
const ROWS = 60;
const PARTS = 12;
/** A sum that columns keep by chance once in so many powers of ten cases is meant. */
const SURPRISING = 6;

/** The rows that another is the sum of, and what each column says of it. */
interface Group {
  readonly parts: readonly Row[];
  readonly checks: readonly Check[];
  readonly surprise: number;
}

/** Makes the check of one column, where its figures may be added up. */
type SumOf = (column: number, whole: Row, parts: readonly Row[]) => Check | null;

/**
 * Rows that are the sum of those behind or before them, as two or more columns tell, and most of them: what the others
 * then say is an error. Parts of parts are found first, and stand no longer in the way of their whole.
 *
 *     第二产业 | 287.43 | 168.05 | 254.91
 *     其中：工业 | 241.16 | 139.72 | 211.38
 *     建筑业 | 46.27 | 28.33 | 43.53
 *     第三产业 | 350.81 | 223.82 | 166.65
 *     合计 | 638.24 | 391.87 | 421.56         合计 = 第二产业 + 第三产业
 */
export function subtotals({ heads, rows }: Grid, sumOf: SumOf): Check[] {
  const out: Check[] = [];
  if (ROWS < rows.length) return out;
  const columns = [...heads.keys()];
  let plain: readonly Row[] = rows;
  for (;;) {
    const group = bestGroup(plain, columns, sumOf);
    if (group === null) return out;
    out.push(...group.checks);
    plain = plain.filter((row) => !group.parts.includes(row));
  }
}

/** The least group of rows, and of those the one that least stands so by chance: parts of parts come before what they are parts of. */
function bestGroup(rows: readonly Row[], columns: readonly number[], sumOf: SumOf): Group | null {
  let best: Group | null = null;
  for (const [at, whole] of rows.entries())
    for (const parts of besides(rows, at, columns)) {
      const checks = columns.flatMap((column) => sumOf(column, whole, parts) ?? []);
      if (!holdMostly(checks)) continue;
      const made = { parts, checks, surprise: surprise(checks) };
      if (SURPRISING <= made.surprise && (best === null || isBefore(made, best))) best = made;
    }
  return best;
}

function isBefore(a: Group, b: Group): boolean {
  return a.parts.length === b.parts.length ? b.surprise < a.surprise : a.parts.length < b.parts.length;
}

/** The rows behind and before one, more and more, as long as a column is left in which they come to what it says. */
function besides(rows: readonly Row[], at: number, columns: readonly number[]): (readonly Row[])[] {
  const out: (readonly Row[])[] = [];
  for (const step of [1, -1]) {
    const sums = new Map<number, number>();
    for (let size = 1; size <= PARTS; size++) {
      const row = rows[at + step * size];
      if (row === undefined) break;
      for (const column of columns) sums.set(column, (sums.get(column) ?? 0) + (row.entries.get(column)?.value ?? 0));
      const parts = step === 1 ? rows.slice(at + 1, at + 1 + size) : rows.slice(at - size, at);
      if (1 < size && [...sums].filter(([column, sum]) => isNear(rows[at]?.entries.get(column), sum)).length >= 2)
        out.push(parts);
    }
  }
  return out;
}

/** Whether a sum may be what a cell says. */
function isNear(entry: Entry | undefined, sum: number): boolean {
  return entry !== undefined && Math.abs(entry.value - sum) <= 0.01 * Math.abs(entry.value);
}
