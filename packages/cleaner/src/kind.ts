import type { DocumentKind } from "@zongjie/document";
import { ruleMatcher } from "@zongjie/lexicon";
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
  if (named !== null) {
    // a summary that shows no result is none, whatever its headline says
    const weak = isVague(title) || (named === "总结" && isOnlyAhead(body));
    votes.set(named, (votes.get(named) ?? 0) + (generic ? 1.5 : weak ? 2.5 : 5));
  }
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

/** What the body says of its kind: votes of the words of its ends, of words that are counted, and of tense. */
function kindVotes(body: string): Map<DocumentKind, number> {
  const votes = new Map<DocumentKind, number>();
  const vote = (kind: DocumentKind, weight: number): void => {
    votes.set(kind, (votes.get(kind) ?? 0) + weight);
  };
  const head = body.slice(0, 500);
  const zones = [["head", head] as const, ["tail", body.slice(-400)] as const, ["body", body] as const];
  for (const [zone, text] of zones)
    for (const { rule } of ruleMatcher("kind.yaml").match(text)) {
      const place = rule.id.split(".")[0];
      if (place !== zone && (place !== "edge" || zone === "body")) continue;
      vote(rule.label as DocumentKind, 10 * (rule.weight ?? 1));
    }
  for (const [kind, weight] of [...countedVotes(body), ...tenseVotes(body, head)]) vote(kind, weight);
  return votes;
}

type Vote = readonly [DocumentKind, number];

/** Votes of what counts by how often it stands: articles of rules, 我 of a person's account, words of field work. */
function countedVotes(body: string): Vote[] {
  const out: Vote[] = [];
  const size = Math.max(body.length, 300) / 1000;
  if (3 <= count(body, /(?:^|\n)\s*第[一二三四五六七八九十\d]{1,3}条/g)) out.push(["制度", 7]);
  else if (3 <= count(body, /(?<![据按照依反合违循行》])第[一二三四五六七八九十]{1,3}条(?![的和及、规款之至]|例)/g))
    out.push(["制度", 5]);
  const own = count(body, /我(?=[^们局院校县市区镇乡村所委办党公司国省集中社厅站])(?!代表|的汇报|谨代表|受)/g);
  if (3 <= own && 4 < own / size) out.push(["述职", 4 < count(body, /我/g) / size ? 2 : 1]);
  const field = count(body, /调研组|问卷|实地(?:走访|调研)|座谈访谈|受访/g);
  if (0 < field) out.push(["调研", field === 1 ? 1 : 3]);
  if (/(?:对策|几点)(?:和|与)?建议|对策建议/.test(body) && /调研|调查|问卷/.test(body)) out.push(["调研", 2.5]);
  return out;
}

/** Votes of what is to be done against what has been done. */
function tenseVotes(body: string, head: string): Vote[] {
  const out: Vote[] = [];
  const size = Math.max(body.length, 300) / 1000;
  const plan = count(body, PLAN) / size;
  const done = count(body, DONE) / size;
  if (/(?:之年|关键一?年|开局年)[,，。]/.test(head) && done < 1.3 * plan) out.push(["计划", 1]);
  if (8 < plan && 1.6 * done < plan) out.push(["计划", 12 < plan && 3 * done < plan ? 6 : 2]);
  else if (5 < plan && done < plan) out.push(["计划", 1]);
  if (3 < done && plan < done) out.push(["总结", 5 < done && 2 * plan < done ? 1.5 : 1]);
  if (isOnlyAhead(body)) out.push(["计划", 3]);
  return out;
}

/** Clauses that say what will be done, and what only finished work has: 了, 已, a comparison, a measured amount. */
const AHEAD = /(?:要(?![求素点害闻件领])|将(?![士领军近])|力争|拟(?![合定])|确保|争取)(?=[\u3400-\u9fff])/;
const RESULT =
  /了(?=[\u3400-\u9fff\d])|已(?=[\u3400-\u9fff](?!.{0,5}的))|同比|累计|先后|荣获|被评|(?<![\d.])\d{1,9}(?:\.\d{1,4})?\s?(?:%|％|[万亿余多]?[人户个次名家件项场元亩吨公里份篇台辆所起])/;

/** Last words of any report: 今后我们将以更加饱满的热情…… */
const OUTLOOK = /今后|下一步|新的一年|明年|来年/;

/**
 * True for a text that sets out work and shows none: of the development pages and the gold seeds every one with fewer
 * than one result on 1,000 characters, and 1.5 clauses that look ahead, is a plan; summaries have 1.6 results at least.
 */
function isOnlyAhead(body: string): boolean {
  if (body.length < 300) return false;
  let ahead = 0;
  let results = 0;
  for (const clause of body.split(/[。；;！!\n]/)) {
    if (clause.length < 6 || OUTLOOK.test(clause)) continue;
    if (AHEAD.test(clause)) ahead++;
    else if (RESULT.test(clause)) results++;
  }
  const size = body.length / 1000;
  return results < size && 1.5 * size <= ahead;
}

/** False where body text is visibly missing at an end: the last sentence has no end, the first none of a beginning. */
export function isComplete(text: string): boolean {
  const last = text.slice(text.lastIndexOf("\n") + 1).trim();
  if (/(?:\.{3,}|…+)$/.test(last)) return false;
  if (/[。！!？?；;”"）)》:：]$/.test(last)) return true;
  // a signature, a date or a short closing line needs no stop
  return last.length <= 30 && !/[，,、]$/.test(last);
}
