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
  dropRemarks(lines, out);
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
  if (line.noisy.length === 0) return null;
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
  for (const [i, line] of lines.entries()) {
    if (verdicts[i] != null || !isScramble(line.text)) continue;
    const alone = [-1, 1].every((step) => {
      let k = i + step;
      while (lines[k]?.blank) k += step;
      return !isScramble(lines[k]?.text ?? "");
    });
    if (alone) verdicts[i] = { reason: "other", rule: "scramble.latin" };
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
    if (run.length < 2) {
      run = [];
      return;
    }
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
  const isKept = (line: LineFeatures, i: number): boolean => !line.blank && verdicts[i] == null;
  const first = lines.findIndex((line, i) => line.prose && isKept(line, i));
  if (first === -1) return;
  const noise = noisySentences(lines[first] as LineFeatures)[0];
  const next = lines.find((line, i) => first < i && isKept(line, i));
  if (noise !== undefined && next !== undefined && (next.title !== null || isSeparator(next)))
    verdicts[first] = { reason: noise.reason ?? "teaser", rule: noise.rule };
}

/**
 * Drops an editor's remark on a text that is over: `【点评】步骤明确。` under the last line, or above the next document.
 * In the middle of a text it is the author's.
 */
function dropRemarks(lines: readonly LineFeatures[], verdicts: (Verdict | null)[]): void {
  let next: LineFeatures | null = null;
  for (let i = lines.length - 1; 0 <= i; i--) {
    const line = lines[i] as LineFeatures;
    if (line.blank || verdicts[i] != null) continue;
    const remark = line.hits.find(({ rule }) => rule.id === "other.review");
    if (remark !== undefined && (next === null || isSeparator(next) || isHeadline(next)))
      verdicts[i] = { reason: remark.rule.label ?? "other", rule: remark.rule.id };
    else next = line;
  }
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

/**
 * What stands right above the prose that ended a list of links belongs to the prose: a sentence that leads into it, a
 * salutation, a headline. What goes for other reasons may stand between.
 *
 *     延伸阅读：
 *     社区妇女之家活动计划                    given back
 *     下面请看小编带来的内容！
 *     今年社区妇女之家计划开展以下活动：      given back
 *     一、三月份组织健步走，……
 */
function giveBack(lines: readonly LineFeatures[], verdicts: (Verdict | null)[], prose: number): void {
  let reached: Part = "text";
  let foreign = 0;
  for (let i = prose - 1; 0 <= i && foreign <= 2; i--) {
    const line = lines[i] as LineFeatures;
    if (line.blank) continue;
    const verdict = verdicts[i] ?? null;
    if (verdict === null || verdict.rule === "related.header") return;
    if (verdict.rule !== "related.item") {
      foreign++;
      continue;
    }
    const part = partOf(lines, verdicts, i, prose);
    if (part === null || PARTS.indexOf(reached) <= PARTS.indexOf(part)) return;
    verdicts[i] = null;
    reached = part;
  }
}

/** What may stand above a text, from the top down. */
const PARTS = ["headline", "salutation", "lead", "text"] as const;
type Part = (typeof PARTS)[number];

/** What a line of a list of links could be to the prose below it; null where it is a link. */
function partOf(
  lines: readonly LineFeatures[],
  verdicts: readonly (Verdict | null)[],
  i: number,
  prose: number,
): Part | null {
  const line = lines[i] as LineFeatures;
  if (isHeadline(line)) return "headline";
  if (/^[^。，,；;]{2,40}[:：]$/.test(line.text)) return "salutation";
  const { noise, text } = lines[prose] as LineFeatures;
  if (0.5 <= noise) return null;
  if (/[:：]$/.test(line.text) && 15 <= line.text.length) return line.noise < 0.5 ? "lead" : null;
  return 40 <= text.length && isAlone(lines, verdicts, i) && /^[\p{Script=Han}\d（）()—-]{4,40}$/u.test(line.text)
    ? "headline"
    : null;
}

/** True for the one line under the header: a list of one link above a text is its headline. */
function isAlone(lines: readonly LineFeatures[], verdicts: readonly (Verdict | null)[], i: number): boolean {
  let above = i - 1;
  while (lines[above]?.blank) above--;
  return verdicts[above]?.rule === "related.header";
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
