import type { Edit } from "@zongjie/document";
import { withoutOverlaps } from "./edits.ts";

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
    edits.push({
      start: index,
      end: index + found.length,
      insert: "",
      rule: "character.invisible",
      reason: "character",
    });
  for (const { index, 0: found } of text.matchAll(FULL_WIDTH))
    edits.push({
      start: index,
      end: index + found.length,
      insert: found.normalize("NFKC"),
      rule: "character.full-width",
      reason: "width",
    });
  for (const { index, 0: found } of text.matchAll(SMALL_FORM))
    edits.push({
      start: index,
      end: index + found.length,
      insert: SMALL_FORMS[found] ?? found.normalize("NFKC"),
      rule: "character.small-form",
      reason: "width",
    });
  if (text.includes("&"))
    for (const { index, 0: found } of text.matchAll(LEFTOVER)) {
      const insert = ENTITIES[found.slice(1, -1).toLowerCase()];
      if (insert === undefined) continue;
      edits.push({ start: index, end: index + found.length, insert, rule: "character.entity", reason: "character" });
    }
  if (text.includes("<"))
    for (const { index, 0: found, 1: end = "" } of text.matchAll(/<br\s{0,3}\/?>(?=([ \t\r]{0,4}(?:\n|$))|)/gi)) {
      const insert = end === "" ? "\n" : "";
      edits.push({ start: index, end: index + found.length, insert, rule: "character.line-break", reason: "markup" });
    }
  for (const mark of findQuoteMarks(text)) edits.push(mark);
  if (text.includes("# "))
    for (const { index, 0: found } of text.matchAll(/^#{1,6} +(?=\S)/gm))
      edits.push({ start: index, end: index + found.length, insert: "", rule: "character.markdown", reason: "markup" });
  if (text.includes("**"))
    for (const { index, 1: inner = "" } of text.matchAll(EMPHASIS))
      for (const start of [index, index + 2 + inner.length])
        edits.push({ start, end: start + 2, insert: "", rule: "character.markdown", reason: "markup" });
  return withoutOverlaps(edits.sort((a, b) => a.start - b.start || a.end - b.end));
}

/** Small forms of marks (`﹪` `﹐`), which old code pages have: the usual mark stands for them. */
const SMALL_FORM = /[\ufe50-\ufe52\ufe54-\ufe66\ufe68-\ufe6b]/g;

/** Marks of Chinese text that NFKC would make half-width. */
const SMALL_FORMS: Readonly<Record<string, string>> = {
  "﹐": "，",
  "﹔": "；",
  "﹕": "：",
  "﹖": "？",
  "﹗": "！",
  "﹙": "（",
  "﹚": "）",
};

/** HTML entities that a scraper left in plain text; blanks at line edges go with the indents later. */
const LEFTOVER = /&(?:nbsp|ensp|emsp|ldquo|rdquo|lsquo|rsquo|middot|hellip|mdash|amp|lt|gt|quot|times|permil|#39);/gi;

const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: " ",
  ensp: " ",
  emsp: " ",
  ldquo: "“",
  rdquo: "”",
  lsquo: "‘",
  rsquo: "’",
  middot: "·",
  hellip: "…",
  mdash: "—",
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  times: "×",
  permil: "‰",
  "#39": "'",
};

/** Marks of a quoted mail (`> 各位领导：`), where most lines carry them. */
function findQuoteMarks(text: string): Edit[] {
  const marks = [...text.matchAll(/^>[> ]*/gm)];
  if (marks.length < 5 || marks.length * 3 < (text.match(/^.*\S/gm)?.length ?? 0)) return [];
  return marks.map(({ index, 0: found }) => ({
    start: index,
    end: index + found.length,
    insert: "",
    rule: "character.quote-mark",
    reason: "markup",
  }));
}

/** `**一、成绩**`: Markdown emphasis around Chinese text. */
const EMPHASIS = /(?<![\d*])\*\*(?=[^\s*])([^*\n]{1,200})(?<![\d\s])\*\*(?![\d*年月日])/g;
