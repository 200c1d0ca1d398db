import type { Check, TextFigure } from "@zongjie/document";
import { isJoined } from "../clause.ts";
import { check, halfStep } from "./tolerance.ts";

/** So many parts make a list that is meant to be whole. */
const WHOLE = 3;

/** Figures of one sentence, with their indexes among the text's figures. */
export interface Sentence {
  readonly text: string;
  /** Where the sentence begins in the text. */
  readonly start: number;
  readonly figures: readonly (readonly [index: number, figure: TextFigure])[];
}

/**
 * A total and its parts.
 *
 *     共12人，其中男7人、女5人           total first
 *     受理6件，变更4件，合计10件          total last
 */
export function partsSum(sentence: Sentence): Check[] {
  const out: Check[] = [];
  const { figures } = sentence;
  figures.forEach(([index, total], i) => {
    const behind = figures[i + 1];
    if (behind !== undefined && OPENS.test(between(sentence, total, behind[1]))) out.push(...opened(sentence, i));
    if (/(?:合计|共计|总计)\s?$/.test(before(sentence, total))) {
      const found = sum(index, total, listBefore(sentence, total, figures.slice(0, i)), true, true);
      out.push(...(found.length === 0 ? sum(index, total, sameUnit(total, figures.slice(0, i)), true, false) : found));
    }
  });
  return out;
}

/** What leads from a total to its parts. */
const OPENS = /其中|包括|分为|分别|由|用于|^中[，,]|[：:]|支出|使用/;
/** How many figures back a total is looked for. */
const REACH = 5;

/** The parts behind a word such as 其中, against the nearest figure before that may be their total. */
function opened(sentence: Sentence, at: number): Check[] {
  const { figures } = sentence;
  const first = figures[at + 1] as readonly [number, TextFigure];
  const words = between(sentence, (figures[at] as readonly [number, TextFigure])[1], first[1]);
  let wrong: Check[] = [];
  for (let i = at; Math.max(0, at - REACH) <= i; i--) {
    const [index, total] = figures[i] as readonly [number, TextFigure];
    if (!isTotal(sentence, total, first[1])) continue;
    const list = enumeration(
      sentence,
      (figures[at] as readonly [number, TextFigure])[1].end,
      total,
      figures.slice(at + 1),
    );
    const found = sum(index, total, sameUnit(total, figures.slice(at + 1)), false, false);
    if (found.length !== 0) return found;
    if (wrong.length === 0 && isClaimed(sentence, words, list))
      wrong = sum(index, total, list, false, true).filter((c) => /其中/.test(words) || c.computed < 1.5 * c.stated);
    if (!/其中|分别|由/.test(words)) break;
  }
  return wrong;
}

function isTotal(sentence: Sentence, total: TextFigure, part: TextFigure): boolean {
  if (total.comparison !== null || total.kind === "percent" || !fits(total, part)) return false;
  return !/(?:[为占完成](?:年初|年度|全年)?(?:预算|计划|目标|任务)|[较比][^，,。；;]{1,10}的)$/.test(
    before(sentence, total),
  );
}

function isClaimed(sentence: Sentence, words: string, list: Sentence["figures"]): boolean {
  if (/其中|分为|^中[，,]|[：:]/.test(words)) return true;
  const last = list.at(-1);
  const behind =
    last === undefined ? "" : sentence.text.slice(last[1].end - sentence.start, last[1].end - sentence.start + 3);
  if (/由/.test(words)) return /^(?:等)?[构组][成]/.test(behind);
  const said = list.map(([, f]) => before(sentence, f)).join();
  if (/支出|使用/.test(words)) return list.length === 2 && /(?:结余|结转|剩余)$/.test(said);
  return (
    /分别[^，,。；;]{0,4}$/.test(words) &&
    list.every(
      ([, f], i) => i === 0 || isJoined(between(sentence, (list[i - 1] as readonly [number, TextFigure])[1], f)),
    )
  );
}

const PERSON = /^[人名位员]$/;
const PLACE = /^[个所家处座]$/;

/** 3人 may be made of 1名 and 2名, 386个 of 3所 and 383家. */
function fits(total: TextFigure, part: TextFigure): boolean {
  if (total.unit === part.unit) return true;
  return (PERSON.test(total.unit) && PERSON.test(part.unit)) || (total.unit === "个" && PLACE.test(part.unit));
}

/** The enumeration right before a total: 受理6件、变更4件，合计|10件. */
function listBefore(sentence: Sentence, total: TextFigure, figures: Sentence["figures"]): Sentence["figures"] {
  const out: (readonly [number, TextFigure])[] = [];
  let start = total.start;
  for (const item of [...figures].reverse()) {
    const [, f] = item;
    const stops =
      sentence.text.slice(f.end - sentence.start, start - sentence.start).match(/[，,；;：:]/g)?.length ?? 0;
    if (f.unit !== total.unit || f.value === null || f.comparison !== null || f.qualifier !== null || 1 < stops) break;
    out.unshift(item);
    start = f.start;
  }
  return out;
}

/** The plain figures of the same unit, as far as they go: no shares, changes or limits. */
function sameUnit(total: TextFigure, figures: Sentence["figures"]): Sentence["figures"] {
  return figures.filter(
    ([, f]) =>
      fits(total, f) && f.value !== null && f.comparison === null && f.kind !== "percent" && f.qualifier === null,
  );
}

/**
 * The longest run of parts that comes to the total. Where `claimed`, also a list that cannot be right: it comes to more
 * than the total, misses it by a power of ten, or by so little that it is meant to be whole.
 */
function sum(index: number, total: TextFigure, parts: Sentence["figures"], last: boolean, claimed: boolean): Check[] {
  if (total.value === null || total.qualifier !== null || total.kind === "percent") return [];
  for (let size = parts.length; 2 <= size; size--) {
    const found = checkSum(index, total, last ? parts.slice(parts.length - size) : parts.slice(0, size));
    if (found.holds) return [found];
  }
  if (!claimed || parts.length < 2) return [];
  const found = checkSum(index, total, parts);
  return isWrong(found, parts.length) ? [found] : [];
}

function isWrong({ stated, computed, tolerance }: Check, count: number): boolean {
  if (computed <= 0 || stated <= 0) return false;
  if (stated + tolerance < computed) return true;
  if (SLIPS.some((by) => Math.abs(computed * by - stated) <= stated * 1e-6 + tolerance)) return true;
  return (WHOLE <= count ? NEARLY : PAIR) * stated <= computed;
}

/** A point or a 万 too much. */
const SLIPS: readonly number[] = [10, 100, 1000, 1e4];
/** So much of the total make a list of three or more that names all, and a pair. */
const NEARLY = 0.8;
const PAIR = 0.86;

/** The parts of one enumeration, as far as it goes: 、 does not go on with ，, and a clause without a part ends it. */
function enumeration(
  sentence: Sentence,
  from: number,
  total: TextFigure,
  figures: Sentence["figures"],
): Sentence["figures"] {
  const out: (readonly [number, TextFigure])[] = [];
  let end = from;
  let sign = "";
  for (const item of figures) {
    const [, f] = item;
    const words = sentence.text.slice(end - sentence.start, f.start - sentence.start);
    const signs = words.replace(/[（(][^）)]*[）)]/g, "").match(/[，,；;。：:、和]/g) ?? [];
    if (f.kind === "percent" || (f.comparison !== null && !fits(total, f))) {
      if (2 < signs.length) break;
      end = f.end;
      sign = "";
      continue;
    }
    if (!fits(total, f) || f.value === null || f.qualifier !== null) {
      if (/[（(][^）)]*$/.test(words)) continue;
      break;
    }
    const now = signs.some((c) => /[，,；;。]/.test(c)) ? "，" : "、";
    if (
      0 < out.length &&
      ((sign === "、" && now === "，") ||
        1 < signs.filter((c) => /[，,；;。]/.test(c)).length ||
        /其中|累计|合计|共计|总计|达到|比上年/.test(words))
    )
      break;
    if (0 < out.length) sign = now;
    out.push(item);
    end = f.end;
  }
  return out;
}

function checkSum(index: number, total: TextFigure, parts: Sentence["figures"]): Check {
  const computed = parts.reduce((value, [, part]) => value + (part.value ?? 0), 0);
  const steps = [total, ...parts.map(([, part]) => part)].map(halfStep);
  const tolerance = steps.every((step) => step === 0.5) ? 0 : steps.reduce((all, step) => all + step, 0);
  return check("parts-sum", total.value ?? 0, computed, tolerance, [index, ...parts.map(([i]) => i)]);
}

/** Shares of one whole come to 100 %: 分别占50%、30%和20%. */
export function sharesSum(sentence: Sentence): Check[] {
  const shares = sentence.figures.filter(
    ([, f]) => f.unit === "%" && f.value !== null && f.comparison === null && f.qualifier === null && f.value <= 100,
  );
  if (shares.length < WHOLE || !shares.some(([, f]) => /占|比重|比例为/.test(before(sentence, f)))) return [];
  const computed = shares.reduce((value, [, share]) => value + (share.value ?? 0), 0);
  const tolerance = shares.reduce((all, [, share]) => all + halfStep(share), 0);
  const found = check(
    "shares-sum",
    100,
    computed,
    tolerance,
    shares.map(([i]) => i),
  );
  const together = shares.every(
    ([, f], i) =>
      i === 0 ||
      /^[^，,。；;]{0,16}[、，,和及与；;]{0,2}[^，,。；;]{0,14}$/.test(
        between(sentence, shares[i - 1]?.[1] as TextFigure, f),
      ),
  );
  if (found.holds) return [found];
  if (Math.abs(computed - 100) <= 4) return [found];
  return together && DISTRIBUTED.test(sentence.text) && 85 <= computed && computed <= 115 ? [found] : [];
}

const DISTRIBUTED = /分别占|占比分别|比重分别|比例分别/;

/** The words of the sentence between two figures. */
export function between(sentence: Sentence, a: TextFigure, b: TextFigure): string {
  return sentence.text.slice(a.end - sentence.start, b.start - sentence.start);
}

/** The words of the sentence right before a figure. */
export function before(sentence: Sentence, figure: TextFigure): string {
  const end = figure.start - sentence.start;
  return sentence.text.slice(Math.max(0, end - 24), end);
}
