import type { Edit } from "@zongjie/document";
import { matchesOf } from "../boilerplate/sentence.ts";
import { removalConfidence } from "../confidence.ts";
import { cutLines, isProse } from "../line.ts";
import type { DroppedLine } from "../meta.ts";
import { shippedScorer } from "../noise/scorer.ts";
import { contentsLines } from "./contents.ts";
import { furnitureLines } from "./furniture.ts";
import { isPageBreak } from "./sheet.ts";

/** What printing added to a document. */
export interface PrintMarks {
  readonly edits: readonly Edit[];
  /** The lines that were taken out. */
  readonly dropped: readonly DroppedLine[];
}

/**
 * Edits that take out what printing adds to a document (Word, PDF), and nothing else: page numbers, heads and feet that
 * run over the pages, a table of contents with page numbers, and what the user's own rules name. No website stands
 * around such a text, so that a short line, a row of numbers or a headline is the document's, whatever its words are.
 * A line with a form feed parts pages.
 *
 *     枫溪县卫生局文件          a head that runs over the pages
 *     1  17                   a row: stays
 *     - 3 -                   the page's number
 */
export function findPrintMarks(text: string): PrintMarks {
  const lines = cutLines(text);
  const verdicts = new Map([...contentsLines(lines), ...furnitureLines(text, lines)]);
  const edits: Edit[] = [];
  const dropped: DroppedLine[] = [];
  let above = true;
  for (const [i, line] of lines.entries()) {
    const end = Math.min(line.end + 1, text.length);
    if (isPageBreak(text, line)) {
      edits.push({ start: line.start, end, insert: "", rule: "print.page-break", reason: "whitespace" });
      continue;
    }
    const verdict = line.text === "" ? undefined : (verdicts.get(i) ?? ownVerdict(line.text));
    if (verdict === undefined) {
      above &&= !isProse(line.text);
      continue;
    }
    const confidence = removalConfidence(verdict.rule, line.text, shippedScorer().probability(line.text));
    edits.push({ start: line.start, end, insert: "", ...verdict, confidence });
    dropped.push({ text: line.text, reason: verdict.reason, above });
  }
  return { edits, dropped };
}

/** What the user's own rules say of a line. */
function ownVerdict(text: string): { readonly rule: string; readonly reason: string } | undefined {
  const own = matchesOf(text).find(({ rule }) => rule.id.startsWith("user.") && (rule.scope ?? "line") === "line");
  return own === undefined ? undefined : { rule: own.rule.id, reason: own.rule.label ?? "other" };
}
