import { bareTitle, readTitle } from "../title.ts";
import type { LineFeatures } from "./features.ts";
import type { Verdict } from "./verdict.ts";

const CUT = /(?:\.{3,}|…+|。{3,})[\s\u3000]*(?:\[?(?:详细|全文|更多|阅读全文)\]?)?[\s\u3000]*$/;

/** Characters of a copy that must agree with the text below, and how far below it is looked for. */
const PROBE = 14;
const REACH = 4000;

/**
 * Marks copies of the opening that a site cut short, also behind a headline on the same line.
 *
 *     社区工作总结1一、组织有力。我社区……         headline kept, copy dropped
 *     一、组织有力。
 *     我社区高度重视……
 */
export function findTruncated(text: string, lines: readonly LineFeatures[], verdicts: (Verdict | null)[]): void {
  for (const [i, line] of lines.entries()) {
    if (
      line.blank ||
      (verdicts[i] != null && verdicts[i]?.reason !== "teaser") ||
      line.text.length < PROBE + 3 ||
      1000 < line.text.length ||
      !CUT.test(line.text)
    )
      continue;
    const body = compact(line.text.replace(CUT, ""));
    const below = compact(text.slice(line.end, line.end + REACH)).text;
    const most = Math.min(40, body.text.length - PROBE);
    for (let k = 0; k <= most; k++) {
      if (!below.includes(body.text.slice(k, k + PROBE))) continue;
      const from = k === 0 ? undefined : (body.at[k] as number);
      const verdict = { reason: "truncated-duplicate", rule: "truncated.copy" };
      if (from === undefined) verdicts[i] = verdict;
      else {
        // a headline before the copy stays, a label or the page's own headline does not
        const head = line.text.slice(0, from).trim();
        const headline = readTitle(head) !== null && !/\d+\s*篇/.test(head) && !repeated(lines, i, head);
        verdicts[i] = headline ? { ...verdict, from } : verdict;
      }
      break;
    }
  }
}

/** True where one of the next lines is the headline itself. */
function repeated(lines: readonly LineFeatures[], i: number, head: string): boolean {
  return lines.slice(i + 1, i + 6).some((line) => line.text !== "" && bareTitle(line.text) === bareTitle(head));
}

/** A text without blanks, and where each character stood. */
function compact(text: string): { text: string; at: number[] } {
  const out: string[] = [];
  const at: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const c = text[i] as string;
    if (/[\s\u3000]/.test(c)) continue;
    out.push(c);
    at.push(i);
  }
  return { text: out.join(""), at };
}
