/** A part of a regular expression with how often it may stand: `[一-龥]{2,8}`. */
export interface Part {
  /** What one repetition is: a single character (as a pattern of its own), a group, or a place (`^`, `$`, `\b`). */
  readonly what:
    | { readonly type: "character"; readonly source: string; readonly literal: string | null }
    | { readonly type: "group"; readonly choices: readonly Sequence[]; readonly around: boolean }
    | { readonly type: "place"; readonly source: string };
  readonly min: number;
  /** Infinity for `*` and `+`. */
  readonly max: number;
}

export type Sequence = readonly Part[];

interface Reader {
  readonly source: string;
  at: number;
}

/**
 * Reads a regular expression of flag u into its parts: `共(?:[、和]\d+){2,}` is a character and a repeated group.
 * @throws SyntaxError where it is none, or refers back to a group
 */
export function readPattern(source: string): readonly Sequence[] {
  new RegExp(source, "u");
  return readChoices({ source, at: 0 });
}

function readChoices(reader: Reader): Sequence[] {
  const choices: Part[][] = [[]];
  while (reader.at < reader.source.length) {
    const sign = reader.source[reader.at] as string;
    if (sign === ")") break;
    if (sign === "|") {
      reader.at++;
      choices.push([]);
    } else choices.at(-1)?.push(readPart(reader));
  }
  return choices;
}

function readPart(reader: Reader): Part {
  const what = readOne(reader);
  const [min, max] = readTimes(reader);
  return { what, min, max };
}

function readOne(reader: Reader): Part["what"] {
  const { source } = reader;
  const from = reader.at;
  const sign = String.fromCodePoint(source.codePointAt(from) ?? 0);
  reader.at += sign.length;
  if (sign === "^" || sign === "$") return { type: "place", source: sign };
  if (sign === "(") return readGroup(reader);
  if (sign === "[") {
    for (; source[reader.at] !== "]"; reader.at++) if (source[reader.at] === "\\") reader.at++;
    reader.at++;
    return { type: "character", source: source.slice(from, reader.at), literal: null };
  }
  if (sign === ".") return { type: "character", source: sign, literal: null };
  if (sign !== "\\") return { type: "character", source: sign, literal: sign };
  const name = source[reader.at++] as string;
  if (/[1-9k]/.test(name)) throw new SyntaxError("a pattern may not refer back to a group");
  if (/[bB]/.test(name)) return { type: "place", source: `\\${name}` };
  if (/[pP]|u/.test(name) && source[reader.at] === "{") reader.at = source.indexOf("}", reader.at) + 1;
  else if (name === "u") reader.at += 4;
  else if (name === "x") reader.at += 2;
  else if (name === "c") reader.at++;
  const written = source.slice(from, reader.at);
  return { type: "character", source: written, literal: /[\^$\\.*+?()[\]{}|/]/.test(name) ? name : null };
}

function readGroup(reader: Reader): Part["what"] {
  const open = /^\?(?:[:=!]|<[=!]|<[^>]+>)/.exec(reader.source.slice(reader.at, reader.at + 60))?.[0] ?? "";
  reader.at += open.length;
  const choices = readChoices(reader);
  reader.at++;
  return { type: "group", choices, around: /^\?<?[=!]$/.test(open) };
}

/** How often the part before may stand; whether greedily or not makes no difference here. */
function readTimes(reader: Reader): readonly [number, number] {
  const found = /^(?:[*+?]|\{(\d+)(,?)(\d*)\})/.exec(reader.source.slice(reader.at, reader.at + 24));
  if (found === null) return [1, 1];
  const [sign, least = "0", comma = "", most = ""] = found;
  reader.at += sign.length;
  if (reader.source[reader.at] === "?") reader.at++;
  if (sign === "*") return [0, Number.POSITIVE_INFINITY];
  if (sign === "+") return [1, Number.POSITIVE_INFINITY];
  if (sign === "?") return [0, 1];
  return [Number(least), comma === "" ? Number(least) : most === "" ? Number.POSITIVE_INFINITY : Number(most)];
}
