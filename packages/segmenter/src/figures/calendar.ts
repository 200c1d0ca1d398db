import { readNumeral } from "./numeral.ts";

const YEAR =
  /(?<![\d.])((?:19|20)\d\d|[一二][〇零○九][〇零○一二三四五六七八九]{2})\s?(?:学?年|(?=全年|[上下]半年|[两三四五]年)|(?=\s?[-—–―~～至到/]|[、和与]\s?(?:19|20)\d\d))/g;
/** A label of a row: 2021 under 年份. */
const BARE_YEAR = /^(?:19|20)\d\d$/;
const MONTHS =
  /(?<![\d.])(\d{1,2}|[一二三四五六七八九十]{1,2})\s?(?:月份?)?\s?[-—–―~～至到、]\s?(\d{1,2}|[一二三四五六七八九十]{1,2})\s?月/;
const MONTH = /(?<![\d.])(\d{1,2}|[一二三四五六七八九十]{1,2}|元)\s?月/g;
const DAY = /月\s?(\d{1,2}|[一二三四五六七八九十]{1,3})\s?日/g;
const DATE = /(?<![\d.])((?:19|20)\d\d)[-/.](\d{1,2})(?:[-/.](\d{1,2}))?(?![\d.])/g;
const QUARTER = /第?([一二三四1-4])季度/;
const QUARTERS = /第?([一二三四1-4])\s?[-—–―~～至到、]\s?([一二三四1-4])季度/;
const FIRST = /[前头](\d{1,2}|[一二两三四五六七八九十]{1,2})(?:个(?=[月季])|(?=月))(月|季度)/;
const PLAN = /十([二三四五六])五[”"]?(?:规划)?(时期|期间|期?末|前([一二两三四])年)/;
/** Without one of these no year is named. */
const NUMBERED = /[\d０-９〇○零一二十]/;
/** 2023年春节期间, 2020年以前: when that was, the words do not say; and what has no end or no beginning. */
const VAGUE = /节|期间|假|[主入]?汛|学期|前夕|[春夏秋冬]|以前|之前|以后|之后|前后|年\s?(?:来|以来|至今)|起$|以来$/;

/**
 * A period phrase in ISO form: `2020年1-10月` is "2020-01/2020-10", `2021年5月4日` "2021-05-04", `2023年底` "2023", `“十四五”期间`
 * "2021/2025". Null where a year is masked or not named, and where the words leave it open when it was.
 */
export function normalizePeriod(phrase: string): string | null {
  if (!NUMBERED.test(phrase)) return null;
  const text = phrase.normalize("NFKC");
  if (BARE_YEAR.test(text)) return text;
  const plan = PLAN.exec(text);
  if (plan !== null) return planOf(plan);
  if (VAGUE.test(text)) return null;
  const dates = [...text.matchAll(DATE)].map((hit) => iso(hit[1] ?? "", hit[2], hit[3]));
  if (dates.length !== 0) return join(dates);
  const years = [...text.matchAll(YEAR)].map((hit) => yearOf(hit[1] ?? ""));
  const year = years[0];
  if (year === undefined) return null;
  if (2 <= years.length && !/月/.test(text)) return `${year}/${years.at(-1)}`;
  return partOf(text, year) ?? months(text, years);
}

const RELATIVE = /^(?:截[至止]到?|到|至)?(今年|去年|上年|前年|明年)?(全年|年度|同期|末|底前?|初)?(.*)$/;
const BARE =
  /^(?:全年|年[内初末]|年底前?|[上下]半年|[前头][\d一二两三四五六七八九十]{1,2}(?:个?月|个季度)|第?[一二三四1-4](?:[-—–~～至、][一二三四1-4])?季度末?|[\d一二三四五六七八九十元]{1,2}(?:月份?)?(?:[-—–―~～至到、][\d一二三四五六七八九十]{1,2})?月份?(?:底前?|末|初|[上中下]{1,2}旬)?(?:\d{1,2}日(?:当天)?)?)$/;

/**
 * A phrase without a year of its own, seen from a year: `上半年` from 2023 is "2023-01/2023-06", `上年末` "2022". Null where
 * it hangs on more than the year: 目前, 三年来. With `written` the year is the writer's own, and 今年 and 去年 count from it.
 */
export function resolvePeriod(phrase: string, year: number, written: boolean): string | null {
  const text = phrase.normalize("NFKC").replace(/\s+/g, "");
  const [, word = "", , rest = ""] = RELATIVE.exec(text) ?? [];
  if (/同期/.test(text) || (!written && /[今去前明]年/.test(word))) return null;
  const off = ["前年", "上年", "今年", "明年"].indexOf(word === "去年" ? "上年" : word);
  const from = String(year + (off === -1 ? 0 : off - 2));
  const bare = text.replace(/^(?:截[至止]到?|到|至)/, "").slice(word.length);
  if (word === "" ? !BARE.test(bare) : rest !== "" && !BARE.test(rest)) return null;
  return normalizePeriod(`${from}年${/^年|^全年/.test(bare) ? "" : bare}`);
}

function planOf([, five = "", when = "", first]: RegExpExecArray): string {
  // the tenth plan began in 2001
  const start = 2001 + whole(five) * 5;
  if (/末/.test(when)) return String(start + 4);
  return `${start}/${first === undefined ? start + 4 : start + whole(first) - 1}`;
}

/** Halves, quarters and first months of a year. */
function partOf(text: string, year: string): string | null {
  if (/上半年/.test(text)) return `${year}-01/${year}-06`;
  if (/下半年/.test(text)) return `${year}-07/${year}-12`;
  const first = FIRST.exec(text.replace(/前([两二三23])季度/, "前$1个季度"));
  if (first !== null) {
    const last = whole(first[1] ?? "") * (first[2] === "月" ? 1 : 3);
    return 12 < last ? null : join([iso(year, "1"), iso(year, String(last))]);
  }
  const quarters = QUARTERS.exec(text) ?? QUARTER.exec(text);
  if (quarters === null) return null;
  const [from, to] = [whole(quarters[1] ?? ""), whole(quarters[2] ?? quarters[1] ?? "")];
  // 三季度末 is a day of its last month
  if (/季度末/.test(text)) return iso(year, String(to * 3));
  return `${iso(year, String(from * 3 - 2))}/${iso(year, String(to * 3))}`;
}

function months(text: string, years: readonly string[]): string | null {
  const year = years[0] ?? "";
  const days = [...text.matchAll(DAY)].map((hit) => hit[1]);
  const list = [...text.matchAll(MONTH)].map((hit) => hit[1]);
  const range = MONTHS.exec(text);
  if (range !== null && days.length === 0) return join([iso(year, range[1]), iso(years.at(-1) ?? year, range[2])]);
  if (list.length === 0) return year;
  return join(list.map((month, i) => iso(years[i] ?? years.at(-1) ?? year, month, days[i])));
}

function join(dates: readonly string[]): string {
  const [first, last] = [dates[0] ?? "", dates.at(-1) ?? ""];
  return first === last ? first : `${first}/${last}`;
}

function iso(year: string, month?: string, day?: string): string {
  return [
    year,
    ...[month, day].filter((part) => part !== undefined).map((part) => String(whole(part)).padStart(2, "0")),
  ].join("-");
}

function yearOf(word: string): string {
  return String(whole(word));
}

function whole(word: string): number {
  return word === "元" ? 1 : word === "两" ? 2 : (readNumeral(word, 0)?.value ?? 0);
}
