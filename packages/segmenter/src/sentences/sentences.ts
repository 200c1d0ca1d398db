import type { Block, Span } from "@zongjie/document";
import { isBlank, trimSpan } from "../outline/lines.ts";
import { type Enclosure, readEnclosures } from "./enclosure.ts";

/**
 * The sentences of a text, block by block; table rows have none.
 *
 *     会议提出“再加一把劲！”的要求。各组照办！
 *     └────────────────────────────┘└────────┘   a mark inside a quotation that goes on ends nothing
 */
export function findSentences(text: string, blocks: readonly Block[]): Span[] {
  return blocks.filter((block) => block.type !== "table-row").flatMap((block) => splitBlock(text, block));
}

function splitBlock(text: string, block: Span): Span[] {
  const out: Span[] = [];
  const enclosures = readEnclosures(text, block);
  let next = 0;
  let start = block.start;
  const cut = (end: number): void => {
    const span = trimSpan(text, start, end);
    if (span.start < span.end) out.push(span);
    start = end;
    while (start < block.end && isBlank(text.charCodeAt(start))) start++;
  };
  for (let i = block.start; i < block.end; i++) {
    while ((enclosures[next]?.start ?? block.end) < i) next++;
    const enclosure = enclosures[next];
    if (enclosure?.start === i) {
      i = enclosure.end - 1;
      if (ends(text, enclosure, trimSpan(text, start, i).start, block.end)) cut(i + 1);
    } else if (stops(text, i, start)) {
      const end = afterMarks(text, i + 1, block.end);
      i = end - 1;
      if (!CONTINUES.test(text.charAt(end)) || !/[”’」』"]/u.test(text.charAt(i))) cut(end);
    }
  }
  cut(block.end);
  return out;
}

/** Behind a closing quotation mark the sentence goes on with one of these. */
const CONTINUES = /[，,、；;：:。！？的地等和与及后时之“"]/u;
const STOP = /[。！？!?]/u;

/** Whether a mark ends the sentence that began at `from`. */
function stops(text: string, at: number, from: number): boolean {
  const sign = text.charAt(at);
  if (STOP.test(sign)) return true;
  if (sign === "…") return text.charAt(at + 1) !== "…" && trailsOff(text, at, from);
  return (sign === "." || sign === "．") && isStop(text, at, from);
}

/** 路还长…… ends; 水库、山塘……每一处 and 香菇……等 list something. */
function trailsOff(text: string, at: number, from: number): boolean {
  const before = text.slice(Math.max(from, at - 14), at);
  return !/、[^，。；]*$/u.test(before) && !/[，,、；;。等的]/u.test(text.charAt(at + 1));
}

/** A half-width stop: 推进各项工作. — not 26.5, 1.加强管理, 一.总则, No.3, www.hewan. */
function isStop(text: string, at: number, from: number): boolean {
  if (!/[\u4e00-\u9fff）)》”"％%℃]/u.test(text.charAt(at - 1)) || /[.．]/u.test(text.charAt(at + 1))) return false;
  const { start } = trimSpan(text, from, at);
  return 4 < at - start || !/^第?[一二三四五六七八九十]+$/u.test(text.slice(start, at));
}

function afterMarks(text: string, at: number, limit: number): number {
  let end = at;
  while (end < limit && /[。！？!?…”’」』）)》】]/u.test(text.charAt(end))) end++;
  return end;
}

/**
 * Whether a sentence ends with a quotation or a bracket. `from`: where the sentence begins.
 *
 *     他说：“任务完成了。”大家鼓掌。      ends
 *     “任务完成了。”他说。                the quotation opens the sentence, which goes on
 *     完工。（不含二期。）二期明年开工。    a bracket that is a sentence of its own
 */
function ends(text: string, { start, end, quote }: Enclosure, from: number, limit: number): boolean {
  if (!/[。！？!?…]/u.test(text.charAt(end - 2))) return false;
  if (!quote) return start === from;
  if (end === limit || CONTINUES.test(text.charAt(end))) return false;
  return start !== from || /^(?:这|那)(?:就?是|句)/u.test(text.slice(end, end + 3));
}
