import { FIGURE_KINDS, oneOf, QUALIFIERS, SUSPECTS } from "./vocabulary.ts";

/** A figure as its document annotates it; start and end are UTF-16 offsets in the block's text. */
export interface Figure {
  readonly start: number;
  readonly end: number;
  readonly surface: string;
  readonly value: number | null;
  readonly range: readonly number[] | null;
  readonly unit: string;
  readonly kind: string;
  readonly qualifier: string | null;
  readonly metric: string;
  readonly period: string | null;
  readonly comparison: { readonly base: string; readonly direction: "up" | "down" | "flat" } | null;
  readonly suspect: string | null;
  readonly likely: number | null;
  readonly modality: "stated" | "target";
  readonly optional: boolean;
  readonly masked: boolean;
  readonly id: string | null;
}

const KEYS = ["v", "r", "u", "k", "m", "p", "q", "c", "s", "l", "t", "o", "x", "id"];
const DIRECTIONS = { "+": "up", "-": "down", "=": "flat" } as const;

/**
 * Takes the annotations out of a line: `组织⟦31支;v=31;u=支;k=count⟧` gives `组织31支` and one figure.
 * Throws an Error that says what is malformed.
 */
export function annotated(line: string): { text: string; figures: Figure[] } {
  let text = "";
  const figures: Figure[] = [];
  const parts = line.split(/([⟦⟧])/);
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i] as string;
    if (part === "⟧") throw new Error("⟧ without ⟦");
    if (part !== "⟦") {
      text += part;
      continue;
    }
    if (parts[i + 2] !== "⟧") throw new Error(`⟦ without ⟧ after ${text.slice(-8)}`);
    const figure = readFigure(parts[i + 1] as string, text.length);
    text += figure.surface;
    figures.push(figure);
    i += 2;
  }
  return { text, figures };
}

function readFigure(annotation: string, start: number): Figure {
  const [surface = "", ...pairs] = annotation.split(";");
  const fail = (what: string): never => {
    throw new Error(`⟦${annotation}⟧: ${what}`);
  };
  if (surface.trim() === "") fail("no surface");
  const given = new Map<string, string>();
  for (const pair of pairs) {
    const at = pair.indexOf("=");
    const key = pair.slice(0, at).trim();
    if (at < 0 || !KEYS.includes(key)) fail(`unknown key in "${pair}"`);
    if (given.has(key)) fail(`${key} stands twice`);
    given.set(key, pair.slice(at + 1).trim());
  }
  const text = (key: string): string | null => given.get(key) || null;
  const number = (word: string): number =>
    word !== "" && Number.isFinite(Number(word)) ? Number(word) : fail(`"${word}" is no number`);
  const flag = (key: string): boolean => (text(key) === null ? false : text(key) === "1" || fail(`${key} takes 1`));
  const closed = <T extends string>(key: string, list: readonly T[]): T | null => {
    const word = text(key);
    return word === null ? null : oneOf(list, word) ? word : fail(`${key}=${word} is none of ${list.join(" ")}`);
  };
  const v = text("v");
  const r = text("r");
  const l = text("l");
  const c = text("c");
  const value = v === null ? null : number(v);
  const range = r === null ? null : r.split("~").map(number);
  const masked = flag("x");
  const suspect = closed("s", SUSPECTS);
  if (value !== null && range !== null) fail("both v and r");
  if (range !== null && range.length < 2) fail("a range has two ends");
  if (value === null && range === null && !masked && suspect === null) fail("neither v nor r, nor masked, nor suspect");
  const sign = c?.at(-1) as keyof typeof DIRECTIONS | undefined;
  if (c !== null && !(sign !== undefined && sign in DIRECTIONS)) fail("c ends in + - or =");
  return {
    start,
    end: start + surface.length,
    surface,
    value,
    range,
    unit: text("u") ?? "",
    kind: closed("k", FIGURE_KINDS) ?? fail("no k"),
    qualifier: closed("q", QUALIFIERS),
    metric: text("m") ?? "",
    period: text("p"),
    comparison: c === null || sign === undefined ? null : { base: c.slice(0, -1), direction: DIRECTIONS[sign] },
    suspect,
    likely: l === null ? null : number(l),
    modality: flag("t") ? "target" : "stated",
    optional: flag("o"),
    masked,
    id: text("id"),
  };
}
