import type { List, ListLevel, Lists, Numbered, Style } from "./word-lists.ts";
import { wordNumeral } from "./word-numerals.ts";
import { visitXml } from "./word-xml.ts";

/** Deepest level that Word has, from 0. */
const DEEPEST = 8;

/**
 * Writes the automatic numbers of a Word text into it, as Word shows them: `一、` `（一）` `1.` before the first run of
 * each paragraph in a list. Bullets are no numbers and are left out, as a browser's are.
 */
export function writeNumbers(part: string, lists: Lists, styles: ReadonlyMap<string, Style>): string {
  const next = counter(lists, styles);
  const pieces: string[] = [];
  let copied = 0;
  let own: { style: string | null; list: string | null; level: number | null } | null = null;
  visitXml(part, {
    open({ name, attributes }, path) {
      const inside = path.at(-1);
      if (name === "w:pPr" && inside === "w:p") own = { style: null, list: null, level: null };
      else if (own === null) return;
      else if (name === "w:pStyle" && inside === "w:pPr" && path.at(-2) === "w:p")
        own.style = attributes["w:val"] ?? null;
      else if (inside !== "w:numPr" || path.at(-3) !== "w:p") return;
      else if (name === "w:numId") own.list = attributes["w:val"] ?? null;
      else if (name === "w:ilvl") own.level = Number(attributes["w:val"] ?? 0);
    },
    close(name, path, end) {
      if (name !== "w:pPr" || path.at(-1) !== "w:p" || own === null) return;
      // of two versions of a text box the library takes the second
      const marker = path.includes("mc:Choice") ? "" : next(own);
      own = null;
      if (marker === "") return;
      pieces.push(part.slice(copied, end), `<w:r><w:t xml:space="preserve">${escaped(marker)}</w:t></w:r>`);
      copied = end;
    },
  });
  pieces.push(part.slice(copied));
  return pieces.join("");
}

const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/** Gives the marker of each paragraph when they are asked for in order; empty for one without a number. */
function counter(
  lists: Lists,
  styles: ReadonlyMap<string, Style>,
): (paragraph: Numbered & { readonly style: string | null }) => string {
  /** Numbers reached, by definition and level; lists of one definition count on. */
  const reached = new Map<string, (number | undefined)[]>();
  const begun = new Set<string>();
  return (paragraph) => {
    const named = inherited(paragraph.style, styles);
    const id = paragraph.list ?? named.list;
    const list = id === null ? undefined : lists.lists.get(id);
    if (id === null || list === undefined) return "";
    const { kind, level: levelAt } = levelsOf(list, lists, styles);
    const level = paragraph.level ?? named.level ?? levelOfStyle(levelAt, paragraph.style) ?? 0;
    const own = levelAt(level);
    if (own === undefined || DEEPEST < level) return "";
    const numbers = reached.get(kind) ?? [];
    reached.set(kind, numbers);
    // a level that never stood counts as begun where a deeper one stands
    for (let at = 0; at <= level; at++) {
      const start = list.starts.get(at);
      const anew = start !== undefined && !begun.has(`${id}/${at}`);
      begun.add(`${id}/${at}`);
      const before = numbers[at];
      if (anew) numbers[at] = start;
      else if (before === undefined) numbers[at] = levelAt(at)?.start ?? 1;
      else if (at === level) numbers[at] = before + 1;
    }
    for (let deeper = level + 1; deeper <= DEEPEST; deeper++)
      if (levelAt(deeper)?.restarts !== false) numbers[deeper] = undefined;
    return markerOf(own, levelAt, numbers);
  };
}

/** `%1.%2` with the numbers reached, and a blank where the text would touch a digit or letter. */
function markerOf(own: ListLevel, levelAt: LevelAt, numbers: readonly (number | undefined)[]): string {
  if (own.format === "bullet" || own.text === "") return "";
  const marker = own.text.replace(/%([1-9])/g, (_, digit: string) => {
    const place = Number(digit) - 1;
    const format = own.legal ? "decimal" : (levelAt(place)?.format ?? "decimal");
    return wordNumeral(numbers[place] ?? 1, format);
  });
  if (marker.trim() === "" || own.suffix === "nothing") return marker.trim() === "" ? "" : marker;
  return /[\w.]$/.test(marker) || own.suffix === "space" ? `${marker} ` : marker;
}

type LevelAt = (level: number) => ListLevel | undefined;

/** The levels of a list, its own before those of its definition; a definition may stand in a style of lists. */
function levelsOf(
  list: List,
  { kinds, lists }: Lists,
  styles: ReadonlyMap<string, Style>,
): { kind: string; level: LevelAt } {
  let kind = list.kind;
  const seen = new Set<string>();
  for (let link = kinds.get(kind)?.link; link !== null && link !== undefined && !seen.has(kind); ) {
    seen.add(kind);
    kind = lists.get(styles.get(link)?.list ?? "")?.kind ?? kind;
    link = kinds.get(kind)?.link;
  }
  return { kind, level: (level) => list.levels.get(level) ?? kinds.get(kind)?.levels.get(level) };
}

/** The list and level that a style has, of its own or from what it is based on. */
function inherited(style: string | null, styles: ReadonlyMap<string, Style>): Numbered {
  let [list, level]: [string | null, number | null] = [null, null];
  const seen = new Set<string>();
  for (let id = style; id !== null && !seen.has(id); id = styles.get(id)?.base ?? null) {
    seen.add(id);
    list ??= styles.get(id)?.list ?? null;
    level ??= styles.get(id)?.level ?? null;
  }
  return { list, level };
}

function levelOfStyle(levelAt: LevelAt, style: string | null): number | null {
  if (style === null) return null;
  for (let level = 0; level <= DEEPEST; level++) if (levelAt(level)?.style === style) return level;
  return null;
}
