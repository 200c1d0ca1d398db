import type { Check } from "@zongjie/document";
import { ratio } from "./ratio.ts";
import { balanceOf } from "./sum.ts";
import { isAlike, type Passage, type Term } from "./term.ts";
import { isMeant } from "./tolerance.ts";
import { claimWords } from "./words.ts";

/** How many figures back the two others are looked for. */
const REACH = 12;

/**
 * What a name says of two others that the paragraph states.
 *
 *     出口246.8亿元，进口105.9亿元，贸易|顺差|140.9亿元
 *     存款余额338.7亿元，贷款余额241.9亿元，|存贷比|71.4%
 */
export function relations(passage: Passage): Check[] {
  return passage.terms.flatMap((term, i) => {
    const { relations: all, related } = claimWords();
    const relation = related.test(term.name) ? all.find(({ result }) => term.name.includes(result)) : undefined;
    if (relation === undefined || term.role === "change" || Number.isNaN(term.value)) return [];
    const near = passage.terms
      .slice(Math.max(0, i - REACH), i)
      .filter(
        (other) =>
          other.role === "level" && term.sentence - other.sentence <= 1 && !other.name.includes(relation.result),
      );
    const named = (word: string): Term[] =>
      near.filter(({ name }) => name.includes(word)).sort((a, b) => a.name.length - b.name.length || b.index - a.index);
    const made = named(relation.of).flatMap((of) =>
      named(relation.by).flatMap((by) =>
        of === by || !isAlike(of.figure, by.figure) ? [] : (relate(relation.means, term, of, by) ?? []),
      ),
    );
    const found = made.find(({ holds }) => holds) ?? made[0];
    // 上年结转30万元，收入100万元，支出110万元，结余20万元: of more than what came and went
    const carried = near.some(({ name }) => claimWords().opening.test(name));
    return found === undefined || (carried && !found.holds) ? [] : [found];
  });
}

const TAKEN = /(?:扣除|除去|刨[去除]|减去|去掉|剔除)[^，,。；;\d]{0,16}(?<![为是得剩余于])$/;
const LEFT = /^后?[，,]?\s?[^，,。；;\d]{0,6}[净剩余得][^，,。；;\d]{0,6}$/;

/** 收入14万元，|刨去|成本5万元，净赚9万元: what is left of a sum. */
export function remainders({ terms }: Passage): Check[] {
  return terms.flatMap((taken, i) => {
    const rest = terms[i + 1];
    if (rest === undefined || rest.sentence !== taken.sentence || !TAKEN.test(taken.lead) || !LEFT.test(rest.lead))
      return [];
    const of = terms
      .slice(Math.max(0, i - 3), i)
      .findLast((term) => term.role === "level" && isAlike(term.figure, taken.figure));
    if (of?.sentence !== taken.sentence || [of, taken, rest].some(({ figure }) => figure.qualifier !== null)) return [];
    return less(rest, of, taken) ?? [];
  });
}

function relate(means: "less" | "share", term: Term, of: Term, by: Term): Check | null {
  const made = means === "less" ? less(term, of, by) : term.role === "share" ? ratio(term, of, by) : null;
  const members = [term, of, by].map(({ figure }) => figure);
  // 收入36万元，…；支出35.12万元，结余0.88万元
  const beside =
    means === "less" && term.index - 1 === by.index && /^[，,]/.test(term.lead) && term.sentence === of.sentence;
  return made !== null && (beside || isMeant(made, members)) ? made : null;
}

function less(term: Term, of: Term, by: Term): Check | null {
  if (!isAlike(term.figure, of.figure)) return null;
  return balanceOf(term, [of, by], of.value - by.value);
}
