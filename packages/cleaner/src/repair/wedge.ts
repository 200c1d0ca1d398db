import type { Edit } from "@zongjie/document";
import { cutWords, gramsOf, hanAfter, hanBefore, wordOver } from "../junction.ts";

/** Something short and foreign between two Chinese characters: a mark, or letters that are no abbreviation. */
const WEDGE = /(?<=[\u3400-\u9fff])(?:[-－—―–_*＊·`'^~※▪▫●◆◇■□△☆★]|[a-z]{2,8})(?=[\u3400-\u9fff])/gu;

/** Marks that Chinese text sets between words itself, and the mask. */
const PROPER = /[—―–\-－·*＊]/;

/** Those of them that an author sets between words: 一个理念—以人为本. */
const DASH = /[—―–\-－]/;

/** What a range has at its ends: 一—三季度, 周一—周五. */
const RANGE = /[一二三四五六七八九十百千万年月日季周]/;

/** Log-odds that a word lies over the mark: so that the mark goes, and so that it counts for its like. */
const SURE = 6;
const LIKELY = 3;

/** A mark is a wedge of the document where so many of its kind cut words, and this share of them. */
const TIMES = 2;
const SHARE = 0.3;

interface Wedge {
  readonly at: number;
  readonly mark: string;
  readonly left: string;
  readonly right: string;
  /** Log-odds that a word lies over it, and the word. */
  readonly gain: number;
  readonly word: string;
}

/**
 * Marks that stand inside words: taken out where a word surely lies over them, where the page has the same stretch without
 * the mark, and where their like cut words elsewhere in the document.
 *
 *     下设党-支部37个 → 下设党支部37个          圆_满完成 → 圆满完成
 *     发生人―感染猪链球菌 → 人感染猪链球菌      (the page has 人感染猪链球菌 elsewhere)
 *     北京—上海   人—机系统   产-学-研   校-企合作   stay
 */
export function findWedges(text: string, { cutting, holds }: WedgeEvidence): Edit[] {
  return wedgesOf(text).flatMap((wedge) => {
    const { at, mark } = wedge;
    const cuts = cutting.has(mark) && !isPair(wedge) && (!DASH.test(mark) || 0 < wedge.gain);
    if (!cuts && !isSure(wedge) && !isElsewhere(wedge, holds)) return [];
    const reason = /[-－]/.test(mark) ? "hyphen-inserted" : "stray-char";
    return [{ start: at, end: at + mark.length, insert: "", rule: "stray.wedge", reason }];
  });
}

/** What a page shows of the marks in it. */
export interface WedgeEvidence {
  /** Marks that cut words again and again. */
  readonly cutting: ReadonlySet<string>;
  /** Does the page hold this stretch of text? */
  readonly holds: (stretch: string) => boolean;
}

/** Reads what a page shows: `_` cuts words where it stands inside so many of them. */
export function wedgeEvidence(page: string): WedgeEvidence {
  const kinds = new Map<string, { all: number; cut: number }>();
  for (const { mark, gain, word } of wedgesOf(page)) {
    const { all, cut } = kinds.get(mark) ?? { all: 0, cut: 0 };
    kinds.set(mark, {
      all: all + 1,
      cut: cut + (LIKELY <= gain && (2 < word.length || !DASH.test(mark) || SURE <= gain) ? 1 : 0),
    });
  }
  const cutting = [...kinds].filter(([, { all, cut }]) => TIMES <= cut && SHARE * all <= cut);
  let grams: ((part: string) => boolean) | undefined;
  let asked = 0;
  const holds = (stretch: string): boolean => {
    grams ??= gramsOf(page);
    if (!grams(stretch.slice(0, 4)) || !grams(stretch.slice(-4)) || ASKED <= asked) return false;
    asked++;
    return page.includes(stretch);
  };
  return { cutting: new Set(cutting.map(([mark]) => mark)), holds };
}

/** So many stretches are looked for in a page, which may be long. */
const ASKED = 200;

function wedgesOf(text: string): Wedge[] {
  const out: Wedge[] = [];
  for (const { index, 0: mark } of text.matchAll(WEDGE)) {
    const end = index + mark.length;
    const left = hanBefore(text, index);
    const right = hanAfter(text, end);
    const before = text[index - left.length - 1];
    // 产-学-研, 一—三季度, xx县
    if (
      /^x+$/.test(mark) ||
      (left.length < 5 && before === mark) ||
      (right.length < 5 && text[end + right.length] === mark)
    )
      continue;
    if (PROPER.test(mark) && (RANGE.test(left.slice(-1)) || RANGE.test(right.slice(0, 1)))) continue;
    out.push({ at: index, mark, left, right, ...wordOver(left, right) });
  }
  return out;
}

/** A word of two characters may be two that a mark joins (供-需), a longer one is cut. */
function isSure({ mark, gain, word }: Wedge): boolean {
  if (gain < SURE || /[a-z*＊]/.test(mark)) return false;
  return 2 < word.length || !PROPER.test(mark);
}

/** A mark between two of a kind, where it may be the author's: 城—乡, 幼儿园-小学校. */
function isPair({ mark, left, right, gain }: Wedge): boolean {
  if (LIKELY <= gain || !PROPER.test(mark)) return false;
  const one = cutWords(left).at(-1)?.length;
  return one === cutWords(right)[0]?.length && (left.length === one || right.length === one);
}

/** Has the page the stretch around a mark without it, four characters on one side? Not where the mark stands between two words. */
function isElsewhere({ mark, left, right }: Wedge, holds: (stretch: string) => boolean): boolean {
  const one = cutWords(left).at(-1)?.length === 1;
  const two = cutWords(right)[0]?.length === 1;
  if (one === two || /[a-z]/.test(mark)) return false;
  return (
    (3 < right.length && holds(left.slice(-1) + right.slice(0, 4))) ||
    (3 < left.length && holds(left.slice(-4) + right.slice(0, 1)))
  );
}
