import { balanceOf } from "../sum.ts";
import { isAlike, type Term } from "../term.ts";
import { claimWords } from "../words.ts";
import { alike, type Claim, fitOf, mayFit, type Place, placed, step, taken } from "./claim.ts";

/** How many figures back what there was is looked for, and the most that came and went. */
const REACH = 9;
const FLOWS = 4;

/** What there was, came and went that what there is may be the rest of: 年初38.62亿元，新增5.26亿元，还本1.54亿元，年末|42.34亿元|. */
export function balanceClaims(place: Place, at: number): Claim[] {
  const { terms, near } = place;
  const last = terms[at] as Term;
  const { closing } = claimWords();
  if (!isFlow(last) || !(closing.test(last.name) || LEFT.test(last.name))) return [];
  const members: Term[] = [];
  const out: Claim[] = [];
  for (let i = at - 1; Math.max(near, at - REACH) <= i && members.length <= FLOWS; i--) {
    const term = terms[i] as Term;
    if (2 < last.sentence - term.sentence && place.own <= i) break;
    if (!isAlike(term.figure, last.figure) || (term.aside && !last.aside)) continue;
    if (!isFlow(term)) continue;
    members.unshift(term);
    if (members.length < 3) continue;
    const [first, ...flows] = members as [Term, ...Term[]];
    let computed = first.value;
    for (const flow of flows) computed += signOf(flow) === "out" ? -flow.value : flow.value;
    if (!(0 < computed) || !mayFit(computed / last.value)) continue;
    const check = balanceOf(last, members, computed);
    const fit = fitOf(check, [last.figure]);
    if (fit !== null) out.push({ check, features: features(place, at, i, members, fit) });
  }
  return out;
}

/** 收支相抵|余|, |尚|有, |剩|: what is left. */
const LEFT = /[余剩]|尚|未|[结留]存|现[有存]/;

function isFlow({ role, value, figure }: Term): boolean {
  return (role === "level" || role === "base" || role === "change") && 0 < value && figure.qualifier === null;
}

/** Whether something came or went by what it is called; the word nearest to its number decides. */
function signOf({ name }: Term): "in" | "out" | "none" {
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

function features(place: Place, at: number, from: number, members: readonly Term[], fit: string): string[] {
  const last = place.terms[at] as Term;
  const [first, ...flows] = members as [Term, ...Term[]];
  const { opening, closing } = claimWords();
  const signs = flows.map(signOf);
  const opens = opening.test(first.name) ? "opening" : "plain";
  const closes = closing.test(last.name) ? "closing" : "left";
  return [
    "balance",
    `balance ${fit}`,
    `balance ${opens} ${closes}`,
    `balance signs ${signs.join(" ")}`,
    `balance ${fit} ${signs.includes("none") ? "unsaid" : "said"} ${opens}`,
    `balance ${placed(place, from, at)}`,
    `balance metric ${alike(first, last)}`,
    `balance among ${step(at - from - members.length)}`,
    ...(flows.some(({ lead }) => /其中|[^包]含/.test(lead)) ? ["balance among"] : []),
    ...taken(place, last, "balance last"),
    ...taken(place, first, "balance first"),
  ];
}
