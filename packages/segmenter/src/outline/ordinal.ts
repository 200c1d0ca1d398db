import { headingMarkers, type OrdinalKind } from "@zongjie/lexicon";

const DIGITS = "零一二三四五六七八九";

/** The number of a Chinese numeral below 1000: `readHan("二十三")` is 23. NaN where it is none. */
function readHan(text: string): number {
  let total = 0;
  let digit = 0;
  for (const sign of text) {
    const unit = sign === "十" ? 10 : sign === "百" ? 100 : 0;
    const value = sign === "〇" ? 0 : DIGITS.indexOf(sign);
    if (unit === 0 && value < 0) return Number.NaN;
    if (unit === 0) digit = value;
    else {
      total += (digit === 0 ? 1 : digit) * unit;
      digit = 0;
    }
  }
  return total + digit;
}

/** The ordinal of a marker: 十二, 12, １２, ⑫, 1.2 (its last number), 首先. NaN where it is none. */
export function readOrdinal(kind: OrdinalKind, text: string): number {
  if (kind === "han" && !/[0-9０-９]/u.test(text)) return readHan(text);
  if (kind === "adverb") return headingMarkers().adverbs[text] ?? Number.NaN;
  const plain = text.normalize("NFKC").replace(/[().]+$/u, "");
  if (kind === "dotted") return Number(plain.slice(plain.lastIndexOf(".") + 1));
  const bare = plain.replace(/[()]/gu, "");
  return /^[0-9]+$/u.test(bare) ? Number(bare) : readHan(bare);
}
