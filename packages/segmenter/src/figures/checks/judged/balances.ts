import { signOf } from "../balance.ts";
import { balanceOf } from "../sum.ts";
import { HOLDS, isAlike, type Term } from "../term.ts";
import { SLIPS } from "../tolerance.ts";
import { claimWords } from "../words.ts";
import { alike, type Claim, type Place, placed, step, taken } from "./claim.ts";
import { type Feature, told } from "./feature.ts";

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
    if (members.length < 2) continue;
    // 固定献血屋5座，今年新添2座，现有|7座|: where only one thing came or went, its words say which
    if (members.length === 2 && !isSaid(members, last)) continue;
    const signs = signsOf(members, last.value);
    const computed = totalOf(members, signs);
    const check = balanceOf(last, members, computed);
    const fit = check.holds ? "holds" : offOf(members, signs, last.value);
    if (fit !== null) out.push({ check, features: features(place, at, i, members, fit) });
  }
  return out;
}

function isSaid([first, flow]: readonly Term[], last: Term): boolean {
  const { opening, closing, earlier } = claimWords();
  if (first === undefined || flow === undefined || first.figure.unit !== last.figure.unit) return false;
  // 从业人员68420人，比2018年末减少1155人；2018年末为69575人: what there was is told last
  if (signOf(flow) === "none" || last.role === "base" || earlier.test(last.name)) return false;
  return /现[有存]/.test(last.name) || (opening.test(first.name) && closing.test(last.name));
}

function totalOf(members: readonly Term[], signs: readonly number[]): number {
  return members.reduce((all, { value }, i) => all + (signs[i] as number) * value, 0);
}

/** The sign of each: 1 for what was there and came, -1 for what went; where its name does not say, what fits better. */
function signsOf(members: readonly Term[], value: number): readonly number[] {
  const said = members.map((term, i) => (i === 0 ? "in" : signOf(term)));
  let best: readonly number[] = [];
  for (let guess = 0; guess < 1 << said.filter((sign) => sign === "none").length; guess++) {
    let bit = 1;
    const signs = said.map((sign) => {
      if (sign !== "none") return sign === "out" ? -1 : 1;
      const one = guess & bit ? -1 : 1;
      bit <<= 1;
      return one;
    });
    const off = (list: readonly number[]): number => Math.abs(totalOf(members, list) - value);
    if (best.length === 0 || off(signs) < off(best)) best = signs;
  }
  return best;
}

/** How far off, as a share of the most that was there, came or went: a small rest of large numbers may be far off in itself. */
const NEAR = [0.05, 0.15, 0.4];

/** How far what was there, came and went is from what is there; a moved point; null where it cannot be meant. */
function offOf(members: readonly Term[], signs: readonly number[], value: number): string | null {
  const computed = totalOf(members, signs);
  const most = Math.max(value, ...members.map((term) => term.value));
  const off = NEAR.find((bound) => Math.abs(computed - value) < bound * most);
  if (off !== undefined) return `off ${100 * off}`;
  const slip = (by: number): boolean =>
    Math.abs(computed - value * by) < 0.01 * computed ||
    members.some((term, i) => {
      const mended = computed + (signs[i] as number) * (by - 1) * term.value;
      return Math.abs(mended - value) < 0.002 * value;
    });
  return SLIPS.some(slip) ? "slip" : null;
}

/** 收支相抵|余|, |尚|有, |剩|: what is left. */
const LEFT = /[余剩]|尚|未|[结留]存|现[有存]/;

function isFlow({ role, value, figure }: Term): boolean {
  return (role === "level" || role === "base" || role === "change") && 0 < value && figure.qualifier === null;
}

function features(place: Place, at: number, from: number, members: readonly Term[], fit: string): Feature[] {
  const last = place.terms[at] as Term;
  const [first, ...flows] = members as [Term, ...Term[]];
  const { opening, closing } = claimWords();
  const signs = flows.map(signOf);
  const opens = opening.test(first.name) ? "opening" : "plain";
  const closes = closing.test(last.name) ? "closing" : "left";
  return [
    told`balance`,
    told`balance ${fit}`,
    told`balance ${opens} ${closes}`,
    told`balance signs ${signs.join(" ")}`,
    told`balance ${fit} ${signs.includes("none") ? "unsaid" : "said"} ${opens}`,
    told`balance ${placed(place, from, at)}`,
    told`balance metric ${alike(first, last)}`,
    told`balance of ${members.length}`,
    told`balance among ${step(at - from - members.length)}`,
    ...(flows.some(({ holds }) => holds & HOLDS.among) ? [told`balance among`] : []),
    ...taken(place, last, "balance last", at),
    ...taken(place, first, "balance first", at),
  ];
}
