import type { TextFigure } from "@zongjie/document";

/** Nouns at the end of a list that all its members share: 高血压、糖尿病管理|率. */
const SHARED = /(?:[\p{Script=Han}]{2}率|人数|人次|数量|金额|收入|支出|增加值|面积|总额|户数)$/u;
const SENTENCE = /[。！？!?\n；;]/;
const JOINED = /^[\s、和与及]*(?:以及)?(?:增长|下降|提高|降低|增加|减少|上升|回落)?了?\s*$/;

/**
 * Gives each figure of a run behind 分别 its own member of the list before it.
 *
 *     出口和进口分别为71.8亿元和24.4亿元
 *     ^   ^          ^1       ^2
 */
export function alignLists(text: string, figures: readonly TextFigure[]): TextFigure[] {
  const out = [...figures];
  for (let i = 0; i < out.length; ) {
    const run = runFrom(text, out, i);
    if (2 <= run.length && isDistributed(text, run[0] as TextFigure)) {
      const names = namesOf(run[0] as TextFigure, run.length) ?? namesBefore(text, out, i, run.length);
      names?.forEach((metric, k) => {
        out[i + k] = { ...(out[i + k] as TextFigure), metric };
      });
    }
    i += run.length;
  }
  return out;
}

function runFrom(text: string, figures: readonly TextFigure[], from: number): TextFigure[] {
  const run = [figures[from] as TextFigure];
  for (let i = from + 1; i < figures.length; i++) {
    const [last, next] = [run.at(-1) as TextFigure, figures[i] as TextFigure];
    if (8 < next.start - last.end || next.unit !== last.unit || !JOINED.test(text.slice(last.end, next.start))) break;
    run.push(next);
  }
  return run;
}

function isDistributed(text: string, first: TextFigure): boolean {
  return /分别[^，,。；;、\d]{0,12}$/.test(text.slice(Math.max(0, first.start - 18), first.start));
}

function namesOf(first: TextFigure, count: number): string[] | null {
  const items = first.metric.split(/[、和与及]/);
  if (items.length !== count || items.some((item) => item.length < 2) || /占/.test(items.at(-1) ?? "")) return null;
  const shared = SHARED.exec(items.at(-1) ?? "")?.[0] ?? "";
  // 小学、初中生均公用经费: what they share cannot be told apart
  const longest = Math.max(...items.slice(0, -1).map((item) => item.length));
  if (shared === "" && longest + 3 <= (items.at(-1) ?? "").length) return null;
  const lacks = items.slice(0, -1).every((item) => !item.endsWith(shared.slice(-1)));
  return shared !== "" && lacks ? items.map((item, i) => (i === count - 1 ? item : item + shared)) : items;
}

/** 种植业6家、养殖业4家，分别占60%和40%: the names stand with the figures before. */
function namesBefore(text: string, figures: readonly TextFigure[], at: number, count: number): string[] | null {
  const first = figures[at] as TextFigure;
  const before = figures.slice(Math.max(0, at - count), at);
  if (before.length < count || SENTENCE.test(text.slice(before.at(0)?.end ?? 0, first.start))) return null;
  if (
    !/[，,]\s?(?:同比|环比)?分别(?:各?占|增长|下降|提高|为|较[^，,]{2,6}增长|比[^，,]{2,6}增长)$/.test(
      text.slice(Math.max(0, first.start - 16), first.start),
    )
  )
    return null;
  return before.map((figure) => figure.metric);
}
