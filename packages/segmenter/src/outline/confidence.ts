import { confidenceOf } from "@zongjie/lexicon";
import { likesHeading } from "../roles/score.ts";
import { tells } from "./head.ts";
import { isBlank } from "./lines.ts";
import type { Heading } from "./types.ts";

/** As much of a heading as its certainty is judged by. */
export type HeadingLook = Pick<Heading, "start" | "end" | "level" | "marker" | "title">;

/** Text under a heading has so many characters at least; words of a heading are seldom more than so many. */
const BODY = 15;
const SHORT = 8;
const LONG = 24;

/**
 * What is known of each heading once all are: how it is numbered, whether others of its rank stand beside it, whether it
 * has its line for itself, what its words are like.
 *
 *     一、加强领导          numbered:1, alone on its line, its series goes on
 *     二、共投入30万元。     numbered:1, tells
 */
export function headingFeatures(text: string, headings: readonly HeadingLook[]): string[][] {
  const series = new Map<string, number>();
  for (const { level, marker } of headings) {
    const key = `${level} ${marker === null}`;
    series.set(key, (series.get(key) ?? 0) + 1);
  }
  return headings.map((heading, i) => {
    const { start, end, level, marker, title } = heading;
    const out = [marker === null ? "plain" : `numbered:${level}`];
    if (!standsAlone(text, start - 1, -1)) out.push("inside");
    else if (!standsAlone(text, end, 1)) out.push("opens");
    const fellows = series.get(`${level} ${marker === null}`) ?? 1;
    out.push(fellows === 1 ? "single" : fellows === 2 ? "pair" : "series");
    const next = headings[i + 1]?.start ?? text.length;
    if (next - end < BODY) out.push("bare");
    if (title.length <= SHORT) out.push("short");
    if (LONG < title.length) out.push("long");
    if (tells(title)) out.push("tells");
    if (likesHeading(title)) out.push("words");
    if (/[。；;！!？?]$/u.test(text.slice(start, end))) out.push("stopped");
    return out;
  });
}

/** True where nothing but blanks stands from an offset to the line's end in one direction; looks at the blanks alone. */
function standsAlone(text: string, from: number, step: 1 | -1): boolean {
  let at = from;
  while (text[at] !== "\n" && isBlank(text.charCodeAt(at))) at += step;
  return at < 0 || at === text.length || text[at] === "\n";
}

/** Gives each heading its confidence. */
export function withConfidence(text: string, headings: readonly Heading[]): Heading[] {
  const features = headingFeatures(text, headings);
  return headings.map((heading, i) => ({ ...heading, confidence: confidenceOf("heading", features[i] ?? []) }));
}
