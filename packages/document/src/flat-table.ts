/** A row of a table that was written one cell a line. */
interface FlatRow {
  /** Index of the line of its first cell. */
  readonly at: number;
  /** How many lines it has: fewer than the table is wide where an empty cell left no line, nobody knows which. */
  readonly size: number;
}

/** A table that was written one cell a line: which line its first head is on, how wide its rows are, and those that follow. */
export interface FlatTable {
  /** Index of the line. */
  readonly at: number;
  readonly width: number;
  /** Rows below the heads. */
  readonly rows: readonly FlatRow[];
}

/** Longest line that is a cell, in UTF-16 units. */
const CELL = 24;
const WIDEST = 12;
/** A cell that holds a value, with a unit or not; a year is none. */
const VALUE = /^[+\-−－]?[\d０-９][\d０-９.．,，]*\s?(?:[%％‰]|[^\s\d年月日、.．:：)）-][^\s\d，。、：:]{0,3})?$/;
const YEAR = /^(?:19|20)\d\d$/;
const SENTENCE = /[。；！？：;!?:]/;

/**
 * The tables of a text that were written one cell a line: rows of equal make, as many labels before as many values each (a
 * third of them may lack values), and heads above them. `lines`: those that are not blank. One pass.
 *
 *     指标 ⏎ 2022年 ⏎ 2023年 ⏎ 门诊人次 ⏎ 88.4 ⏎ 95.6 ⏎ 住院人次 ⏎ 3.2 ⏎ 3.5        width 3, two rows
 */
export function flatTables(lines: readonly string[]): FlatTable[] {
  const out: FlatTable[] = [];
  for (let from = 0; from < lines.length; ) {
    let to = from;
    while (to < lines.length && isCell(lines[to] as string)) to++;
    if (6 <= to - from) out.push(...tablesIn(lines, from, to));
    from = to + 1;
  }
  return out;
}

const isCell = (line: string): boolean => line.length <= CELL && !SENTENCE.test(line) && !/[\t|｜]/.test(line);

/** Lines without values, then lines with values, as they follow each other. */
interface Group {
  readonly at: number;
  readonly labels: number;
  readonly values: number;
}

/** The tables of a stretch of cells: a number that could be a year is a head, or a value where more rows come out so. */
function tablesIn(lines: readonly string[], from: number, to: number): FlatTable[] {
  const heads = readTables(lines, from, to, (line) => VALUE.test(line) && !YEAR.test(line));
  const values = readTables(lines, from, to, (line) => VALUE.test(line));
  const rows = (tables: readonly FlatTable[]): number => tables.reduce((all, table) => all + table.rows.length, 0);
  return rows(heads) < rows(values) ? values : heads;
}

function readTables(
  lines: readonly string[],
  from: number,
  to: number,
  isValue: (line: string) => boolean,
): FlatTable[] {
  const groups: Group[] = [];
  for (let at = from; at < to; ) {
    let value = at;
    while (value < to && !isValue(lines[value] as string)) value++;
    let next = value;
    while (next < to && isValue(lines[next] as string)) next++;
    groups.push({ at, labels: value - at, values: next - value });
    at = next;
  }
  const out: FlatTable[] = [];
  for (let g = 0; g < groups.length; ) {
    const head = groups[g] as Group;
    const labels = groups[g + 1]?.labels ?? 0;
    let end = g + 1;
    while (end < groups.length && (groups[end] as Group).labels === labels && 0 < (groups[end] as Group).values) end++;
    const first = { at: head.at + head.labels - labels, labels, values: head.values };
    const table = 0 < labels && labels <= head.labels ? tableOf(first, groups.slice(g + 1, end), head.at) : null;
    if (table !== null) out.push(table);
    g = table === null ? g + 1 : end;
  }
  return out;
}

/** So many of the rows lack no value. */
const FULL = 2 / 3;

/** The table that rows below each other make, with as many heads above as they have cells; `from`: the first line that may be a head. */
function tableOf(first: Group, others: readonly Group[], from: number): FlatTable | null {
  const rows = [first, ...others];
  const values = Math.max(...rows.map((row) => row.values));
  const full = rows.filter((row) => row.values === values).length;
  const width = first.labels + values;
  const at = first.at - width;
  const told = 2 < width || 2 < full;
  if (!told || full < 2 || full < FULL * rows.length || width < 2 || WIDEST < width || at < from) return null;
  return { at, width, rows: rows.map((row) => ({ at: row.at, size: row.labels + row.values })) };
}
