import {
  AlignmentType,
  DocumentGridType,
  Footer,
  type ISectionOptions,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
} from "docx";
import { FACES } from "./fonts.ts";

/** Twentieths of a point in a point. */
const TWIPS = 20;

/** Characters of body text on a line (GB/T 9704-2012, 5.2.3). */
export const LINE = 28;

/** 三号 in points. */
export const BODY_SIZE = 16;

/** 二号 in points. */
export const TITLE_SIZE = 22;

const FOOTER_SIZE = 14; // 四号

/** A4 and its margins in twips: 37, 35, 28 and 26 mm leave 156 × 225 mm for the text (5.2.1). */
const PAPER = { width: 11906, height: 16838 };
const MARGIN = { top: 2098, bottom: 1984, left: 1588, right: 1474 };
const TEXT_WIDTH = PAPER.width - MARGIN.left - MARGIN.right;

/** One line of the grid in twips: 22 of 579 are 12,738 of the 12,756 that are there; 580 would leave room for 21. */
export const LINE_PITCH = 579;

/** How far a character's place is from its size, in 4096ths of a point, rounded down so that 28 of them fit. */
const CHAR_SPACE = Math.floor((TEXT_WIDTH / TWIPS / LINE - BODY_SIZE) * 4096);

/** The width of so many characters of the grid in twips. */
export function characters(count: number): number {
  return Math.floor((count * TEXT_WIDTH) / LINE);
}

/** From the edge of the paper to the line of the page number in twips: its dashes stand 7 mm below the text (7.5). */
const FOOTER_EDGE = 1430;

/** The section that holds a draft: paper, grid and the page number, right on odd pages, left on even ones. */
export function sectionOf(children: ISectionOptions["children"]): ISectionOptions {
  return {
    properties: {
      page: {
        size: { ...PAPER, orientation: PageOrientation.PORTRAIT },
        margin: { ...MARGIN, header: 851, footer: FOOTER_EDGE, gutter: 0 },
      },
      grid: { type: DocumentGridType.LINES_AND_CHARS, linePitch: LINE_PITCH, charSpace: CHAR_SPACE },
    },
    footers: { default: footer("right"), even: footer("left") },
    children,
  };
}

/** — 1 — with the room of one character to the outer edge. */
function footer(side: "left" | "right"): Footer {
  const font = { ascii: FACES.song, hAnsi: FACES.song, eastAsia: FACES.song, cs: FACES.song, hint: "eastAsia" };
  const run = { font, size: 2 * FOOTER_SIZE };
  return new Footer({
    children: [
      new Paragraph({
        style: "Footer",
        alignment: side === "left" ? AlignmentType.LEFT : AlignmentType.RIGHT,
        indent: { [side]: FOOTER_SIZE * TWIPS },
        children: [
          new TextRun({ ...run, text: "— " }),
          new TextRun({ ...run, children: [PageNumber.CURRENT] }),
          new TextRun({ ...run, text: " —" }),
        ],
      }),
    ],
  });
}
