import type { PageMeta } from "@zongjie/document";
import { findPublished } from "./published.ts";
import { bothEnds, isBody, isMedia, isPlace, readBesideDate, readStated } from "./stated.ts";
import { bareTitle, likeness, readTitle } from "./title.ts";

/** A line that was taken out, and why. */
export interface DroppedLine {
  readonly text: string;
  readonly reason: string;
  /** Whether it stood above the first prose that was kept. */
  readonly above: boolean;
}

/** Sign between a headline and the names of column and site that a browser shows behind it. */
const PART = /\s*(?:[_|｜]|\s[-–—]\s|[-–—](?=[\p{Script=Han}A-Za-z]{2,12}$))\s*/u;

/** What the plain text of a page says of itself, from the lines that the site added: `作者:青禾 2023-01-02`. Never invented. */
export function findPlainMeta(dropped: readonly DroppedLine[], headline: string | null): PageMeta {
  const of = (...reasons: string[]): string[] =>
    bothEnds(dropped)
      .filter(({ reason }) => reasons.includes(reason))
      .map(({ text }) => text);
  const crumbs = of("breadcrumb").map((text) => pathOf(text, headline));
  const category = crumbs.find((path) => path.category !== null)?.category ?? null;
  const bylines = of("byline", "file-info");
  const all = bothEnds(dropped).map(({ text }) => text);
  const headed = dropped.flatMap(({ text, above }) => (above && text.length <= SHORT ? [text] : []));
  const source = readStated("source", [...bylines, ...all]);
  const titles = bothEnds(dropped).flatMap(({ text, reason }) => (TITLED.has(reason) ? [text] : []));
  const site =
    first(titles, (text) => namedBehind(text, headline)) ??
    readStated("site", all) ??
    crumbs.find((path) => path.site !== null)?.site ??
    (source !== null && isMedia(source) ? source : null) ??
    readStated("channel", all) ??
    first(titles, (text) => (COLLECTION.test(text.split(PART)[0] ?? "") ? lastPart(text) : null)) ??
    runningHead(dropped, headline);
  return {
    title: titleOf(of("site-title"), headline),
    site,
    author:
      readStated("author", [...pairs(dropped), ...bylines]) ??
      readStated("author", all) ??
      first([...bylines, ...headed], (line) => besideDate(line, site)) ??
      readStated("body", all) ??
      (source !== null && isBody(source) ? source : null) ??
      readStated("editor", all),
    published: publishedOf(dropped),
    category,
  };
}

/** Lines that follow each other, as one text each: a name stands above its bearer's profile. */
function pairs(dropped: readonly DroppedLine[]): string[] {
  const lines = bothEnds(dropped);
  return lines.flatMap(({ text, above }, i) => {
    const next = lines[i + 1]?.text;
    return !above || next === undefined || 16 < text.length || SHORT < next.length ? [] : [`${text}\n${next}`];
  });
}

function besideDate(line: string, site: string | null): string | null {
  const name = readBesideDate(line);
  return name === site ? null : name;
}

/** So often a page's head is printed again before it is the name of who printed it. */
const RUNS = 3;

/** The name at the head of each page of a file: `河湾电子档案`, three times. */
function runningHead(dropped: readonly DroppedLine[], headline: string | null): string | null {
  const times = new Map<string, number>();
  for (const { text, reason } of dropped) {
    if (reason !== "site-title" || !/^\p{Script=Han}{3,16}$/u.test(text) || headline?.includes(text)) continue;
    times.set(text, (times.get(text) ?? 0) + 1);
    if (times.get(text) === RUNS && readTitle(text) === null) return text;
  }
  return null;
}

/** A page of several documents says how many: `机关工作总结范文8篇`, `部门总结汇编`. */
const COLLECTION =
  /(?:[\d一二三四五六七八九十]{1,3}\s?(?:篇|份|则|例|种|合一)|汇编|合集|大全|集锦)[）)】\]]?(?=[\s，,_.\-《》]|$)/u;

/** The page's title: the collection's, else the headline or the site's title that is like it. */
function titleOf(lines: readonly string[], headline: string | null): string | null {
  const collection = lines.find((text) => text.length <= 60 && COLLECTION.test(text) && !/[。！；]/.test(text));
  if (collection !== undefined)
    return collection
      .split(PART)
      .find((part) => COLLECTION.test(part))
      ?.replace(/\s在线(?:阅读|预览)$/u, "")
      .replace(/^[《\s]+|[》\s]+$|\.(?:docx?|pdf|txt)$/giu, "") as string;
  const title = lines.find((text) => isHeadline(bareTitle(text), headline));
  return title === undefined ? headline : bareTitle(title);
}

/** Reasons of lines that may be a browser's title. */
const TITLED: ReadonlySet<string> = new Set(["site-title", "other", "navigation"]);

/** The site's name behind a headline on the browser's title: `乡镇工作总结-青禾文库` → 青禾文库. */
function namedBehind(text: string, headline: string | null): string | null {
  const title = text.split(PART)[0] ?? "";
  const own = headline !== null && (title.includes(headline) || 0.5 <= likeness(bareTitle(title), headline));
  return own || readTitle(title) !== null ? lastPart(text) : null;
}

/** The last part of a browser's title, where it may be a site's name. */
function lastPart(text: string): string | null {
  const parts = text.split(PART).filter((part) => part !== "" && !/^Powered/i.test(part));
  const name = (parts.at(-1) ?? "").replace(/(?<=.{3})在线(?:阅读|预览)$/u, "");
  if (120 < text.length || parts.length < 2 || !/^[\p{Script=Han}A-Za-z]{3,16}$/u.test(name)) return null;
  return readTitle(name) === null && !isPlace(name) && !COLLECTION.test(name) ? name : null;
}

function isHeadline(text: string, headline: string | null): boolean {
  return (
    6 <= text.length &&
    !/^[•·*-]/.test(text) &&
    readTitle(text) !== null &&
    (headline === null || 0.4 <= likeness(text, headline))
  );
}

function first(lines: readonly string[], read: (line: string) => string | null): string | null {
  for (const line of lines) {
    const found = read(line);
    if (found !== null) return found;
  }
  return null;
}

/** Lines of a website that say when a page was published, wherever they stand. */
const DATED: ReadonlySet<string> = new Set(["byline", "file-info", "widget"]);

/** Longest line above a text that may be a byline, whatever else it was taken for. */
const SHORT = 60;

function publishedOf(dropped: readonly DroppedLine[]): string | null {
  const found = findPublished(
    bothEnds(dropped).map(({ text, reason, above }) => ({
      text: text.slice(0, 400),
      place: above && (DATED.has(reason) || text.length <= SHORT) ? "above" : DATED.has(reason) ? "below" : "away",
      linked: false,
      dress: `${above}`,
      own: !DATED.has(reason),
    })),
  );
  if (found === null) return null;
  const { line, date } = found;
  const [, hour, minute, second] =
    /^[\sT]{0,3}(\d{1,2})[:：](\d{2})(?:[:：](\d{2}))?/.exec(line.text.slice(date.end)) ?? [];
  return hour === undefined ? date.value : `${date.value}T${hour.padStart(2, "0")}:${minute}:${second ?? "00"}`;
}

/** Steps of a breadcrumb that say nothing of the page: the start page, the page itself. */
const STEP =
  /^(?:(?:网站|論壇|论坛|本站|.{0,8})?(?:首页|主页|首頁)|论坛|論壇|正文|内容|內容|详情|全文|文章内容|帖子|(?:查看|浏览|已解决)(?:主题|帖子|文章|内容|正文|问题)?|全部问题|文档)$/;

/** `当前位置: 青禾文库 > 范文 > 工作总结 > 正文` → site 青禾文库, category 范文 > 工作总结. */
function pathOf(text: string, headline: string | null): { site: string | null; category: string | null } {
  const parts = text
    .replace(/^.{0,12}位置\s*[:：]\s*/, "")
    .split(/\s*(?:-*>+|»|›|＞|→|\/)\s*/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
  if (parts.length < 2) return { site: null, category: null };
  const named = !STEP.test(parts[0] ?? "");
  const own = (part: string): boolean =>
    part === headline ||
    /\.{3}$|…$/.test(part) ||
    COLLECTION.test(part) ||
    (10 <= part.length && readTitle(part) !== null);
  const steps = parts.slice(1).filter((part) => !STEP.test(part) && !own(part));
  return {
    site: named && steps.length < parts.length ? (parts[0] ?? null) : null,
    category: steps.length === 0 ? null : steps.join(" > "),
  };
}
