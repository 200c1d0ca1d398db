import type { DocumentKind } from "@zongjie/document";
import { readTitle } from "./title.ts";

/** Signs of a text's kind in its body, counted per thousand characters. */
const PLAN = /(?:要(?!求|素|点|害)|将(?!士|领|军)|力争|计划|拟|确保|争取|进一步)(?=[\u3400-\u9fff])/g;
const DONE = /(?:了(?=[\u3400-\u9fff])|已(?=[\u3400-\u9fff])|完成|共(?=[\u3400-\u9fff\d])|同比|全年|累计)/g;

/** How much of a long text is counted. */
const READ = 20_000;

/**
 * The kind of a document by what the text is: evidence of the headline, of the opening formula, of forms that only one
 * kind has (第三条, 本人任职, 问卷), and of tense. A headline that a site gave to all its texts weighs less (`generic`).
 */
export function findKind(title: string | null, text: string, generic = false): DocumentKind {
  const named = title === null ? null : isDouble(title) ? "总结" : (readTitle(title)?.kind ?? kindInside(title));
  const body = text.slice(0, READ);
  const votes = kindVotes(body);
  if (named !== null) votes.set(named, (votes.get(named) ?? 0) + (generic ? 1.5 : isVague(title) ? 2.5 : 5));
  let best: DocumentKind = named ?? "其他";
  for (const [kind, vote] of votes) if ((votes.get(best) ?? 0) < vote) best = kind;
  return best;
}

/** `年度工作报告` heads a summary as often as a report to a superior. */
function isVague(title: string | null): boolean {
  return title !== null && /(?<!政府)工作报告/.test(title) && !/情况/.test(title);
}

/** `2023年工作总结及2024年工作计划` looks back first. */
function isDouble(title: string): boolean {
  return /(?:总结|小结|回顾)[^，。]{0,12}[和及暨与、][^，。]{0,20}(?:计划|打算|思路|安排|要点|规划)/.test(title);
}

function kindInside(title: string): DocumentKind | null {
  const found = /述职|总结|计划|汇报|方案|制度|调研|调查|研究/.exec(title)?.[0];
  if (found === undefined) return null;
  return found === "调查" || found === "研究" ? "调研" : (found as DocumentKind);
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

/** What the body says of its kind. */
function kindVotes(body: string): Map<DocumentKind, number> {
  const head = body.slice(0, 500);
  const tail = body.slice(-400);
  const size = Math.max(body.length, 300) / 1000;
  const plan = count(body, PLAN) / size;
  const done = count(body, DONE) / size;
  const votes = new Map<DocumentKind, number>();
  const vote = (kind: DocumentKind, weight: number): void => {
    votes.set(kind, (votes.get(kind) ?? 0) + weight);
  };
  if (3 <= count(body, /(?:^|\n)\s*第[一二三四五六七八九十\d]{1,3}条/g)) vote("制度", 7);
  if (/自(?:印发|发布|公布|下发)之日起(?:施行|执行|实施)|本(?:办法|制度|规定)由.{2,20}(?:负责)?解释/.test(body))
    vote("制度", 3);
  if (/(?:现将?|就|将)[^。]{0,60}(?:汇报|报告)(?:如下|以下)|受[^。]{2,14}委托/.test(head)) vote("汇报", 3);
  if (/(?:向|给)[^，。]{2,30}(?:作|做)?(?:个|一)?(?:简要|简单|专题)?汇报|汇报如下/.test(head)) vote("汇报", 1.5);
  if (/^[^\n，。]{2,24}(?:政府|委员会|局|厅|委|办公室|领导小组|指挥部|常委会)[:：]/m.test(head)) vote("汇报", 1);
  if (/(?:特此|专此)(?:报告|汇报)|以上(?:汇报|报告)|汇报(?:完毕|到此)/.test(tail)) vote("汇报", 2);
  if (/(?:请|予以?)(?:予)?(?:审议|审查)|提请[^。]{0,12}审议|不当之处,?，?请(?:予)?批评指正/.test(head + tail))
    vote("汇报", 1);
  if (/总结(?:如下|以下|汇报如下)/.test(head)) vote("总结", 3);
  if (/述职|述廉|本人[^。]{0,20}(?:任|担任)|我(?:担任|任职|分管|任)/.test(head)) vote("述职", 2);
  if (/述职人|请(?:各位)?(?:领导|同志|代表|老师)?[^。]{0,8}评议/.test(tail)) vote("述职", 2.5);
  const first = count(body, /我(?=[^们局院校县市区镇乡村所委办党公司国省集中社厅站])/g) / size;
  if (4 < first) vote("述职", 4 < count(body, /我/g) / size ? 2.5 : 1);
  const field = count(body, /调研组|问卷|实地(?:走访|调研)|座谈访谈|受访/g);
  if (0 < field) vote("调研", field === 1 ? 1 : 3);
  if (/(?:对策|几点)(?:和|与)?建议|对策建议/.test(body) && /调研|调查|问卷/.test(body)) vote("调研", 2.5);
  if (/关键词\s*[:：]|摘\s*要\s*[:：]/.test(head)) vote("调研", 3);
  if (/(?:制定|制订|拟定)(?:了)?(?:本|如下|以下|此)?(?:演练|活动|工作|实施)?方案/.test(head)) vote("方案", 4);
  if (/(?:活动|演练)(?:时间|主题|地点|内容|目的)/.test(body)) vote("方案", 2);
  if (/(?:制定|制订)[^。]{0,16}计划|(?:工作)?(?:计划|思路|安排)如下/.test(head)) vote("计划", 4);
  if (/统计公报|初步核算|初步统计/.test(head)) vote("其他", 4);
  if (/总体(?:思路|目标|要求)|指导思想|工作(?:思路|目标)|目标任务|奋斗目标/.test(head)) vote("计划", 2);
  if (/(?:之年|关键年|开局年)[,，。]/.test(head) && done < 1.3 * plan) vote("计划", 1);
  if (8 < plan && 1.6 * done < plan) vote("计划", 12 < plan && 3 * done < plan ? 6 : 2);
  else if (5 < plan && done < plan) vote("计划", 1);
  if (3 < done && plan < done) vote("总结", 1);
  if (/(?:一年|半年|今年|年初|任职)以?来|过去的?一年|全年/.test(head)) vote("总结", 0.5);
  return votes;
}

/** False where body text is visibly missing at an end: the last sentence has no end, the first none of a beginning. */
export function isComplete(text: string): boolean {
  const last = text.slice(text.lastIndexOf("\n") + 1).trim();
  if (/(?:\.{3,}|…+)$/.test(last)) return false;
  if (/[。！!？?；;”"）)》:：]$/.test(last)) return true;
  // a signature, a date or a short closing line needs no stop
  return last.length <= 30 && !/[，,、]$/.test(last);
}
