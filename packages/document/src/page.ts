import { type Pieces, rewrite } from "./pieces.ts";
import type { Span } from "./span.ts";

/** One change of a text: `{ start: 1, end: 2, insert: ".", rule: "number.decimal-comma" }` makes `1、38亿元` to `1.38亿元`. */
export interface Edit extends Span {
  readonly insert: string;
  /** Id of the rule that asked for the change. */
  readonly rule: string;
  /** One of the contract's ledger reasons; the stage's own where it is left out. */
  readonly reason?: string;
  /** How sure it is that the change is right, 0–1; left out where there is nothing to doubt. */
  readonly confidence?: number;
}

/** What one stage changed, over the text that stood before it. */
export interface Revision {
  readonly stage: string;
  readonly edits: readonly Edit[];
}

/** A page is never changed, only revised: `raw` stays, `text` is what the revisions made of it. */
export interface Page {
  readonly id: string;
  readonly raw: string;
  readonly text: string;
  readonly revisions: readonly Revision[];
  /** How `raw` and `text` correspond; kept so that tracing needs no replay. */
  readonly pieces: Pieces;
}

/** A page before any stage: `page("p1", "一、工作总结")`. */
export function page(id: string, raw: string): Page {
  const pieces: Pieces = raw === "" ? [] : [{ start: 0, end: raw.length, insert: null, text: 0, edit: null }];
  return { id, raw, text: raw, revisions: [], pieces };
}

/**
 * The page after one more stage. Edits may come in any order and may touch, but not overlap.
 * @throws RangeError on overlapping edits or edits outside the text: a programmer's error
 */
export function revise(before: Page, stage: string, edits: readonly Edit[]): Page {
  const sorted = inOrder(edits, before.text.length);
  const revisions = [...before.revisions, { stage, edits: sorted }];
  if (sorted.length === 0) return { ...before, revisions };
  const layer = { number: before.revisions.length, stage };
  return { ...before, ...rewrite(before.pieces, before, layer, sorted), revisions };
}

/** Sorts edits and refuses overlaps; an insertion comes before a replacement that starts at the same place. */
function inOrder(edits: readonly Edit[], length: number): readonly Edit[] {
  const sorted = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  let at = 0;
  for (const edit of sorted) {
    if (edit.end < edit.start || length < edit.end) throw new RangeError(`edit outside the text: ${describe(edit)}`);
    if (edit.start < at) throw new RangeError(`edits overlap: ${describe(edit)} starts before ${at}`);
    at = edit.end;
  }
  return sorted;
}

function describe(edit: Edit): string {
  return `${edit.rule} ${edit.start}..${edit.end}`;
}

/** Applies edits to a plain text: what {@link revise} does to `text`, for stages that look ahead. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const out: string[] = [];
  let at = 0;
  for (const edit of inOrder(edits, text.length)) {
    out.push(text.slice(at, edit.start), edit.insert);
    at = edit.end;
  }
  out.push(text.slice(at));
  return out.join("");
}

/**
 * Where offsets (ascending) of a text stand after edits (sorted). An offset inside a removed range moves to its place;
 * `side` says whether an insertion at the offset itself stands before it (`after`) or behind it (`before`).
 */
export function carry(offsets: readonly number[], edits: readonly Edit[], side: "before" | "after"): number[] {
  const out: number[] = [];
  let shift = 0;
  let next = 0;
  for (const offset of offsets) {
    for (let edit = edits[next]; edit !== undefined; edit = edits[++next]) {
      const passed = side === "after" ? edit.end <= offset : edit.end <= offset && edit.start < offset;
      if (!passed) break;
      shift += edit.insert.length - (edit.end - edit.start);
    }
    const cut = edits[next];
    out.push((cut !== undefined && cut.start < offset ? cut.start : offset) + shift);
  }
  return out;
}
