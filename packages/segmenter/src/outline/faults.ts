import { readMarker } from "./markers.ts";
import type { Heading, OutlineIssue } from "./types.ts";

/**
 * Faults of the numbering, at the marker that breaks it.
 *
 *     一、…  二、…  三、…  三、…  六、…
 *                         ^ ordinal-repeat
 *                                ^ ordinal-gap
 * An unnumbered heading between two numbered ones of its rank fills a gap by one.
 */
export function findFaults(text: string, headings: readonly Heading[]): OutlineIssue[] {
  const issues: OutlineIssue[] = [];
  const open: { rank: number; ordinal: number; level: number; start: number }[] = [];
  for (const heading of headings) {
    const marker = heading.marker === null ? null : readMarker(text, heading.start, true);
    while (open.length !== 0 && heading.rank < (open.at(-1)?.rank ?? 0)) open.pop();
    const last = open.at(-1);
    const span = { start: heading.start, end: Math.max(heading.markerEnd, heading.start + 1) };
    const same = last?.rank === heading.rank ? last : undefined;
    const counts = marker !== null && marker.style.heading !== "clause";
    const ordinal = counts ? marker.ordinal : (same?.ordinal ?? 0) + 1;
    const before = same?.ordinal ?? 0;
    if (counts && ordinal <= before) issues.push({ code: "outline.ordinal-repeat", span });
    else if (counts && before + 1 < ordinal) issues.push({ code: "outline.ordinal-gap", span });
    const above = same === undefined ? last : open.at(-2);
    if (same === undefined && above !== undefined && above.level + 1 < heading.level && heading.level !== 3)
      issues.push({ code: "outline.level-skip", span });
    if (same !== undefined) open.pop();
    open.push({ rank: heading.rank, ordinal, level: heading.level, start: heading.start });
  }
  return issues;
}
