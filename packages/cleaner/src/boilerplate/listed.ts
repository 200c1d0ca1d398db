import { readTitle } from "../title.ts";
import type { LineFeatures } from "./features.ts";
import { isSeparator } from "./separator.ts";
import type { Verdict } from "./verdict.ts";

/** Fewest headlines in a row that make a list of links. */
const FEWEST = 3;

/** Shortest headline in a list. */
const LEAST = 7;

/**
 * Marks headlines in a row: a document has one, a website lists many. An appendix lists papers too; its lines stay.
 *
 *     ◆学校工作计划             related-links
 *     ◆医院工作总结 >>          related-links
 *     ◆社区述职报告             related-links
 */
export function dropTitleRuns(lines: readonly LineFeatures[], verdicts: (Verdict | null)[]): void {
  let run: number[] = [];
  let appendix = false;
  const flush = (next: LineFeatures | null): void => {
    const last = run.at(-1);
    // the last one heads the text below it unless it is dressed as the others are
    const own =
      last !== undefined &&
      next?.prose === true &&
      dressOf(lines[last] as LineFeatures) !== (dressOf(lines[run[0] as number] as LineFeatures) || "none");
    const links = own ? run.slice(0, -1) : run;
    if (FEWEST <= links.length && !appendix)
      for (const i of links) verdicts[i] = { reason: "related-links", rule: "links.headlines-in-a-row" };
    run = [];
  };
  for (const [i, line] of lines.entries()) {
    if (line.blank) continue;
    if (verdicts[i] == null && isLink(line)) run.push(i);
    else {
      if (verdicts[i] == null) flush(line);
      else if (run.length > 0) flush(null);
      appendix = !line.prose && /^附(?:件|录|[:：])/.test(line.text);
    }
  }
  flush(null);
}

/** What stands before a headline in a list: a bullet, a number, or nothing. */
function dressOf(line: LineFeatures): string {
  if (line.bullet || /^[★☆※]/.test(line.text)) return line.text[0] as string;
  if (/[>＞»]{1,2}$/.test(line.text)) return ">";
  return line.marker === "" ? "" : "1";
}

function isLink(line: LineFeatures): boolean {
  if (line.text.length < LEAST || line.prose || isSeparator(line) || /^[（(]?[一二三四五六七八九十]/.test(line.marker))
    return false;
  const bare = line.text
    .slice(line.marker.length)
    .replace(/^[\s\u3000•·●○■□◆◇▪▶►»›★☆※\-*|]+|[\s\u3000]*[>＞»]{1,2}$/g, "");
  const title = readTitle(bare);
  return title !== null && !title.inner && LEAST <= bare.length;
}
