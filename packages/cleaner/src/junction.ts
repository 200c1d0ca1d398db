import { commonWords } from "@zongjie/lexicon";

/** Characters on either side that are looked at, and the longest word. */
const SIDE = 6;
const LONGEST = 4;

/** What an unknown character costs, as a logarithm: as much as a word that stands once in 60 million. */
const UNKNOWN = -18;

const HAN = /[\u3400-\u9fff]/;

/** A word that lies over a junction: how much likelier the text is with it, as a logarithm; 0 and "" where there is none. */
export interface WordOver {
  readonly gain: number;
  readonly word: string;
}

/**
 * How much likelier a text is with a word that lies over a junction than with words that end there.
 *
 *     专项资金压|力大     压力, 9.6       健全制度|全年完成     0
 */
export function wordOver(left: string, right: string): WordOver {
  const text = left + right;
  const at = left.length;
  const words = commonWords();
  // best[i]: the likeliest words up to i; crossed[i]: the same with a word over the junction, `by` that word
  const best = new Float64Array(text.length + 1).fill(Number.NEGATIVE_INFINITY);
  const crossed = new Float64Array(text.length + 1).fill(Number.NEGATIVE_INFINITY);
  const by: string[] = [];
  best[0] = 0;
  for (let end = 1; end <= text.length; end++)
    for (let length = 1; length <= Math.min(LONGEST, end); length++) {
      const start = end - length;
      const word = text.slice(start, end);
      const cost = words.get(word)?.cost ?? (length === 1 ? UNKNOWN : Number.NEGATIVE_INFINITY);
      const over = start < at && at < end;
      if (!over) best[end] = Math.max(best[end] as number, (best[start] as number) + cost);
      const total = (over ? (best[start] as number) : (crossed[start] as number)) + cost;
      if (total <= (crossed[end] as number)) continue;
      crossed[end] = total;
      by[end] = over ? word : (by[start] ?? "");
    }
  const gain = (crossed[text.length] as number) - (best[text.length] as number);
  return Number.isFinite(gain) ? { gain, word: by[text.length] ?? "" } : { gain: 0, word: "" };
}

/** The gain of the word over a junction alone: `crossing("专项资金压", "力大")` is 9.6. */
export function crossing(left: string, right: string): number {
  return wordOver(left, right).gain;
}

/** The Chinese characters right before an offset, `SIDE` at most: `资金压` before `\n`. */
export function hanBefore(text: string, at: number): string {
  let start = at;
  while (0 < start && at - start < SIDE && HAN.test(text[start - 1] as string)) start--;
  return text.slice(start, at);
}

/** The Chinese characters from an offset on, `SIDE` at most. */
export function hanAfter(text: string, at: number): string {
  let end = at;
  while (end < text.length && end - at < SIDE && HAN.test(text[end] as string)) end++;
  return text.slice(at, end);
}

/** The likeliest words of a few characters: `全县有养老机构` → 全县 有 养老 机构. */
export function cutWords(text: string): string[] {
  const words = commonWords();
  const best = new Float64Array(text.length + 1).fill(Number.NEGATIVE_INFINITY);
  const from = new Int32Array(text.length + 1);
  best[0] = 0;
  for (let end = 1; end <= text.length; end++)
    for (let length = 1; length <= Math.min(LONGEST, end); length++) {
      const start = end - length;
      const cost = words.get(text.slice(start, end))?.cost ?? (length === 1 ? UNKNOWN : Number.NEGATIVE_INFINITY);
      if ((best[start] as number) + cost <= (best[end] as number)) continue;
      best[end] = (best[start] as number) + cost;
      from[end] = start;
    }
  const out: string[] = [];
  for (let end = text.length; 0 < end; end = from[end] as number) out.push(text.slice(from[end], end));
  return out.reverse();
}

/** Cells of the table of a text's groups of characters: so many a character, a power of two. */
const CELLS = 16;
const MOST = 1 << 24;

/**
 * Whether a group of three or four characters stands in a text without a line end in it: made in one pass, asked at no cost.
 * Now and then (once in `CELLS` questions at most) it says so of one that does not.
 */
export function gramsOf(text: string): (part: string) => boolean {
  let cells = 1024;
  while (cells < CELLS * text.length && cells < MOST) cells *= 2;
  const table = new Uint8Array(cells);
  for (let i = 0; i + 3 <= text.length; i++) {
    const three = mix(mix(mix(0, text.charCodeAt(i)), text.charCodeAt(i + 1)), text.charCodeAt(i + 2));
    table[three & (cells - 1)] = 1;
    if (i + 4 <= text.length) table[mix(three, text.charCodeAt(i + 3)) & (cells - 1)] = 1;
  }
  return (part) => {
    let hash = 0;
    for (let i = 0; i < part.length; i++) hash = mix(hash, part.charCodeAt(i));
    return (part.length === 3 || part.length === 4) && table[hash & (cells - 1)] === 1;
  };
}

function mix(hash: number, unit: number): number {
  const mixed = Math.imul(hash ^ unit, 0x9e3779b1);
  return mixed ^ (mixed >>> 15);
}
