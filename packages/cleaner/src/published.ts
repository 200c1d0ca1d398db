import { loadData, z } from "@zongjie/lexicon";
import { findDate, type StatedDate } from "./date.ts";

/**
 * What a line says of its date. `said`: 发布时间 and its kin; `posted`: 发表于, which replies say too; `labelled`: 时间 or
 * 来源 beside it; `bare`: little more than a date; `other`: the date of something else.
 */
export type Dating = "said" | "posted" | "labelled" | "bare" | "other";

const words = z.array(z.string().min(1)).min(1);

/** The file `page-dates.yaml`. */
export const dateFileSchema: z.ZodType<{
  events: string[];
  patterns: { id: string; kind: Dating; note: string; pattern: string; hit: string[]; miss: string[] }[];
}> = z.strictObject({
  events: words,
  patterns: z.array(
    z.strictObject({
      id: z.string(),
      kind: z.enum(["said", "posted", "labelled", "bare", "other"]),
      note: z.string().min(4),
      pattern: z.string(),
      hit: words,
      miss: words,
    }),
  ),
});

interface Known {
  readonly events: RegExp;
  readonly patterns: readonly { readonly kind: Dating; readonly pattern: RegExp }[];
}

let known: Known | undefined;

function load(): Known {
  if (known !== undefined) return known;
  const file = loadData("page-dates.yaml", dateFileSchema);
  known = {
    events: new RegExp(`^(?:${file.events.join("|")})[\\s\\u3000]{0,3}[:：]`, "u"),
    patterns: file.patterns.map(({ kind, pattern }) => ({ kind, pattern: new RegExp(pattern, "u") })),
  };
  return known;
}

/** A date of a line and what the line says of it. */
export interface Dateline extends StatedDate {
  readonly dating: Dating;
}

/** Longest line that is asked for a date, and the most of it that may stand beside a bare one, in characters. */
const LONGEST = 160;
const BESIDE = 60;

/**
 * The date of a line that says when the page was published, the plainest wording first: `成文日期：2022-01-27 发布日期：
 * 2022-01-28` is the 28th, said. Null for prose, and where every date is that of something else (`活动时间：…`, `截至…`).
 */
export function readDateline(line: string): Dateline | null {
  const found = lookAt(line);
  return found === null || found.dating === "other" ? null : found;
}

/** The same with the date of something else where there is no better one. */
function lookAt(line: string): Dateline | null {
  if (LONGEST < line.length || /[。；！]/.test(line)) return null;
  let best: Dateline | null = null;
  for (let at = 0; at < line.length; ) {
    const date = findDate(line.slice(at));
    if (date === null) break;
    const placed = { value: date.value, start: at + date.start, end: at + date.end };
    const dating = datingOf(line, placed);
    if (best === null || RANK.indexOf(dating) < RANK.indexOf(best.dating)) best = { ...placed, dating };
    at = placed.end;
  }
  return best;
}

const RANK: readonly Dating[] = ["said", "posted", "labelled", "bare", "other"];

/** What the words around a date make of it; patterns see it as DATE. The first that holds is believed. */
function datingOf(line: string, { start, end }: StatedDate): Dating {
  const clock = /^[\sT]{0,3}\d{1,2}[:：]\d{2}(?:[:：]\d{2})?/.exec(line.slice(end))?.[0].length ?? 0;
  const masked = `${line.slice(0, start)}DATE${line.slice(end + clock)}`;
  for (const { kind, pattern } of load().patterns) if (pattern.test(masked)) return kind;
  return masked.length - 4 < BESIDE ? "bare" : "other";
}

/** A line of a page that may say when that was published. */
export interface Candidate {
  readonly text: string;
  /** `above` the text, where a byline has its place, behind its beginning, `below`, or `away` from it. */
  readonly place: "above" | "below" | "away";
  /** Whether links stand on the line: another page's date. */
  readonly linked: boolean;
  /** The dress of the line: lines of one dress with like dates are a list. */
  readonly dress: string;
  /** Whether the line may be the document's own, so that a date in words alone may be its signature's. */
  readonly own: boolean;
}

/** So many like dates in like lines are a list: of chapters, of other pages, of replies. */
const LIST = 3;
/** How many lines the entries of a list of links are apart; posts of a thread have their text in between. */
const GAP = 2;

/**
 * When a page was published, as far as it says so: `发布时间：2023-01-02` anywhere near the text, `2023-01-02 青禾` only
 * above it. A date that stands in a list never counts; one that each post of a thread has, only where its line says posted.
 * The candidate and its date, or null.
 */
export function findPublished<T extends Candidate>(lines: readonly T[]): { line: T; date: Dateline } | null {
  const read = lines.map((line, i) => {
    const date = withLabel(line.text, lines[i - 1]?.text.trim() ?? "");
    return { line, date, form: date === null ? "" : formOf(line, date) };
  });
  const forms = new Map<string, number[]>();
  for (const [i, { date, form }] of read.entries())
    if (date !== null) forms.set(form, [...(forms.get(form) ?? []).slice(0, LIST), i]);
  let best: { line: T; date: Dateline } | null = null;
  let top = RANK.length;
  for (const [i, { line, date, form }] of read.entries()) {
    if (date === null || date.dating === "other" || line.place === "away") continue;
    const like = forms.get(form) ?? [];
    const rank = line.place === "above" ? RANK.indexOf(date.dating) : RANK.length - 1;
    if (top <= rank || !isOwn(line, date, like, around(lines, i)) || isEvent(lines, i, date)) continue;
    top = rank;
    best = { line, date };
  }
  return best;
}

/** A cell's date under the cell of its label: `成文日期` ⏎ `2023年10月30日`. */
function withLabel(text: string, above: string): Dateline | null {
  const date = lookAt(text);
  if (date === null || date.start !== 0 || !/^[\p{Script=Han}\s]{2,8}(?:日期|时间|時間)[:：]?$/u.test(above))
    return date;
  const start = above.length + 1;
  const dating = datingOf(`${above}：${text}`, { ...date, start, end: start + date.end });
  return { ...date, dating };
}

/** Whether a date at its place is the page's; `like` are the first lines with dates of its form. */
function isOwn(
  { text, place, linked, own }: Candidate,
  date: Dateline,
  like: readonly number[],
  beside: string,
): boolean {
  const [first = 0, second = first] = like;
  if (LIST <= like.length && second - first <= GAP) return false;
  if (date.dating === "said") return true;
  if (date.dating === "posted") return place === "above" || like.length === 1;
  if (LIST <= like.length || (place === "below" && (date.dating === "bare" || linked))) return false;
  if (place === "below") return isByline(own ? text : beside);
  return date.dating === "labelled" || !(linked || (own && isWritten(text, date)));
}

/** A line and its neighbours, as one text. */
function around(lines: readonly Candidate[], i: number): string {
  return lines
    .slice(Math.max(0, i - 2), i + 3)
    .map(({ text }) => text.slice(0, LONGEST))
    .join("\n");
}

/** Whether a line has more of a byline than its date: where the text comes from, who wrote it, who has read it. */
function isByline(text: string): boolean {
  return /(?:来源|來源|出处|稿源|作者|记者|記者|编辑|編輯|浏览|瀏覽|点击|點擊|阅读|上传|文件大小)/.test(text);
}

/** `2023年12月20日` and nothing else is what stands under a signature, or in brackets under a headline. */
function isWritten(text: string, { start, end }: StatedDate): boolean {
  return text[start + 4] === "年" && !/[\p{L}\p{N}]/u.test(text.slice(0, start) + text.slice(end));
}

/** Whether a date with no more than a label has place or chair beside it: the head of minutes, the plan of an event. */
function isEvent(lines: readonly Candidate[], i: number, { dating }: Dateline): boolean {
  if (dating !== "labelled") return false;
  return [i - 2, i - 1, i, i + 1, i + 2].some((at) => load().events.test(lines[at]?.text.trim() ?? ""));
}

/** The dress of a line and what stands right beside its date: list entries are alike in it. */
function formOf({ dress, text }: Candidate, { start, end }: StatedDate): string {
  const before = text.slice(0, start).trimEnd();
  const after = text
    .slice(end)
    .replace(/^[\sT]*\d{1,2}[:：]\d{2}(?:[:：]\d{2})?/, "")
    .trimStart();
  return `${dress} ${signOf(before.slice(-1), before)} ${signOf(after.charAt(0), after)}`;
}

function signOf(sign: string, side: string): string {
  if (sign === "") return "";
  const label = /([\u4e00-\u9fff]{1,4})\s?[:：]$/.exec(side)?.[1];
  if (label !== undefined) return label;
  return /\p{Script=Han}/u.test(sign) ? "字" : /[\p{L}\p{N}]/u.test(sign) ? "a" : sign;
}
