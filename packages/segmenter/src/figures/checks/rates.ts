import type { Check } from "@zongjie/document";
import { sharedCharacters } from "./names.ts";
import { nameOf } from "./parts.ts";
import { ratio } from "./ratio.ts";
import { isAlike, type Passage, type Term } from "./term.ts";
import { check, isNear, isShareSlip, isSlip } from "./tolerance.ts";
import { hasShare } from "./wholes.ts";

/** How many figures back part and whole are looked for. */
const REACH = 10;
/** A part may be somewhat more than its whole by mistake; much more is something else. */
const ABOVE = 1.3;

const RATE =
  /([\p{Script=Han}]{1,8}?)(?:比率|率|进度|(?<=满意|完成|知晓|达标|覆盖|参与|饱和|活跃|集中|支持|认可|信任|贡献)度|(?<=授信|覆盖|参保|受益|惠及|获贷|用信|受众)面)(?:已?达到?|已?为|是|提高到|升至|提升至|只有|仅为?|约为?|高达)?\s?$/u;

/**
 * A rate with its part and whole: the part speaks of the rate's deed.
 *
 *     受理46件，|办结|43件，|办结|率93.5%
 *     抽检1200批次，|不合格|18批次，|合格|率98.5%
 */
export function ofRate(passage: Passage, at: number, words: string): Check | null {
  const share = passage.terms[at] as Term;
  const stem = RATE.exec(words)?.[1] ?? "";
  if (stem === "" || !/[，,；;：:。（(]/.test(share.lead)) return null;
  const near = levelsBefore(passage, at);
  let slip: Check | null = null;
  let wrong: Check | null = null;
  for (const part of near)
    for (const whole of [...near, ...levelsBehind(passage, at)]) {
      if (part === whole || isRise(whole, part)) continue;
      if (!isAlike(part.figure, whole.figure) && !(part === near[0] && isCounted(passage, whole, part, stem))) continue;
      const rest = complement(share, part, whole, stem);
      if (rest?.holds) return rest;
      if (rest !== null && isDone(passage, whole, stem)) continue;
      const found = rest ?? ratio(share, part, whole);
      const said = rest === null ? speaks(part, stem, whole.index + 1 === part.index) : 2;
      // 上半年发案86起，下半年发案62起，破案率95%: two of a kind
      if (said < 2 && whole.name !== "" && nameOf(part).slice(-2) === nameOf(whole).slice(-2)) continue;
      if (found.holds && 0 < said) return found;
      // 新收2415件，执结2386件，结案率93.2%: of what was left from before as well
      if (/^[结审执办]/.test(stem) && /新收|新增/.test(whole.name)) continue;
      const fit = isClaim(passage, found, { share, part, whole, said, first: part === near[0] });
      if (fit === "slip") slip ??= found;
      if (fit === "wrong") wrong ??= found;
    }
  return slip ?? wrong ?? aheadOf(passage, at, stem);
}

/** 执行|率92%|，年初预算500万元，执行460万元: the rate first, then what was meant and what came of it. */
function aheadOf({ terms }: Passage, at: number, stem: string): Check | null {
  const [share, a, b] = [terms[at] as Term, terms[at + 1], terms[at + 2]];
  if (a?.role !== "level" || b?.role !== "level" || !isAlike(a.figure, b.figure)) return null;
  if (b.sentence !== share.sentence || WHOLE.test(a.name) === WHOLE.test(b.name)) return null;
  const [part, whole] = WHOLE.test(a.name) ? [b, a] : [a, b];
  if (speaks(part, stem, true) === 0) return null;
  const found = ratio(share, part, whole);
  return found.holds || isNear(found) || isShareSlip(found, share.figure) ? found : null;
}

/** A rate with what may be its part and its whole. */
interface Trio {
  readonly share: Term;
  readonly part: Term;
  readonly whole: Term;
  /** How many characters of the rate's deed the part has. */
  readonly said: number;
  /** The part is the level nearest before the rate. */
  readonly first: boolean;
}

/** Whether the words make a rate that does not hold a claim: a point in another place, or a mistake. */
function isClaim(passage: Passage, found: Check, { share, part, whole, said, first }: Trio): "slip" | "wrong" | null {
  const shared = !isBeside(passage, part, share) && said < 2 ? 0 : said;
  const moved =
    isSlip(
      found,
      [share, part, whole].map(({ figure }) => figure),
    ) ||
    (0 < shared && first && isShareSlip(found, share.figure));
  // 转诊440人，追踪241人，追踪率100%: of those that were to be
  const all = /已|均|全部/.test(part.name) && 1 < shared && whole.index + 1 === part.index;
  if (share.value === 100 && !isNamed(whole) && !all) return null;
  const here = part.sentence === share.sentence && whole.sentence === share.sentence;
  if (whole.index < part.index && here) {
    if (moved && (0 < shared || first)) return "slip";
    if (shared === 0 || /其余|另/.test(part.name)) return null;
    // 应检2400人，实检2280人，检测率: nothing else stands between
    const bound = first && isBeside(passage, part, share) && whole.index + 1 === part.index;
    if (1 < shared && bound && (moved || isNear(found))) return "wrong";
    return (first || 1 < shared) && part.value <= ABOVE * whole.value && isNear(found) ? "wrong" : null;
  }
  // 绿化覆盖面积1260公顷，建成区面积3000公顷，绿化覆盖率42%: part, whole, rate
  if (part.index + 1 === whole.index && whole.index + 1 === share.index && here && 1 < said)
    return moved || isNear(found) ? "wrong" : null;
  if (share.index < whole.index) return here && 0 < shared && first && (moved || isNear(found)) ? "wrong" : null;
  const named = whole.index + 1 === part.index || isNamed(whole);
  if (1 < shared && named && !hasShare(passage, whole) && part.sentence === share.sentence && !whole.aside)
    if (isNear(found)) return "wrong";
  return moved && 1 < shared ? "slip" : null;
}

/** 发放问卷500|份|，有效回答486|人|，有效率97.2%: in two units, one beside the other, and the rate speaks of the part. */
function isCounted({ terms }: Passage, whole: Term, part: Term, stem: string): boolean {
  const counts = part.figure.kind === "count" && whole.figure.kind === "count";
  // 45家单位，发出整改通知书58份，整改率100%: not of the 45
  if (
    !counts ||
    whole.value < part.value ||
    part.value > ABOVE * whole.value ||
    terms[terms.indexOf(part) - 1] !== whole
  )
    return false;
  return whole.sentence === part.sentence && speaks(part, stem, true) === 2;
}

/** What is called a whole: 应检|2400人, 共发放问卷|2000份. */
function isNamed({ name }: Term): boolean {
  return WHOLE.test(name);
}

const WHOLE = /[应共总]|计划|目标|任务|预算|全部|全体|全[市县区镇乡村校院局]/;

/** The whole may be said last: 回收率92%，|共|发放问卷2000份. */
function levelsBehind({ terms }: Passage, at: number): Term[] {
  const share = terms[at] as Term;
  return terms
    .slice(at + 1, at + 3)
    .filter(
      (term) =>
        term.sentence === share.sentence && (term.role === "level" || term.role === "base") && WHOLE.test(term.name),
    );
}

/** 由28个增加到|35个: two times of one thing, no part and whole. */
function isRise(whole: Term, part: Term): boolean {
  return (
    /[由从]|[到至]\s?(?:[\d年底末]*的)?\s?$/.test(whole.name) ||
    (whole.index + 1 === part.index && /(?<![实应签报])[到至]\s?$/.test(part.lead))
  );
}

/** Right before the rate, but for a list of what the part is made of: 破获1243起，其中…，破案率73.6%. */
function isBeside({ terms }: Passage, part: Term, share: Term): boolean {
  const next = terms[terms.indexOf(part) + 1] as Term;
  return next === share || /^[，,]?\s?其中/.test(next.lead);
}

function levelsBefore(passage: Passage, at: number): Term[] {
  const share = passage.terms[at] as Term;
  const near: Term[] = [];
  let taken = false;
  for (let i = at - 1; Math.max(0, at - REACH) <= i; i--) {
    const term = passage.terms[i] as Term;
    if (1 < share.sentence - term.sentence) break;
    // 照度达标231间，达标率80.2%；黑板达标率67.7%: a part that has a rate of its own has no other
    if (term.role === "share") taken = /率[为达]?到?\s?$/.test(term.lead);
    else if (term.role !== "level" && term.role !== "base") continue;
    else if (!taken) near.push(term);
    else taken = false;
  }
  return near;
}

/** 办结43件，按期办结率100%: a rate of those that were in time. */
const TIMELY = /[按准及限]期|[按准及限]时|当[年期场日]|首次|一次/;

/** How many characters of the rate's deed a part's words have: 破获 has one of 破案. */
function speaks(part: Term, stem: string, beside: boolean): number {
  if (/[未不]/.test(part.name) && !/[未不]/.test(stem)) return 0;
  if (TIMELY.test(stem) && !TIMELY.test(part.name)) return 0;
  const words = `${nameOf(part)} ${part.tail}`.replace(/[上去今本当]年/g, "");
  // 整改完成率 speaks of 整改
  const deed = stem.length < 4 ? stem : stem.replace(/(?:完成|达成|实现)$/, "");
  // 问题发现率 speaks of 存在问题
  if (words.includes(deed.slice(-4))) return 2;
  const thing = beside && 4 <= deed.length && !TIMELY.test(deed) && words.includes(deed.slice(-4, -2));
  return Math.max(thing ? 1 : 0, sharedCharacters(deed.slice(-2), words));
}

/** 毕业986人，升学611人，直接|就业|342人，暂未就业18人，就业率: those that did it are no whole, nor is any but the most. */
function isDone({ terms }: Passage, whole: Term, stem: string): boolean {
  if (isNamed(whole)) return false;
  const larger = terms.some(
    (term) =>
      term.sentence === whole.sentence &&
      term.role === "level" &&
      isAlike(term.figure, whole.figure) &&
      whole.value < term.value,
  );
  return larger || sharedCharacters(stem.slice(-2), nameOf(whole)) === 2;
}

function complement(share: Term, part: Term, whole: Term, stem: string): Check | null {
  if (/[不未]/.test(stem) || !new RegExp(`[不未]${stem.slice(-2)}`).test(nameOf(part) + part.tail)) return null;
  const found = ratio(share, part, whole);
  return check("percent-of", share.value, 100 - found.computed, found.tolerance, found.figures);
}
