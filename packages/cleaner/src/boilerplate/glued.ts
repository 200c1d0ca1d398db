import type { Edit } from "@zongjie/document";
import { shippedScorer } from "../noise/scorer.ts";
import { readTitle } from "../title.ts";
import { DATED, type LineFeatures } from "./features.ts";

/** From which probability on a piece of a line goes, and from which on what is left is taken for noise too. */
const PIECE = 0.96;
const REST = 0.5;

/** A piece says something; a number in a table's row does not. */
const WORDS = /\p{Script=Han}.*\p{Script=Han}/u;

/** Shortest line: four characters before a place, a piece of two. */
const SHORTEST = 6;

/** Longest piece, in characters, and how many places of a line are tried. */
const LONGEST = 90;
const PLACES = 6;

/**
 * What a website glued to the end or the beginning of a kept line, by the model.
 *
 *     清溪县2023年工作总结  2024-01-27 来源：县政府办      from the date on
 *     为实现目标而努力奋斗！（本文由某站首发）              the brackets
 *     本网讯（方圆）今年以来，我县……                      before 今年
 */
export function findGlued(line: LineFeatures): Edit[] {
  const out: Edit[] = [];
  const tail = cutTail(line);
  if (tail !== null) out.push(edit(line, tail, line.text.length));
  const head = cutHead(line, tail ?? line.text.length);
  if (head !== null) out.unshift(edit(line, 0, head));
  return out;
}

function edit(line: LineFeatures, from: number, to: number): Edit {
  const reason = shippedScorer().reason(line.text.slice(from, to).trim());
  return { start: line.at + from, end: line.at + to, insert: "", rule: "model.glued", reason };
}

/** Where a piece behind blanks, a stop or an opening bracket begins that the model knows; the earliest such place. */
function cutTail(line: LineFeatures): number | null {
  const { text } = line;
  if (text.length < SHORTEST) return null;
  const start = Math.max(0, text.length - LONGEST);
  const places: number[] = [];
  for (const { index, 0: found } of text
    .slice(start)
    .matchAll(
      line.prose
        ? /[。！!？?”](?=[\s\u3000]*\S)|(?<=[。！!？?”])[\s\u3000]*[（(【[]/g
        : /[\s\u3000]{1,8}(?=\S)|(?=[（(【[])/g,
    )) {
    const at = start + index + (/^[。！!？?”]/.test(found) ? 1 : 0);
    if (4 <= at && at < text.length - 1 && places.at(-1) !== at) places.push(at);
  }
  const scorer = shippedScorer();
  for (const at of places.slice(-PLACES)) {
    const piece = text.slice(at).trim();
    if (
      !WORDS.test(piece) ||
      (line.prose && !/[:：。！!…)）】\]]/.test(piece)) ||
      DATED.test(piece) ||
      scorer.probability(piece) < (line.prose ? PIECE + 0.02 : PIECE)
    )
      continue;
    if (readTitle(piece.replace(/^[\d\s]+/, "")) !== null) continue;
    if (REST <= scorer.probability(text.slice(0, at))) return null;
    return at;
  }
  return null;
}

/** Where the text begins behind a label in brackets or before blanks. */
function cutHead(line: LineFeatures, end: number): number | null {
  const found = /^(?:[【[（(][^】\]）)]{2,24}[】\]）)]|[^\s\u3000。，,]{2,16}[（(][^）)。]{2,24}[）)])[\s\u3000]*/.exec(
    line.text,
  );
  if (found === null || !WORDS.test(found[0]) || end <= found[0].length + 6) return null;
  const scorer = shippedScorer();
  if (scorer.probability(found[0].trim()) < PIECE || REST <= scorer.probability(line.text.slice(found[0].length, end)))
    return null;
  return found[0].length;
}
