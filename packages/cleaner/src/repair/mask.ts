import type { Edit } from "@zongjie/document";
import { entityWords, fixedPhrases } from "@zongjie/lexicon";

/** Masks and hyphens between Chinese characters: `拥*优属`, `邓-小-平`, `抗/美援朝`. */
const BREAK = /(?<=[\u3400-\u9fff])[*＊_×/\-－—―–!！，,.·'`~]{1,6}(?=[\u3400-\u9fff])/gu;

/**
 * Fills a mask where a fixed phrase leaves one way only, and takes out marks that were put into such a phrase.
 *
 *     拥*优属 → 拥军优属        三个*表 → 三个代表       邓-小-平理论 → 邓小平理论
 */
export function findMasks(text: string): Edit[] {
  const edits: Edit[] = [];
  let taken = 0;
  for (const { index, 0: found } of text.matchAll(BREAK)) {
    if (index < taken) continue;
    const edit = fill(text, index, index + found.length) ?? join(text, index, index + found.length);
    if (edit === null) continue;
    edits.push(edit);
    taken = edit.end;
  }
  return edits;
}

/** `*` stands for one to three characters of a phrase whose other characters (two at least) stand around it. */
function fill(text: string, start: number, end: number): Edit | null {
  if (!/^[*＊_×]+$/.test(text.slice(start, end))) return null;
  const fillings = new Set<string>();
  for (const phrase of fixedPhrases())
    for (let hole = 1; hole <= 3; hole++)
      for (let at = 0; at + hole <= phrase.length; at++) {
        const before = phrase.slice(0, at);
        const after = phrase.slice(at + hole);
        if (before.length + after.length < Math.max(2, hole + 1) || before === "" || after === "") continue;
        if (!text.startsWith(after, end) || text.slice(start - before.length, start) !== before) continue;
        fillings.add(phrase.slice(at, at + hole));
      }
  if (fillings.size !== 1) return null;
  const [insert = ""] = fillings;
  return { start, end, insert, rule: "mask.fixed-phrase", reason: "mask" };
}

/** Marks inside a phrase that stands complete around them go. */
function join(text: string, start: number, end: number): Edit | null {
  const left = text.slice(Math.max(0, start - 12), start).replace(/[*＊_×/\-－—―–!！，,.·'`~]/g, "");
  const right = text.slice(end, end + 12).replace(/[*＊_×/\-－—―–!！，,.·'`~]/g, "");
  const marks = text.slice(start, end);
  if (/^[，,.!！·]$/.test(marks)) return null;
  for (const phrase of fixedPhrases())
    for (let at = 1; at < phrase.length; at++)
      if (left.endsWith(phrase.slice(0, at)) && right.startsWith(phrase.slice(at)))
        return {
          start,
          end,
          insert: "",
          rule: "mask.broken-phrase",
          reason: /^[-－]+$/.test(marks) ? "hyphen-inserted" : "stray-char",
        };
  return null;
}

/** What follows a leader's name besides a title. */
const BEHIND_NAME = ["理论", "思想", "精神", "讲话", "总书记", "总理"];

/** Single characters divided by hyphens twice, a surname first and a title behind, are a name that a censor broke: `甲-乙-丙同志`. */
export function findHyphens(text: string): Edit[] {
  const edits: Edit[] = [];
  for (const { index, 0: found } of text.matchAll(
    /(?<![\u3400-\u9fff\d][-－])(?<=[\u3400-\u9fff])(?:[-－][\u3400-\u9fff]){2}(?![-－\d])/gu,
  )) {
    const { surnames, titles } = entityWords();
    const end = index + found.length;
    // 产-学-研 and 农-工-商 are the author's
    if (!surnames.includes(text[index - 1] ?? " ")) continue;
    if (![...titles, ...BEHIND_NAME].some((word) => text.startsWith(word, end))) continue;
    for (let at = index; at < end; at += 2)
      edits.push({ start: at, end: at + 1, insert: "", rule: "hyphen.in-name", reason: "hyphen-inserted" });
  }
  return edits;
}

/** Masks that stay: years, names, numbers (`20XX年` `xx个` `____元`). Spans in `text`. */
export function findOpenMasks(text: string): { readonly start: number; readonly end: number }[] {
  const out: { start: number; end: number }[] = [];
  for (const { index, 0: found } of text.matchAll(
    /(?<![A-Za-z])(?:(?:19|20)?(?:[XxＸ×]{2,4}|_{1,8}|[*＊]{1,4}|#{2,4}))(?![A-Za-z\d])/gu,
  ))
    out.push({ start: index, end: index + found.length });
  return out;
}
