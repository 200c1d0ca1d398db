import type { DocumentKind } from "@zongjie/document";
import { ruleMatcher } from "@zongjie/lexicon";
import { type CharSet, charSet, endsIn, markerOf } from "./line.ts";

/** A line that could be the headline of a report, and the kind that its last word names. */
export interface TitleLook {
  readonly kind: DocumentKind | null;
  /** True where the line begins like a heading inside a report (`下一步工作计划`, `健全各项制度`). */
  readonly inner: boolean;
}

const TAIL =
  /[\s\u3000]*(?:[（(【[][^（(【[）)】\]]{0,14}[）)】\]]|范文|模板|全文|材料|(?:篇|之)[\d一二三四五六七八九十]{1,3}|\d{1,2}|[①-⑳]|(?<=总结|计划|报告|汇报|方案|制度|小结|范文|模板|范例)[一二三四五六七八九十]{1,3}|\.docx?|\.pdf)+[\s\u3000]*$/;

/** What an addition ends in: 范文, 模板, 全文, 材料, a number, a bracket, docx, pdf, blanks. */
const TAIL_ENDS: CharSet = charSet("）)】]文板料0123456789一二三四五六七八九十①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳xcf");

/** What a line is without the additions of websites: `学校工作总结(精选3篇).docx` → `学校工作总结`. */
export function bareTitle(text: string): string {
  let title = text.trim();
  for (let i = 0; i < 3 && endsIn(title, TAIL_ENDS) && TAIL.test(title); i++) title = title.replace(TAIL, "");
  if (endsIn(title, CLOSING) || /^[《“"]/.test(title)) title = title.replace(/^[《“"]+|[》”"]+$/g, "");
  return title.trim();
}

const CLOSING: CharSet = charSet('》”"');

const MARKS =
  /[\s\u3000]*(?:[（(【[][^（(【[）)】\]]{0,10}[\d一二三四五六七八九十]+篇?[）)】\]]|(?:(?:精选)?篇|之|精选|最新|第)[\d一二三四五六七八九十]{1,3}[篇份期]?|(?<![\d年])\d{1,2}|[①-⑳]|(?<=总结|计划|报告|汇报|方案|制度|小结|范文|模板|范例)[一二三四五六七八九十]{1,3}|[（(【[](?:范文|模板|精选|最新|通用)[）)】\]]|\.docx?|\.pdf)+[\s\u3000]*$/;

/** A headline without collection marks and file endings, its own words kept: `学校工作计划范文2` → `学校工作计划范文`. */
export function withoutMarks(text: string): string {
  const title = text.trim().replace(MARKS, "").trim();
  return /^《[^《》]+》$/.test(title) ? title.slice(1, -1) : title;
}

/** What no headline ends in. */
const OPEN: CharSet = charSet("。；;！!？?:：,，");

/** Reads a line as a headline; null where it is none: prose, marked, or without a word of the genre at its end. */
export function readTitle(text: string): TitleLook | null {
  if (text.length < 4 || 60 < text.length || endsIn(text, OPEN) || markerOf(text) !== "") return null;
  if (/^[^:：]{1,5}[:：]/.test(text)) return null;
  const bare = bareTitle(text);
  if (bare.length < 4 || 3 <= (bare.match(/[，,。；;]/g)?.length ?? 0)) return null;
  const hits = ruleMatcher("genre.yaml").match(bare);
  const best = hits.sort((a, b) => b.end - a.end || b.end - b.start - (a.end - a.start))[0];
  if (best === undefined) return null;
  return {
    kind: best.rule.label as DocumentKind,
    inner: 0 < ruleMatcher("title.yaml").match(bare).length || /^.{0,5}(?:打算|思路|安排|设想|回顾)$/.test(bare),
  };
}

/** Share of the shorter text's character pairs that the other has too, 0–1: how alike two headlines are. */
export function likeness(a: string, b: string): number {
  const one = pairs(a);
  const two = pairs(b);
  const [small, large] = one.size < two.size ? [one, two] : [two, one];
  if (small.size === 0) return a === b ? 1 : 0;
  let shared = 0;
  for (const pair of small) if (large.has(pair)) shared++;
  return shared / small.size;
}

function pairs(text: string): Set<string> {
  const plain = text.replace(/[\s\u3000（()）【】[\]《》“”"*＊_]/g, "");
  const out = new Set<string>();
  for (let i = 0; i + 1 < plain.length; i++) out.add(plain.slice(i, i + 2));
  return out;
}

/** The headline of a part of one report: `2024年工作计划` behind `2023年工作总结`. */
const PART =
  /^(?:(?:[今本明来去]|下一?|(?:19|20)[\dXx*_]{2})年度?|[上下]半年)?(?:主要|重点|下一步|今后)?(?:的?工作)?(?:总结|回顾|情况|计划|打算|思路|安排)$/;

/** True for a headline that names a part of a report only, no unit and no field: `2024年工作计划`, `下半年打算`. */
export function isPart(headline: string): boolean {
  return PART.test(headline);
}

/** True for the words of a headline that names what it stands over, of a document or a part of one. */
export function isNaming(text: string): boolean {
  return readTitle(text) !== null && 5 <= bareTitle(text).length && !isPart(text);
}

/** True for one that can be a document's own: `图书馆管理制度`. */
export function isHeadline(text: string): boolean {
  return isNaming(text) && readTitle(text)?.inner === false;
}
