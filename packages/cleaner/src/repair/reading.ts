import type { Edit } from "@zongjie/document";

const TONED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ";

/** Up to four syllables in brackets behind a Chinese character, a tone mark among them. */
const READING = new RegExp(
  `(?<=\\p{Script=Han})[（(]\\s{0,2}[a-zü${TONED}]{1,6}(?:[\\s·'’-]{0,2}[a-zü${TONED}]{1,6}){0,3}\\s{0,2}[)）](?![:：])`,
  "gu",
);
const TONE = new RegExp(`[${TONED}]`, "u");

/** Pinyin readings that a reader's site set behind rare characters: `甪（lù）直古镇` → `甪直古镇`. Latin words and notes (`甪（lù）：…`) stay. */
export function findReadings(text: string): Edit[] {
  if (!TONE.test(text)) return [];
  return [...text.matchAll(READING)].flatMap(({ index, 0: found }) =>
    TONE.test(found)
      ? [{ start: index, end: index + found.length, insert: "", rule: "reading.pinyin", reason: "other" }]
      : [],
  );
}
