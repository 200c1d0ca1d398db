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
  let computed = first.value;
  for (const flow of flows) {
    const sign = signOf(flow);
    if (sign === "none") return null;
    computed += sign === "in" ? flow.value : -flow.value;
  }
  if ([last, first, ...flows].some(({ figure }) => figure.qualifier !== null)) return null;
  const made = balanceOf(last, [first, ...flows], computed);
  return isMeant(made, [last.figure]) ? made : null;
}

/** Whether something came or went by what it is called; the word nearest to its number decides. */
export function signOf({ name }: Term): "in" | "out" | "none" {
  const { inflow, outflow } = claimWords();
  const [came, went] = [lastOf(inflow, name), lastOf(outflow, name)];
  return came === went ? "none" : came < went ? "out" : "in";
}

function lastOf(words: RegExp, name: string): number {
  let last = -1;
  for (let at = 0; at < name.length; at++) {
    const hit = words.exec(name.slice(at));
    if (hit === null) break;
    at += hit.index;
    last = at + hit[0].length;
  }
  return last;
}
