import { likeness } from "../names.ts";
import { differIn, fills, nameOf } from "../parts.ts";
import { ratio } from "../ratio.ts";
import { TOTAL } from "../sum.ts";
import { isAlike, type Term } from "../term.ts";
import {
  alike,
  areApart,
  areClose,
  type Claim,
  fitOf,
  inTable,
  isTotal,
  mayFit,
  type Place,
  periods,
  placed,
  rangeOf,
  step,
  taken,
} from "./claim.ts";
import { type Feature, told } from "./feature.ts";

/** How far before and behind a share its part and its whole are looked for, in figures. */
const PART = { before: 5, behind: 1 };
const WHOLE = { before: 14, behind: 3 };
/** So many points off a share may be, however small it is. */
const SMALL = 2.5;

/** Each part and whole that a share may be of: 3224件 of 4030件, 80%. */
export function shareClaims(place: Place, at: number): Claim[] {
  const { terms } = place;
  const share = terms[at] as Term;
  if (share.role !== "share" || share.figure.unit !== "%" || share.value <= 0) return [];
  if (share.figure.qualifier !== null && share.figure.qualifier !== "approx") return [];
  const words = wordsOf(share);
  // 森林覆盖率62%: of all land, which nobody tells
  if (/(?:森林|林木|绿化|植被)覆盖率$/.test(share.name)) return [];
  const out: Claim[] = [];
  const near = rangeOf(Math.max(place.near, at - PART.before), Math.min(terms.length - 1, at + PART.behind));
  for (const p of [...place.cells.terms.keys(), ...near]) {
    const part = terms[p] as Term;
    const done = words.sort === "done" || /完成率/.test(share.name);
    const grown = part.role === "change" && done && part.figure.unit !== "%";
    if ((part.role !== "level" && part.role !== "each" && !grown) || !(0 < part.value)) continue;
    const last = Math.min(terms.length - 1, at + WHOLE.behind);
    for (let w = 0; w <= last; w++) {
      const whole = terms[w] as Term;
      if (w < at - WHOLE.before && place.near <= w && w !== place.own && !isTotal(place, whole)) continue;
      if (w === p || !fills(whole, part)) continue;
      // 人均月消费1612元，其中伙食936元: so much for one of so much for one
      if (whole.role !== "level" && whole.role !== "base" && !(whole.role === "each" && words.sort !== "done"))
        continue;
      if (part.role === "each" && whole.role !== "each") continue;
      if (isTwice(part, whole) || areApart(part, whole)) continue;
      const percent = (100 * part.value) / whole.value;
      const small = Math.abs(percent - share.value) < SMALL;
      const close = percent <= 100 && areClose(place, [at, p, w]);
      if (!small && !close && !mayFit(percent / share.value)) continue;
      const check = ratio(share, part, whole);
      const any = small || close ? Number.POSITIVE_INFINITY : undefined;
      const fit = fitOf(check, [share.figure, part.figure, whole.figure], any);
      // 第一期45人，第二期52人，合格率98%: two of a kind
      if (!check.holds && differIn([part, whole]) === 1) continue;
      if (fit !== null) out.push({ check, features: features(place, { at, p, w }, words, fit) });
    }
  }
  return out;
}

/** 由|28个|增加到|35个|: the same at two times is no part and whole. */
function isTwice(a: Term, b: Term): boolean {
  const [first, second] = a.index < b.index ? [a, b] : [b, a];
  return (
    first.sentence === second.sentence && /[由从][^，,。；;]*$/.test(first.lead) && /[到至成为]\s?$/.test(second.lead)
  );
}

interface Words {
  readonly sort: string;
  /** What stands behind 占: the name of the whole. */
  readonly of: string;
}

function wordsOf({ lead, name }: Term): Words {
  const of =
    /占([^，,。；;：:]*)$/.exec(lead)?.[1] ?? /(?:为|是|达|等于|相当于)([^，,。；;：:\d]{2,12}的)$/.exec(lead)?.[1];
  if (of !== undefined) return { sort: "of", of };
  const sort = /率/.test(name)
    ? "rate"
    : /比例|比重|份额|占比/.test(name)
      ? "ratio"
      : /完成|实现/.test(name)
        ? "done"
        : /[（(]\s?$/.test(lead)
          ? "aside"
          : /覆盖|面/.test(name)
            ? "cover"
            : "other";
  return { sort, of: "" };
}

function features(
  place: Place,
  { at, p, w }: { at: number; p: number; w: number },
  { sort, of }: Words,
  fit: string,
): Feature[] {
  const { terms } = place;
  const [share, part, whole] = [terms[at] as Term, terms[p] as Term, terms[w] as Term];
  let between = 0;
  let larger = 0;
  for (let i = Math.min(p, w) + 1; i < Math.max(p, w); i++) {
    const term = terms[i] as Term;
    if (term.role !== "level" || !isAlike(term.figure, part.figure)) continue;
    between++;
    if (part.value < term.value) larger++;
  }
  const gap = p < at ? step(at - p - 1) : "behind";
  const order = w < p ? "before" : w < at ? "between" : "behind";
  const named = likeness(nameOf(part), share.name);
  return [
    told`share`,
    told`share ${fit}`,
    told`share ${fit} ${Number.isInteger(share.value) ? "round" : "sharp"}`,
    told`share words ${sort}`,
    told`share part ${gap}`,
    told`share ${sort} part ${gap}`,
    told`share part ${placed(place, p, at)}`,
    told`share ${sort} part named ${named === 0 ? "not" : named < 0.5 ? "little" : "much"}`,
    told`share part metric ${alike(part, share)}`,
    told`share whole ${order} ${step(between)}`,
    told`share whole ${placed(place, w, at)}`,
    told`share whole ${order} larger ${step(larger)}`,
    told`share ${sort} whole ${order} ${placed(place, w, at)}`,
    told`share whole ${TOTAL.test(nameOf(whole)) ? "total" : "plain"}`,
    told`share whole metric ${alike(part, whole)}`,
    told`share whole ${whole.role} ${sort}`,
    told`share whole period ${periods(whole, part)}`,
    ...taken(place, part, "share part", at),
    ...taken(place, whole, "share whole", at),
    ...(w === place.own ? [told`share whole opens`] : []),
    ...(of === "" ? [] : [told`share whole called ${likeness(of, nameOf(whole)) < 0.6 ? "else" : "so"}`]),
    ...inTable(part, whole, "share"),
    ...(whole.value < part.value ? [told`share whole smaller`] : []),
    ...(whole.figure.unit === part.figure.unit ? [] : [told`share units`]),
    ...(part.figure.qualifier === null && whole.figure.qualifier === null ? [] : [told`share about`]),
  ];
}
