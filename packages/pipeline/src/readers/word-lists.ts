import { visitXml } from "./word-xml.ts";

/** A level of a list: how its number is written and where it begins. */
export interface ListLevel {
  start: number;
  format: string;
  /** `（%1）`: each %n is the number of level n. */
  text: string;
  /** What stands behind the marker: tab, space or nothing. */
  suffix: string;
  /** The style of paragraph that is on this level. */
  style: string | null;
  /** True where all numbers of the marker are plain digits. */
  legal: boolean;
  /** False where it counts on when a higher level goes on. */
  restarts: boolean;
}

/** A definition of numbering: its levels, or the style of list that has them. */
interface ListKind {
  readonly levels: Map<number, ListLevel>;
  link: string | null;
}

/** A list of the text: what counts it, and where it begins anew. */
export interface List {
  kind: string;
  readonly starts: Map<number, number>;
  readonly levels: Map<number, ListLevel>;
}

/** What `word/numbering.xml` says. */
export interface Lists {
  readonly kinds: ReadonlyMap<string, ListKind>;
  readonly lists: ReadonlyMap<string, List>;
}

/** Reads `word/numbering.xml`: `<w:lvlText w:val="%1、"/>` of the levels of each list. */
export function readLists(part: string): Lists {
  const kinds = new Map<string, ListKind>();
  const lists = new Map<string, List>();
  let kind: ListKind | null = null;
  let list: List | null = null;
  let level: ListLevel | null = null;
  let place = 0;
  visitXml(part, {
    open({ name, attributes }, path) {
      const value = attributes["w:val"] ?? "";
      if (name === "w:abstractNum") {
        kind = { levels: new Map(), link: null };
        kinds.set(attributes["w:abstractNumId"] ?? "", kind);
      } else if (name === "w:num") {
        list = { kind: "", starts: new Map(), levels: new Map() };
        lists.set(attributes["w:numId"] ?? "", list);
      } else if (name === "w:abstractNumId" && list !== null) list.kind = value;
      else if (name === "w:numStyleLink" && kind !== null) kind.link = value;
      else if (name === "w:lvlOverride") place = Number(attributes["w:ilvl"] ?? 0);
      else if (name === "w:startOverride") list?.starts.set(place, Number(value));
      else if (name === "w:lvl") {
        const own = list?.levels ?? kind?.levels;
        // some programs write levels without their place, in order
        place = Number(attributes["w:ilvl"] ?? own?.size ?? 0);
        level = { start: 1, format: "decimal", text: "", suffix: "tab", style: null, legal: false, restarts: true };
        own?.set(place, level);
      } else if (level !== null && !path.includes("mc:Fallback")) readProperty(level, name, value);
    },
    close(name) {
      if (name === "w:lvl") level = null;
      else if (name === "w:num") list = null;
      else if (name === "w:abstractNum") kind = null;
    },
  });
  return { kinds, lists };
}

function readProperty(level: ListLevel, name: string, value: string): void {
  if (name === "w:start") level.start = Number(value);
  else if (name === "w:numFmt") level.format = value;
  else if (name === "w:lvlText") level.text = value;
  else if (name === "w:suff") level.suffix = value;
  else if (name === "w:pStyle") level.style = value;
  else if (name === "w:isLgl") level.legal = value !== "0" && value !== "false";
  else if (name === "w:lvlRestart") level.restarts = value !== "0";
}

/** Which list a paragraph is in, and on which level, from 0. */
export interface Numbered {
  readonly list: string | null;
  readonly level: number | null;
}

/** What `word/styles.xml` says of a style of paragraphs or lists. */
export interface Style extends Numbered {
  readonly name: string;
  readonly base: string | null;
}

/** Reads `word/styles.xml`: the names of styles, what they are based on and which list they are in. */
export function readStyles(part: string): Map<string, Style> {
  const styles = new Map<string, Style>();
  let style: { name: string; base: string | null; list: string | null; level: number | null } | null = null;
  visitXml(part, {
    open({ name, attributes }, path) {
      const value = attributes["w:val"] ?? "";
      if (name === "w:style") {
        style = { name: "", base: null, list: null, level: null };
        styles.set(attributes["w:styleId"] ?? "", style);
      } else if (style === null) return;
      else if (name === "w:name") style.name = value;
      else if (name === "w:basedOn") style.base = value;
      else if (path.at(-1) === "w:numPr" && name === "w:numId") style.list = value;
      else if (path.at(-1) === "w:numPr" && name === "w:ilvl") style.level = Number(value);
    },
    close(name) {
      if (name === "w:style") style = null;
    },
  });
  return styles;
}
