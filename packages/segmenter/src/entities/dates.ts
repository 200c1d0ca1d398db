import { GAP, type Point, readDigits, readPoint } from "./points.ts";

/** A calendar expression found in a text and its normal form. */
export interface Calendar {
  readonly type: "date" | "period";
  readonly start: number;
  readonly end: number;
  /** Its own words where it hangs on when it was written: 今年上半年. X for what is masked: 20XX-05. */
  readonly value: string | null;
}

const SIGNS =
  /(?<![0-9.\-/])(?<y>(?:19|20)[0-9]{2})(?<sep>[-/.])(?<m>0?[1-9]|1[0-2])\k<sep>(?<d>3[01]|[12][0-9]|0?[1-9])(?![0-9.\-/])/uy;
const PLAN = /[“"]?(?<plan>十[一二三四五六]?)五[”"]?(?:时期|期间|规划|以来|末)/uy;
const YEAR = "(?:19|20)[0-9]{2}|[１２][０-９]{3}|20[xXＸ×*＊_]{2}|[一二][〇零○九0][〇零○一二三四五六七八九0]{2}";
/** 2018—2020年, 2021年至2023年, 2021、2022年. */
const YEARS = new RegExp(
  `(?<![0-9０-９])(?<y>${YEAR})(?:${GAP}(?:年度?)?${GAP}[-—–~～至到]{1,2}|、)${GAP}(?<y2>${YEAR})${GAP}(?:学年度?|年度?)(?!${GAP}[0-9０-９]{1,2}${GAP}月|代|级)`,
  "uy",
);
const TO = new RegExp(`${GAP}[-—–~～至到]{1,2}${GAP}`, "uy");
const DAY_ONLY = new RegExp(
  `(?<day>3[01]|[12][0-9]|0?[1-9]|三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九])${GAP}[日号]`,
  "uy",
);

/**
 * The calendar expression that begins at an offset and says which year, month or day it means: `2020年1-10月` is
 * 2020-01/2020-10, `二〇二三年十二月二十一日` 2023-12-21, `上半年` H1, `5月4日` --05-04 (no year in the text). Null where
 * none begins, also for 今年 and 20XX年.
 */
export function readDate(text: string, at = 0): Calendar | null {
  const read = readAny(text, at);
  return read === null || read.value === null || /X|\p{Script=Han}/u.test(read.value) ? null : read;
}

/** The same for every calendar expression, relative and masked ones too. */
function readAny(text: string, at: number): Calendar | null {
  return readPlan(text, at) ?? readSigns(text, at) ?? readYears(text, at) ?? readPoints(text, at);
}

function sticky(regex: RegExp, text: string, at: number): RegExpExecArray | null {
  regex.lastIndex = at;
  return regex.exec(text);
}

/** “十四五”期间 is 2021/2025: the tenth plan began in 2001. */
function readPlan(text: string, at: number): Calendar | null {
  const match = sticky(PLAN, text, at);
  if (match === null || /[二三四五六七八九]/u.test(text.charAt(at - 1))) return null;
  const first = 2001 + (Number(readDigits(match.groups?.plan ?? "")) - 10) * 5;
  return { type: "period", start: at, end: at + match[0].length, value: `${first}/${first + 4}` };
}

function readSigns(text: string, at: number): Calendar | null {
  const match = sticky(SIGNS, text, at);
  if (match === null) return null;
  const { y, m, d } = match.groups ?? {};
  const value = `${y}-${readDigits(m ?? "")}-${readDigits(d ?? "")}`;
  return { type: "date", start: at, end: at + match[0].length, value };
}

function readYears(text: string, at: number): Calendar | null {
  const match = sticky(YEARS, text, at);
  if (match === null) return null;
  const [from, to] = [readDigits(match.groups?.y ?? ""), readDigits(match.groups?.y2 ?? "")];
  if (to < from) return null;
  return { type: "period", start: at, end: at + match[0].length, value: `${from}/${to}` };
}

/** A point, or a stretch between two. */
function readPoints(text: string, at: number): Calendar | null {
  const from = readPoint(text, at);
  if (from === null || !stands(text, from)) return null;
  const to = readEnd(text, from);
  const end = to === null ? from.end : to.end;
  const [first, last] = [edgesOf(from), to === null ? edgesOf(from) : edgesOf(to)];
  const value = first[0] === last[1] ? first[0] : `${first[0]}/${last[1]}`;
  const words = text.slice(at, end).normalize("NFKC").replace(/\s+/gu, "");
  const type = /^[^/]*-[^/-]{2}-[^/-]{2}$/u.test(value) ? "date" : "period";
  return { type, start: at, end, value: from.relative ? words : value };
}

/** 三月坡村, 一月一调度, 5月票: a bare month must stand where a time stands. */
function stands(text: string, { start, end, year, month, day, part, relative }: Point): boolean {
  if (year !== null || relative) return true;
  const before = text.slice(Math.max(0, start - 2), start);
  if (/[0-9０-９.．]$|[0-9０-９一二三四五六七八九十]、$|[第每]$/u.test(before)) return false;
  if (day !== null || part !== null || month === null) return true;
  if (month === "XX" || /^[票饼饷]/u.test(text.slice(end, end + 1))) return false;
  const han = /^[一二三四五六七八九十]月$/u.test(text.slice(start, end));
  return !han || end === text.length || /^[，,。；;、：:）)（(\s]/u.test(text.slice(end, end + 1));
}

/** The end of a stretch: what it does not say is that of its beginning. 5月1日至7日, 2021年5月至2022年3月, 2019年1月至今. */
function readEnd(text: string, from: Point): Point | null {
  const link = sticky(TO, text, from.end);
  if (link === null) return null;
  const at = from.end + link[0].length;
  if (text.startsWith("今", at) && !text.startsWith("今年", at))
    return { ...from, end: at + 1, year: "", month: "", day: "" };
  const day = from.day === null ? null : sticky(DAY_ONLY, text, at);
  if (day !== null) return { ...from, end: at + day[0].length, day: readDigits(day.groups?.day ?? "") };
  const to = readPoint(text, at);
  if (to === null || (to.relative && !from.relative)) return null;
  return { ...to, year: to.year ?? from.year };
}

/** First and last day, month or year of a point in normal form; an open end is empty. */
function edgesOf({ year, month, day, part }: Point): readonly [string, string] {
  if (year === "") return ["", ""];
  const form = (m: string | null, d: string | null): string => {
    if (m === null) return year ?? "";
    return `${year ?? "-"}-${m}${d === null ? "" : `-${d}`}`;
  };
  if (part === null) return [form(month, day), form(month, day)];
  const [first, last] = part;
  if (month !== null) return [form(month, first), form(month, last)];
  if (/^[HQ]/u.test(first))
    return [first, last].map((name) => (year === null ? name : `${year}-${name}`)) as [string, string];
  return [form(first, null), form(last, null)];
}

/** Characters that a calendar expression may begin with. */
const OPENING = /[12１２一二三四五六七八九十元上下第前今去明后来本xXＸ×*＊_0-9０-９“"]/u;

/** All calendar expressions of a text, in order, without overlap. */
export function findDates(text: string): Calendar[] {
  const out: Calendar[] = [];
  for (let at = 0; at < text.length; at++) {
    if (!OPENING.test(text.charAt(at))) continue;
    const read = readAny(text, at);
    if (read === null) continue;
    out.push(read);
    at = read.end - 1;
  }
  return out;
}
