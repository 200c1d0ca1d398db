/** A table that was written one cell a line: which line its first head is on, how wide its rows are, and how many follow. */
export interface FlatTable {
  /** Index of the line. */
  readonly at: number;
  readonly width: number;
  /** Rows below the heads. */
  readonly rows: number;
}

/** Longest line that is a cell, in UTF-16 units. */
const CELL = 24;
const WIDEST = 12;
/** A cell that holds a value, with a unit or not; a year is none. */
const VALUE = /^[+\-−－]?[\d０-９][\d０-９.．,，]*\s?(?:[%％‰]|[^\s\d年月日、.．:：)）-][^\s\d，。、：:]{0,3})?$/;
const YEAR = /^(?:19|20)\d\d$/;
const SENTENCE = /[。；！？：;!?:]/;

/**
 * The tables of a text that were written one cell a line: rows of equal make, as many labels before as many values each, and
 * heads above them. `lines`: those that are not blank. One pass.
 *
 *     指标 ⏎ 2022年 ⏎ 2023年 ⏎ 门诊人次 ⏎ 88.4 ⏎ 95.6 ⏎ 住院人次 ⏎ 3.2 ⏎ 3.5        width 3, rows 2
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
  const rows = (tables: readonly FlatTable[]): number => tables.reduce((all, table) => all + table.rows, 0);
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
    const second = groups[g + 1];
    let end = g + 1;
    while (end < groups.length && isAlike(groups[end] as Group, second as Group, head)) end++;
    const width = second === undefined ? 0 : second.labels + second.values;
    const at = head.at + head.labels - (second?.labels ?? 0) - width;
    const rows = end - g;
    const told = 2 < width || 2 < rows;
    if (told && 2 <= rows && 2 <= width && width <= WIDEST && head.at <= at) out.push({ at, width, rows });
    g = end;
  }
  return out;
}

/** Whether a group is a row of the table that begins with `second` below the heads and the first row in `head`. */
function isAlike(group: Group, second: Group, head: Group): boolean {
  return 0 < group.labels && group.labels === second.labels && group.values === head.values && 0 < group.values;
}
