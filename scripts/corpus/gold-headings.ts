import { locate, type Piece } from "./canvas.ts";
import { settled } from "./edit.ts";
import type { Spanned } from "./gold-record.ts";
import type { PlacedDocument } from "./page.ts";

const RUN_IN =
  /^(?:[一二三四五六七八九十]是|首先|其次|再次|最后|第[一二三四五六七八九十]+[、，,：:])[^。，,；;：:]*[。，,；;：:]?/;

/** Headings of a document in page offsets; a run-in 一是… at the start of a paragraph is one that nobody need find. */
export function goldHeadings(
  document: PlacedDocument,
  doc: number,
  pieces: readonly Piece[],
): (Spanned & Record<string, unknown>)[] {
  let enclosing = 0;
  return document.blocks.flatMap((print, i) => {
    const { block, parts } = print;
    const head = block.heading;
    if (head !== null) {
      if (!head.optional) enclosing = head.level;
      const next = document.blocks[i + 1];
      const lost =
        head.marker !== null &&
        parts[0]?.start === 0 &&
        parts[0].end === head.marker.length &&
        parts[0].show === "" &&
        parts[0].repair === null;
      return {
        ...locate(pieces, doc, i, 0, head.end),
        level: head.level,
        marker: lost ? null : head.marker,
        text: settled(parts, head.titleStart, head.titleStart + head.title.length),
        roles: head.roles,
        optional: head.optional,
        // a heading that lost the break after it has body text on its line
        inline: head.inline || (next !== undefined && next.glue !== null),
        doc,
      };
    }
    const runIn = block.type === "paragraph" ? RUN_IN.exec(block.text)?.[0] : undefined;
    if (runIn === undefined) return [];
    const marker = /^(?:.是|首先|其次|再次|最后|第[一二三四五六七八九十]+.)/.exec(runIn)?.[0] ?? "";
    const text = settled(parts, marker.length, runIn.replace(/[。，,；;：:]$/, "").length);
    return {
      ...locate(pieces, doc, i, 0, runIn.length),
      level: enclosing + 1,
      marker,
      text,
      roles: [],
      optional: true,
      inline: runIn.length < block.text.length,
      doc,
    };
  });
}
