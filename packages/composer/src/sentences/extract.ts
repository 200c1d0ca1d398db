import type { SentencePattern, SlotType } from "@zongjie/document";
import { escaped } from "../names.ts";

/** What may fill a slot, as an expression; none reaches over the end of a sentence. */
const VALUES: Readonly<Record<SlotType, string>> = {
  metric: "[^，。；：,;:]{1,30}?",
  figure: "(?:[\\d.,]+|[〇零一二两三四五六七八九十百千万亿几数半多]+)(?:[^，。；：,;:\\d]|(?<=[a-zA-Z/])\\d){0,20}?",
  period: "[^。；;]{0,24}?(?:年度?|月份?|日|季度|时期|期间?|末|底|以?来|内|[^。；;])",
  date: "[^。；;]{1,24}?",
  org: "[^，。；：,;:]{1,40}?",
  scope: "(?:全[^，。；：,;:]{1,3}?|辖区|[县市]域)",
  place: "[^，。；：,;:]{1,20}?",
  person: "[^，。；：,;:]{1,12}?",
  document: "[^。；;]{1,60}?",
  list: "[^，。；：,;:]{4,80}?",
  text: "[^。；;]{1,120}?",
};

const SLOT = /\{[^{}]+\}/gu;

/**
 * Runs a pattern backwards: what a text has in its slots, null where it is not of the pattern. 新建{指标}{数} over 新建社区食堂12个
 * gives 社区食堂 and 12个.
 */
export function extract({ text, slots }: Pick<SentencePattern, "text" | "slots">, sentence: string): string[] | null {
  const literals = text.split(SLOT);
  const source = literals
    .map((literal, i) => {
      const slot = slots[i];
      return escaped(literal) + (slot === undefined ? "" : `(${VALUES[slot.type]})`);
    })
    .join("");
  const match = new RegExp(`^${source}$`, "u").exec(sentence);
  return match === null ? null : match.slice(1);
}
