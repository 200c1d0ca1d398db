import { findDate } from "./date.ts";
import type { LineHint } from "./markup.ts";

/** What the lines around a headline say: `来源：示例日报 作者：王小明 2021-05-04`. */
export interface Byline {
  readonly author: string | null;
  readonly source: string | null;
  readonly published: string | null;
}

/** Lines before and behind the headline in which a byline is looked for. */
const ABOVE = 3;
const BELOW = 14;

/** Lines longer than this are the article's. */
const LONGEST = 160;

/** Words in front of a date that is the page's own. */
const DATED =
  /(?:发布|發佈|发表|發表|更新|时间|時間|日期|来源|來源|出处|Posted|posted|Date|作者|记者|记者|編輯|编辑|浏览|点击|阅读)/;

const STOP =
  "来源|來源|作者|责任编辑|责编|编辑|發佈|发布|发表|發表|时间|時間|日期|浏览|点击|阅读|评论|字号|字体|浏览|人气|更新|出处|稿源|记者|摄影|通讯员|核稿|审核|分享|打印";
const NAME = `([^\\s:：|｜,，;；。、()（）【】\\[\\]<>《》/]{1,20}?(?:[、,， ][\\u4e00-\\u9fff]{2,4}(?=[\\s、,，]|$))*)`;
const END = `(?=\\s|$|[|｜,，;；)）】\\]>/]|(?:${STOP})|\\d{4}[-年/])`;

const AUTHORS: readonly RegExp[] = [
  new RegExp(
    `(?:作\\s?者|撰\\s?稿人?|撰\\s?文|作者名|责任作者|發表者|发表者|楼主|发帖人|Author|author|Posted by|By)\\s?[:：]\\s?${NAME}${END}`,
    "u",
  ),
  new RegExp(`(?:^|[\\s(（【\\[|])(?:文|文字)\\s?[/／|｜╱:：]\\s?${NAME}${END}`, "u"),
  new RegExp(
    `(?:^|[\\s(（【\\[|])(?:本报|本刊|本网|本社)?(?:记者|記者|通讯员)\\s?[:：╱/]?\\s?([\\u4e00-\\u9fff·]{2,4}(?:[ 、][\\u4e00-\\u9fff]{2,4}){0,3})${END}`,
    "u",
  ),
];
/** Credits inside the article: `（记者 王小明 李华）`, `示例报记者 王小明 某县报道`. */
const CREDITS: readonly RegExp[] = [
  /[（(【](?:[\u4e00-\u9fff]{0,6}(?:记者|記者|通讯员|作者))[:：\s/╱]{1,3}([\u4e00-\u9fff·]{2,4}(?:[\s、][\u4e00-\u9fff]{2,4}){0,4})[)）】]/u,
  /(?:^|[\s·])[\u4e00-\u9fff·]{0,9}(?:记者|記者)[:：\s/╱]{1,3}([\u4e00-\u9fff]{2,4}(?:[\s、][\u4e00-\u9fff]{2,4}){0,4}?)(?=\s*$|\s[\u4e00-\u9fff]{0,6}(?:报道|報導|摄|攝|文))/u,
];
const SOURCE = new RegExp(
  `(?:来\\s?源|來\\s?源|出\\s?处|稿源|文章来源|信息来源)\\s?[:：]\\s?([^\\s|｜,，;；。()（）【】\\[\\]]{2,24}?)${END}`,
  "u",
);

/** Reads the byline near a headline; what is not stated is null, nothing is guessed. */
export function readByline(text: string, lines: readonly LineHint[]): Byline {
  const headline = lines.findIndex((line) => line.headline);
  const first =
    headline === -1
      ? Math.max(0, lines.findIndex((line) => line.core && 0 < line.weight) - BELOW / 2)
      : headline - ABOVE;
  const near = lines.slice(Math.max(0, first), Math.max(0, first) + ABOVE + BELOW);
  const texts = near.map((line) => text.slice(line.start, line.end)).filter((line) => line.length <= LONGEST);
  return {
    author: findAuthor(texts) ?? firstOf(credits(text, lines), readCredit),
    source: firstOf(texts, (line) => SOURCE.exec(line)?.[1] ?? null),
    published: findPublished(texts) ?? findPublished(tail(text, lines)),
  };
}

function findAuthor(texts: readonly string[]): string | null {
  for (const pattern of AUTHORS) {
    const found = firstOf(texts, (line) => pattern.exec(line)?.[1]?.trim() ?? null);
    if (found !== null && !/^(?:佚名|未知|不详|本站|网络|admin|管理员|匿名)$/i.test(found)) return found;
  }
  return null;
}

function readCredit(line: string): string | null {
  for (const pattern of CREDITS) {
    const name = pattern.exec(line)?.[1];
    if (name !== undefined) return name.trim();
  }
  return null;
}

/** The ends of the article where credits stand: its first and last lines, cut to their ends. */
function credits(text: string, lines: readonly LineHint[]): string[] {
  const prose = lines.filter((line) => line.core && 0 < line.weight);
  const first = prose.slice(0, 2).map((line) => text.slice(line.start, Math.min(line.end, line.start + 60)));
  const last = prose.slice(-2).map((line) => text.slice(Math.max(line.start, line.end - 60), line.end));
  return [...first, ...last, ...tail(text, lines)];
}

/** A date beside a word that announces one, else the first line that is little more than a date. */
function findPublished(texts: readonly string[]): string | null {
  const announced = firstOf(texts, (line) =>
    DATED.test(line) && !/[。；]/.test(line) ? (findDate(line)?.value ?? null) : null,
  );
  if (announced !== null) return announced;
  return firstOf(texts, (line) => {
    const date = findDate(line);
    return date !== null && line.length - (date.end - date.start) < 60 && !/[。；]/.test(line) ? date.value : null;
  });
}

/** Short lines behind the last prose of the article. */
function tail(text: string, lines: readonly LineHint[]): string[] {
  const last = lines.findLastIndex((line) => line.core && 0 < line.weight);
  return lines
    .slice(last + 1, last + 5)
    .map((line) => text.slice(line.start, line.end))
    .filter((line) => line.length <= 60);
}

function firstOf<T>(texts: readonly string[], find: (line: string) => T | null): T | null {
  for (const line of texts) {
    const found = find(line);
    if (found !== null) return found;
  }
  return null;
}
