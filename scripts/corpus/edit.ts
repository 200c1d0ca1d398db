import type { Figure } from "./annotation.ts";
import type { Repair } from "./canvas.ts";

/** A change to a block's text: [start, end) is shown as `insert`; `31支` shown as `xx支` also changes the figure, whose gold follows. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly insert: string;
  /** How a cleaner mends it; null where the text is to stay as it is shown. */
  readonly repair: Repair | null;
  /** What becomes of a figure of the block, by its index; `set: null` takes it out of the gold. */
  readonly figure?: { readonly index: number; readonly set: Partial<Figure> | null };
  /** The block loses the line break before it; insert is what stands there instead. */
  readonly glue?: true;
}

/** A stretch of a block as the page shows it; `repair` is undefined where the text is sound. */
export interface Segment {
  readonly start: number;
  readonly end: number;
  readonly show: string;
  readonly repair: Repair | null | undefined;
}

/** Cuts a block's text at its edits: `1.38亿` with `.` → `、` gives `1`, `、`, `38亿`. The edits are sorted and do not overlap. */
export function segments(text: string, edits: readonly Edit[]): Segment[] {
  const out: Segment[] = [];
  let at = 0;
  const sound = (end: number): void => {
    if (at < end) out.push({ start: at, end, show: text.slice(at, end), repair: undefined });
    at = end;
  };
  for (const edit of edits) {
    sound(edit.start);
    out.push({ start: edit.start, end: edit.end, show: edit.insert, repair: edit.repair });
    at = edit.end;
  }
  sound(text.length);
  return out;
}

/** The text of [start, end) as a good cleaner leaves it: repaired where that can be known, `20XX年` where not. */
export function settled(parts: readonly Segment[], start = 0, end: number = Number.POSITIVE_INFINITY): string {
  let out = "";
  for (const part of parts) {
    if (part.repair === undefined)
      out += part.show.slice(Math.max(0, start - part.start), Math.max(0, end - part.start));
    else if (inside(part, start, end)) out += part.repair?.after ?? part.show;
  }
  return out;
}

/** An insertion belongs to what stands on both sides of it, a replaced stretch to all that it touches. */
function inside(part: Segment, start: number, end: number): boolean {
  if (part.start === part.end) return start < part.start && part.end < end;
  return part.start < end && start < part.end;
}
