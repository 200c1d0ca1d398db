import type { DocumentRecord, Span } from "@zongjie/document";

/** Letters of a unit at least and at most: shorter sentences go together, longer ones are cut behind a clause. */
const LEAST = 16;
const MOST = 180;

const SENTENCE = /[^。！？；!?;]+[。！？；!?;]*[”’」』）)》】]*/g;
const CLAUSE = /[^，,、：:\s]{1,180}[，,、：:\s]*/g;

/** A sentence or two of a document, by which copies are looked for. `bare` holds letters and digits only, NFKC. */
export interface Unit extends Span {
  readonly document: number;
  readonly bare: string;
}

/**
 * Cuts the blocks of a document into units; short blocks (headings) give none. Linear.
 *
 *     一是加强领导，成立专班，局长任组长。二是压实责任，层层签订责任书。
 *     └──── unit ──────────────────────┘└──── unit ─────────────────┘
 */
export function cutUnits({ text, blocks }: Pick<DocumentRecord, "text" | "blocks">, document: number): Unit[] {
  return blocks.flatMap((block) => {
    if (isShort(text, block)) return NO_UNITS;
    const pieces = piecesOf(text.slice(block.start, block.end));
    const units: Unit[] = [];
    let start = block.start;
    let bare = "";
    for (const [i, piece] of pieces.entries()) {
      bare += bareText(piece.text);
      const last = i === pieces.length - 1;
      if (bare.length < LEAST && !last) continue;
      const end = last ? block.end : block.start + piece.end;
      const before = units.at(-1);
      if (LEAST <= bare.length) units.push({ document, start, end, bare });
      else if (before !== undefined) units[units.length - 1] = { ...before, end, bare: before.bare + bare };
      start = end;
      bare = "";
    }
    return units;
  });
}

const NO_UNITS: readonly Unit[] = [];

/** True for a block that has too few letters for a unit, whatever they are; NFKC makes none of these longer. */
function isShort(text: string, { start, end }: Span): boolean {
  if (LEAST <= end - start) return false;
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i);
    if (0x7f < unit && (unit < 0x4e00 || 0x9fff < unit) && (unit < 0x3000 || 0x303f < unit)) return false;
  }
  return true;
}

/** Letters and digits of a text, NFKC: `２０２１年，全县` → `2021年全县`. */
export function bareText(text: string): string {
  return text.normalize("NFKC").replace(/[^\p{L}\p{N}]/gu, "");
}

/** Sentences of a block, those that are too long cut behind a clause; `end` counts in the block. */
function piecesOf(block: string): { text: string; end: number }[] {
  return [...block.matchAll(SENTENCE)].flatMap((m) => {
    const end = m.index + m[0].length;
    if (m[0].length <= MOST) return [{ text: m[0], end }];
    const out: { text: string; end: number }[] = [];
    for (const clause of m[0].matchAll(CLAUSE)) {
      const last = out.at(-1);
      const to = m.index + clause.index + clause[0].length;
      if (last !== undefined && last.text.length + clause[0].length <= MOST)
        out[out.length - 1] = { text: last.text + clause[0], end: to };
      else out.push({ text: clause[0], end: to });
    }
    return out;
  });
}
