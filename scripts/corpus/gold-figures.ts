import type { Figure } from "./annotation.ts";
import { locate, type Piece } from "./canvas.ts";
import { settled } from "./edit.ts";
import type { Gold } from "./gold-record.ts";
import type { PlacedDocument } from "./page.ts";

/** Figures of a document in page offsets; metric, period and base are given as the page has them (period 20XX年 where the year is masked). */
export function goldFigures(
  document: PlacedDocument,
  doc: number,
  pieces: readonly Piece[],
): Gold["figures"][number][] {
  return document.blocks.flatMap((print, block) =>
    print.figures.map((figure) => {
      const shown = (words: string | null): string | null =>
        words === null ? null : asShown(document, block, figure, words);
      return {
        ...locate(pieces, doc, block, figure.start, figure.end),
        surface: settled(print.parts, figure.start, figure.end),
        value: figure.value,
        range: figure.range,
        unit: unitShown(document, block, figure),
        kind: figure.kind,
        qualifier: figure.qualifier,
        metric: shown(figure.metric),
        period: shown(figure.period),
        comparison:
          figure.comparison === null
            ? null
            : { base: shown(figure.comparison.base), direction: figure.comparison.direction },
        suspect: figure.suspect,
        likely: figure.likely,
        modality: figure.modality,
        optional: figure.optional,
        masked: figure.masked,
        doc,
        id: figure.id,
      };
    }),
  );
}

/** Words of the document as the page shows them: the mention nearest before the figure, else after it, else in an earlier block. */
function asShown(document: PlacedDocument, block: number, figure: Figure, words: string): string {
  if (words === "") return words;
  for (let b = block; 0 <= b; b--) {
    const source = document.blocks[b];
    if (source === undefined) continue;
    const text = originalOf(document, b);
    const before = b === block ? text.lastIndexOf(words, figure.start) : text.lastIndexOf(words);
    const at = before < 0 && b === block ? text.indexOf(words, figure.start) : before;
    if (0 <= at) return settled(source.parts, at, at + words.length);
  }
  return words;
}

/** The unit stands at the end of the surface, or somewhere in it. */
function unitShown(document: PlacedDocument, block: number, figure: Figure): string {
  const at = originalOf(document, block).slice(figure.start, figure.end).lastIndexOf(figure.unit);
  if (figure.unit === "" || at < 0) return figure.unit;
  return settled(document.blocks[block]?.parts ?? [], figure.start + at, figure.start + at + figure.unit.length);
}

/** A block's text as its document writes it, before the site dressed it; the line number tells which block it was. */
function originalOf(document: PlacedDocument, block: number): string {
  const line = document.blocks[block]?.block.line;
  return document.source.blocks.find((b) => b.line === line)?.text ?? "";
}
