import { isProse, type Line } from "../line.ts";
import { readTitle } from "../title.ts";
import type { Boundary } from "./boundary.ts";

const SALUTATION =
  /^(?:(?:各位|尊敬的|同志们|主任|县|市|区|省|镇|乡|党|局|院|校|公司|全体)[^。；;]{0,40}|[^。；;，,]{2,20}(?:政府|委员会|人大常委会|领导小组|局|厅|委|处|办公室|同志们|领导|代表|委员|大会))[:：]$/;
const DATE =
  /^(?:(?:19|20)[\dXx*_]{2}|[二一][〇○零九][〇○零一二三四五六七八九]{2})年(?:[\dXx*_]{1,2}月)?(?:[\dXx*_]{1,2}日)?$|^[二一][〇○零九][〇○零一二三四五六七八九]{2}年[一二三四五六七八九十]{1,3}月(?:[一二三四五六七八九十]{1,3}日)?$/;

/** Characters that a document has at least before an address or a date ends it. */
const SHORTEST = 200;

/**
 * A salutation behind finished text, and prose behind a signature's date, begin a document of their own.
 *
 *     清溪县教育局
 *     2023年12月20日
 *     各位代表：          ←
 */
export function findAddresses(lines: readonly Line[], known: ReadonlySet<number>): Boundary[] {
  const out: Boundary[] = [];
  let size = 0;
  let before: Line | null = null;
  for (const [i, line] of lines.entries()) {
    if (line.text === "") continue;
    const titled = before !== null && readTitle(before.text) !== null;
    if (known.has(i)) size = 0;
    else if (before !== null && SHORTEST <= size && !titled) {
      const dated = DATE.test(before.text) && isProse(line.text);
      const addressed =
        SALUTATION.test(line.text) &&
        (DATE.test(before.text) || /[。！!”]$/.test(before.text) || before.text.length <= 24);
      if (dated || addressed) {
        out.push({ line: i, rule: dated ? "split.signature" : "split.salutation", mark: 0, titled: false });
        size = 0;
      }
    }
    size += line.text.length;
    before = line;
  }
  return out;
}
