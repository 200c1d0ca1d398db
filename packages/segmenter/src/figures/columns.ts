/** A time in a head, alone or before what was measured then: 2023年|新收. */
const TIME =
  /(?:19|20)[\dxX*×]{2}年?[度初末底]?|[一二三四1-4]季度末?|[上下]半年|(?:\d{1,2}[-—–至])?\d{1,2}月份?[初末底]?|(?<![比较])[上本去今]年(?:同期|度|[初末底])?|(?<![比较])同期|年[初末底]|[本上]期|期[初末]/g;
/** A head that begins with a time. */
const WHEN = new RegExp(`^\\s*((?:${TIME.source})+)`);
/** A head over how much something has changed, or which part of a whole it is. */
const DERIVED = /^(?:占|比重|同比|环比|[比较](?!例)|增[长减幅速]|涨跌|[升降]幅)/;
/** The time before the one that a table is about. */
const EARLIER = /^(?:上年|去年|上期|期初|年初|同期)/;

/** The time in a caption: 表二 |2023年|收支情况. */
const CAPTION =
  /(?<!\d)(?:(?:19|20)\d\d年?[-—–~～至])?(?:19|20)\d\d年(?:度|[上下]半年|前?[一二三四]季度|(?:\d{1,2}[-—–~～至])?\d{1,2}月份?|前\d{1,2}个月)?[底末]?/;
/** Longest line that is a caption, in UTF-16 units. */
const LONGEST = 60;

/** What a head speaks of, without its time and unit: 2023年新收（件） is 新收. */
export function thingOf(head: string): string {
  return head
    .replace(/[（(][^）)]*[）)]/g, "")
    .replace(TIME, "")
    .trim();
}

/**
 * The times of columns; "" where the heads name none. What has changed, has changed in the last of the years.
 *
 *     指标 | 2022年 | 2023年 | 比上年增减
 *            2022年   2023年   2023年
 */
export function columnTimes(low: readonly string[], high: readonly string[]): string[] {
  const out: string[] = [];
  const named = low.map((head, i) => WHEN.exec(head)?.[1] ?? WHEN.exec(high[i] ?? "")?.[1] ?? "");
  const latest = named.filter((time) => /^20\d\d/.test(time)).sort();
  for (const [i, time] of named.entries()) {
    if (time !== "" || !DERIVED.test(thingOf(low[i] ?? ""))) out.push(time);
    else out.push(latest.at(-1) ?? out.findLast((before) => before !== "" && !EARLIER.test(before)) ?? "");
  }
  return out;
}

/** The time of a row whose label is nothing but a year, under 年份: `2021`. "" where it is none. */
export function rowTime(label: string, corner: string): string {
  return /^年[份度]?$/.test(corner) && /^(?:19|20)\d\d年?$/.test(label) ? label : "";
}

/** The time that the line above a table names; of a sentence, where it announces the table: 三季度主要工作量见下表。 */
export function captionTime(line: string): string {
  const sentence = line.slice(line.search(LAST));
  if (LONGEST < sentence.length) return "";
  if (!ANNOUNCES.test(sentence) && /[。；;！!]/.test(line)) return "";
  return CAPTION.exec(sentence)?.[0] ?? PART.exec(sentence)?.[0] ?? "";
}

/** The last sentence of a line. */
const LAST = /[^。；;！!]*[。；;！!：:]?\s*$/;
const ANNOUNCES =
  /(?:[见如][下附后](?:表|列)?|见表\s?[\d一二三四五六七八九十]{0,2}|列表|所示)[^。；;！!\d]{0,4}。?\s*$/;
/** A part of the year that the text is about. */
const PART = /(?<![年\d])(?:全年|[上下]半年|前?[一二三四]季度|[1１][-—–~～至]\d{1,2}月份?|前\d{1,2}个月)/;
