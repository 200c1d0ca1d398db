import type { PageMeta } from "@zongjie/document";
import { findDate, readDate } from "../date.ts";
import { bothEnds, isBody, isMedia, isPlace, readStated } from "../stated.ts";
import { readByline } from "./byline.ts";
import { readCue } from "./cue.ts";
import type { Head } from "./head.ts";
import type { LineHint } from "./markup.ts";

/** Names under which pages keep their date, most exact first. */
const DATES =
  "article:published_time og:published_time publishdate pubdate datepublished publish_time og:release_date bytedance:published_time weibo:article:create_at firstpublishedtime releasedate dc.date.issued dc.date article:create_time createtime".split(
    " ",
  );
const AUTHORS = "article:author author og:article:author byl dc.creator".split(" ");
const SITES = "og:site_name sitename application-name apple-mobile-web-app-title".split(" ");
const CATEGORIES = "article:section og:article:section columnname category channel".split(" ");

/** Signs that part a headline from the names of column and site. */
const PARTS = /\s*(?:[_|»]+|\s[-–—]{1,2}|[-–—]{1,2}\s|--+|——)\s*/;

/** What a page says of itself, in its head first, then in the lines near its headline. Nothing is guessed. */
export function findMeta(head: Head, text: string, lines: readonly LineHint[]): PageMeta {
  const { meta } = head;
  const data = readData(head.data);
  const headline = lines.find((line) => line.headline);
  const shown = headline === undefined ? null : text.slice(headline.start, headline.end);
  const parts = partsOf(head.title ?? "");
  const stated =
    pick(meta, SITES) ??
    data.site ??
    siteOf(head.title ?? "", shown) ??
    readStated(
      "site",
      wordsOf(text, lines, ({ core }) => !core),
    ) ??
    TAIL.exec((head.title ?? "").slice(-TAIL_LENGTH))?.groups?.name ??
    readStated(
      "channel",
      wordsOf(text, lines, ({ core, start, end }) => !core || end - start <= SHORT),
    );
  const byline = readByline(text, lines, stated);
  const site = stated ?? (byline.source !== null && isMedia(byline.source) ? byline.source : null);
  const own = pick(meta, AUTHORS);
  const named = own !== null && isName(own, site) ? own : null;
  return {
    title: titleOf(shown, meta.get("og:title")) ?? parts[0] ?? null,
    site,
    author:
      // the head may say more of the same: 通讯员 林小川
      (byline.author !== null && named?.includes(byline.author) ? named : byline.author) ??
      data.author ??
      named ??
      byline.credited,
    published: data.published ?? dateOf(meta) ?? timeOf(head.times) ?? byline.published,
    category: pick(meta, CATEGORIES) ?? findCategory(text, lines, shown ?? ""),
  };
}

/** The words of the lines at both ends of a page that are asked. */
function wordsOf(text: string, lines: readonly LineHint[], asked: (line: LineHint) => boolean): string[] {
  return bothEnds(lines.filter(asked)).map(({ start, end }) => text.slice(start, end));
}

/** A document's title in its parts, without the maker of the page system. */
function partsOf(title: string): string[] {
  return title.split(PARTS).filter((part) => part !== "" && !/^Powered/i.test(part));
}

/** The headline as shown, without a date or a file's ending twice at its end. */
function titleOf(shown: string | null, og: string | undefined): string | null {
  if (shown === null) return og ?? null;
  if (og !== undefined && 6 <= og.length && shown.startsWith(og)) return og;
  const date = findDate(shown);
  const bare = date !== null && 6 < date.start && shown.length < date.end + 12 ? shown.slice(0, date.start) : shown;
  return bare.replace(/(\.(?:docx?|pdf|txt))\1+$/i, "$1").trim();
}

/** Names of sites are short; a long part is the headline itself. */
const LONGEST = 20;

/** What sites say behind their name. */
const GREETED = /(?<=.{2})(?:欢迎您|手机版|首页)$/u;

/** Ends of names of those who run a site of their own. */
const OFFICE = /(?:政府|学校|中学|小学|大学|学院|医院|公司|集团|平台|门户|范文|公文|材料|资料)$/u;

/** A part of a title that is a site's name wherever it stands, a greeting behind it too. */
const NAMED = /(?:网|网站|网校|论坛|文库|日报|晚报|欢迎您)$/u;

/** More characters than such a tail has with the four before it: a title of megabytes is not searched. */
const TAIL_LENGTH = 40;

/** A paper's or a site's name behind a stroke without blanks: `……成绩单出炉-河湾新闻网`. */
const TAIL = /.{4,}[-–—](?<name>[\p{Script=Han}A-Za-z]{2,12}(?:网|报|在线|论坛|文库|社区|政府|融媒|晚报|日报|频道))$/u;

/** Lines of the article that are asked for the site's name, in characters. */
const SHORT = 60;

/** The site in a document's title: what is left beside the headline, the last part of it, without `欢迎您` and `手机版`. */
function siteOf(title: string, shown: string | null): string | null {
  const at = shown === null ? -1 : title.indexOf(shown);
  const rest = at === -1 ? title : `${title.slice(0, at)}_${title.slice(at + (shown ?? "").length)}`;
  const parts = partsOf(rest).map((part) => part.replace(/^[\s\-–—:：]+|[\s\-–—:：]+$/g, ""));
  const names = parts
    .filter((part) => part !== "" && part.length <= LONGEST && !(shown ?? "").includes(part))
    .filter((part) => !isPlace(part) && !/[（(]共?\d+[篇份]/.test(part));
  if (at === -1 && parts.length < 2) return null;
  const last = names.at(-1) ?? "";
  // a column may stand behind the site, `云川党建网 - 经验交流`
  const own = isMedia(last) || isBody(last) || OFFICE.test(last);
  const name = own ? last : (names.findLast((part) => NAMED.test(part)) ?? names.at(-1));
  return name?.replace(GREETED, "") ?? null;
}

function pick(meta: ReadonlyMap<string, string>, names: readonly string[]): string | null {
  for (const name of names) {
    const value = meta.get(name);
    if (value !== undefined && value !== "") return value;
  }
  return null;
}

function dateOf(meta: ReadonlyMap<string, string>): string | null {
  for (const name of DATES) {
    const date = readDate(meta.get(name) ?? "");
    if (date !== null) return date;
  }
  return null;
}

/** The one day that the page's `datePublished` elements name, else that of its only `<time>`; a list has several. */
function timeOf(times: Head["times"]): string | null {
  const said = times.filter(({ published }) => published);
  if (said.length === 0 && times.length !== 1) return null;
  const days = new Set((said.length === 0 ? times : said).map(({ value }) => readDate(value)));
  return days.size === 1 ? ([...days][0] ?? null) : null;
}

/** Whether a page's `author` is a person or office rather than an address, the site itself or its maker's advertisement. */
function isName(author: string, site: string | null): boolean {
  return (
    author.length <= 12 && author !== site && !/[@/.,，]|www|公司|网$|网络$|软件$|Discuz|CMS|admin|作者/i.test(author)
  );
}

interface Data {
  readonly published: string | null;
  readonly author: string | null;
  readonly site: string | null;
}

/** Reads JSON-LD leniently: sites leave line ends and commas in it that JSON does not know. */
function readData(sources: readonly string[]): Data {
  const all = sources.join("\n").slice(0, 200_000);
  const dates = new Set(
    Array.from(all.matchAll(/"(?:datePublished|pubDate)"\s*:\s*"([^"]{8,40})"/g), ([, date]) => date),
  );
  // a list of other pages has many
  const [published] = dates.size < 3 ? dates : [];
  const author = /"author"\s*:\s*(?:\[\s*)?(?:\{[^{}]{0,300}?"name"\s*:\s*"([^"]{1,40})"|"([^"]{1,40})")/.exec(all);
  const site = /"publisher"\s*:\s*\{[^{}]{0,300}?"name"\s*:\s*"([^"]{1,40})"/.exec(all)?.[1];
  return {
    published: published === undefined ? null : readDate(published),
    author: author?.[1] ?? author?.[2] ?? null,
    site: site ?? null,
  };
}

const STEP = /\s*(?:>+|＞|»|›|→|\||\/|\t|\s-\s)\s*|\s{1,}/;

/** The last step of the breadcrumb that is neither the start page nor the article. */
function findCategory(text: string, lines: readonly LineHint[], headline: string): string | null {
  const last = lines.findIndex((line) => line.core && 0 < line.weight);
  for (const line of lines.slice(0, last === -1 ? 0 : last)) {
    const words = text.slice(line.start, line.end);
    if (
      line.landmark !== "breadcrumb" &&
      readCue(words)?.reason !== "breadcrumb" &&
      !/^\s*首[页頁]\s*[>＞»→/]/.test(words) &&
      !/^[^。，]{2,14}\s[>›»]\s[^。，]{2,14}(?:\s[>›»]\s|$)/.test(words)
    )
      continue;
    const steps = words
      .replace(/^.{0,12}?(?:位置|这里|這裡|這裏|栏目|欄目)\s*[:：]?/, "")
      .split(STEP)
      .map((step) => step.replace(/^[\s:：]+|[\s:：]+$/g, ""))
      .filter(
        (step) =>
          step !== "" &&
          !/^(?:首[页頁]|正文|内容|新闻正文|详情|.{0,6}首页|返回|帖子|文档|全文|(?:查看|浏览)(?:帖子|正文|文章|主题|内容)?)$/.test(
            step,
          ) &&
          !(6 < step.length && headline.includes(step)) &&
          !/\d{1,2}\s?[篇份种]|[一二三四五六七八九十][篇份]/.test(step) &&
          step !== headline &&
          step.length < 16,
      );
    const found = steps.at(-1);
    if (found !== undefined && 1 < steps.length + (/首[页頁]/.test(words) ? 1 : 0)) return found;
  }
  return null;
}
