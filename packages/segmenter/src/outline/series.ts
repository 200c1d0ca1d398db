import type { Candidate } from "./candidates.ts";
import { tells } from "./head.ts";
import { isBlank } from "./lines.ts";

/** A numbered place with its parent in the numbering, and whether it heads text or is itself the text. */
export interface Numbered {
  readonly candidate: Candidate;
  /** Index of the numbered place above it, -1 for none. */
  readonly parent: number;
  readonly heading: boolean;
}

/** Body text under a heading has at least so many characters. */
const BODY = 10;

/**
 * Tells headings from list items, series by series: the members of one numbering are mostly of one kind.
 *
 *     1、加强领导。⏎ 局党组……      heads text: a heading
 *     1、按时上报报表。⏎ 2、……     nothing under it: an item
 * Lines that start at an offset of `named` are headings because the markup says so.
 */
export function classify(
  text: string,
  accepted: readonly Candidate[],
  end: number,
  named: ReadonlySet<number> = new Set(),
): Numbered[] {
  const parents = findParents(accepted);
  const groups = new Map<string, number[]>();
  for (const [i, candidate] of accepted.entries()) {
    const key = `${parents[i]} ${candidate.marker.series}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [i]);
    else group.push(i);
  }
  const heading = accepted.map(() => false);
  for (const group of groups.values()) {
    // A run-in that opens one line only is no heading: its fellows stand inside the paragraph.
    if (group.length === 1 && accepted[group[0] as number]?.marker.style.level === 0) continue;
    const reads = group.map((i) => readMember(text, accepted, i, end));
    const heads = reads.filter((read) => read.heads).length;
    const lists = reads.filter((read) => read.lists).length;
    for (const [k, i] of group.entries()) {
      const read = reads[k];
      if (read === undefined) continue;
      const candidate = accepted[i] as Candidate;
      if (named.has(candidate.line.start) && candidate.atLineStart && candidate.head.form === "line") heading[i] = true;
      else heading[i] = read.heads ? lists <= heads : !read.lists && 0 < heads && lists <= heads;
    }
  }
  return accepted.map((candidate, i) => ({ candidate, parent: parents[i] ?? -1, heading: heading[i] ?? false }));
}

function findParents(accepted: readonly Candidate[]): number[] {
  const stack: number[] = [];
  return accepted.map((candidate, i) => {
    const { series, style } = candidate.marker;
    for (let top = accepted[stack.at(-1) ?? -1]; top !== undefined; top = accepted[stack.at(-1) ?? -1]) {
      if (top.marker.series !== series && top.marker.style.rank < style.rank) break;
      stack.pop();
    }
    const parent = stack.at(-1) ?? -1;
    stack.push(i);
    return parent;
  });
}

interface Read {
  /** Reads like a heading of its own right. */
  readonly heads: boolean;
  /** Reads like a list item. */
  readonly lists: boolean;
}

function readMember(text: string, accepted: readonly Candidate[], i: number, end: number): Read {
  const candidate = accepted[i] as Candidate;
  const { head, marker } = candidate;
  // A long text behind 一、 may be a heading that its body was glued to: its fellows decide.
  const glued = marker.style.rank <= 4 && head.form === "content";
  if (glued) return { heads: false, lists: false };
  if (marker.style.heading === "clause" || head.form === "content" || /[；;]/u.test(head.mark))
    return { heads: false, lists: true };
  const next = accepted[i + 1];
  const words = text.slice(head.title.start, head.title.end);
  const under = next !== undefined && marker.style.rank < next.marker.style.rank;
  const body = under || BODY <= countSigns(text, head.end, next?.marker.start ?? end);
  const top = marker.style.rank <= 4;
  if (head.form === "inline") {
    const limit = top ? 60 : 34;
    const fits = words.length <= limit && (top || !tells(words)) && !/[！!？?]/u.test(head.mark);
    return { heads: fits, lists: !fits };
  }
  if (body) return { heads: top || !tells(words) || head.mark === "", lists: !top && head.mark !== "" && tells(words) };
  return { heads: false, lists: head.mark !== "" || !top || 30 < words.length };
}

/** Characters that are no blanks, counted up to what a body needs. */
function countSigns(text: string, start: number, end: number): number {
  let count = 0;
  for (let i = start; i < end && count < BODY; i++) if (!isBlank(text.charCodeAt(i))) count++;
  return count;
}
