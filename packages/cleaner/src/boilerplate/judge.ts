import { ruleMatcher } from "@zongjie/lexicon";
import { bareTitle } from "../title.ts";
import { dropHeadingLists } from "./contents.ts";
import type { LineFeatures } from "./features.ts";
import { noisySentences } from "./fragment.ts";
import { dropTitleRuns } from "./listed.ts";
import { FEW, isHeadline, modelVerdict, SURE, SURE_OF_FEW } from "./model.ts";
import { dropPreface } from "./preface.ts";
import { isSeparator } from "./separator.ts";
import type { Verdict } from "./verdict.ts";

/**
 * The verdict that the words of each line give; null keeps it for now. `asks`: the model is asked too. It was trained
 * on reports; of a page that is none only the plainest rules speak.
 */
export function judgeLines(lines: readonly LineFeatures[], asks: boolean): (Verdict | null)[] {
  const out = lines.map(
    (line, i) =>
      judge(line) ??
      (line.blank || !asks ? null : modelVerdict(lines, i, line.text.length <= FEW ? SURE_OF_FEW : SURE)),
  );
  if (!asks) return out;
  dropScrambles(lines, out);
  dropTeaser(lines, out);
  dropContents(lines, out);
  dropHeadingLists(lines, out);
  dropPreface(lines, out);
  followHeaders(lines, out);
  dropRepeats(lines, out);
  dropTitleRuns(lines, out);
  return out;
}

/** True for a page with a headline of the genre over numbered sections, or with an opening formula. */
export function isReport(lines: readonly LineFeatures[]): boolean {
  const numbered = lines.filter(({ marker }) =>
    /^(?:[（(]?[一二三四五六七八九十]|第[一二三四五六七八九十])/.test(marker),
  ).length;
  return (lines.some(isHeadline) && 2 <= numbered) || 4 <= numbered || lines.some(({ opens }) => opens);
}

function judge(line: LineFeatures): Verdict | null {
  if (line.blank) return null;
  if (3 <= line.text.length && !/[\p{L}\p{N}]/u.test(line.text)) return { reason: "other", rule: "symbols.only" };
  const strong = line.hits.find((hit) => (hit.rule.weight ?? 1) === 1);
  // the user's own rules speak of sentences too
  if (strong !== undefined && (strong.rule.id.startsWith("user.") || !isSentence(line))) {
    // behind a finished sentence only what follows it goes
    const stop = line.text.lastIndexOf("。", strong.start) + 1;
    const verdict = { reason: strong.rule.label ?? "other", rule: strong.rule.id };
    return 12 <= stop && stop <= strong.start ? { ...verdict, from: stop } : verdict;
  }
  const noise = noisySentences(line);
  const size = noise.reduce((sum, edit) => sum + (edit.end - edit.start), 0);
  const first = noise[0];
  return first !== undefined && line.text.length <= 2 * size
    ? { reason: first.reason ?? "other", rule: first.rule }
    : null;
}

/** A finished sentence that does not sound like a site's, whatever word it has: `来源：财政拨款80万元，自筹20万元。` */
function isSentence(line: LineFeatures): boolean {
  return /[。；;]$/.test(line.text) && line.noise < 0.5;
}

/** Drops scrambles that stand alone; rows of them are code or a list. */
function dropScrambles(lines: readonly LineFeatures[], verdicts: (Verdict | null)[]): void {
  const filled = [...lines.keys()].filter((i) => !lines[i]?.blank);
  for (const [k, i] of filled.entries()) {
    const alone = [k - 1, k + 1].every((n) => !isScramble(lines[filled[n] ?? -1]?.text ?? ""));
    if (verdicts[i] == null && alone && isScramble(lines[i]?.text ?? ""))
      verdicts[i] = { reason: "other", rule: "scramble.latin" };
  }
}

/** Latin letters and digits without a Chinese word: what a site's script or a copy guard left. */
function isScramble(text: string): boolean {
  return (
    8 <= text.length &&
    text.length <= 80 &&
    /^[\x20-\x7e]+$/.test(text) &&
    5 <= (text.match(/[a-z]/g)?.length ?? 0) &&
    !/@|^(?:[A-Z][a-z]+[ .,:]*)+$/.test(text)
  );
}

/** Marks in a row with nothing between them are a table of contents: `第1篇:…` ⏎ `第2篇:…` ⏎ `第3篇:…`. */
function dropContents(lines: readonly LineFeatures[], verdicts: (Verdict | null)[]): void {
  let run: number[] = [];
  const flush = (last: number | null): void => {
    const form = (i: number): string => lines[i]?.text.slice(0, 2).replace(/[\d一二三四五六七八九十]/g, "") ?? "";
    const end = run.at(-1);
    // the last mark of the run begins the first document where it starts the series again or is of another form
    const own =
      last !== null &&
      end !== undefined &&
      2 < run.length &&
      (form(end) !== form(run[0] as number) || /[1一]/.test(lines[end]?.text.slice(0, 4) ?? ""));
    const contents = own ? run.slice(0, -1) : run;
    if (2 <= contents.length && (own || 3 <= contents.length))
      for (const i of contents) verdicts[i] = { reason: "toc-marker", rule: "toc.marks-in-a-row" };
    run = [];
  };
  for (const [i, line] of lines.entries()) {
    if (line.blank || verdicts[i] != null) continue;
    if (isSeparator(line) && line.text.length <= 60) run.push(i);
    else flush(i);
  }
  flush(null);
}

/** The page's first paragraph goes whole where the editor speaks in a part of it and a headline follows. */
function dropTeaser(lines: readonly LineFeatures[], verdicts: (Verdict | null)[]): void {
  const kept = [...lines.keys()].filter((i) => !lines[i]?.blank && verdicts[i] == null);
  const first = kept.find((i) => lines[i]?.prose);
  if (first === undefined) return;
  const noise = noisySentences(lines[first] as LineFeatures)[0];
  const next = lines[kept[kept.indexOf(first) + 1] ?? -1];
  if (noise !== undefined && next !== undefined && (next.title !== null || isSeparator(next)))
    verdicts[first] = { reason: noise.reason ?? "teaser", rule: noise.rule };
}

/** Lines under `相关文章：` belong to it as long as they are no prose and carry no heading marker. */
function followHeaders(lines: readonly LineFeatures[], verdicts: (Verdict | null)[]): void {
  let open: Verdict | null = null;
  for (const [i, line] of lines.entries()) {
    if (line.blank) continue;
    const verdict = verdicts[i] ?? null;
    // a header with a title behind its colon is a list of one
    if (verdict?.rule === "related.header") open = /[:：].{4,}$|[。！!]$/.test(line.text) ? null : verdict;
    else if (line.prose && verdict === null) {
      if (open !== null) giveBack(lines, verdicts, i);
      open = null;
    } else if (open !== null && verdict === null) {
      if (isSeparator(line)) open = null;
      else verdicts[i] = { reason: open.reason, rule: "related.item" };
    }
  }
}

/** A salutation and a headline right above the prose that ended a list of links belong to the prose. */
function giveBack(lines: readonly LineFeatures[], verdicts: (Verdict | null)[], prose: number): void {
  let given = 0;
  for (let i = prose - 1; 0 <= i && given < 2; i--) {
    const line = lines[i] as LineFeatures;
    if (line.blank) continue;
    const salutation = given === 0 && /^[^。，,；;]{2,40}[:：]$/.test(line.text);
    if (verdicts[i]?.rule !== "related.item" || !(salutation || isHeadline(line))) return;
    verdicts[i] = null;
    given = salutation ? 1 : 2;
  }
}

/**
 * Of headlines that stand twice in a row one goes: the lower under a collection mark (`篇6:工作总结` ⏎ `工作总结`),
 * else the upper, which the site set above its byline.
 */
function dropRepeats(lines: readonly LineFeatures[], verdicts: (Verdict | null)[]): void {
  let above = -1;
  let body = false;
  for (const [i, line] of lines.entries()) {
    if (line.blank || verdicts[i] != null) continue;
    const upper = lines[above];
    if (upper !== undefined && line.title !== null && core(line.text) === core(upper.text)) {
      // the upper one is the site's at the head of a page, and a mark between documents further down
      const lower = (isSeparator(upper) || body) && !isSeparator(line);
      verdicts[lower ? i : above] = { reason: "site-title", rule: "repeat.headline" };
      if (lower) continue;
    }
    above = line.prose ? -1 : i;
    body ||= line.prose && 80 < line.text.length;
  }
}

/** A headline without its collection mark. */
function core(text: string): string {
  for (const hit of ruleMatcher("separator.yaml").match(text))
    if (hit.rule.id !== "separator.title-n" && hit.end < text.length) return bareTitle(text.slice(hit.end));
  return bareTitle(text);
}
