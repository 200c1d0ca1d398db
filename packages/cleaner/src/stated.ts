import { entityWords, loadData, z } from "@zongjie/lexicon";

/**
 * Fields that a website's lines state. `body`: who issued a circular; `editor`: who edited, where no author is named;
 * `channel`: a name that is the site's where nothing plainer says it.
 */
export type StatedField = "author" | "source" | "body" | "editor" | "site" | "channel";

const words = z.array(z.string().min(1)).min(1);

/** The file `page-meta.yaml`. */
export const statedFileSchema: z.ZodType<{
  nobody: string[];
  widgets: { note: string; words: string[]; hit: string[]; miss: string[] };
  places: string[];
  stop: string[];
  media: string[];
  bodies: string[];
  patterns: { id: string; field: StatedField; note: string; pattern: string; hit: string[][]; miss: string[] }[];
}> = z.strictObject({
  nobody: words,
  widgets: z.strictObject({ note: z.string().min(4), words, hit: words, miss: words }),
  places: words,
  stop: words,
  media: words,
  bodies: words,
  patterns: z.array(
    z.strictObject({
      id: z.string(),
      field: z.enum(["author", "source", "body", "editor", "site", "channel"]),
      note: z.string().min(4),
      pattern: z.string(),
      hit: z.array(z.array(z.string()).length(2)).min(1),
      miss: words,
    }),
  ),
});

interface Stated {
  readonly patterns: readonly { readonly id: string; readonly field: StatedField; readonly pattern: RegExp }[];
  readonly nobody: ReadonlySet<string>;
  readonly widgets: RegExp;
  readonly places: ReadonlySet<string>;
  readonly media: RegExp;
  readonly bodies: RegExp;
}

let stated: Stated | undefined;

function load(): Stated {
  if (stated !== undefined) return stated;
  const file = loadData("page-meta.yaml", statedFileSchema);
  const stop = file.stop.join("|");
  const compile = (source: string): RegExp =>
    new RegExp(
      source
        .replace(/ ?END/g, `(?=\\s|$|[|｜丨,，;；)）】\\]>/。]|(?:${stop})|\\d{4}[-年/.])`)
        .replace(
          /NAMES/g,
          "(?<value>[\\u4e00-\\u9fff·]{2,4}(?:[ 、,，\\u3000]{1,2}(?!通讯员|通訊員|记者|記者|摄影|编辑|整理|报道|報道)[\\u4e00-\\u9fff·]{2,4}(?![\\u4e00-\\u9fff])){0,4})",
        )
        .replace(/NAME/g, '(?<value>[^\\s:：|｜丨,，;；。、()（）【】\\[\\]<>《》/"“”「」=＝]{1,20}?)'),
      "u",
    );
  stated = {
    patterns: file.patterns.map(({ id, field, pattern }) => ({ id, field, pattern: compile(pattern) })),
    nobody: new Set(file.nobody),
    widgets: new RegExp(file.widgets.words.join("|"), "u"),
    places: new Set(file.places),
    media: new RegExp(`(?:${file.media.join("|")})$`, "u"),
    bodies: new RegExp(`(?:${file.bodies.join("|")})$`, "u"),
  };
  return stated;
}

/** Lines longer than this are read at both ends only. */
const LONGEST = 240;

/** How many lines at each end of a page are asked: what a website says of a page stands there. */
const ASKED = 150;

/** The lines at both ends of a page. */
export function bothEnds<T>(lines: readonly T[]): readonly T[] {
  return lines.length <= 2 * ASKED ? lines : [...lines.slice(0, ASKED), ...lines.slice(-ASKED)];
}

/**
 * What the lines of a page say of a field, the most trusted wording first: author of `来源：云川日报 作者：林小川` is 林小川.
 * Null where nothing is stated.
 */
export function readStated(field: StatedField, lines: readonly string[]): string | null {
  const { patterns } = load();
  const ends = bothEnds(lines).map((line) =>
    line.length <= LONGEST ? line : `${line.slice(0, 120)}\n${line.slice(-120)}`,
  );
  for (const { field: own, pattern } of patterns) {
    if (own !== field) continue;
    for (const line of ends) {
      const value = pattern.exec(line)?.groups?.value?.trim();
      if (value !== undefined && isNameOf(field, value)) return value;
    }
  }
  return null;
}

/** Whether what was read may be a field's value: no person is called `只看该作者`, no site `首页`. */
function isNameOf(field: StatedField, value: string): boolean {
  const { nobody, places } = load();
  if (value === "" || nobody.has(value) || /\d{4}-\d/.test(value)) return false;
  return field === "site" || field === "channel" ? !places.has(value) : field === "source" || !isWidget(value);
}

/** Whether a text where a name may stand is a button's or a count's: `只看该作者`, `无忧收藏本文`. */
export function isWidget(text: string): boolean {
  return load().widgets.test(text);
}

/** Whether a site's name would be that of a page or a menu: `首页`, `版权所有`. */
export function isPlace(name: string): boolean {
  return load().places.has(name);
}

/** Whether a name is a paper's, a site's or a channel's: 云川日报, 河湾新闻网. */
export function isMedia(name: string): boolean {
  return load().media.test(name);
}

/** Whether a name is a body's that publishes its own texts: 县政府办, 水务局. */
export function isBody(name: string): boolean {
  return !isMedia(name) && load().bodies.test(name);
}

/** Whether a text reads like one or more persons' names, by their surnames: `林小川 周闻溪`. */
export function isPersons(text: string): boolean {
  const { surnames } = entityWords();
  const names = text.split(/[ 、,，\u3000]+/).filter((name) => name !== "");
  return (
    0 < names.length &&
    names.length <= 5 &&
    names.every((name) => /^[\u4e00-\u9fff]{2,3}$/.test(name) && surnames.includes(name[0] as string))
  );
}

const DATE =
  /(?<!\d)(?:19|20)\d\d\s?(?:[-/.]\s?\d{1,2}\s?[-/.]\s?\d{1,2}(?!\d)|年\s?\d{1,2}\s?月\s?\d{1,2}\s?日)(?:[\sT]{0,2}\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?/;

/** What else stands beside a date: labels with their values, counts, times. */
const BESIDE = /[^\s|｜·]{1,8}[:：]\s?\S*|\d[\d.,:：]*\s?[^\s|｜·]{0,6}|星期[一二三四五六日]|【.{0,12}】/gu;

/** Words that are a page's and nobody's name. */
const USUAL =
  /^(?:我|查看|点击|點擊|手机|打印|关闭|收藏|分享|评论|字|原创|投稿|发表|發表|听|已|阅读|上传|正文|首页|首頁|更新|全文|详情)/;

/**
 * A name that stands beside a date without a label: `2024-05-25 芦苇`, `小舟 | 2023-10-15 | 5页`. Null where the line
 * says more than that.
 */
export function readBesideDate(line: string): string | null {
  const date = line.length <= 80 && !/[。；，]/.test(line) ? DATE.exec(line) : null;
  if (date === null) return null;
  const rest = `${line.slice(0, date.index)} ${line.slice(date.index + date[0].length)}`.replace(BESIDE, " ");
  const names = rest
    .split(/[\s|｜·[\]【】()（）]+/u)
    .filter(
      (name) => name !== "" && !USUAL.test(name) && !isMedia(name) && !isWidget(name) && !load().nobody.has(name),
    );
  const [name = ""] = names;
  return names.length <= 2 && /^(?:[\p{L}\p{N}_]{2,8}|[\w\p{Script=Han}]{2,4}[\w]{1,12})$/u.test(name) ? name : null;
}
