import type { Check } from "@zongjie/document";
import { balanceOf } from "./sum.ts";
import { isAlike, type Passage, type Term } from "./term.ts";
import { isMeant } from "./tolerance.ts";
import { claimWords } from "./words.ts";

/** Most changes between what there was and what there is. */
const LONGEST = 4;

/**
 * What there was, what came, what went, what there is.
 *
 *     年初有网点214家，全年|新开|67家，|关停|23家，年末达到258家
 */
export function balances({ terms }: Passage): Check[] {
  const { opening, closing } = claimWords();
  return terms.flatMap((first, i) => {
    if (!opening.test(first.name) || Number.isNaN(first.value)) return [];
    const flows: Term[] = [];
    for (const term of terms.slice(i + 1, i + LONGEST + 2)) {
      if (term.sentence !== first.sentence || Number.isNaN(term.value)) break;
      if (!isAlike(term.figure, first.figure)) continue;
      if (2 <= flows.length && closing.test(term.name)) return stockOf(first, flows, term) ?? [];
      if (term.role !== "level" && term.role !== "change") break;
      flows.push(term);
    }
    return [];
  });
}

function stockOf(first: Term, flows: readonly Term[], last: Term): Check | null {
  const { inflow, outflow } = claimWords();
  let computed = first.value;
  for (const { name, value } of flows) {
    if (inflow.test(name) === outflow.test(name)) return null;
    computed += inflow.test(name) ? value : -value;
  }
  if ([last, first, ...flows].some(({ figure }) => figure.qualifier !== null)) return null;
  const made = balanceOf(last, [first, ...flows], computed);
  return isMeant(made, [last.figure]) ? made : null;
}
