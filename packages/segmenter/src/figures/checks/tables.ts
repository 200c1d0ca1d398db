import type { Check, TextFigure } from "@zongjie/document";
import { isSaid, type Relation, relations, SHARE, share } from "./columns.ts";
import type { Entry, Grid, Row } from "./grid.ts";
import { holding, holdMostly, surprise } from "./kept.ts";
import { subtotals } from "./subtotals.ts";
import { check, halfStep, relative } from "./tolerance.ts";

/** What the row is called that has the sums of the others. */
export const WHOLE: RegExp =
  /^(?!上年|去年|同期|比)(?:.{0,6}(?:合\s{0,4}计|总\s{0,4}计|共\s{0,4}计|总\s{0,4}[数分]|汇总)|全[省市县区镇乡村校院局馆站行司部体]计?|总体|全部|全年)(?:[（(].{0,6}[）)])?$/;
const PART = /^其中/;
const SUBTOTAL = /小\s?计$/;
/** Columns whose figures are not added up. */
const LOOSE =
  /均|[亩单]产|每(?![天日周月年])|分[）)]|得分|评分|满意|指数|率|周转|增[长幅速减]|增$|比上年|同比|占(?!用|地|床)|比重|比例|比$|单价|排名|序号|进度|[%％]/;
/** A row of a month, a quarter, a day. */
const TIME = /[年季月旬周日]份?$/;
/** How far before a table its whole may be stated, in figures. */
const REACH = 8;
/** So many rows tell which columns belong together. */
const SAMPLE = 40;

/**
 * What the columns and rows of a table say of each other. A relation that most rows keep is claimed for all of them, as
 * is one that a head names: 合计, 占比.
 *
 *     项目 | 计划数 | 完成数 | 完成率
 *     户厕 | 500户 | 450户 | 90%      完成率 = 完成数 / 计划数
 */
export function tableChecks(grids: readonly Grid[], figures: readonly TextFigure[]): Check[] {
  return grids.flatMap((grid) =>
    once([
      ...columnSums(grid),
      ...subtotals(grid, (column, whole, parts) => columnSum(grid.heads[column] ?? "", column, whole, parts)),
      ...grid.heads.flatMap((_, column) => columnRelation(grid, column)),
      ...wholeShares(grid, figures),
    ]),
  );
}

/** Of checks of the same figures, as each column of three makes one, the first; a sum before a difference. */
function once(checks: readonly Check[]): Check[] {
  const out = new Map<string, Check>();
  for (const made of checks) {
    const key = made.figures.toSorted((a, b) => a - b).join(" ");
    const other = out.get(key);
    if (other === undefined || (other.code === "growth" && made.code === "parts-sum")) out.set(key, made);
  }
  return [...out.values()];
}

/** Each column against its row 合计; rows that split others (其中, 小计) are left out where more columns come out so. */
function columnSums({ heads, rows }: Grid): Check[] {
  const wholes = wholesOf(rows);
  const subtotals = rows.filter(({ label }) => SUBTOTAL.test(label));
  const whole = wholes[0] ?? (subtotals.length === 1 ? subtotals[0] : undefined);
  if (whole === undefined || 1 < wholes.length) return [];
  const at = rows.indexOf(whole);
  const others = at === 0 ? rows.slice(1) : rows.slice(0, at);
  const plain = others.filter(({ label }) => !PART.test(label) && !SUBTOTAL.test(label));
  const choices = [plain, others, others.filter(({ label }) => SUBTOTAL.test(label))]
    .map((parts) => heads.flatMap((head, column) => columnSum(head, column, whole, parts) ?? []))
    .sort((a, b) => holding(b) - holding(a));
  const best = choices[0] ?? [];
  return plain.length === others.length || 0 < holding(best) ? best : [];
}

/** The rows 合计; 总计 behind 本年收入合计 and 年初结转 is of both. */
function wholesOf(rows: readonly Row[]): Row[] {
  const wholes = rows.filter(({ label }) => WHOLE.test(label));
  const plain = wholes.filter(({ label }) => /^[合总共]\s{0,4}计/.test(label));
  return plain.length === 1 ? plain : wholes;
}

function columnSum(head: string, column: number, whole: Row, parts: readonly Row[]): Check | null {
  const total = whole.entries.get(column);
  const list = parts.flatMap((row) => row.entries.get(column) ?? []);
  if (total === undefined || list.length < 2 || list.length < parts.length) return null;
  // 月份 | 当月 | 累计: what has come together so far
  if (/累计/.test(head) && parts.every(({ label }) => TIME.test(label))) return null;
  // 占比 … 合计 100%
  const shares = total.percent && total.value === 100 && SHARE.test(head);
  if ((LOOSE.test(head) || total.percent) && !shares) return null;
  // 平均班额 … 全区 42.0: more than one of its rows is above it, a mean
  if (list.every(({ value }) => 0 <= value) && 1 < list.filter(({ value }) => total.value < value).length) return null;
  return list.some(({ figure }) => figure.unit !== total.figure.unit) ? null : sum(total, list);
}

function sum(total: Entry, parts: readonly Entry[]): Check {
  const computed = parts.reduce((all, { value }) => all + value, 0);
  const exact = [total, ...parts].every(({ figure }) => halfStep(figure) === 0.5);
  const tolerance = exact ? 0 : [total, ...parts].reduce((all, { figure }) => all + halfStep(figure), 0);
  return check(
    "parts-sum",
    total.value,
    computed,
    tolerance,
    [total, ...parts].map(({ index }) => index),
  );
}

/** The relation to two other columns that explains one column best, and the columns that it is the sum of, in every row. */
function columnRelation({ heads, rows }: Grid, column: number): Check[] {
  const others = heads.map((_, i) => i).filter((i) => i !== column);
  const named = /率|比例|计$|总数|增|减|额|价|费|资金|完成/.test(heads[column] ?? "");
  const sample = rows.slice(0, SAMPLE);
  let most = 0;
  let found: Relation[1] | null = null;
  for (const a of others)
    for (const b of others)
      for (const [means, relation] of a === b ? [] : relations(heads, sample, column, a, b)) {
        const made = sample.flatMap((row) => relation(row) ?? []);
        const kept = holding(made);
        if (kept <= most || !(isKept(made, named && means !== "scaled") || isSaid(means, heads, column, a, b)))
          continue;
        most = kept;
        found = relation;
      }
  const relation = found;
  const related = relation === null ? [] : rows.flatMap((row) => relation(row) ?? []);
  const sumsOf = (list: readonly number[], of: readonly Row[]): Check[] =>
    of.flatMap((row) => rowSum(row, column, list) ?? []);
  let kept = 0;
  let parts: readonly number[] | null = null;
  for (const list of lists(heads, column, others)) {
    const sums = sumsOf(list, sample);
    const whole = WHOLE.test(heads[column] ?? "") && (list === others || 2 < list.length);
    const claimed = whole
      ? sums.length <= 2 * holding(sums) || (sums.length === 1 && list === others)
      : isKept(sums, named);
    if (!claimed || holding(sums) < kept || (holding(sums) === kept && parts !== null)) continue;
    kept = holding(sums);
    parts = list;
  }
  const summed = parts === null ? [] : sumsOf(parts, rows);
  // 镇级收入6240万元，转移支付510万元，其他350万元，财力7100万元，284人，人均25万元: a sum and a product
  return [...related, ...summed];
}

/** Two rows that keep a relation by chance once in 10⁴·⁵ cases tell as much as three. */
const SURPRISING = 4.5;

/**
 * So many rows keep a relation by chance at most: it holds in three, or in two where the head speaks for it or where
 * their digits do (12 × 50 = 600, 8 × 40 = 320), and in most.
 */
function isKept(checks: readonly Check[], named: boolean): boolean {
  return holdMostly(checks) && (named || 3 <= holding(checks) || SURPRISING <= surprise(checks));
}

/** The columns that one may be the sum of: all others, or some in a row beside it, as 一季度 … 四季度 beside 全年. */
function lists(heads: readonly string[], column: number, others: readonly number[]): (readonly number[])[] {
  const out: (readonly number[])[] = [others];
  for (let size = 2; size < others.length; size++)
    for (const from of [column - size, column + 1])
      if (0 <= from && from + size <= heads.length) out.push(Array.from({ length: size }, (_, i) => from + i));
  return out;
}

/** One figure of a row as the sum of all others of its unit: 男 | 女 | 合计. */
function rowSum({ entries }: Row, column: number, others: readonly number[]): Check | null {
  const total = entries.get(column);
  const parts = others
    .flatMap((i) => entries.get(i) ?? [])
    .filter(({ figure, percent }) => figure.unit === total?.figure.unit && !percent);
  if (total === undefined || total.percent || parts.length < 2) return null;
  return sum(total, parts);
}

/** A column of shares: of which figures, and of what whole; the shares themselves come to 100 %. */
function wholeShares({ heads, rows }: Grid, figures: readonly TextFigure[]): Check[] {
  return heads.flatMap((head, column) => {
    if (!SHARE.test(head) || /率|增/.test(head)) return [];
    // 全市常住人口 | 1368.5 | 100.0: the row that is all says so
    const whole = rows.find(
      ({ label, entries }) => WHOLE.test(label) || (entries.get(column)?.value === 100 && 3 < rows.length),
    );
    const parts = rows.filter((row) => row !== whole && !PART.test(row.label) && !SUBTOTAL.test(row.label));
    const body = parts.filter(({ entries }) => entries.has(column));
    const shares = body.flatMap((row) => row.entries.get(column) ?? []);
    if (shares.length < 3 || shares.some(({ percent }) => !percent)) return [];
    const all = allShares(shares, parts.length);
    let best: readonly Check[] = [];
    for (const other of heads.keys()) {
      const made = other === column ? null : sharesOf(other, { shares, body, whole, all, rows }, figures);
      if (made !== null && holding(best) < holding(made)) best = made;
    }
    return [...(all === null ? [] : [all]), ...best];
  });
}

/** The sum of shares, where it may be meant to be 100 %: it is near, or one of them has its point in another place. */
function allShares(shares: readonly Entry[], rows: number): Check | null {
  const computed = shares.reduce((sum, { value }) => sum + value, 0);
  const tolerance = shares.reduce((sum, { figure }) => sum + halfStep(figure), 0);
  const moved = ({ value, figure }: Entry): boolean =>
    Math.abs(computed + 9 * value - 100) <= tolerance + 9 * halfStep(figure) ||
    Math.abs(computed - 0.9 * value - 100) <= tolerance;
  if (shares.length !== rows || (FAR < Math.abs(computed - 100) && !shares.some(moved))) return null;
  return check(
    "shares-sum",
    100,
    computed,
    tolerance,
    shares.map(({ index }) => index),
  );
}

/** A column of shares, its rows but for that of the whole, and what the shares come to. */
interface Shares {
  readonly shares: readonly Entry[];
  readonly body: readonly Row[];
  readonly whole: Row | undefined;
  readonly all: Check | null;
  readonly rows: readonly Row[];
}

/** The checks of shares against another column: of its whole, of a figure before the table, or of its sum. */
function sharesOf(
  other: number,
  { shares, body, whole, all, rows }: Shares,
  figures: readonly TextFigure[],
): Check[] | null {
  const list = body.flatMap((row) => row.entries.get(other) ?? []);
  const unit = list[0]?.figure.unit;
  if (list.length !== shares.length || list.some(({ figure, percent }) => figure.unit !== unit || percent)) return null;
  const before = Math.min(...[...(rows[0]?.entries.values() ?? [])].map(({ index }) => index));
  const named = whole?.entries.get(other);
  const near = figures.slice(Math.max(0, before - REACH), before).flatMap((figure, i) => {
    const index = Math.max(0, before - REACH) + i;
    return figure.unit === unit && figure.value !== null
      ? [{ index, figure, value: figure.value, percent: false }]
      : [];
  });
  const made = [...(named === undefined ? [] : [named]), ...near]
    .map((of) => ({ of, checks: list.flatMap((entry, i) => share(shares[i] as Entry, entry, of) ?? []) }))
    .sort((a, b) => holding(b.checks) - holding(a.checks))[0];
  const sums = list.map((entry, i) => ofSum(shares[i] as Entry, entry, list));
  if (made !== undefined && isKept(made.checks, true) && holding(sums) <= holding(made.checks))
    return made.of === named || all?.holds !== true ? made.checks : [...made.checks, sum(made.of, list)];
  return isKept(sums, true) ? sums : null;
}

/** How far from 100 % a column of shares may be that splits one whole. */
const FAR = 16;

function ofSum(part: Entry, entry: Entry, list: readonly Entry[]): Check {
  const computed = (100 * entry.value) / list.reduce((all, { value }) => all + value, 0);
  return check("percent-of", part.value, computed, halfStep(part.figure) + computed * relative(entry.figure), [
    part.index,
    entry.index,
  ]);
}
