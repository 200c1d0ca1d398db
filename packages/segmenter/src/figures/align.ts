import { isJoined } from "./clause.ts";
import { cutLeft, cutRight } from "./metric.ts";
import type { Qualified } from "./qualify.ts";

/** Nouns at the end of a list that all its members share: 高血压、糖尿病管理|率. */
const SHARED = /(?:[\p{Script=Han}]{2}率|人数|人次|数量|金额|收入|支出|增加值|面积|总额|户数)$/u;
const STOP = /[。！？!?\n；;]/;
const SENTENCE = /[。！？!?\n]/;
const CHANGE = /(?:增长|下降|提高|降低|增加|减少|上升|回落)了?\s*$/;
/** How far back the list of names is looked for, in UTF-16 units, and figures that have them, beyond as many again. */
const REACH = 80;
const BESIDE = 8;

/**
 * The names that 分别 deals out to a run of figures, by index, or the index of the figure that has the same name; figures
 * that no list names are left out.
 *
 *     出口和进口分别为71.8亿元和24.4亿元
 *     ^   ^          ^1       ^2
 */
export function dealtNames(text: string, quantities: readonly Qualified[]): ReadonlyMap<number, string | number> {
  const out = new Map<number, string | number>();
  for (let i = 0; i < quantities.length; ) {
    const size = runFrom(text, quantities, i);
    const words = 2 <= size ? wordsBefore(text, quantities, i) : "";
    const deals = DEALS.exec(words);
    const list = deals === null ? null : membersOf(listIn(words.slice(0, deals.index)), size);
    const said = SAID.test(words) ? namedAbove(quantities, i, size) : null;
    const named = deals === null || list !== null ? null : (said ?? namedBefore(text, quantities, i, size));
    for (let k = 0; k < size; k++) {
      const own = list?.[k] ?? named?.[k];
      if (own !== undefined) out.set(i + k, own);
    }
    i += size;
  }
  return out;
}

/** What deals figures out to names: 分别增长5%和6%, 构成比为60%、30%和10%. */
const DEALS = /(?:分别|依次|构成比|占比|比重|份额)[^，,。；;：:、\d]{0,16}$/;

/** 上年这|四项数字|分别是163起、46人…: the names are those of the figures before. */
const SAID = /(?:上述|以上|前述|这)[两三四五六七八九][项个类](?:指标|数字|数据|数)?[^，,。；;\d]{0,4}$/;

/** The last figures before, where they are of the same units, or all of them changes. */
function namedAbove(quantities: readonly Qualified[], at: number, size: number): readonly number[] | null {
  const before = quantities.slice(Math.max(0, at - size), at);
  const alike = before.every(({ unit }, i) => unit === quantities[at + i]?.unit);
  if (before.length !== size || (!alike && before.some(({ kind }) => kind !== "percent"))) return null;
  return before.map((_, i) => at - size + i);
}

/** How many figures follow each other with nothing but joining signs between. */
function runFrom(text: string, quantities: readonly Qualified[], from: number): number {
  let at = from;
  for (; at + 1 < quantities.length; at++) {
    const [last, next] = [quantities[at] as Qualified, quantities[at + 1] as Qualified];
    if (8 < next.start - last.end) break;
    if (!isJoined(text.slice(last.outerEnd, next.outerStart).replace(CHANGE, ""))) break;
  }
  return at - from + 1;
}

/** 种植业6家、养殖业4家，分别占60%和40%: the figures before that have the same names, in the sentence. */
function namedBefore(
  text: string,
  quantities: readonly Qualified[],
  at: number,
  size: number,
): readonly number[] | null {
  const run = quantities.slice(at, at + size);
  const shares = run.every(({ kind }) => kind === "percent");
  const out: number[] = [];
  for (let i = at - 1; Math.max(0, at - 2 * size - BESIDE) <= i && out.length < size; i--) {
    const [figure, next] = [quantities[i] as Qualified, quantities[i + 1] as Qualified];
    if (SENTENCE.test(text.slice(figure.outerEnd, next.outerStart))) break;
    const fits = shares ? figure.kind !== "percent" : figure.unit === run[size - 1 - out.length]?.unit;
    if (fits) out.unshift(i);
    else if (!shares) return null;
  }
  return out.length === size ? out : null;
}

/** The words between a figure and the one before. */
function wordsBefore(text: string, quantities: readonly Qualified[], at: number): string {
  const { outerStart } = quantities[at] as Qualified;
  return text.slice(Math.max(quantities[at - 1]?.outerEnd ?? 0, outerStart - REACH), outerStart);
}

/** The list at the end of words. */
function listIn(list: string): string {
  let start = list.length;
  while (0 < start && !STOP.test(list[start - 1] as string) && !/[，,：:]/.test(list[start - 1] as string)) start--;
  return cutRight(list.slice(start));
}

/** The members of a list, where it has as many as are asked for. */
function membersOf(list: string, size: number): string[] | null {
  const items = list.split(/[、和与及]/);
  if (items.length !== size || items.some((item) => item === "")) return null;
  items[0] = cutLeft(items[0] as string);
  const last = items.at(-1) as string;
  const shared = SHARED.exec(last)?.[0] ?? "";
  // 小学、初中生均公用经费: what they share cannot be told apart
  const longest = Math.max(...items.slice(0, -1).map((item) => item.length));
  if (longest + 3 <= last.length - shared.length) return null;
  const lacks = shared !== "" && items.slice(0, -1).every((item) => !item.endsWith(shared.slice(-1)));
  return lacks ? items.map((item, i) => (i === size - 1 ? item : item + shared)) : items;
}
