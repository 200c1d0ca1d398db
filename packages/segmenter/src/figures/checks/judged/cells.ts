import type { TextFigure } from "@zongjie/document";
import type { Entry, Grid, Row } from "../grid.ts";
import { WHOLE } from "../tables.ts";
import type { CellPlace, Passage, Role, Term } from "../term.ts";
import { captionUnit, countedBy, type Unit, unitReader, unitWords } from "./cell-units.ts";
import { pairsOf, wordsOf } from "./recall.ts";

/** The cells of tables that a passage may speak of. */
export interface Cells {
  readonly terms: readonly Term[];
  /** How the words before a figure of the passage, counted from its first, speak of a cell: `row here`, `column not`. */
  said(cell: CellPlace, at: number): readonly string[];
}

/** The cells of a text's tables, for passages that are asked for in their order. */
export interface CellMemory {
  recall(passage: Passage): Cells;
}

/** How far behind a passage a table may begin that it speaks of, in UTF-16 units: 如下表. */
const AHEAD = 300;
/** Of each pair of characters so many rows are kept, and so many rows of sums. */
const KEPT = 8;
const SUMS = 3;
/** Most rows and cells that a passage brings back. */
const ROWS = 12;
const CELLS = 48;
/** How much of a name the words must say, of a row's or a column's. */
const SAID = { row: 0.5, column: 0.75 };
/** How many lines before a passage its heading may stand, and how long it may be. */
const ABOVE_IT = { lines: 4, length: 30 };
/** Heads of columns that say by how much something changed, and of those that are so much for one. */
const CHANGED = /[增减升降涨跌]|同比|环比|比上年/;
const EACH = /均|每|单价|单产|标准/;

const PERCENT: Unit = { words: "%", unit: "%", kind: "percent", scale: 1 };

const NONE: Cells = { terms: [], said: () => [] };

/** A row of a table, as it is looked up. */
interface KnownRow {
  readonly grid: Grid;
  readonly row: Row;
  readonly label: string;
  readonly pairs: ReadonlySet<number>;
  readonly key: number;
  readonly caption: string;
  /** Of its table, the same for all rows. */
  readonly columns: readonly KnownColumn[];
}

/** A column of a table, as it is looked up. */
interface KnownColumn {
  readonly head: string;
  readonly name: string;
  readonly pairs: ReadonlySet<number>;
  readonly key: number;
}

/**
 * Reads the tables of a text. A cell takes its unit from itself, its head, the column of units or the line above:
 *
 *     表1  收支情况（单位：亿元）
 *     险种 | 收入 | 支出            职工养老 × 收入: 61.84亿元
 *     职工养老 | 61.84 | 62.97
 */
export function cellMemory(text: string, grids: readonly Grid[]): CellMemory {
  const byPair = new Map<number, KnownRow[]>();
  const sums: KnownRow[] = [];
  const unitOf = unitReader();
  let next = 0;
  let rows = 0;
  let before = 0;
  const open = (grid: Grid): void => {
    const caption = captionUnit(text, grid.start);
    const columns = Array.from(grid.heads, (head = "", i): KnownColumn => {
      const name = nameOf(head);
      return { head, name, pairs: pairsOf(name), key: before + i };
    });
    for (const row of grid.rows) {
      const label = nameOf(row.label);
      const pairs = pairsOf(label);
      const known = { grid, row, label, pairs, key: rows++, caption, columns };
      if (WHOLE.test(row.label)) {
        sums.push(known);
        if (SUMS < sums.length) sums.shift();
      }
      for (const pair of pairs) {
        const list = byPair.get(pair) ?? [];
        byPair.set(pair, list);
        list.push(known);
        if (KEPT < list.length) list.shift();
      }
    }
    before += columns.length;
  };
  return {
    recall({ terms, start, text: words, table }) {
      for (
        let grid = grids[next];
        grid !== undefined && grid.start < start + words.length + AHEAD;
        grid = grids[next]
      ) {
        open(grid);
        next++;
      }
      return next === 0 || table ? NONE : recall(terms, headingOf(text, start), byPair, sums, unitOf);
    },
  };
}

/** The last short line before a passage: what it speaks of may be named there alone. */
function headingOf(text: string, start: number): string {
  let end = start - 1;
  for (let lines = 0; lines < ABOVE_IT.lines && 0 < end; lines++) {
    const from = text.lastIndexOf("\n", end - 1) + 1;
    if (from < end && end - from <= ABOVE_IT.length) return text.slice(from, end);
    end = from - 1;
  }
  return "";
}

function recall(
  terms: readonly Term[],
  heading: string,
  byPair: ReadonlyMap<number, readonly KnownRow[]>,
  sums: readonly KnownRow[],
  unitOf: (words: string) => Unit | null,
): Cells {
  const pairs = pairsOf(heading, ...wordsOf(terms));
  const counts = new Map<KnownRow, number>();
  for (const pair of pairs) for (const row of byPair.get(pair) ?? []) counts.set(row, (counts.get(row) ?? 0) + 1);
  const named = [...counts]
    .filter(([row, count]) => SAID.row * row.pairs.size <= count)
    .sort(([a, x], [b, y]) => y / b.pairs.size - x / a.pairs.size || b.key - a.key)
    .slice(0, ROWS)
    .map(([row]) => row);
  const units = new Set(terms.map(({ figure }) => figure.unit));
  const counted = terms.find(({ role, figure }) => role === "level" && figure.kind === "count")?.figure.unit ?? "";
  const found: { term: Term; rank: number }[] = [];
  for (const known of new Set([...named, ...sums])) {
    const isNamed = named.includes(known);
    for (const [column, entry] of known.row.entries) {
      const own = (known.columns[column] as KnownColumn).pairs;
      const said = 0 < own.size && SAID.column * own.size <= [...own].filter((pair) => pairs.has(pair)).length;
      const term = cellTerm(known, column, entry, unitOf, counted);
      const fits = units.has(term.figure.unit);
      if (isNamed || said || fits) found.push({ term, rank: (isNamed ? 2 : 0) + (said ? 2 : 0) + (fits ? 1 : 0) });
    }
  }
  if (found.length === 0) return NONE;
  const best = found
    .sort((a, b) => b.rank - a.rank || b.term.index - a.term.index)
    .slice(0, CELLS)
    .map(({ term }) => term)
    .sort((a, b) => a.index - b.index);
  return { terms: best, said: sayings(terms, heading, best) };
}

/** A cell as a figure of prose: with its unit, named by its row and its column. */
function cellTerm(
  { grid, row, label, key, caption, columns }: KnownRow,
  column: number,
  { index, figure, value, percent }: Entry,
  unitOf: (words: string) => Unit | null,
  counted: string,
): Term {
  const { head, name: own, key: columnKey } = columns[column] as KnownColumn;
  const unit = percent ? PERCENT : figure.unit === "" ? unitOf(unitWords(grid, row, column, caption)) : null;
  const bare = figure.unit !== "" ? figure.unit : (countedBy(own) ?? counted);
  const name = `${label}${own}`;
  return {
    index,
    figure: unit === null ? { ...figure, unit: bare, metric: name } : withUnit(figure, unit, name),
    value: unit === null ? value : value * unit.scale,
    role: roleOf(head, percent),
    lead: "",
    holds: 0,
    name,
    tail: "",
    sentence: -1,
    aside: false,
    cell: {
      row: label,
      column: own,
      whole: WHOLE.test(row.label),
      year: yearOf(head),
      rowKey: key,
      columnKey,
    },
  };
}

function withUnit(figure: TextFigure, { words, unit, kind, scale }: Unit, metric: string): TextFigure {
  const value = figure.value === null ? null : figure.value * scale;
  return { ...figure, surface: `${figure.surface}${words}`, unit, kind, value, metric };
}

function roleOf(head: string, percent: boolean): Role {
  if (CHANGED.test(head)) return "change";
  if (percent) return "share";
  return EACH.test(head) ? "each" : "level";
}

/** When a column is of: a year, or 1 and 2 for the earlier and the later of two; 0 where it says nothing. */
function yearOf(head: string): number {
  const year = /(?:19|20)\d\d/.exec(head)?.[0];
  if (year !== undefined) return Number(year);
  if (/[上去前]年|上期|同期|期初|年初|上月|上季|基期|预算|计划|目标/.test(head)) return 1;
  return /[今本]年|本期|期末|年末|本月|本季|现|实际|完成|决算|执行/.test(head) ? 2 : 0;
}

/** What a row or a column is called, without its number, unit and remarks: 二、管理费用（万元） is 管理费用. */
function nameOf(words: string): string {
  return words
    .replace(/[（(][^（()）]*[）)]/g, "")
    .replace(/^\s*(?:其中[：:]?|[一二三四五六七八九十\d]{1,3}[、.．])/, "")
    .replace(/(?:19|20)\d\d年度?|\s/g, "")
    .slice(0, LONGEST);
}

/** So much of a name is looked for, in UTF-16 units. */
const LONGEST = 40;

/** So many figures before one its row may be named that is here, near, or farther. */
const NEAR = 2;

/** How each figure's words speak of the rows and columns of cells: the last ones named up to it, and how long ago. */
function sayings(terms: readonly Term[], heading: string, cells: readonly Term[]): Cells["said"] {
  const leads = terms.map(({ lead }) => lead);
  const mentions = (name: string, least: number): readonly number[] =>
    leads.map((lead) => mentionOf(name, lead, least));
  const places = cells.flatMap(({ cell }) => cell ?? []);
  const rows = new Map(places.map(({ rowKey, row }) => [rowKey, mentions(row, SAID.row)]));
  const columns = new Map(places.map(({ columnKey, column }) => [columnKey, mentions(column, SAID.column)]));
  const above = new Set(places.flatMap(({ rowKey, row }) => (mentionOf(row, heading, SAID.row) === -1 ? [] : rowKey)));
  const speak = (of: ReadonlyMap<number, readonly number[]>, key: number, at: number): string => {
    const own = of.get(key) as readonly number[];
    let last = at;
    while (0 <= last && own[last] === -1 && terms[last]?.sentence === terms[at]?.sentence) last--;
    if (last < 0 || own[last] === -1 || terms[last]?.sentence !== terms[at]?.sentence)
      return own.some((place, i) => i <= at && place !== -1) ? "before" : "not";
    // another that was named later
    const later = [...of.values()].some((other) => {
      for (let i = at; last < i; i--) if (other[i] !== -1) return true;
      return (own[last] as number) < (other[last] as number);
    });
    return `${at === last ? "here" : at - last <= NEAR ? "near" : "far"}${later ? " passed" : ""}`;
  };
  const said = new Map<string, readonly string[]>();
  return ({ row, rowKey, columnKey, whole }, at) => {
    const place = `${rowKey} ${columnKey} ${at}`;
    const before = said.get(place);
    if (before !== undefined) return before;
    const known = Math.max(0, Math.min(at, terms.length - 1));
    const [of, by] = [speak(rows, rowKey, known), speak(columns, columnKey, known)];
    const from = !/here|near/.test(of) && above.has(rowKey) ? "above" : of;
    const named = whole && from !== "here" ? "whole" : row.length < 2 ? "short" : from;
    const out = [`row ${named}`, `column ${by}`, `row ${named} column ${by}`];
    said.set(place, out);
    return out;
  };
}

/** Where words last speak of a name; -1 where they do not. `least`: how many of the pairs of its characters they must say, 0–1. */
function mentionOf(name: string, words: string, least: number): number {
  if (name.length < 2) return -1;
  const exact = words.lastIndexOf(name);
  if (exact !== -1) return exact;
  let found = 0;
  let last = -1;
  for (let i = 0; i + 2 <= name.length; i++) {
    const at = words.lastIndexOf(name.slice(i, i + 2));
    if (at === -1) continue;
    found++;
    last = Math.max(last, at);
  }
  return least * (name.length - 1) <= found ? last : -1;
}
