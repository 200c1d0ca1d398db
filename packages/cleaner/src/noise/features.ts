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
  const line = boundedLine(text);
  for (let i = 0; i < line.length; i++) {
    const most = Math.min(LONGEST, line.length - i);
    for (let n = 1; n <= most; n++) out.add(line.slice(i, i + n));
  }
  out.delete("^");
  out.delete("$");
  for (const shape of lineShape(text)) out.add(shape);
  return out;
}

/** A normalised line between the marks of its ends: `^返回顶部$`. */
export function boundedLine(text: string): string {
  return `^${normalLine(text)}$`;
}

/** What the characters of a line are, counted. */
interface Census {
  stops: number;
  commas: number;
  blanks: number;
  digits: number;
  latin: number;
  bars: number;
}

const KINDS: readonly (keyof Census)[] = ["stops", "commas", "blanks", "digits", "bars", "latin"];

/** By character code, which of the kinds it is of, counted from 1; 0 for none. */
const KIND_OF: Uint8Array = new Uint8Array(65536);
for (const [k, characters] of [
  "。；;！!？?",
  "，,、",
  " \t\u3000\u00a0",
  "0123456789",
  "|｜>＞»›→",
  "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
].entries())
  for (const c of characters) KIND_OF[c.charCodeAt(0)] = k + 1;

/** Longest part of a line whose characters are counted. */
const COUNTED = 200;

/** How a line looks, whatever it says: `一、基本情况` is `#marker:一、`, `#length:2`, `#end:han`, … */
export function lineShape(text: string): string[] {
  const marker = markerOf(text);
  const seen: Census = { stops: 0, commas: 0, blanks: 0, digits: 0, latin: 0, bars: 0 };
  const size = Math.min(text.length, COUNTED);
  for (let i = 0; i < size; i++) {
    const kind = KIND_OF[text.charCodeAt(i)] as number;
    if (kind !== 0) seen[KINDS[kind - 1] as keyof Census]++;
  }
  const out = [
    `#length:${bucket(text.length, LENGTHS)}`,
    `#end:${endOf(text)}`,
    `#stops:${bucket(seen.stops, [0, 1, 2])}`,
    `#commas:${bucket(seen.commas, [0, 1, 3])}`,
    `#blanks:${bucket(seen.blanks, [0, 1, 3])}`,
    `#digits:${sixths(seen.digits, size)}`,
    `#latin:${sixths(seen.latin, size)}`,
    `#bars:${bucket(seen.bars, [0, 1])}`,
  ];
  if (marker !== "")
    out.push(
      `#marker:${marker
        .replace(/\d+/, "1")
        .replace(/[二三四五六七八九十百]+/, "一")
        .normalize("NFKC")}`,
    );
  if (marker !== "" && 0 < seen.stops) out.push("#marker-prose");
  if (/^[•·●○■□◆◇▪▶►»›★☆※\-*|├└]/.test(text)) out.push("#bullet");
  if (/^[^:：。，,]{1,8}[:：]/.test(text)) out.push(/[:：]$/.test(text) ? "#label-alone" : "#label");
  if (text.includes("\t")) out.push(/\t[\s\d.,%％+-]+$/.test(text) ? "#tabs-number" : "#tabs");
  if (/^[[【(（《<]/.test(text) && /[\]】)）》>]$/.test(text)) out.push("#wrapped");
  return out;
}

function endOf(text: string): string {
  const last = text.at(-1) ?? "";
  if ("\u4e00" <= last && last <= "\u9fff") return "han";
  if (/\p{Script=Han}/u.test(last)) return "han";
  if (/\d/.test(last)) return "digit";
  return /[A-Za-z]/.test(last) ? "latin" : last.normalize("NFKC").slice(0, 1);
}

/** Sixths of the line, the smallest share being one. */
function sixths(count: number, size: number): number {
  return size === 0 ? 0 : Math.ceil((6 * count) / size);
}

function bucket(value: number, bounds: readonly number[]): number {
  const found = bounds.findIndex((bound) => value <= bound);
  return found === -1 ? bounds.length : found;
}
