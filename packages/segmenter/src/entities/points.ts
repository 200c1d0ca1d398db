/** A place in the calendar as a text names it. Fields are digits, or X for a mask; null where nothing is said. */
export interface Point {
  readonly start: number;
  readonly end: number;
  readonly year: string | null;
  readonly month: string | null;
  readonly day: string | null;
  /** A stretch inside the year or month: H1, Q1, Q1/Q3, months 01/10, ten days 01/10. */
  readonly part: readonly [string, string] | null;
  /** 今年, 去年5月: the year hangs on when it was written. */
  readonly relative: boolean;
}

const HAN = "〇一二三四五六七八九";

/** Digits of a year, month or day, XX for masks: `２０２３` and `二〇二三` are 2023, `元` 01, `二十一` 21, `××` XX. */
export function readDigits(text: string): string {
  const plain = text
    .normalize("NFKC")
    .replace(/[零○]/gu, "〇")
    .replace(/[x×*_]/gu, "X");
  if (plain === "元") return "01";
  if (/^[0-9X]+$/u.test(plain)) return plain.length === 1 ? (plain === "X" ? "XX" : `0${plain}`) : plain;
  const tens = plain.indexOf("十");
  if (tens === -1) {
    const digits = [...plain].map((sign) => (/[0-9]/u.test(sign) ? sign : String(HAN.indexOf(sign)))).join("");
    return digits.length === 1 ? `0${digits}` : digits;
  }
  const left = tens === 0 ? 1 : HAN.indexOf(plain.charAt(0));
  const right = tens === plain.length - 1 ? 0 : HAN.indexOf(plain.charAt(plain.length - 1));
  return String(left * 10 + right).padStart(2, "0");
}

/** Blanks that may stand between the parts of a date: 2023 年 5 月. */
export const GAP: string = String.raw`[ \u3000]{0,2}`;
const MASK = "[xXＸｘ×*＊_＿]";
const YEAR = `(?:(?<![0-9０-９])(?:(?:19|20)[0-9]{2}|[１２][０-９]{3})(?![0-9０-９])|[一二][〇零○九0][〇零○一二三四五六七八九0]{2})`;
const MASKED = `(?<![0-9０-９])(?:20${MASK}{1,2}|20[0-9]${MASK}|${MASK}{2,4}|${MASK}(?=年${MASK}{1,2}月))`;
const NUMBER = "1[0-2](?![0-9])|0?[1-9](?![0-9])|１[０-２](?![０-９])|[１-９](?![０-９])";
const MONTH = `${NUMBER}|十[一二]?|[一二三四五六七八九元]|${MASK}{1,2}`;
const DAY = `3[01](?![0-9])|[12][0-9](?![0-9])|0?[1-9](?![0-9])|[１-３][０-９]|[１-９](?![０-９])|三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九]|${MASK}{1,2}`;
const RELATIVE = [
  "今年",
  "(?<!过)去年",
  "(?<![目此以之年])前年",
  "(?<![说表证声透])明年",
  "(?<![今以之此])后年(?!均)",
  "(?<![年以起])来年(?!均)",
  "(?<![以晚])上年度?(?![轻龄纪])",
  "(?<!基)本年度?(?!级)",
  "本月(?!度)",
  "(?<!以)上月",
  "(?<!以)下月",
].join("|");
const TO = "[-—–~～至到]{1,2}";

const ANCHOR = new RegExp(
  `(?:(?<year>${YEAR}|${MASKED})(?:${GAP}年(?!代|级|均|限|龄)(?:度(?!假))?的?|学年度?)|(?<relative>${RELATIVE})(?:同期)?(?:的(?=[上下第前0-9]))?)`,
  "uy",
);
const PART = new RegExp(
  `${GAP}(?:(?<half>[上下]半年)(?!身|场)|(?<front>前[一二三123]季度)|第?(?<quarter>[一二三四1-4])(?:(?:、|${TO})(?<other>[二三四2-4]))?季度|(?<first>前(?:[二三四五六七八九十]|十一|[1-9]|1[01])个月))`,
  "uy",
);
const MONTHS = new RegExp(
  `${GAP}(?<from>${MONTH})${GAP}(?:${TO}|、)${GAP}(?<to>${MONTH})${GAP}月(?:份)?(?!${GAP}[0-9０-９]{1,2}${GAP}[日号])`,
  "uy",
);
const MONTH_DAY = new RegExp(
  `${GAP}(?<month>${MONTH})${GAP}月份?(?:${GAP}(?<day>${DAY})${GAP}[日号]|(?<ten>[上中下])旬|(?<edge>[底初末])(?!数)|(?<plain>))`,
  "uy",
);
const EDGE = /(?:年[底初末]|[底初末](?![级中等])|以来)/uy;
const TENS: Readonly<Record<string, readonly [string, string]>> = {
  上: ["01", "10"],
  中: ["11", "20"],
  下: ["21", "31"],
};

function at(regex: RegExp, text: string, start: number): RegExpExecArray | null {
  regex.lastIndex = start;
  return regex.exec(text);
}

/** Days of a month; 29 for a February without a year. */
function daysIn(year: string | null, month: string): number {
  const numbers = [Number(year ?? 2024), Number(month)] as const;
  return numbers.some(Number.isNaN) ? 31 : new Date(Date.UTC(numbers[0], numbers[1], 0)).getUTCDate();
}

/** Reads what is said of half years, quarters, months and days from an offset on; null where nothing is. */
function readInner(
  text: string,
  start: number,
  year: string | null,
): Omit<Point, "start" | "relative" | "year"> | null {
  const none = { month: null, day: null, part: null };
  const part = at(PART, text, start);
  if (part !== null) {
    const { half, front, quarter, other, first } = part.groups ?? {};
    const end = start + part[0].length;
    if (half !== undefined) return { ...none, part: same(half.startsWith("上") ? "H1" : "H2"), end };
    if (front !== undefined) return { ...none, part: ["Q1", `Q${quarterOf(front.charAt(1))}`], end };
    if (quarter !== undefined)
      return { ...none, part: [`Q${quarterOf(quarter)}`, `Q${quarterOf(other ?? quarter)}`], end };
    return { ...none, part: ["01", readDigits((first ?? "").slice(1, -2))], end };
  }
  const months = at(MONTHS, text, start);
  if (months !== null) {
    const [from, to] = [readDigits(months.groups?.from ?? ""), readDigits(months.groups?.to ?? "")];
    if (from < to || from === "XX") return { ...none, part: [from, to], end: start + months[0].length };
  }
  const match = at(MONTH_DAY, text, start);
  if (match === null) return null;
  const month = readDigits(match.groups?.month ?? "");
  const { day, ten } = match.groups ?? {};
  const end = start + match[0].length;
  if (ten !== undefined) {
    const [from, to] = TENS[ten] ?? ["01", "31"];
    return { month, day: null, part: [from, to === "31" ? String(daysIn(year, month)) : to], end };
  }
  if (day === undefined) return { ...none, month, end };
  const number = readDigits(day);
  return number !== "XX" && daysIn(year, month) < Number(number) ? null : { ...none, month, day: number, end };
}

function same(name: string): readonly [string, string] {
  return [name, name];
}

function quarterOf(sign: string): number {
  return Number(readDigits(sign));
}

/** The point that begins at an offset: `2023年5月4日`, `去年3月底`, `5月上旬`, `二季度`. Null where none begins. */
export function readPoint(text: string, start: number): Point | null {
  const anchor = at(ANCHOR, text, start);
  const from = anchor === null ? start : start + anchor[0].length;
  const written = anchor?.groups?.year;
  const year = written === undefined ? null : readDigits(written).padEnd(4, "X");
  const inner = readInner(text, from, year);
  if (anchor === null && inner === null) return null;
  const { month, day, part, end } = inner ?? { month: null, day: null, part: null, end: from };
  // 2023年的 — a particle belongs to the date only where the date goes on behind it.
  const last = inner === null && text.charAt(from - 1) === "的" ? from - 1 : end;
  const edge = day === null ? at(EDGE, text, last) : null;
  const relative = anchor?.groups?.relative !== undefined;
  return { start, end: last + (edge?.[0].length ?? 0), year, month, day, part, relative };
}
