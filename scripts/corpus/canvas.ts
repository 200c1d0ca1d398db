import type { Reason, RepairType } from "./vocabulary.ts";

/** What a piece of a page is: the site's words, signs of markup, nothing, a document's marker `篇1：`, or text of a document's block. */
export type Mark =
  | { readonly kind: "noise"; readonly reason: Reason }
  | { readonly kind: "markup" }
  | { readonly kind: "blank" }
  | { readonly kind: "label"; readonly doc: number }
  | {
      readonly kind: "text";
      readonly doc: number;
      readonly block: number;
      readonly start: number;
      readonly end: number;
    };

/** What mends a damaged piece: `1、38亿元` has `、` → `.`; after is null where nobody can know. */
export interface Repair {
  readonly after: string | null;
  readonly type: RepairType;
}

/** A stretch of the page, [start, end) in UTF-16 units of the decoded source. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  readonly mark: Mark;
  readonly repair: Repair | null;
}

/** A page in the making; what is appended keeps its origin, so that gold offsets are exact by construction. */
export interface Canvas {
  readonly pieces: readonly Piece[];
  append(text: string, mark: Mark, repair?: Repair | null): void;
  raw(): string;
}

/** An empty canvas whose line ends are written as `newline`. */
export function canvas(newline: "\n" | "\r\n" = "\n"): Canvas {
  const pieces: Piece[] = [];
  const parts: string[] = [];
  let length = 0;
  return {
    pieces,
    append(text, mark, repair = null) {
      const written = newline === "\n" ? text : text.replaceAll("\n", newline);
      if (written === "" && repair === null && mark.kind !== "text") return;
      pieces.push({ start: length, end: length + written.length, mark, repair });
      parts.push(written);
      length += written.length;
    },
    raw: () => parts.join(""),
  };
}

/**
 * Where [start, end) of a block stands in the page, damaged pieces taken whole.
 *
 *     全年组织 3 1支。      block offsets 4–7
 *             ^-----        the blank before 3 stands outside, the one before 1 inside
 *
 * Throws a RangeError when no piece shows it.
 */
export function locate(
  pieces: readonly Piece[],
  doc: number,
  block: number,
  start: number,
  end: number,
): { start: number; end: number } {
  let [from, to] = [Number.POSITIVE_INFINITY, -1];
  for (const { start: rawStart, end: rawEnd, mark } of pieces) {
    if (mark.kind !== "text" || mark.doc !== doc || mark.block !== block) continue;
    const [low, high] = [Math.max(start, mark.start), Math.min(end, mark.end)];
    if (high <= low) continue;
    const exact = rawEnd - rawStart === mark.end - mark.start;
    from = Math.min(from, exact ? rawStart + low - mark.start : rawStart);
    to = Math.max(to, exact ? rawStart + high - mark.start : rawEnd);
  }
  if (to < 0) throw new RangeError(`no piece shows ${start}-${end} of block ${block} in document ${doc}`);
  return { start: from, end: to };
}
