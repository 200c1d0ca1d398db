import { fills } from "../parts.ts";
import { isAlike, type Term } from "../term.ts";
import { type Claim, type Place, rangeOf } from "./claim.ts";
import { isLevel } from "./starts.ts";
import { addClaim, left, maySum } from "./sums.ts";

/** How far before what is left of a whole its other part and the whole are looked for, in figures. */
const LEFT = { part: 7, whole: 10 };

/** Each whole and part that a figure may be left of: 任务120个，开工102个，竣工37个，尚有|18个|未开工. The whole is the first figure. */
export function restClaims(place: Place, at: number): Claim[] {
  const { terms, near } = place;
  const rest = terms[at] as Term;
  if (!isLevel(rest) || rest.figure.qualifier !== null || left(rest) !== "left") return [];
  const out: Claim[] = [];
  // 土地286宗，已办证174宗。… 尚有112宗未办: far above as well
  const within = (reach: number): number[] =>
    [...rangeOf(0, Math.min(near, at) - 1), ...rangeOf(Math.max(near, at - reach), at - 1)].filter((i) =>
      isPlainLevel(terms[i]),
    );
  const wholes = within(LEFT.whole).filter((w) => fills(terms[w] as Term, rest));
  for (const p of within(LEFT.part)) {
    const part = terms[p] as Term;
    if (!isAlike(part.figure, rest.figure)) continue;
    for (const w of wholes) {
      const whole = terms[w] as Term;
      if (w !== p && part.value < whole.value && maySum(whole.value, part.value + rest.value, [p, at], terms))
        addRest(place, w, p, at, out);
    }
  }
  return out;
}

function isPlainLevel(term: Term | undefined): boolean {
  return term !== undefined && isLevel(term) && term.figure.qualifier === null;
}

/** 人员经费6370万元；公用经费1612万元；项目支出2129万元。收支相抵，结余341万元: what stands between is left off as well. */
function addRest(place: Place, w: number, p: number, at: number, out: Claim[]): void {
  const [whole, rest] = [place.terms[w] as Term, place.terms[at] as Term];
  // 收入总计361541万元。支出321750万元，加上解8160万元，支出总计347450万元，结转14091万元: what has a total of its own is left out
  const between = (from: number, to: number): number =>
    place.terms
      .slice(from + 1, to)
      .filter(
        (term) =>
          isLevel(term) &&
          fills(whole, term) &&
          term.aside === rest.aside &&
          !(place.known.get(term.index)?.has("addend") ?? false),
      ).length;
  const made: Claim[] = [];
  addClaim(place, w, [p, at], made);
  out.push(...made.filter(({ check }) => check.holds || between(p, at) + between(w, p) <= BETWEEN));
}

/** Of what a whole and what is left of it have between them so many may be other things. */
const BETWEEN = 1;
