import { firstIndex } from "@zongjie/document";
import { DATE_LINE } from "../line.ts";
import type { LineFeatures } from "./features.ts";
import type { Verdict } from "./verdict.ts";

/** Fewest lines of a table of contents, and the share of them that must stand again below. */
const FEWEST = 3;
const SHARE = 0.6;

/** Shortest heading that is looked for below; shorter ones (`合计`) repeat by chance. */
const CORE = 4;

/**
 * Marks a table of contents by what it is: lines without prose that stand again below, each above text of its own.
 *
 *     一、工作回顾 ........ 1     toc-marker
 *     二、存在问题 ........ 8     toc-marker
 *     三、下步打算 ....... 12     toc-marker
 *     一、工作回顾
 *     今年以来，……
 */
export function dropHeadingLists(lines: readonly LineFeatures[], verdicts: (Verdict | null)[]): void {
  const below = starts(lines);
  const texts = proseBefore(lines);
  for (let i = 0; i < lines.length; i++) {
    const run: number[] = [];
    while (i < lines.length && !endsList(lines[i] as LineFeatures)) {
      if (!lines[i]?.blank) run.push(i);
      i++;
    }
    // a date closes a document, and the unit above it has signed
    if (i < lines.length && !lines[i]?.prose) run.pop();
    if (run.length < FEWEST) continue;
    const found = run.map((at) => again(lines, below, at));
    mark(found, run, texts, verdicts);
  }
}

function endsList({ prose, text }: LineFeatures): boolean {
  return prose || DATE_LINE.test(text);
}

/** "" for less than a core; else a heading without its marker, leaders, page number and blanks: `一、工作回顾........1` → `工作回顾`. */
function coreOf(text: string, marker: string): string {
  if (text.length < marker.length + CORE) return "";
  const bare = text
    .slice(marker.length)
    .replace(/^(?:第?[\d.]{1,6}[篇、.\s]?|[•·●○■◆★☆»>|\-\s\u3000]+|第[一二三四五六七八九十\d]{1,3}篇?[：:\s])/, "");
  return bare.replace(/(?:[\s\u3000.．·…—\-_]*\d{1,3}|[\s\u3000.．·…]+)$/, "").replace(/[\s\u3000]+/g, "");
}

/** Lines by the first characters of their core. */
function starts(lines: readonly LineFeatures[]): ReadonlyMap<string, readonly number[]> {
  const out = new Map<string, number[]>();
  for (const [i, line] of lines.entries()) {
    if (line.blank) continue;
    const key = coreOf(line.text.slice(0, 60), line.marker).slice(0, CORE);
    if (key.length < CORE) continue;
    const list = out.get(key);
    if (list === undefined) out.set(key, [i]);
    else list.push(i);
  }
  return out;
}

/** How many lines of prose stand before each line. */
function proseBefore(lines: readonly LineFeatures[]): number[] {
  let seen = 0;
  return lines.map((line) => (line.prose ? seen++ : seen));
}

/** The next line below that begins with the same words, or -1. */
function again(lines: readonly LineFeatures[], below: ReadonlyMap<string, readonly number[]>, at: number): number {
  const { text, marker } = lines[at] as LineFeatures;
  const core = coreOf(text, marker);
  if (core.length < CORE || 60 < core.length) return -1;
  const candidates = below.get(core.slice(0, CORE)) ?? [];
  const first = firstAbove(candidates, at);
  for (const i of candidates.slice(first, first + 8)) {
    const other = lines[i] as LineFeatures;
    if (coreOf(other.text, other.marker).startsWith(core)) return i;
  }
  return -1;
}

function firstAbove(sorted: readonly number[], at: number): number {
  return firstIndex(sorted.length, (i) => (sorted[i] as number) <= at);
}

/** Takes out the part of a run that is a table of contents, from its first entry to its last. */
function mark(
  found: readonly number[],
  run: readonly number[],
  texts: readonly number[],
  verdicts: (Verdict | null)[],
): void {
  const first = found.findIndex((i) => i !== -1);
  const last = found.findLastIndex((i) => i !== -1);
  const entries = found.slice(first, last + 1);
  const hits = entries.filter((i) => i !== -1);
  if (first === -1 || hits.length < FEWEST || hits.length < SHARE * entries.length) return;
  // in a second copy of a table or of a document's head the lines stand next to each other again
  const apart = hits.filter((i, k) => 0 < k && texts[hits[k - 1] as number] !== texts[i]).length;
  const ascending = hits.filter((i, k) => k === 0 || (hits[k - 1] as number) < i).length;
  if (apart < (hits.length - 1) / 2 || ascending < 0.7 * hits.length) return;
  for (const i of run.slice(first, last + 1)) verdicts[i] ??= { reason: "toc-marker", rule: "toc.headings-below" };
}
