import type { DocumentKind } from "@zongjie/document";
import { readTitle } from "./title.ts";

/** Signs of a text's kind in its body, counted per thousand characters. */
const PLAN = /(?:要(?!求|素|点|害)|将(?!士|领|军)|力争|计划|拟|确保|争取|进一步)(?=[\u3400-\u9fff])/g;
const DONE = /(?:了(?=[\u3400-\u9fff])|已(?=[\u3400-\u9fff])|完成|共(?=[\u3400-\u9fff\d])|同比|全年|累计)/g;

/** How much of a long text is counted. */
const READ = 20_000;

/**
 * The kind of a document by what the text is: the headline's genre word, unless the body says otherwise
 * (`…工作总结` that only speaks of what is to be done is a 计划).
 */
export function findKind(title: string | null, text: string): DocumentKind {
  const named = title === null ? null : (readTitle(title)?.kind ?? kindInside(title));
  const body = text.slice(0, READ);
  const size = Math.max(body.length, 300) / 1000;
  const plan = (body.match(PLAN)?.length ?? 0) / size;
  const done = (body.match(DONE)?.length ?? 0) / size;
  if (named === "总结" && 12 < plan && 3.5 * done < plan) return "计划";
  if (named !== null) return named;
  return kindOfBody(body, plan, done);
}

function kindInside(title: string): DocumentKind | null {
  const found = /述职|总结|计划|汇报|方案|制度|调研|调查|研究/.exec(title)?.[0];
  if (found === undefined) return null;
  return found === "调查" || found === "研究" ? "调研" : (found as DocumentKind);
}

/** Without a headline: the opening formula, articles of rules, a research paper's parts, then tense. */
function kindOfBody(body: string, plan: number, done: number): DocumentKind {
  const opening = body.slice(0, 600);
  if (3 <= (body.match(/(?:^|\n)\s*第[一二三四五六七八九十\d]+条/g)?.length ?? 0)) return "制度";
  if (/(?:现将|现就)[^。]{0,60}汇报/.test(opening)) return "汇报";
  if (/总结(?:如下|以下)/.test(opening)) return "总结";
  if (/述职/.test(opening)) return "述职";
  if (/关键词\s*[:：]|摘\s*要\s*[:：]|对策建议|调研组|问卷/.test(body)) return "调研";
  if (/(?:制定|制订)(?:本|如下|以下)?方案/.test(opening)) return "方案";
  if (/(?:制定|制订)[^。]{0,12}计划/.test(opening) || (8 < plan && 2 * done < plan)) return "计划";
  return 2 < done ? "总结" : "其他";
}

/** False where body text is visibly missing at an end: the last sentence has no end, the first none of a beginning. */
export function isComplete(text: string): boolean {
  const last = text.slice(text.lastIndexOf("\n") + 1).trim();
  if (/(?:\.{3,}|…+)$/.test(last)) return false;
  if (/[。！!？?；;”"）)》:：]$/.test(last)) return true;
  // a signature, a date or a short closing line needs no stop
  return last.length <= 30 && !/[，,、]$/.test(last);
}
