import { commonWordBefore, commonWordFrom, commonWords } from "@zongjie/lexicon";
import type { Look } from "./look.ts";

/** What is looked at around a place: characters before and behind, words, their parts of speech, words across. */
export const EDGE_SIGNS = ["-1", "+1", "-2", "+2", "-w", "+w", "c", "-p", "+p", "pp", "x", "x3"] as const;

/**
 * Tells what speaks for a place as the beginning or the end of a name: an index of `EDGE_SIGNS` and what was seen.
 *
 *     新增|就业     -1 增, +1 就, -w 新增, +w 就业 …
 */
export function visitEdge(text: string, at: number, tell: (sign: number, seen: string) => void): void {
  const words = commonWords();
  const before = text[at - 1] ?? "^";
  const behind = text[at] ?? "$";
  const [left, right] = [commonWordBefore(text, at), commonWordFrom(text, at)];
  const [leftPart, rightPart] = [words.get(left)?.part ?? "?", words.get(right)?.part ?? "?"];
  tell(0, before);
  tell(1, behind);
  tell(2, text.slice(Math.max(0, at - 2), at));
  tell(3, text.slice(at, at + 2));
  tell(4, left);
  tell(5, right);
  tell(6, classOf(before) + classOf(behind));
  tell(7, leftPart + left.length);
  tell(8, rightPart + right.length);
  tell(9, leftPart + rightPart);
  if (at === 0) return;
  const across = words.get(text.slice(at - 1, at + 1));
  if (across !== undefined) tell(10, String(Math.round(across.cost)));
  if ((1 < at && words.has(text.slice(at - 2, at + 1))) || words.has(text.slice(at - 1, at + 2))) tell(11, "1");
}

/** The kind of a character: 汉 for Han, 9 for a digit, a for a Latin letter, else itself. */
function classOf(c: string): string {
  if ("\u4e00" <= c && c <= "\u9fff") return "汉";
  return "0" <= c && c <= "9" ? "9" : ("a" <= c && c <= "z") || ("A" <= c && c <= "Z") ? "a" : c;
}

/** What a figure is and what stands around it: says in which stretch its name is to be looked for. */
export function figureEvidence({ text, quantities, at, clause, named, behind, change, before }: Look): string[] {
  const figure = quantities[at] as (typeof quantities)[number];
  const last = quantities[at - 1];
  const next = quantities[at + 1];
  const bare = named.start === named.end;
  const beside = figure.outerEnd < behind ? classOf(text[figure.outerEnd] as string) : "0";
  const words = commonWords();
  const [left, right] = [
    commonWordBefore(text, change?.start ?? figure.outerStart),
    commonWordFrom(text, figure.outerEnd),
  ];
  const [leftPart, rightPart] = [
    words.get(left)?.part ?? classOf(left[0] ?? "^"),
    figure.outerEnd < behind ? (words.get(right)?.part ?? classOf(right[0] ?? "$")) : "0",
  ];
  const out = [
    `kind ${figure.kind}`,
    `unit ${figure.unit}`,
    `discrete ${figure.discrete}`,
    `change ${change !== null}`,
    `named ${Math.min(named.end - named.start, 4)}`,
    `kind ${figure.kind} ${bare}`,
    `behind ${text.slice(figure.outerEnd, figure.outerEnd + 1)}`,
    `behind ${text.slice(figure.outerEnd, figure.outerEnd + 2)}`,
    `beside ${beside}`,
    `beside ${Math.min(behind - figure.outerEnd, 6)}`,
    `before ${text.slice(Math.max(0, figure.outerStart - 1), figure.outerStart)}`,
    `before ${text.slice(Math.max(0, figure.outerStart - 2), figure.outerStart)}`,
    `before ${text.slice(Math.max(clause, figure.outerStart - 3), figure.outerStart)}`,
    `thing ${figure.discrete} ${beside} ${bare}`,
    `joint ${text[clause - 1] ?? "^"}`,
    `change ${change !== null} ${bare}`,
    `first ${before.metric === ""}`,
    `opens ${commonWordFrom(text, clause)}`,
    `word ${left}`,
    `part ${leftPart}`,
    `behind ${right}`,
    `behind part ${rightPart}`,
    `thing ${figure.discrete} ${rightPart} ${bare}`,
    `parts ${figure.discrete} ${leftPart} ${rightPart}`,
    `thing ${figure.unit} ${rightPart}`,
  ];
  if (last !== undefined) {
    const gap = text.slice(last.outerEnd, Math.min(figure.outerStart, last.outerEnd + GAP));
    out.push(
      `same ${last.unit === figure.unit} ${bare}`,
      `kinds ${last.kind} ${figure.kind} ${bare}`,
      `sentence ${/[。！？!?\n；;]/.test(gap)} ${bare}`,
      `gap ${Math.min(figure.outerStart - last.outerEnd, 6)}`,
    );
    if (figure.outerStart - last.outerEnd <= 5) out.push(`gap ${gap}`);
  }
  if (next !== undefined) out.push(`next ${Math.min(next.outerStart - figure.outerEnd, 5)}`);
  return out;
}

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

/** What stands between a name and the figure that it stands before. */
export function gapEvidence({ text, quantities, at, named, change }: Look, end: number): string[] {
  const start = (quantities[at] as (typeof quantities)[number]).outerStart;
  const out = [`gap ${start - end <= 5 ? text.slice(end, start) : "long"}`, `leads ${Math.sign(end - named.end)}`];
  if (change !== null) out.push(`change ${Math.sign(end - change.start)}`);
  return out;
}

/** What speaks for a name that was given before. */
export function givenEvidence(name: string): string[] {
  return ["given", `long ${step(name.length)}`];
}

/** Whether a stretch of the text says again what the figure before, or the sentence, is about. */
export function isEcho({ written, before: { metric, topic } }: Look, start: number, end: number): boolean {
  return [metric, topic].some((name) => name.length === end - start && written.startsWith(name, start));
}
