import type { Line } from "../line.ts";
import { bareTitle, readTitle } from "../title.ts";
import type { Boundary } from "./boundary.ts";
import { NAMED } from "./headline.ts";
import { type Mark, readMarks, readOrdinal } from "./mark.ts";

/** A mark at a line, with the form by which it belongs to a series. */
interface Placed {
  readonly line: number;
  readonly mark: Mark;
}

/** Forms of marks that need company: one alone may be anything. */
const NEEDS_SERIES: ReadonlySet<string> = new Set([
  "separator.title-n",
  "separator.bare-ordinal",
  "separator.selected-n",
  "separator.model-n",
]);

/** Characters that stand between two marks of any form at least; marks closer than that are a list. */
const APART = 100;

/** Lines at which a mark between documents stands: numbers of one form that grow by one. */
export function findMarked(lines: readonly Line[]): Boundary[] {
  const known = new Map<string, Placed[]>();
  for (const [i, line] of lines.entries())
    for (const mark of readMarks(line)) {
      const list = known.get(mark.rule) ?? [];
      const last = list.at(-1)?.mark.ordinal;
      const restart = mark.ordinal === 1 && !NEEDS_SERIES.has(mark.rule);
      const skips = last !== undefined && last < mark.ordinal && !NEEDS_SERIES.has(mark.rule);
      if (last === undefined || mark.ordinal === last + 1 || restart || skips) list.push({ line: i, mark });
      known.set(mark.rule, list);
    }
  const out: Boundary[] = [];
  for (const [rule, list] of known) {
    if (NEEDS_SERIES.has(rule) && (list.length < 2 || list[0]?.mark.ordinal !== 1)) continue;
    for (const { line, mark } of list)
      out.push({ line, rule, mark: isNumbered(rule, lines[line]?.text ?? "") ? 0 : mark.length, titled: true });
  }
  return [...out, ...findForms(lines)];
}

/** True where the mark is a number behind the headline itself: `学校工作总结2`, `一、部门计划范文(篇一)`. */
function isNumbered(rule: string, text: string): boolean {
  if (rule === "separator.title-n") return true;
  const stem = /^(.*?)(?:范文|模板|范例)/.exec(text)?.[1] ?? "";
  return (
    rule === "separator.model-n" &&
    3 < stem.replace(/[^\p{L}]/gu, "").length &&
    /[\d一二三四五六七八九十][^\p{L}\p{N}]*$/u.test(text)
  );
}

/**
 * Series of any form that a site made up: a short word or signs, an ordinal, then a headline, on the line or under it.
 *
 *     材料之一          【晒成绩2】清溪县财政局2024年工作计划      #3 学校工作总结      ★篇四★ ……
 */
function findForms(lines: readonly Line[]): Boundary[] {
  const forms = new Map<string, Placed[]>();
  for (const [i, line] of lines.entries()) {
    const found = readForm(lines, i);
    if (found === null || line.text.length === 0) continue;
    const list = forms.get(found.rule) ?? [];
    const ordinal = list.at(-1)?.mark.ordinal ?? 0;
    if (ordinal < found.ordinal && found.ordinal <= ordinal + 2) list.push({ line: i, mark: found });
    forms.set(found.rule, list);
  }
  const out: Boundary[] = [];
  for (const list of forms.values()) {
    if (list.length < 2 || !areApart(lines, list)) continue;
    for (const { line, mark } of list) out.push({ line, rule: "separator.series", mark: mark.length, titled: true });
  }
  return out;
}

const FORM =
  /^([^\p{L}\p{N}]{0,4})(\p{L}{0,6}?)[\s.．:：]*(?:之|第)?\s*(\d{1,2}|[一二三四五六七八九十]{1,3})\s*(?:(?:[期辑则份篇例件]|部分|单元)(?=[^\p{L}\p{N}]))?(?=[^\p{L}\p{N}]|$)([^\p{L}\p{N}《“]{0,4})/u;

/** Ordinals of headings say nothing by themselves: what follows them has to be a headline with a unit or a year. */
function readForm(lines: readonly Line[], i: number): Mark | null {
  const text = lines[i]?.text ?? "";
  const found = FORM.exec(text.slice(0, 40));
  if (found === null) return null;
  const [whole, before = "", word = "", ordinal = "", after = ""] = found;
  const rest = text.slice(whole.length).trim();
  const headline =
    rest === "" ? nextText(lines, i) : readTitle(rest) === null && rest.length <= 40 ? rest + nextText(lines, i) : rest;
  const title = readTitle(headline);
  if (title === null || title.inner) return null;
  const bare = word === "" && before.trim() === "";
  // parts of one report (第一部分 2023年工作总结) name no unit each
  if (/部分|单元/.test(whole) && !/[省市县区乡镇村局厅委办院校司社](?!长)/.test(headline)) return null;
  const named = NAMED.test(bareTitle(headline));
  if (!named && (bare || word === "" || rest === "")) return null;
  if (/^(?:一|首|其|再)?是$/.test(word)) return null;
  const number = readOrdinal(ordinal);
  if (Number.isNaN(number) || number < 1) return null;
  const style = (signs: string): string => signs.normalize("NFKC").replace(/[\s:：、.]/g, "");
  return {
    rule: `form:${style(before)}${word}${/^\d/.test(ordinal) ? "1" : "一"}${style(after)}`,
    ordinal: number,
    length: whole.length,
  };
}

function nextText(lines: readonly Line[], i: number): string {
  return lines.slice(i + 1, i + 4).find((line) => line.text !== "")?.text ?? "";
}

function areApart(lines: readonly Line[], list: readonly Placed[]): boolean {
  return list.every(({ line }, k) => {
    const next = list[k + 1];
    if (next === undefined) return true;
    let size = 0;
    for (let i = line + 1; i < next.line && size < APART; i++) size += lines[i]?.text.length ?? 0;
    return APART <= size;
  });
}
