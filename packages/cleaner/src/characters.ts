import type { Edit } from "@zongjie/document";

/** Zero-width, bidirectional and control characters, soft hyphens, byte-order marks inside the text. */
const INVISIBLE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufff9-\ufffb]+/g;

const FULL_WIDTH = /[０-９Ａ-Ｚａ-ｚ]+(?:．[０-９]+)*/g;

/**
 * Edits for single characters: line ends become `\n`, invisible characters go, full-width digits and Latin letters
 * become half-width (`４８．５％` → `48.5％`; the percent sign stays as written). Offsets in `text`.
 */
export function findCharacters(text: string): Edit[] {
  const edits: Edit[] = [];
  if (/[\r\u2028\u2029]/.test(text))
    for (const { index, 0: found } of text.matchAll(/\r\n?|[\u2028\u2029]/g)) {
      const insert = "\n";
      edits.push({ start: index, end: index + found.length, insert, rule: "character.line-end", reason: "whitespace" });
    }
  for (const { index, 0: found } of text.matchAll(INVISIBLE))
    edits.push({ start: index, end: index + found.length, insert: "", rule: "character.invisible", reason: "character" });
  for (const { index, 0: found } of text.matchAll(FULL_WIDTH))
    edits.push({
      start: index,
      end: index + found.length,
      insert: found.normalize("NFKC"),
      rule: "character.full-width",
      reason: "width",
    });
  return edits.sort((a, b) => a.start - b.start);
}
