import { phrases } from "./phrases.ts";

const EDGE = /[\s，,。；;：:、！？!?（）()“”"‘’'《》〈〉「」|｜·…~～—≥≤<>＜＞≧≦¥￥-]/;

/** Cuts linking words and signs off the right: 参合率|分别达到. */
export function cutRight(words: string): string {
  const { linkers } = phrases();
  let end = words.length;
  for (;;) {
    if (0 < end && EDGE.test(words[end - 1] as string) && !/[）)”"》]/.test(words[end - 1] as string)) {
      end--;
      continue;
    }
    const size = linkers.before(words, end);
    // 药占比, 生师比 are names
    if (size === 0 || (words[end - 1] === "比" && /[占之师生入差性]/.test(words[end - 2] ?? "")))
      return words.slice(0, end);
    end -= size;
  }
}

/** Cuts adverbs, scopes and signs off the left: 其中|全市|新增床位. */
export function cutLeft(words: string): string {
  const { leaders, whole } = phrases();
  let start = 0;
  while (start < words.length) {
    if (EDGE.test(words[start] as string) && !/[“"《]/.test(words[start] as string)) {
      start++;
      continue;
    }
    const size = leaders.from(words, start);
    if (whole.from(words, start) !== 0 && size <= whole.from(words, start)) break;
    if (size === 0 || words.length - start - size < 2) break;
    start += size;
  }
  return words.slice(start);
}
