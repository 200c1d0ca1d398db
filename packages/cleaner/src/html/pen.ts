import type { Edit } from "@zongjie/document";
import { type EntityNames, readEntity } from "./entity.ts";

/** What stands between two pieces of text: nothing, the sign of a power (10<sup>8</sup>), a blank, the tab between cells of a row, a line end. */
const GAPS = ["none", "power", "space", "cell", "line"] as const;
type Gap = (typeof GAPS)[number];

/** Where a text piece stands, as the lines want to know it. */
interface Place {
  /** Number of the innermost element. */
  readonly element: number;
  /** Whether it belongs to a link. */
  readonly link: boolean;
  /** Whether line ends and blanks of the source count. */
  readonly pre: boolean;
}

/** A line of the text as it is written. */
export interface PenLine {
  readonly start: number;
  end: number;
  /** Element of the line's first character. */
  readonly element: number;
  /** Characters without blanks; those of links. */
  chars: number;
  linkChars: number;
  links: number;
  cells: number;
  /** Fields and boxes of a form that stand on it. */
  controls: number;
}

const BLANKS = /[ \t\n\r\f\v\u00a0\u1680\u2000-\u200b\u2028\u2029\u202f\u205f\ufeff]+/y;
const BLANKS_OF_PRE = /[\r\u200b\ufeff]+/y;
/** Stops at `<`, so that no stretch is read far beyond its text; `<` itself is ink where it stands in a text. */
const INK = /[^ \t\n\r\f\v\u00a0\u1680\u2000-\u200b\u2028\u2029\u202f\u205f\u3000\ufeff&<]+|<+/y;
const WIDE_BLANKS = /\u3000+/y;

/** Characters between which a browser's blank for a line end of the source is none of the text's. */
const WIDE = /[\u2e80-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uff60]/;

/**
 * Writes the text of a page and the edits that make it of the source.
 *
 *     source  <p>一、 总结&amp;计划</p><p>二、
 *     text    一、 总结&计划⏎二、            edits: <p> → "", &amp; → &, </p><p> → ⏎
 *
 * All that stands between two inked stretches is one edit, so nothing is ever inserted where nothing stood.
 */
export interface Pen {
  /** Asks for a gap before the next ink; the strongest wish counts. `cells`: how many columns further on it stands. */
  want(gap: Gap, cells?: number): void;
  /** Ends a row of cells: those that were asked for since its last ink are empty ones. */
  endRow(): void;
  /** A field or a box of a form stands here, on the line that is written or the next one. */
  control(): void;
  /** Writes the source from `start` to `end`, which holds text and character references but no markup. */
  write(start: number, end: number, place: Place): void;
  /** Ends the page. */
  finish(): { edits: Edit[]; lines: PenLine[]; text: string };
}

export function pen(source: string): Pen {
  const edits: Edit[] = [];
  const lines: PenLine[] = [];
  const parts: string[] = [];
  const names: EntityNames = new Map();
  let length = 0;
  /** Up to here the source is settled. */
  let at = 0;
  let gap: Gap = "none";
  let blank: "none" | "space" | "break" = "none";
  let wide = 0;
  let tabs = 0;
  let behind = 0;
  let reference = false;
  let last = "";
  let linked = -1;
  let controls = 0;

  const put = (text: string): void => {
    parts.push(text);
    length += text.length;
  };

  /** What the blanks and tags since the last ink come to. */
  const separator = (start: number, next: string, pre: boolean): string => {
    if (lines.length === 0) return "\t".repeat(tabs);
    if (gap === "line") return `${"\t".repeat(behind)}\n${"\t".repeat(tabs)}`;
    if (gap === "power" && /\d/.test(last) && /[\d\-−]/.test(next)) return "^";
    if (gap === "cell") return "\t".repeat(tabs);
    if (gap === "space") return " ";
    if (0 < wide) return "\u3000".repeat(wide);
    if (blank === "none") return "";
    if (pre && start - at < 256 && /^[ \t]+$/.test(source.slice(at, start))) return source.slice(at, start);
    return blank === "break" && WIDE.test(last) && WIDE.test(next) ? "" : " ";
  };

  /** Settles the source up to `start`, where ink begins. */
  const settle = (start: number, place: Place, next: string): void => {
    const insert = separator(start, next, place.pre);
    if (start !== at && (insert.length !== start - at || !source.startsWith(insert, at)))
      edits.push({ start: at, end: start, insert, ...kindOf(source, at, start, reference) });
    put(insert);
    const above = lines.at(-1);
    if (above !== undefined) above.end += behind;
    if (gap === "line" || lines.length === 0) {
      const { element } = place;
      const begin = length - tabs;
      lines.push({ start: begin, end: length, element, chars: 0, linkChars: 0, links: 0, cells: 1 + tabs, controls });
    } else if (gap === "cell") (lines.at(-1) as PenLine).cells += tabs;
    gap = "none";
    [tabs, behind] = [0, 0];
    blank = "none";
    wide = 0;
    controls = 0;
    reference = false;
  };

  /** Ink from `start` to `end` that reads `text`; `kept` where it reads as it stands. */
  const ink = (start: number, end: number, text: string, place: Place, kept: boolean): void => {
    settle(start, place, text.charAt(0));
    if (!kept) edits.push({ start, end, insert: text, rule: "markup.entity", reason: "markup" });
    put(text);
    at = end;
    last = text.at(-1) as string;
    const line = lines.at(-1) as PenLine;
    line.end = length;
    line.chars += text.length;
    if (!place.link) return;
    line.linkChars += text.length;
    if (linked !== place.element) line.links++;
    linked = place.element;
  };

  const write = (start: number, end: number, place: Place): void => {
    for (let i = start; i < end; ) {
      const stop = (pattern: RegExp): number => {
        pattern.lastIndex = i;
        return pattern.test(source) ? Math.min(end, pattern.lastIndex) : i;
      };
      let to = stop(INK);
      if (i < to) {
        ink(i, to, source.slice(i, to), place, true);
        i = to;
        continue;
      }
      to = stop(WIDE_BLANKS);
      if (i < to) {
        wide += to - i;
        i = to;
        continue;
      }
      if (source[i] === "&") {
        const entity = readEntity(source, i, names);
        const stands = entity === null || end < entity.end;
        to = stands ? i + 1 : entity.end;
        const text = stands ? "&" : entity.text;
        if (text === "" || /^\s+$/.test(text) || text === "\u200b") {
          if (text === "\u3000") wide++;
          else if (text !== "" && text !== "\u200b" && blank === "none") blank = "space";
          reference = true;
        } else ink(i, to, text, place, stands);
        i = to;
        continue;
      }
      to = stop(place.pre ? BLANKS_OF_PRE : BLANKS);
      if (to === i) to = i + 1;
      const stretch = source.slice(i, Math.min(to, i + 4096));
      if (place.pre && stretch.includes("\n")) gap = "line";
      else if (/[\n\r]/.test(stretch)) blank = "break";
      else if (blank === "none" && /[^\u200b\ufeff]/.test(stretch)) blank = "space";
      i = to;
    }
  };

  return {
    control() {
      const line = lines.at(-1);
      // a field in the next cell belongs to the label before it
      if (line === undefined || (gap === "line" && !/[:：]/.test(last))) controls++;
      else line.controls++;
    },
    want(wish, cells = 1) {
      if (wish === "line") [controls, tabs] = [0, 0];
      if (wish === "cell") tabs += cells;
      if (wish === "cell" && cells === 0) return;
      if (GAPS.indexOf(gap) < GAPS.indexOf(wish)) gap = wish;
    },
    endRow() {
      if (gap !== "line") behind = tabs;
      tabs = 0;
    },
    write,
    finish() {
      if (at < source.length)
        edits.push({ start: at, end: source.length, insert: "", ...kindOf(source, at, source.length, reference) });
      return { edits, lines, text: parts.join("") };
    },
  };
}

/** Rule and reason of a gap: blanks alone are white space, tags and references are markup. */
function kindOf(source: string, start: number, end: number, reference: boolean): { rule: string; reason: string } {
  for (let i = start; i < end; i++)
    if (source[i] === "<") return { rule: "markup.tag", reason: "markup" };
    else if (!/\s|\u200b/.test(source[i] as string)) break;
  return reference
    ? { rule: "markup.entity", reason: "markup" }
    : { rule: "whitespace.collapse", reason: "whitespace" };
}
