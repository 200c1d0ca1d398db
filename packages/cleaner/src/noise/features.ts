import { markerOf } from "../line.ts";
import { normalLine } from "./normal.ts";

/** Longest run of characters that is a feature of its own. */
const LONGEST = 4;

/** Upper bounds of the buckets of a line's length, in characters. */
const LENGTHS = [2, 4, 6, 9, 14, 20, 30, 50, 80, 150];

/**
 * The features of a line, each once: runs of one to four characters of the normalised line (`^` begins, `$` ends it)
 * and its shape, which begins with `#`. `返回顶部` gives `^返`, `返回`, `顶部$`, …, `#length:1`, `#end:han`.
 */
export function lineFeatures(text: string): Set<string> {
  const out = new Set<string>();
  const line = `^${normalLine(text)}$`;
  for (let i = 0; i < line.length; i++) {
    const most = Math.min(LONGEST, line.length - i);
    for (let n = 1; n <= most; n++) out.add(line.slice(i, i + n));
  }
  out.delete("^");
  out.delete("$");
  for (const shape of lineShape(text)) out.add(shape);
  return out;
}

/** How a line looks, whatever it says: `一、基本情况` is `#marker:一、`, `#length:1`, `#end:han`, … */
function lineShape(text: string): string[] {
  const marker = markerOf(text);
  const stops = count(text, /[。；;！!？?]/g);
  const commas = count(text, /[，,、]/g);
  const out = [
    `#length:${bucket(text.length, LENGTHS)}`,
    `#end:${endOf(text)}`,
    `#stops:${bucket(stops, [0, 1, 2])}`,
    `#commas:${bucket(commas, [0, 1, 3])}`,
    `#blanks:${bucket(count(text, /[\s\u3000]+/g), [0, 1, 3])}`,
    `#digits:${share(text, /\d/g)}`,
    `#latin:${share(text, /[A-Za-z]/g)}`,
    `#han:${share(text, /\p{Script=Han}/gu)}`,
    `#bars:${bucket(count(text, /[|｜>＞»›→]/g), [0, 1])}`,
  ];
  if (marker !== "") out.push(`#marker:${marker.replace(/\d+/, "1").replace(/[二三四五六七八九十百]+/, "一").normalize("NFKC")}`);
  if (marker !== "" && 0 < stops) out.push("#marker-prose");
  if (/^[•·●○■□◆◇▪▶►»›★☆※\-*|├└]/.test(text)) out.push("#bullet");
  if (/^[^:：。，,]{1,8}[:：]/.test(text)) out.push(/[:：]$/.test(text) ? "#label-alone" : "#label");
  if (/^[[【(（《<].*[\]】)）》>]$/.test(text)) out.push("#wrapped");
  return out;
}

function endOf(text: string): string {
  const last = text.at(-1) ?? "";
  if (/\p{Script=Han}/u.test(last)) return "han";
  if (/\d/.test(last)) return "digit";
  return /[A-Za-z]/.test(last) ? "latin" : last.normalize("NFKC").slice(0, 1);
}

function count(text: string, pattern: RegExp): number {
  let found = 0;
  for (const _hit of text.matchAll(pattern)) found++;
  return found;
}

/** Sixths of the line that the pattern fills. */
function share(text: string, pattern: RegExp): number {
  return text.length === 0 ? 0 : Math.ceil((6 * count(text, pattern)) / text.length);
}

function bucket(value: number, bounds: readonly number[]): number {
  const found = bounds.findIndex((bound) => value <= bound);
  return found === -1 ? bounds.length : found;
}
