import type { Block, Role } from "@zongjie/document";
import { structureWords } from "@zongjie/lexicon";
import { assignRoles } from "../roles/roles.ts";
import { findBlocks, findRows } from "./blocks.ts";
import { findCandidates } from "./candidates.ts";
import { withConfidence } from "./confidence.ts";
import { dropContents } from "./contents.ts";
import { decode } from "./decode.ts";
import { findFaults } from "./faults.ts";
import { type Frame, findFrame } from "./frame.ts";
import { findItemFaults } from "./items.ts";
import { findLines } from "./lines.ts";
import { classify, type Numbered } from "./series.ts";
import { buildTree, type Draft, passage } from "./tree.ts";
import type { Heading, Line, Outline, OutlineHints } from "./types.ts";
import { findUnnumbered } from "./unnumbered.ts";

/**
 * The outline of one document's clean text (one block a line): title, blocks, section tree, addressee, signature, and
 * faults of its numbering. `findOutline("双拥工作总结\n一、加强领导\n…")`. Offsets count in the text.
 */
export function findOutline(text: string, hints: OutlineHints = {}): Outline {
  const lines = findLines(text);
  // 1. What stands around the body is no heading.
  const frame = findFrame(text, lines, hints.titleSpan);
  const rows = findRows(text, lines, hints.tableRows ?? []);
  const body = frame.body.filter((line) => !rows.has(line.start));
  const end = frame.body.at(-1)?.end ?? frame.title?.end ?? 0;
  // 2. Numbered headings: candidates, the best series, headings apart from list items.
  const candidates = dropContents(text, findCandidates(text, body));
  const numbered = classify(text, decode(candidates), end, new Set(hints.headingLines?.map((line) => line.start)));
  const listed = new Set(numbered.filter((place) => !place.heading).map((place) => place.candidate.line.start));
  // 3. Headings without a number.
  const marked = toHeadings(text, numbered);
  const taken = new Set([...listed, ...rows.keys()]);
  const unnumbered = findUnnumbered(text, { lines: body, numbered: marked, taken, hints: hints.headingLines ?? [] });
  const settled = settleLevels([...marked, ...unnumbered].sort((a, b) => a.start - b.start));
  const headings = withConfidence(text, settled);
  // 4. The tree, the passages without heading, and what each section does.
  const drafts = withPassages(text, frame, buildTree(text, headings, closingStart(text, frame, headings, end)), end);
  const title = frame.title === null ? null : { ...frame.title, text: text.slice(frame.title.start, frame.title.end) };
  const blocks: Block[] = findBlocks(text, lines, { frame, headings, listed, rows });
  const sections = assignRoles(text, drafts, { title: title?.text ?? null, kind: hints.kind ?? null });
  const { addressee, signature } = frame;
  const issues = [...findFaults(text, headings), ...findItemFaults(text)].sort((a, b) => a.span.start - b.span.start);
  return {
    title,
    blocks,
    sections,
    addressee,
    signature,
    issues,
  };
}

function toHeadings(text: string, numbered: readonly Numbered[]): Heading[] {
  return numbered.flatMap(({ candidate, heading }) => {
    if (!heading) return [];
    const { marker, head } = candidate;
    const title = text.slice(head.title.start, head.title.end);
    const { level, rank } = marker.style;
    const surface = text.slice(marker.start, marker.end);
    return [{ start: marker.start, end: head.end, markerEnd: marker.end, marker: surface, title, level, rank }];
  });
}

/** Gives a heading whose marker names no level (第一，) the one below the heading it stands under. */
function settleLevels(headings: readonly Heading[]): Heading[] {
  const open: Heading[] = [];
  return headings.map((heading) => {
    while (heading.rank <= (open.at(-1)?.rank ?? 0)) open.pop();
    const settled = heading.level === 0 ? { ...heading, level: (open.at(-1)?.level ?? 0) + 1 } : heading;
    open.push(settled);
    return settled;
  });
}

/** Adds 导语 before the first section, 结语, 附件 and 落款 behind the last. */
function withPassages(text: string, frame: Frame, sections: readonly Draft[], end: number): Draft[] {
  const start = frame.body[0]?.start ?? end;
  const out: (Draft | null)[] = [];
  const first = sections[0];
  const last = sections.at(-1);
  if (first === undefined || last === undefined) out.push(passage(text, start, end, "其他"));
  else out.push(passage(text, start, first.span.start, "导语"), ...sections, passage(text, last.span.end, end, "结语"));
  const signedFrom = frame.signed[0]?.index ?? Number.POSITIVE_INFINITY;
  const before = frame.annex.filter((line) => line.index < signedFrom);
  const behind = frame.annex.filter((line) => signedFrom < line.index);
  const roleOf = (lines: readonly Line[]): Role => (text.startsWith("附", lines[0]?.start ?? 0) ? "附件" : "其他");
  out.push(...passages(text, before, roleOf(before)), ...passages(text, behind, roleOf(behind)));
  out.push(...passages(text, frame.signed, "落款"));
  return out.filter((draft) => draft !== null).sort((a, b) => a.span.start - b.span.start);
}

function passages(text: string, lines: readonly Line[], role: Role): (Draft | null)[] {
  const first = lines[0];
  const last = lines.at(-1);
  return first === undefined || last === undefined ? [] : [passage(text, first.start, last.end, role)];
}

/** Where the closing passage begins: 总之，…… as the last paragraph of the last section; `end` where there is none. */
function closingStart(text: string, frame: Frame, headings: readonly Heading[], end: number): number {
  const last = headings.at(-1);
  if (last === undefined) return end;
  const behind = frame.body.filter((line) => last.end < line.start);
  const inline = text.slice(last.end, lineEnd(text, last.end)).trim() !== "";
  const { closing } = structureWords();
  for (const line of behind.slice(inline ? 0 : 1).slice(-2)) {
    if (closing.some((word) => text.startsWith(word, line.start))) return line.start;
  }
  return end;
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf("\n", from);
  return end === -1 ? text.length : end;
}
