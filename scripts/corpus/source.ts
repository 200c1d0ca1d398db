import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { parse as parseYaml } from "yaml";
import { annotated, type Figure } from "./annotation.ts";
import { CHECK_CODES, type CheckCode, KINDS, type Kind, oneOf, ROLES } from "./vocabulary.ts";

export type BlockType = "title" | "salutation" | "heading" | "paragraph" | "table-row" | "signature";

/** What a heading block adds: `（一）健全机构。` is [0, end) of the block, marker `（一）`, title `健全机构`; inline when body text follows it. */
interface Heading {
  readonly level: number;
  readonly marker: string | null;
  readonly title: string;
  /** Where the title begins, after the marker. */
  readonly titleStart: number;
  readonly end: number;
  readonly roles: readonly string[];
  readonly optional: boolean;
  readonly inline: boolean;
}

/** One line of a document, `全年组织31支医疗队。`, its annotations taken out; cells of a table row stand apart by a tab. */
export interface Block {
  readonly type: BlockType;
  readonly text: string;
  readonly line: number;
  readonly heading: Heading | null;
  readonly figures: readonly Figure[];
}

export interface CheckNote {
  readonly code: CheckCode;
  readonly figures: readonly string[];
  readonly holds: boolean;
  readonly stated: number | null;
  readonly computed: number | null;
}

interface DocumentMeta {
  readonly id: string;
  readonly kind: Kind;
  readonly field: string;
  readonly unit: string | null;
  readonly period: string | null;
  readonly complete: boolean;
}

export interface SourceDocument {
  readonly meta: DocumentMeta;
  readonly blocks: readonly Block[];
  readonly checks: readonly CheckNote[];
}

/** A malformed document, `health.txt:12: ⟦31支⟧: no k`. */
export class SourceError extends Error {}

const MARKERS: readonly (readonly [RegExp, number])[] = [
  [/^[一二三四五六七八九十百]+、/, 1],
  [/^[（(][一二三四五六七八九十百]+[）)]/, 2],
  [/^\d{1,2}(?:、|[.．](?!\d))\s?/, 3],
  [/^(?:[（(]\d{1,2}[）)]|[①-⑳])/, 4],
  [/^(?:[一二三四五六七八九十]是|首先|其次|再次|最后|第[一二三四五六七八九十]+[、，,：:]?)/, 0],
];
const META_KEYS = ["id", "kind", "field", "unit", "period", "complete", "checks"];

/** Reads a document file of the corpus; throws a SourceError that names file and line. */
export function readDocument(path: string): SourceDocument {
  return parseDocument(readFileSync(path, "utf8"), path);
}

/** Parses the text of a document: YAML between `---` lines, then one block a line (`## 一、加强领导 {组织领导}`); throws a SourceError. */
export function parseDocument(text: string, path: string): SourceDocument {
  const lines = text.replace(/^\ufeff/, "").split(/\r?\n/);
  const at = <T>(line: number, read: () => T): T => {
    try {
      return read();
    } catch (error) {
      throw error instanceof SourceError ? error : new SourceError(`${path}:${line}: ${(error as Error).message}`);
    }
  };
  const close = lines.indexOf("---", 1);
  if (lines[0] !== "---" || close < 0) throw new SourceError(`${path}:1: no front matter between two --- lines`);
  const front = at(2, () => readFront(lines.slice(1, close).join("\n"), basename(path).replace(/\.txt$/, "")));
  const blocks: Block[] = [];
  for (let n = close + 1; n < lines.length; n++) {
    const line = lines[n] as string;
    if (line.trim() !== "") blocks.push(at(n + 1, () => readBlock(line, n + 1)));
  }
  const untitled = blocks.findIndex((b, i) => 0 < i && b.type === "title");
  if (0 <= untitled) throw new SourceError(`${path}:${blocks[untitled]?.line}: a title stands on the first line only`);
  if (blocks.length === 0) throw new SourceError(`${path}:${close + 1}: no text`);
  const ids = blocks.flatMap((b) => b.figures).flatMap((f) => f.id ?? []);
  const twice = ids.find((id, i) => ids.indexOf(id) !== i);
  if (twice !== undefined) throw new SourceError(`${path}:1: figure id ${twice} stands twice`);
  for (const check of front.checks)
    for (const id of check.figures)
      if (!ids.includes(id))
        throw new SourceError(`${path}:2: ${check.code} speaks of figure ${id}, which is not there`);
  return { meta: front.meta, blocks, checks: front.checks };
}

function readFront(yaml: string, name: string): { meta: DocumentMeta; checks: CheckNote[] } {
  const front = parseYaml(yaml) as Record<string, unknown> | null;
  if (front === null || typeof front !== "object") throw new Error("empty front matter");
  const unknown = Object.keys(front).find((key) => !META_KEYS.includes(key));
  if (unknown !== undefined) throw new Error(`unknown key ${unknown}`);
  const word = (key: string): string | null =>
    front[key] === null || front[key] === undefined ? null : String(front[key]);
  const kind = word("kind");
  if (word("id") !== name) throw new Error(`id ${word("id")} is not the file's name`);
  if (!oneOf(KINDS, kind)) throw new Error(`kind ${kind} is none of ${KINDS.join(" ")}`);
  if (typeof front.complete !== "boolean") throw new Error("complete is true or false");
  const meta = {
    id: name,
    kind,
    field: word("field") ?? "",
    unit: word("unit"),
    period: word("period"),
    complete: front.complete,
  };
  if (meta.field === "") throw new Error("no field");
  return { meta, checks: ((front.checks ?? []) as unknown[]).map(readCheck) };
}

function readCheck(entry: unknown): CheckNote {
  const { code, figures, holds, stated, computed } = entry as Record<string, unknown>;
  if (!oneOf(CHECK_CODES, code)) throw new Error(`check code ${String(code)} is none of ${CHECK_CODES.join(" ")}`);
  if (!Array.isArray(figures) || figures.length === 0) throw new Error(`${code}: figures is a list of ids`);
  if (typeof holds !== "boolean") throw new Error(`${code}: holds is true or false`);
  const number = (given: unknown): number | null => (typeof given === "number" ? given : null);
  return { code, figures: figures.map(String), holds, stated: number(stated), computed: number(computed) };
}

function readBlock(line: string, n: number): Block {
  const plain = (type: BlockType, content: string): Block => {
    if (/[‖]/.test(content)) throw new Error("‖ stands in headings only");
    if (content !== content.trim()) throw new Error("blanks at an end of the text");
    return { type, ...annotated(content), line: n, heading: null };
  };
  if (line.startsWith("# ")) return plain("title", line.slice(2));
  if (line.startsWith("@ ")) return plain("salutation", line.slice(2));
  if (line.startsWith("> ")) return plain("signature", line.slice(2));
  if (line.startsWith("|")) return plain("table-row", cellsOf(line).join("\t"));
  const hashes = /^(#{2,5}) (.*)$/.exec(line);
  if (hashes !== null) return readHeading(hashes[2] as string, (hashes[1] as string).length - 1, n);
  if (/^[#@>]/.test(line)) throw new Error(`a block does not begin with ${line.slice(0, 2)}`);
  return plain("paragraph", line);
}

function cellsOf(line: string): string[] {
  if (!/^\|.*\|$/.test(line.trim())) throw new Error("a table row ends in a bar");
  const cells = line
    .trim()
    .slice(1, -1)
    .split("|")
    .map((cell) => cell.trim());
  if (cells.every((cell) => /^:?-*:?$/.test(cell))) throw new Error("a table row has no text");
  return cells;
}

function readHeading(content: string, level: number, n: number): Block {
  const [head = "", ...bodies] = content.split("‖");
  if (1 < bodies.length) throw new Error("two ‖ in a heading");
  const parts = /^(.*\S) \{([^{}]*)\}\s*$/.exec(head);
  if (parts === null) throw new Error("a heading ends in a blank and {role}");
  const optional = (parts[2] as string).endsWith("?");
  const roles = (parts[2] as string).replace(/\?$/, "").split("|");
  for (const role of roles) if (!oneOf(ROLES, role)) throw new Error(`role ${role} is none of ${ROLES.join(" ")}`);
  const surface = annotated(parts[1] as string).text;
  const { text, figures } = annotated((parts[1] as string) + (bodies[0] ?? "").trim());
  const marker = MARKERS.find(([pattern]) => pattern.test(surface));
  if (marker !== undefined && marker[1] !== 0 && marker[1] !== level)
    throw new Error(`${surface.slice(0, 4)} is level ${marker[1]}, not ${level}`);
  const written = marker?.[0].exec(surface)?.[0] ?? "";
  const title = surface.slice(written.length).replace(/[。：:；;，,.]$/, "");
  const heading: Heading = {
    level,
    marker: written.trim() || null,
    title,
    titleStart: written.length,
    end: surface.length,
    roles,
    optional,
    inline: text.length !== surface.length,
  };
  return { type: "heading", text, line: n, heading, figures };
}
