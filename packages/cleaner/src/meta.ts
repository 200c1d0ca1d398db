import type { PageMeta } from "@zongjie/document";
import { bareTitle, likeness, readTitle } from "./title.ts";

/** A line that was taken out, and why. */
export interface DroppedLine {
  readonly text: string;
  readonly reason: string;
}

const DATE =
  /(?<!\d)((?:19|20)\d\d)\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})(?!\d)日?(?:\s+(\d{1,2}):(\d\d)(?::(\d\d))?)?/;
const AUTHOR = /(?:作\s*者|楼主|发布人|发布者|撰稿人?|供稿|投稿)\s*[:：]\s*([^\s:：|｜,，;；/、]{1,16})/;
const POSTED = /(?:由)?网友[“"「]([^”"」]{1,20})[”"」]/;
const SITE = /(?:版权所有\s*[:：©]?\s*|Copyright\s*©?\s*(?:\d{4}(?:-\d{4})?\s*)?)([\p{Script=Han}A-Za-z]{3,24})/u;

/** What the plain text of a page says of itself, from the lines that the site added: `作者:青禾 2023-01-02`. Never invented. */
export function findPlainMeta(dropped: readonly DroppedLine[], headline: string | null): PageMeta {
  const of = (...reasons: string[]): DroppedLine[] => dropped.filter(({ reason }) => reasons.includes(reason));
  const path = pathOf(of("breadcrumb")[0]?.text ?? "", headline);
  const title = of("site-title")
    .map(({ text }) => text)
    .find((text) => isHeadline(bareTitle(text), headline));
  return {
    title: title === undefined ? headline : bareTitle(title),
    site: path.site ?? first(of("footer"), SITE),
    author: first(of("byline", "teaser"), AUTHOR) ?? first(of("teaser"), POSTED),
    published: publishedOf(of("byline", "file-info")),
    category: path.category,
  };
}

function isHeadline(text: string, headline: string | null): boolean {
  return (
    6 <= text.length &&
    !/^[•·*-]/.test(text) &&
    readTitle(text) !== null &&
    (headline === null || 0.4 <= likeness(text, headline))
  );
}

function first(lines: readonly DroppedLine[], pattern: RegExp): string | null {
  for (const { text } of lines) {
    const found = pattern.exec(text.slice(0, 400))?.[1];
    if (found !== undefined) return found.trim();
  }
  return null;
}

function publishedOf(lines: readonly DroppedLine[]): string | null {
  for (const { text } of lines) {
    const [, year = "", month = "", day = "", hour, minute, second] = DATE.exec(text.slice(0, 400)) ?? [];
    if (year === "" || 12 < Number(month) || 31 < Number(day) || Number(month) === 0 || Number(day) === 0) continue;
    const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
    return hour === undefined ? date : `${date}T${hour.padStart(2, "0")}:${minute}:${second ?? "00"}`;
  }
  return null;
}

/** `当前位置: 青禾文库 > 范文 > 工作总结 > 正文` → site 青禾文库, category 范文 > 工作总结. */
function pathOf(text: string, headline: string | null): { site: string | null; category: string | null } {
  const parts = text
    .replace(/^.{0,12}位置\s*[:：]\s*/, "")
    .split(/\s*(?:>+|»|›|＞|→|\/)\s*/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
  if (parts.length < 2) return { site: null, category: null };
  const named = !/^(?:网站)?(?:首页|主页)$/.test(parts[0] ?? "");
  const rest = parts.slice(1).filter((part) => !/^(?:正文|内容|详情|文章内容)$/.test(part) && part !== headline);
  return { site: named ? (parts[0] ?? null) : null, category: rest.length === 0 ? null : rest.join(" > ") };
}
