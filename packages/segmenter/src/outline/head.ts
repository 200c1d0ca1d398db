import type { Span } from "@zongjie/document";
import { roleWords, structureWords } from "@zongjie/lexicon";
import { isBlank, trimSpan } from "./lines.ts";

/** How a heading shares its line: alone, before body text, or not at all because it is itself content. */
type HeadForm = "line" | "inline" | "content";

/** The words behind a marker, up to where a heading would end. */
export interface Head {
  /** Words without the closing mark. */
  readonly title: Span;
  /** Where the heading ends, its closing mark included. */
  readonly end: number;
  readonly form: HeadForm;
  /** Closing mark: 。 ； ： or none. */
  readonly mark: string;
}

const STOP = /[。！？!?；;]/u;
/** Longest heading in characters: swept over the development pages, the longest real one has 58. */
const LONGEST = 64;

/**
 * Reads what stands behind a marker.
 *
 *     一、加强领导。局党组高度重视……
 *       ^   ^ ^ title.start, title.end, end; form inline
 */
export function readHead(text: string, from: number, lineEnd: number): Head {
  let start = from;
  while (start < lineEnd && isBlank(text.charCodeAt(start))) start++;
  const sentence = findStop(text, start, lineEnd);
  const stop = findGlue(text, start, sentence.at, lineEnd) ?? sentence;
  const title = trimSpan(text, start, stop.at);
  const mark = text.slice(stop.at, stop.end).trim();
  // where the line's next marker ends it, a blank may stand before that
  const end = mark === "" ? title.end : stop.end;
  const rest = trimSpan(text, end, lineEnd);
  const alone = rest.start === rest.end;
  const long = LONGEST < title.end - title.start;
  const form = long ? "content" : alone ? "line" : "inline";
  return { title, end, form, mark };
}

interface Stop {
  readonly at: number;
  readonly end: number;
}

/** The first place where a heading can end: a sentence end, a colon behind few words, a blank before a long text. */
function findStop(text: string, start: number, lineEnd: number): Stop {
  const limit = Math.min(lineEnd, start + LONGEST + 2);
  let quotes = 0;
  for (let i = start; i < limit; i++) {
    const sign = text.charAt(i);
    if (sign === "“" || sign === "《" || sign === "（" || sign === "(") quotes++;
    else if (sign === "”" || sign === "》" || sign === "）" || sign === ")") quotes = Math.max(0, quotes - 1);
    else if (STOP.test(sign)) return { at: i, end: closed(text, i + 1, lineEnd) };
    else if (quotes === 0 && (sign === "：" || sign === ":") && i - start <= 14 && endsLead(text, i, lineEnd))
      return { at: i, end: i + 1 };
    else if (quotes === 0 && isBlank(text.charCodeAt(i)) && endsHead(text, start, i, lineEnd)) return { at: i, end: i };
  }
  return { at: limit, end: limit };
}

/** A heading longer than this may be one that body text was glued to. */
const SUSPECT = 30;

/**
 * Where body text begins that was glued to a heading: at words that open a paragraph, or behind words that are a
 * heading of their own; null where neither stands there.
 *
 *     一、收入平稳增长全年共组织收入18.6亿元，……     三、工作要求各村要高度重视，……
 *                     ^                                        ^
 */
function findGlue(text: string, start: number, end: number, lineEnd: number): Stop | null {
  if (end - start <= SUSPECT && !tells(text.slice(start, end))) return null;
  const { opener, named } = glue();
  const words = text.slice(start, Math.min(end, start + SUSPECT));
  const opens = opener.exec(words)?.index ?? 0;
  const at = start + (opens < 4 ? (named.exec(words)?.[0].length ?? 0) : opens);
  return start < at && 20 <= lineEnd - at ? { at, end: at } : null;
}

let patterns: { readonly opener: RegExp; readonly named: RegExp } | undefined;

function glue(): NonNullable<typeof patterns> {
  if (patterns === undefined) {
    const headed = roleWords().roles.flatMap(({ heading }) => Object.entries(heading));
    const strong = headed.filter(([word, weight]) => 3 <= weight && 3 < word.length).map(([word]) => word);
    patterns = {
      opener: new RegExp(
        `(?<![，、,：:；;。“《（(\\s])(?:(?:19|20)[0-9_xX*]{2}年|${structureWords().opener.join("|")})`,
        "u",
      ),
      named: new RegExp(`^[\\u4e00-\\u9fff、]{0,10}(?:${strong.join("|")})(?=[\\u4e00-\\u9fff（(])`, "u"),
    };
  }
  return patterns;
}

function closed(text: string, at: number, lineEnd: number): number {
  let end = at;
  while (end < lineEnd && /[”’」』）)]/u.test(text.charAt(end))) end++;
  return end;
}

/** 一、指导思想：以…… — the colon ends a heading where a sentence follows, not another short phrase: 基本医疗：量增费降. */
function endsLead(text: string, colon: number, lineEnd: number): boolean {
  const rest = trimSpan(text, colon + 1, lineEnd);
  return rest.start === rest.end || 24 < rest.end - rest.start;
}

/**
 * 二、主要做法 根据要求，我局…… — a blank ends the heading where a whole sentence follows; a blank inside a phrase that
 * soon ends (工作重 在办实事。) is damage.
 */
function endsHead(text: string, start: number, blank: number, lineEnd: number): boolean {
  const words = blank - start;
  if (words < 2 || /[，、,：:]/u.test(text.charAt(blank - 1))) return false;
  let next = blank;
  while (next < lineEnd && isBlank(text.charCodeAt(next))) next++;
  if (/[，、,：:。；）)”》]/u.test(text.charAt(next))) return false;
  const far = text.slice(next, Math.min(lineEnd, next + 40));
  const stop = far.search(/[。！？!?；;]/u);
  return 24 <= far.length && (stop === -1 || 16 <= stop || 40 <= lineEnd - next) && /[，,。]/u.test(far);
}

/** Digits with a classifier, a doer or an aspect particle: a sentence that tells what was done, no heading. */
const TELLING =
  /[0-9０-９](?:[.．][0-9]+)?[余多]?(?:[万亿%％‰人名个次元台件户家项场所处份辆亩吨套座条]|万元)|我[们局院校镇县市区乡委公]|[成开召组举修建][^，,]{0,4}了|(?:下设|任组长)|^(?:由|凡是|若|如果|经过|经研究)/u;

/** Whether the words of a head read like a sentence of the body: `发放慰问金3万元，走访了45户`. */
export function tells(words: string): boolean {
  return TELLING.test(words) || 3 < (words.match(/[，,]/gu)?.length ?? 0);
}
