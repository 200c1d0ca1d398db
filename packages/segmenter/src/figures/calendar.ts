import { readNumeral } from "./numeral.ts";

const YEAR = /(?<![\d.])((?:19|20)\d\d|[一二][〇零○九][〇零○一二三四五六七八九]{2})\s?(?:年|(?=\s?[-—–―~～至到]))/g;
const MONTHS =
  /(?<![\d.])(\d{1,2}|[一二三四五六七八九十]{1,2})\s?(?:月份?)?\s?[-—–―~～至到、]\s?(\d{1,2}|[一二三四五六七八九十]{1,2})\s?月/;
const MONTH = /(?<![\d.])(\d{1,2}|[一二三四五六七八九十]{1,2})\s?月/g;
const DAY = /月\s?(\d{1,2}|[一二三四五六七八九十]{1,3})\s?日/g;
const DATE = /(?<![\d.])((?:19|20)\d\d)[-/.](\d{1,2})(?:[-/.](\d{1,2}))?(?![\d.])/g;
const QUARTER = /第?([一二三四1-4])季度/;

/**
 * A period phrase in ISO form: `2020年1-10月` is "2020-01/2020-10", `2021年5月4日` "2021-05-04". Null where a year is
 * masked or not named.
 */
export function normalizePeriod(phrase: string): string | null {
  const text = phrase.normalize("NFKC");
  const dates = [...text.matchAll(DATE)].map((hit) => iso(hit[1] ?? "", hit[2], hit[3]));
  if (dates.length !== 0) return join(dates);
  const years = [...text.matchAll(YEAR)].map((hit) => yearOf(hit[1] ?? ""));
  const year = years[0];
  if (year === undefined || /年\s?(?:来|以来|至今)/.test(text) || /起$|以来$/.test(text)) return null;
  if (2 <= years.length && !/月/.test(text)) return `${year}/${years.at(-1)}`;
  if (/上半年/.test(text)) return `${year}-01/${year}-06`;
  if (/下半年/.test(text)) return `${year}-07/${year}-12`;
  if (/前(?:三|3)个?季度/.test(text)) return `${year}-01/${year}-09`;
  const quarter = QUARTER.exec(text);
  if (quarter !== null) return quarterOf(year, whole(quarter[1] ?? ""));
  return months(text, years);
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

function quarterOf(year: string, quarter: number): string {
  const two = (n: number): string => String(n).padStart(2, "0");
  return `${year}-${two(quarter * 3 - 2)}/${year}-${two(quarter * 3)}`;
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
  return readNumeral(word, 0)?.value ?? 0;
}
