/** A calendar expression found in a text and its normal form. */
export interface Calendar {
  readonly type: "date" | "period";
  readonly start: number;
  readonly end: number;
  readonly value: string | null;
}

const HAN = "〇一二三四五六七八九";

/** A year, month or day: 2023, ２０２３, 二〇二三, 十二, 二十一. NaN for masks. */
function readNumber(text: string): number {
  const plain = text.normalize("NFKC").replace(/[零○]/gu, "〇");
  if (/^[0-9]+$/u.test(plain)) return Number(plain);
  const tens = plain.indexOf("十");
  if (tens === -1) return Number([...plain].map((sign) => digit(sign)).join(""));
  const left = tens === 0 ? 1 : Number(digit(plain.charAt(0)));
  return left * 10 + (tens === plain.length - 1 ? 0 : Number(digit(plain.charAt(plain.length - 1))));
}

function digit(sign: string): string {
  const value = HAN.indexOf(sign);
  return value === -1 ? "x" : String(value);
}

const YEAR = `(?<![0-9０-９.])(?:(?:19|20)[0-9]{2}|[１２][０-９]{3})|[一二][〇零○九][〇零○一二三四五六七八九]{2}`;
const MONTH = `1[0-2](?![0-9])|0?[1-9](?![0-9])|１[０-２]|[１-９]|十[一二]?|[一二三四五六七八九]`;
const DAY = `3[01](?![0-9])|[12][0-9](?![0-9])|0?[1-9](?![0-9])|[１-３]?[０-９]|三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九]`;
const GAP = String.raw`[ \u3000]{0,2}`;
/** Half years and quarters, and 1-10月. */
const SPAN = `(?<half>[上下]半年)|第?(?<q>[一二三四1-4])季度|(?<m1>${MONTH})${GAP}月?${GAP}[-—–~～至到]{1,2}${GAP}(?<m2>${MONTH})${GAP}月份?|(?<first>前[一二三四五六七八九十0-9]{1,2}个月)`;

const PATTERNS: readonly { readonly name: Name; readonly source: string }[] = [
  {
    name: "years",
    source: `(?<y>${YEAR})年?${GAP}[-—–~～至到]{1,2}${GAP}(?<y2>(?:19|20)[0-9]{2}|[一二][〇零○九][〇零○一二三四五六七八九]{2})(?:学年度?|年度?)`,
  },
  { name: "yearSpan", source: `(?<y>${YEAR})${GAP}年${GAP}度?的?(?:${SPAN})` },
  {
    name: "full",
    source: `(?<y>${YEAR})${GAP}年${GAP}(?<m>${MONTH})${GAP}月${GAP}(?<d>${DAY})${GAP}[日号]?`,
  },
  {
    name: "signs",
    source: String.raw`(?<y>${YEAR})(?<sep>[-/.])(?<m>0?[1-9]|1[0-2])\k<sep>(?<d>3[01]|[12][0-9]|0?[1-9])(?![0-9.])`,
  },
  { name: "month", source: `(?<y>${YEAR})${GAP}年${GAP}(?<m>${MONTH})${GAP}月份?` },
  { name: "year", source: `(?<y>${YEAR})${GAP}年(?:度|底|末|初|以来)?(?!代)` },
  { name: "plan", source: `[“"]?(?<plan>十[一二三四五六]?)五[”"]?(?:时期|期间|规划|以来|末)` },
  { name: "monthDay", source: `(?<![0-9０-９.、])(?<m>${MONTH})${GAP}月${GAP}(?<d>${DAY})${GAP}[日号]` },
  { name: "span", source: `(?<![0-9０-９.第])(?:${SPAN})` },
];

type Name = "years" | "yearSpan" | "full" | "signs" | "month" | "year" | "plan" | "monthDay" | "span";

let compiled: readonly { readonly name: Name; readonly regex: RegExp }[] | undefined;

function table(): NonNullable<typeof compiled> {
  compiled ??= PATTERNS.map(({ name, source }) => ({ name, regex: new RegExp(source, "uy") }));
  return compiled;
}

/**
 * The calendar expression that begins at an offset, the longest reading first: `2020年1-10月` is 2020-01/2020-10,
 * `二〇二三年十二月二十一日` 2023-12-21, `上半年` H1, `5月4日` --05-04 (no year in the text). Null where none begins.
 */
export function readDate(text: string, at = 0): Calendar | null {
  for (const { name, regex } of table()) {
    regex.lastIndex = at;
    const match = regex.exec(text);
    if (match === null) continue;
    const value = normalize(name, match.groups ?? {});
    if (value === undefined) continue;
    const type = /^(?:\d{4}|-)-\d{2}-\d{2}$/u.test(value) ? "date" : "period";
    return { type, start: at, end: at + match[0].length, value };
  }
  return null;
}

type Groups = Readonly<Record<string, string | undefined>>;

/** The normal form, undefined where the digits are no date after all (month 13). */
function normalize(name: Name, groups: Groups): string | undefined {
  const year = groups.y === undefined ? undefined : readNumber(groups.y);
  if (year !== undefined && !(1900 <= year && year <= 2099)) return undefined;
  if (name === "years") return `${year}/${readNumber(groups.y2 ?? "")}`;
  if (name === "yearSpan") return normalizeSpan(groups, String(year));
  if (name === "span") return normalizeSpan(groups, undefined);
  if (name === "year") return String(year);
  if (name === "plan") return normalizePlan(groups.plan ?? "");
  const month = readNumber(groups.m ?? "");
  if (!(1 <= month && month <= 12)) return undefined;
  if (name === "month") return `${year}-${two(month)}`;
  const day = readNumber(groups.d ?? "");
  return 1 <= day && day <= 31 ? `${year ?? "-"}-${two(month)}-${two(day)}` : undefined;
}

function normalizeSpan(groups: Groups, year: string | undefined): string | undefined {
  const prefix = year === undefined ? "" : `${year}-`;
  if (groups.half !== undefined) return `${prefix}H${groups.half.startsWith("上") ? 1 : 2}`;
  if (groups.q !== undefined) return `${prefix}Q${readNumber(groups.q)}`;
  const months = year === undefined ? "--" : prefix;
  if (groups.first !== undefined) {
    const last = readNumber(groups.first.slice(1, -2));
    return 1 <= last && last <= 12 ? `${months}01/${months}${two(last)}` : undefined;
  }
  const from = readNumber(groups.m1 ?? "");
  const to = readNumber(groups.m2 ?? "");
  return from < to && to <= 12 ? `${months}${two(from)}/${months}${two(to)}` : undefined;
}

/** “十四五”期间 is 2021/2025: the tenth plan began in 2001. */
function normalizePlan(number: string): string {
  const first = 2001 + (readNumber(number) - 10) * 5;
  return `${first}/${first + 4}`;
}

/** Two digits: 5 is 05. */
function two(number: number): string {
  return String(number).padStart(2, "0");
}

/** Characters that a calendar expression may begin with. */
const OPENING = /[12１２一二十上下第前0-9０-９“"]/u;

/** All calendar expressions of a text, in order, without overlap. */
export function findDates(text: string): Calendar[] {
  const out: Calendar[] = [];
  for (let at = 0; at < text.length; at++) {
    if (!OPENING.test(text.charAt(at))) continue;
    const read = readDate(text, at);
    if (read === null) continue;
    out.push(read);
    at = read.end - 1;
  }
  return out;
}
