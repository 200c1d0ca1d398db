import type { Line } from "../line.ts";
import { findAnnounced, type Removed } from "./announced.ts";
import { type Mark, type Marked, readMarks } from "./mark.ts";
import { findNested } from "./nested.ts";

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

/** Lines at which a mark between documents stands: numbers of one form that grow by one. */
export function findMarked(lines: readonly Line[], removed: Removed = {}): Marked[] {
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
  const out: Marked[] = [...findNested(lines), ...findAnnounced(lines, removed)];
  for (const [rule, list] of known) {
    if (NEEDS_SERIES.has(rule) && (list.length < 2 || list[0]?.mark.ordinal !== 1)) continue;
    for (const { line, mark } of list)
      out.push({ line, rule, mark: isNumbered(rule, lines[line]?.text ?? "") ? 0 : mark.length, size: list.length });
  }
  return out;
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
