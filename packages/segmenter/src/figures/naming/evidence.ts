import { type WordIndex, wordIndex } from "@zongjie/lexicon";
import type { Look } from "./look.ts";

/** What is looked at around a place: characters before and behind, words, their parts of speech, words across. */
export const EDGE_SIGNS = ["-1", "+1", "-2", "+2", "-w", "+w", "c", "-p", "+p", "pp", "x", "x3"] as const;

/**
 * Tells what speaks for a place as the beginning or the end of a name: an index of `EDGE_SIGNS` and what was seen.
 *
 *     新增|就业     -1 增, +1 就, -w 新增, +w 就业 …
 */
export function visitEdge(text: string, at: number, tell: (sign: number, seen: string) => void): void {
  const index = wordIndex();
  const before = text[at - 1] ?? BORDER;
  const behind = text[at] ?? BORDER;
  const left = wordBefore(index, text, at);
  const right = wordFrom(index, text, at);
  tell(0, before);
  tell(1, behind);
  tell(2, (text[at - 2] ?? BORDER) + before);
  tell(3, behind + (text[at + 1] ?? BORDER));
  tell(4, left.text);
  tell(5, right.text);
  tell(6, classOf(before) + classOf(behind));
  tell(7, left.part + left.text.length);
  tell(8, right.part + right.text.length);
  tell(9, left.part + right.part);
  if (at === 0) return;
  const across = index.words[index.at(text, at - 1, at + 1)];
  if (across !== undefined) tell(10, costOf(across));
  if ((1 < at && index.at(text, at - 2, at + 1) !== -1) || index.at(text, at - 1, at + 2) !== -1) tell(11, "1");
}

/** What stands before and behind a text: it begins and ends as a line does. */
const BORDER = "\n";

/** The word that ends or begins at a place, of two to four characters, else the character itself. */
interface Beside {
  readonly text: string;
  /** `?` where it is no word. */
  readonly part: string;
}

function wordBefore(index: WordIndex, text: string, end: number): Beside {
  const alone = text.slice(Math.max(0, end - 1), end);
  return index.words[index.before(text, end)] ?? { text: alone, part: partOf(index, alone) };
}

function wordFrom(index: WordIndex, text: string, start: number): Beside {
  const alone = text.slice(start, start + 1);
  return index.words[index.from(text, start)] ?? { text: alone, part: partOf(index, alone) };
}

/** The part of speech of a character that stands alone. */
export function partOf(index: WordIndex, c: string): string {
  return index.words[index.at(c, 0, 1)]?.part ?? NO_WORD;
}

/** The part of speech of what is no word. */
export const NO_WORD = "?";

/** How common a word is, in steps. */
export function costOf({ cost }: { readonly cost: number }): string {
  return String(Math.round(cost));
}

/** The kind of a character: 汉 for Han, 9 for a digit, a for a Latin letter, else itself. */
export function classOf(c: string): string {
  if ("\u4e00" <= c && c <= "\u9fff") return "汉";
  return "0" <= c && c <= "9" ? "9" : ("a" <= c && c <= "z") || ("A" <= c && c <= "Z") ? "a" : c;
}

/** Takes a thing that is said of a figure: what it is about, and one to three words. */
export type TellFigure = (about: string, one: string, two?: string, three?: string) => void;

/** Tells what a figure is and what stands around it: says in which stretch its name is to be looked for. */
export function visitFigure(
  { text, quantities, at, clause, named, behind, change, before }: Look,
  tell: TellFigure,
): void {
  const figure = quantities[at] as (typeof quantities)[number];
  const { kind, unit, outerStart, outerEnd } = figure;
  const bare = truth(named.start === named.end);
  const discrete = truth(figure.discrete);
  const beside = outerEnd < behind ? classOf(text[outerEnd] as string) : "0";
  const index = wordIndex();
  const left = wordBefore(index, text, change?.start ?? outerStart);
  const right = wordFrom(index, text, outerEnd);
  const leftPart = left.part === NO_WORD ? classOf(left.text[0] ?? BORDER) : left.part;
  const rightPart = behind <= outerEnd ? "0" : right.part === NO_WORD ? classOf(right.text[0] ?? BORDER) : right.part;
  tell("unit", unit);
  tell("kind", kind);
  tell("named", count(named.end - named.start, 4));
  tell("kind", kind, bare);
  tell("behind", text.slice(outerEnd, outerEnd + 2));
  tell("behind", text.slice(outerEnd, outerEnd + 1));
  tell("part", leftPart);
  tell("behind part", rightPart);
  tell("before", text.slice(Math.max(0, outerStart - 2), outerStart));
  tell("before", text.slice(Math.max(clause, outerStart - 3), outerStart));
  tell("thing", discrete, beside, bare);
  tell("joint", text[clause - 1] ?? BORDER);
  tell("change", truth(change !== null), bare);
  tell("first", truth(before.metric === ""));
  tell("opens", wordFrom(index, text, clause).text);
  tell("word", left.text);
  tell("behind", right.text);
  tell("thing", discrete, rightPart, bare);
  tell("parts", discrete, leftPart, rightPart);
  tell("thing", unit, rightPart);
  const last = quantities[at - 1];
  const next = quantities[at + 1];
  if (last !== undefined) {
    const away = outerStart - last.outerEnd;
    tell("same", truth(last.unit === unit), bare);
    tell("kinds", last.kind, kind, bare);
    tell("sentence", truth(endsBetween(text, last.outerEnd, Math.min(outerStart, last.outerEnd + GAP))), bare);
    tell("gap", count(away, 6));
    if (away <= 5) tell("gap", text.slice(last.outerEnd, outerStart));
  }
  if (next !== undefined) tell("next", count(next.outerStart - outerEnd, 5));
  const dense = density(quantities, at);
  tell("dense", dense, bare);
  tell("dense", dense, discrete, rightPart);
  tell("dense", dense, kind, bare);
  tell("dense", dense, unit);
}

/** How many figures around one the density of figures is taken from, before and behind. */
const AROUND = 6;
/** So many characters to a figure, in steps. */
const SPACED = [30, 60, 120];

/** How dense with figures the text is around one: statistics say first what is measured, reports behind the number. */
function density(quantities: Look["quantities"], at: number): string {
  const first = Math.max(0, at - AROUND);
  const last = Math.min(quantities.length - 1, at + AROUND);
  const [from, to] = [quantities[first], quantities[last]];
  if (from === undefined || to === undefined || first === last) return String(SPACED.length);
  const each = (to.outerStart - from.outerStart) / (last - first);
  return count(SPACED.filter((most) => most < each).length, SPACED.length);
}

/** What is said of a figure, in words. */
export function figureEvidence(look: Look): string[] {
  const out: string[] = [];
  visitFigure(look, (...words) => out.push(words.join(" ")));
  return out;
}

function truth(it: boolean): string {
  return it ? "1" : "0";
}

const COUNTS = Array.from({ length: 10 }, (_, n) => String(n));

/** A number, `most` for all above. */
function count(n: number, most: number): string {
  return COUNTS[Math.min(n, most)] ?? String(n);
}

/** Whether a sentence ends in a piece of a text. */
function endsBetween(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (ENDS.has(text[at] as string)) return true;
  return false;
}

const ENDS = new Set("。！？!?\n；;");

/** How far back the end of the sentence before is looked for. */
const GAP = 200;

/** What a name holds, bit by bit: 的, a 、, another sign, a digit. */
export const HOLDS: ReadonlyMap<string, number> = new Map([
  ["的", 1],
  ["、", 2],
  ...[..."，,：:（(“"].map((c) => [c, 4] as const),
  ...[..."0123456789"].map((c) => [c, 8] as const),
]);

/** The extent of a name. */
export interface Extent {
  /** Length, in UTF-16 units. */
  readonly size: number;
  /** How far from the figure it stands. */
  readonly away: number;
  /** Whether it begins and ends where its stretch does. */
  readonly opens: boolean;
  readonly closes: boolean;
  /** What it holds: bits of `HOLDS`. */
  readonly held: number;
}

/** What the extent of a name says. */
export function extentEvidence({ size, away, opens, closes, held }: Extent): string[] {
  const out = [`long ${step(size)}`, `away ${step(away)}`, `opens ${opens}`, `closes ${closes}`];
  if (held & 1) out.push("的");
  if (held & 2) out.push("、");
  if (held & 4) out.push("sign");
  if (held & 8) out.push("digit");
  return out;
}

/** From this distance on all is far. */
export const FAR = 20;

function step(n: number): number {
  return n <= 8 ? n : n <= 10 ? 10 : n <= 13 ? 13 : n <= 17 ? 17 : FAR;
}

/** A name that ends before, at and behind the words that lead to a figure, or its change. */
export const LEADS = ["leads -1", "leads 0", "leads 1"] as const;
export const CHANGES = ["change -1", "change 0", "change 1"] as const;

/** A name that ends no farther before its figure is told by the words between them. */
const NEXT = 5;

/** What is told of a name that ends farther off. */
export const GAP_LONG = "gap long";

/** The words between a name and its figure, that there are many, and how it stands to what leads to the figure and to its change. */
export interface Gap {
  /** Null where there are many. */
  readonly words: string | null;
  /** -1 to 1: the name ends before, at or behind the words that lead to the figure. */
  readonly leads: number;
  /** The same of its change; null where it has none. */
  readonly change: number | null;
}

/** What stands between a name that ends at a place and the figure that it stands before. */
export function gapOf({ text, quantities, at, named, change }: Look, end: number): Gap {
  const start = (quantities[at] as (typeof quantities)[number]).outerStart;
  return {
    words: start - end <= NEXT ? text.slice(end, start) : null,
    leads: Math.sign(end - named.end),
    change: change === null ? null : Math.sign(end - change.start),
  };
}

/** The same in words. */
export function gapEvidence(look: Look, end: number): string[] {
  const { words, leads, change } = gapOf(look, end);
  const out = [words === null ? GAP_LONG : `gap ${words}`, LEADS[1 + leads] as string];
  if (change !== null) out.push(CHANGES[1 + change] as string);
  return out;
}

/** What speaks for a name that was given before. */
export function givenEvidence(name: string): string[] {
  return ["given", `long ${step(name.length)}`];
}

/** Whether a stretch of the text says again what the figure before, or the sentence, is about. */
export function isEcho({ written, before: { metric, topic } }: Look, start: number, end: number): boolean {
  const size = end - start;
  return (
    (metric.length === size && written.startsWith(metric, start)) ||
    (topic.length === size && written.startsWith(topic, start))
  );
}
