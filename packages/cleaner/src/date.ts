/** A date that a text states, and where. */
export interface StatedDate {
  /** `2021-05-04`. */
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

const DATE =
  /(?<![\d./-])((?:19|20)\d{2})\s?(?:年\s{0,2}(\d{1,2})\s?月\s{0,2}(\d{1,2})\s?[日号號]?|-(\d{1,2})-(\d{1,2})|\/(\d{1,2})\/(\d{1,2})|\.(\d{1,2})\.(\d{1,2}))(?![\d./-]\d)/;

/** The first whole date of a text: `发布时间：2021年5月4日 10:11` states 2021-05-04. Null where there is none. */
export function findDate(text: string): StatedDate | null {
  const found = DATE.exec(text.slice(0, 400));
  if (found === null) return findAmerican(text.slice(0, 400));
  const numbers = found.slice(2).filter((part) => part !== undefined);
  const value = isoDate(Number(found[1]), Number(numbers[0]), Number(numbers[1]));
  return value === null ? null : { value, start: found.index, end: found.index + found[0].length };
}

/** A time stamp of an English server, told by AM or PM: `9/17/2004 5:54:13 AM`. */
const AMERICAN = /(?<![\d/])(\d{1,2})\/(\d{1,2})\/((?:19|20)\d{2}) \d{1,2}:\d{2}(?::\d{2})? [AP]M/;

function findAmerican(text: string): StatedDate | null {
  const found = AMERICAN.exec(text);
  const value = found === null ? null : isoDate(Number(found[3]), Number(found[1]), Number(found[2]));
  return found === null || value === null ? null : { value, start: found.index, end: found.index + found[0].length };
}

/** The date of a machine-readable value: `2021-05-04T10:11:00+08:00`, `20210504`, `2021/5/4 10:11`. */
export function readDate(value: string): string | null {
  const compact = /^\s*((?:19|20)\d{2})(\d{2})(\d{2})(?:\d{4,6})?\s*$/.exec(value);
  if (compact !== null) return isoDate(Number(compact[1]), Number(compact[2]), Number(compact[3]));
  return findDate(value.replace(/T.*$/, ""))?.value ?? null;
}

function isoDate(year: number, month: number, day: number): string | null {
  if (month < 1 || 12 < month || day < 1 || 31 < day) return null;
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}
