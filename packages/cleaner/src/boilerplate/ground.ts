import type { LineFeatures } from "./features.ts";

/** Shortest prose that says whether the model knows the page's way of writing, in characters. */
const PROSE = 20;

/**
 * What the model may hold of the middle of a page's prose, as a probability of noise. On 88 saved report pages the
 * middle line stands below 0.03, on the hand-made ones below 0.07; on novels, essays and source code above 0.2.
 */
const AT_HOME = 0.1;

/**
 * Whether the line model knows the kind of text a page holds: it must take the page's own prose for a document's,
 * weighed by length. Of a page of source code or of a novel, whose every line it takes for noise, it is not asked.
 */
export function isHomeGround(lines: readonly LineFeatures[]): boolean {
  const prose = lines.filter(({ prose, text }) => prose && PROSE <= text.length).sort((a, b) => a.noise - b.noise);
  const half = prose.reduce((sum, { text }) => sum + text.length, 0) / 2;
  let sum = 0;
  for (const { text, noise } of prose) {
    sum += text.length;
    if (half <= sum) return noise < AT_HOME;
  }
  return true;
}
