import { readCue } from "./cue.ts";
import type { Walk } from "./walk.ts";

/** Lines under a headline in which an article's own byline stands. */
const BYLINE = 6;
/** Bylines are shorter, in characters. */
const LONGEST = 60;

/**
 * The line at which another article begins on a page that goes on without end, or -1: a headline dressed as the page's
 * own (`<h1 class="title">`), with a byline under it as under the first.
 *
 *     <h1 class="title">县防汛工作总结</h1> 云川日报 2024-05-01      the page's article
 *     <h1 class="title">乡村旅游三日记</h1> 某某 2023-06-01          another one
 */
export function findSequel(walk: Walk, headline: number): number {
  const first = walk.lines[headline];
  if (first === undefined) return -1;
  const dress = dressOf(walk, first.element);
  if (dress === null || !hasByline(walk, headline)) return -1;
  for (let i = headline + 3; i < walk.lines.length; i++) {
    const line = walk.lines[i];
    if (line === undefined || line.linkChars * 2 > line.chars || dressOf(walk, line.element) !== dress) continue;
    if (textOf(walk, i) !== textOf(walk, headline) && hasByline(walk, i)) return i;
  }
  return -1;
}

/** Tag and names of the heading that a line stands in; null for a line in none. */
function dressOf(walk: Walk, element: number): string | null {
  for (let at = element, up = 0; 0 < at && up < 3; at = walk.elements[at]?.parent ?? 0, up++) {
    const shown = walk.elements[at];
    if (shown !== undefined && /^h[1-3]$/.test(shown.tag) && (shown.tag === "h1" || shown.names !== ""))
      return `${shown.tag} ${shown.names} ${shown.depth}`;
  }
  return null;
}

/** Whether a line that reads like a byline stands soon under a headline. */
function hasByline(walk: Walk, headline: number): boolean {
  return walk.lines.slice(headline + 1, headline + 1 + BYLINE).some((line) => {
    return line.chars < LONGEST && readCue(walk.text.slice(line.start, line.end))?.reason === "byline";
  });
}

function textOf(walk: Walk, i: number): string {
  const line = walk.lines[i];
  return line === undefined ? "" : walk.text.slice(line.start, line.end).trim();
}
