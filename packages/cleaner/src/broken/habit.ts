import { gramsOf } from "../junction.ts";
import { isFinished, type Line, markerStyle } from "../line.ts";

/** How a document sets its paragraphs apart, and what its lines have in common: by this a stray line end is known. */
export interface Habit {
  readonly lines: readonly Line[];
  /** Paragraphs are set in, or divided by a blank line. */
  readonly indented: boolean;
  readonly spaced: boolean;
  /** Share of lines without an end mark. */
  readonly open: number;
  /** Lines that begin with a marker of one style, or with none (""): how many there are, and how many have no end mark. */
  readonly styles: ReadonlyMap<string, readonly [number, number]>;
  /** Does this stand in the text? Three or four characters. */
  readonly holds: (part: string) => boolean;
}

/** Reads how a document's paragraphs are set apart. `lines`: those with text, in order. */
export function habitOf(text: string, lines: readonly Line[]): Habit {
  let ends = 0;
  let indented = 0;
  let spaced = 0;
  let open = 0;
  const styles = new Map<string, [number, number]>();
  for (const [i, line] of lines.entries()) {
    const next = lines[i + 1];
    const bare = !isFinished(line.text);
    if (bare) open++;
    const style = markerStyle(line.text);
    const count = styles.get(style) ?? [0, 0];
    styles.set(style, [count[0] + 1, count[1] + (bare ? 1 : 0)]);
    if (next === undefined || !/[。！!？?；;]$/.test(line.text)) continue;
    ends++;
    if (line.end + 1 < next.start) spaced++;
    if (next.start < next.at) indented++;
  }
  const most = (count: number): boolean => 2 < ends && 0.8 * ends <= count;
  const share = open / Math.max(1, lines.length);
  return { lines, indented: most(indented), spaced: most(spaced), open: share, styles, holds: gramsOf(text) };
}
