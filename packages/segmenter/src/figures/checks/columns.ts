import type { Check } from "@zongjie/document";
import type { Entry, Row } from "./grid.ts";
import { check, halfStep, relative, slack } from "./tolerance.ts";

/** A relation of a table: what a row, or a column, says of one of its figures; null where it says nothing. */
export type Relation = readonly [means: Means, of: (row: Row) => Check | null];
/** What a column is of two others: their share, change, product (in their units or in others) or difference. */
export type Means = "share" | "growth" | "times" | "scaled" | "difference";

/** A head over shares. */
export const SHARE: RegExp = /占(?!用|地|床)|比重|比例|构成|百分比/;

/** Heads of columns whose figures are rounded, whatever they look like: 亩产 | 405. */
const ROUNDED = /均|产$|[亩单]产|率|比$|比例|单价|每|指数/;
/** By how much the units of three columns may differ: 万亩 times 公斤 gives ten 吨. */
const SCALES = [1, 10, 0.1, 100, 0.01, 1e3, 1e-3, 1e4, 1e-4];

/** So many rows tell by how much, and so near a scale they are. */
const TELLING = 4;
const NEAR = 0.03;

/** All that a column may be of two others, by their heads and the first rows. */
export function relations(
  heads: readonly string[],
  rows: readonly Row[],
  column: number,
  a: number,
  b: number,
): Relation[] {
  const of = (means: Means, make: (c: Entry, x: Entry, y: Entry) => Check | null): Relation => [
    means,
    ({ entries }) => {
      const [c, x, y] = [entries.get(column), entries.get(a), entries.get(b)];
      return c === undefined || x === undefined || y === undefined ? null : make(c, x, y);
    },
  ];
  const head = heads[column] ?? "";
  if (SHARE.test(head) && !/[增减升降涨]|同比/.test(head)) return [of("share", share)];
  const out = [of("share", share), of("growth", growth), of("difference", difference)];
  if (b < a) return out;
  const off = (entry: Entry, at: number): number =>
    ROUNDED.test(heads[at] ?? "") ? halfStep(entry.figure) : slack(entry.figure);
  for (const scale of scalesOf(rows, column, a, b))
    out.push(
      of(scale === 1 ? "times" : "scaled", (c, x, y) => {
        if (c.percent || x.percent || y.percent) return null;
        const tolerance = off(c, column) + scale * (Math.abs(y.value) * off(x, a) + Math.abs(x.value) * off(y, b));
        return check("product", c.value, scale * x.value * y.value, tolerance, [c.index, x.index, y.index]);
      }),
    );
  return out;
}

/** By how much a column may be the product of two others, as the first rows have it. */
function scalesOf(rows: readonly Row[], column: number, a: number, b: number): number[] {
  const found = rows.slice(0, TELLING).map(({ entries }) => {
    const [c, x, y] = [column, a, b].map((at) => entries.get(at)?.value ?? Number.NaN) as [number, number, number];
    return SCALES.find((scale) => Math.abs(scale * x * y - c) < NEAR * Math.abs(c));
  });
  return [...new Set(found)].filter((scale) => scale !== undefined);
}

/** Whether the heads say the relation: 数量 | 单价 | 金额, 2021年 | 2022年 | 增长, 计划 | 完成 | 完成率. */
export function isSaid(means: Means, heads: readonly string[], column: number, a: number, b: number): boolean {
  const [result, of, by] = [heads[column] ?? "", heads[a] ?? "", heads[b] ?? ""];
  if (means === "scaled") return false;
  if (means === "times") return /额|价|费|小计|资金|经费|补助/.test(result) && /单价|标准|均/.test(of + by);
  if (means === "share")
    return /率|比例|进度/.test(result) && /计划|目标|任务|预算|应/.test(by) && !/计划|目标|任务|预算|应/.test(of);
  // 年初数 | 增加 | 减少 | 年末数: what came and what went
  if (1 < heads.filter((head) => /增加|减少|新增|退出|转[入出]/.test(head)).length) return false;
  const [now, then] = [of, by].map((head) =>
    Number(
      /((?:19|20)\d{2})/.exec(head)?.[1] ??
        (/今年|本年|本期|期末|年末|现/.test(head) ? 2 : /上年|去年|上期|同期|期初|年初|原/.test(head) ? 1 : 0),
    ),
  );
  return /增|减|同比|比上年|涨|降|变[动化]/.test(result) && now === (then ?? 0) + 1 && then !== 0;
}

export function share(c: Entry, x: Entry, y: Entry): Check | null {
  if (!c.percent || x.figure.unit !== y.figure.unit || x.percent || y.percent || y.value === 0) return null;
  const computed = (100 * x.value) / y.value;
  const tolerance = halfStep(c.figure) + computed * (relative(x.figure) + relative(y.figure));
  return check("percent-of", c.value, computed, tolerance, [c.index, x.index, y.index]);
}

function growth(c: Entry, x: Entry, y: Entry): Check | null {
  if (!c.percent || x.figure.unit !== y.figure.unit || x.percent || y.percent || y.value === 0) return null;
  const rise = (100 * (x.value - y.value)) / y.value;
  const computed = c.figure.surface.startsWith("-") || c.value < 0 ? rise : Math.abs(rise);
  const tolerance = halfStep(c.figure) + (100 + Math.abs(rise)) * (relative(x.figure) + relative(y.figure));
  return check("growth", c.value, computed, tolerance, [c.index, x.index, y.index]);
}

function difference(c: Entry, x: Entry, y: Entry): Check | null {
  // 增减 | 6 is what its figures come to, in per cent or not
  const alike = c.percent === x.percent || c.figure.unit === "";
  if (c.figure.unit !== x.figure.unit || x.figure.unit !== y.figure.unit || !alike || x.percent !== y.percent)
    return null;
  const tolerance = [c, x, y].reduce((all, { figure }) => all + slack(figure), 0);
  const computed = c.value < 0 ? x.value - y.value : Math.abs(x.value - y.value);
  return check("growth", c.value, computed, tolerance, [c.index, x.index, y.index]);
}
