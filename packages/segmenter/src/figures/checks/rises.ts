import { clauseOf, type Term } from "./term.ts";
import { claimWords } from "./words.ts";

/** Longest words before a change that name no other subject. */
const OWN = 4;

/** 投诉|量|下降32%, 利|润|增长20%. */
const SUBJECT = /[量率额值润]$/;

/** The words of a change right before its figure, and no more than one clause of them: ，三年|净增|9所. */
export function isChange({ lead }: Term): boolean {
  const { changes, changeEnds } = claimWords();
  if (!changeEnds.has(lead.slice(-1)) || 24 < lead.length || !changes.test(lead) || 1 < clauses(lead)) return false;
  // ；近视率同比下降: what has a subject of its own speaks of that
  const words = clauseOf(lead)
    .replace(changes, "")
    // 较上年14.3%|的漏损率|下降: of what it is measured against
    .replace(/^的[\p{Script=Han}]{2,6}$/u, "")
    .replace(/[比较与][^，,]{1,10}$|同比|环比|总体|累计|分别|.年[间来]?/g, "");
  return words.length <= OWN && !SUBJECT.test(words);
}

/** 比1998年最高水位34.91米|还高|0.36米. */
export const MORE: RegExp =
  /^[，,]?\s?(?:每[\p{Script=Han}])?[还又只仅]?(?:高|低|多|少|差)[\p{Script=Han}]?[出了]?\s?$/u;

/** How many signs of clauses words have: `clauses("，同比增长")` is 1. */
export function clauses(lead: string): number {
  return lead.match(/[，,；;。：:]/g)?.length ?? 0;
}

/** 按可比价格计算增长5.6%, 扣除价格因素实际增长4.1%: not of the levels as they are told. */
export const REAL: RegExp =
  /[不可][变比]价|可比|同口径|扣除价格|剔除|扣除[^，,。；;]{0,10}后|还原后|实际(?:增|上升|下降)/;
