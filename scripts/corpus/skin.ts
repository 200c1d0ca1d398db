import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { parse as parseYaml } from "yaml";
import { DAMAGES } from "./damage.ts";
import type { DamageOptions } from "./damage-kind.ts";
import { DRESSES, type Dress } from "./dress.ts";
import { halves } from "./markup.ts";
import { type Fields, list, map, number, record, word } from "./reading.ts";
import { REASONS, REPAIR_TYPES, type Reason } from "./vocabulary.ts";

/** One entry of noise: `{ reason: byline, one: ["来源：{site}"] }`; corpus/README.md, "Skins", says what each field does. */
export interface Noise {
  readonly reason: Reason;
  readonly one: readonly string[];
  readonly all: readonly string[];
  readonly each: (typeof EACH)[number] | null;
  readonly as: readonly string[];
  readonly count: readonly [number, number] | null;
  readonly open: string;
  readonly close: string;
  readonly join: string;
  readonly chance: number;
  readonly only: "single" | "collection" | null;
  readonly at: "block" | "wrap";
}

/** How documents follow each other on a collection page: label `篇{n}：|`, the document's title standing for the bar. */
export interface Separator {
  readonly label: string;
  readonly place: "same" | "alone" | "first";
  readonly title: "own" | "topic" | "omit";
  readonly again: boolean;
}

export interface Encoding {
  readonly as: string;
  readonly says: string | null;
  readonly bom: boolean;
}

/** An invented website. */
export interface Skin {
  readonly id: string;
  readonly site: string;
  readonly host: string;
  readonly media: "text" | "html";
  readonly dress: Dress;
  readonly newline: "\n" | "\r\n";
  readonly encodings: readonly Encoding[];
  readonly authors: readonly string[];
  readonly category: readonly string[];
  readonly others: readonly string[];
  readonly topic: string;
  readonly titles: readonly string[];
  readonly blocks: Readonly<Record<string, string>>;
  readonly entities: Readonly<Record<string, string>>;
  readonly span: string;
  readonly spans: number;
  readonly break: string;
  readonly wrap: { readonly width: number; readonly justify: number } | null;
  readonly cut: { readonly chance: number; readonly share: number } | null;
  readonly before: readonly Noise[];
  readonly between: readonly Noise[];
  readonly after: readonly Noise[];
  readonly inside: readonly Noise[];
  readonly glued: Readonly<Record<(typeof GLUED)[number], readonly Noise[]>>;
  readonly separators: readonly Separator[];
  readonly damage: readonly DamageOptions[];
}

const EACH = ["others", "headings", "blocks", "titles"] as const;
const GLUED = ["title", "first", "last"] as const;
const BLOCKS: Readonly<Record<Skin["media"], Readonly<Record<string, string>>>> = {
  text: {
    title: "|\n",
    salutation: "|\n",
    heading: "|\n",
    paragraph: "|\n",
    signature: "|\n",
    table: "|",
    row: "|\n",
    cell: "|",
    cells: "\t",
    label: "|\n",
    strong: "|",
    document: "|",
  },
  html: {
    title: "<h1>|</h1>\n",
    salutation: "<p>|</p>\n",
    heading: "<p><strong>|</strong></p>\n",
    paragraph: "<p>|</p>\n",
    signature: '<p align="right">|</p>\n',
    table: "<table>\n|</table>\n",
    row: "<tr>|</tr>\n",
    cell: "<td>|</td>",
    cells: "",
    label: "<p><strong>|</strong></p>\n",
    strong: "|",
    document: "|",
  },
};

/** Reads the skin of an invented website; throws an Error that names the file and the field at fault. */
export function readSkin(path: string): Skin {
  try {
    return parseSkin(readFileSync(path, "utf8"), basename(path).replace(/\.yaml$/, ""));
  } catch (error) {
    throw new Error(`${path}: ${(error as Error).message}`);
  }
}

/** Parses a skin's YAML, `site: 某某文库`; throws an Error that names the field. */
export function parseSkin(yaml: string, id: string): Skin {
  return record(parseYaml(yaml), "skin", (f) => {
    const media = f.closed("media", ["text", "html"]);
    const blocks = { ...BLOCKS[media], ...f.given("blocks", (v) => map(v, "blocks", word)) };
    for (const [name, wrapper] of Object.entries(blocks)) {
      if (!(name.replace(/-[1-4]$/, "") in BLOCKS.text)) throw new Error(`blocks.${name}: no such block`);
      if (name !== "cells") halves(wrapper);
    }
    const noise = (field: string): Noise[] => f.given(field, (v) => list(v, field, readNoise)) ?? [];
    const glued = f.given("glued", (v) => map(v, "glued", (item, path) => list(item, path, readNoise))) ?? {};
    return {
      id,
      site: f.word("site"),
      host: f.word("host"),
      media,
      dress: f.closed("dress", DRESSES, "as-written"),
      newline: f.closed("newline", ["lf", "crlf"], "lf") === "crlf" ? "\r\n" : "\n",
      encodings: f.given("encodings", (v) => list(v, "encodings", readEncoding)) ?? [
        { as: "utf-8", says: "utf-8", bom: false },
      ],
      authors: f.words("authors"),
      category: f.words("category"),
      others: f.words("others"),
      topic: f.word("topic", "{field}工作{kind}"),
      titles: f.words("titles"),
      blocks,
      entities: f.given("entities", (v) => map(v, "entities", word)) ?? {},
      span: f.word("span", "</span><span>"),
      spans: f.number("spans", 0),
      break: f.word("break", media === "html" ? "<br>\n" : "\n"),
      wrap: f.given("wrap", (v) =>
        record(v, "wrap", (w) => ({ width: w.number("width"), justify: w.number("justify", 0) })),
      ),
      cut: f.given("cut", (v) =>
        record(v, "cut", (w) => ({ chance: w.number("chance", 1), share: w.number("share") })),
      ),
      before: noise("before"),
      between: noise("between"),
      after: noise("after"),
      inside: noise("inside"),
      glued: { title: glued.title ?? [], first: glued.first ?? [], last: glued.last ?? [] },
      separators: f.given("separators", (v) => list(v, "separators", readSeparator)) ?? [],
      damage: f.given("damage", (v) => list(v, "damage", readDamage)) ?? [],
    };
  });
}

function readNoise(entry: unknown, path: string): Noise {
  return record(entry, path, (f) => {
    const noise: Noise = {
      reason: f.closed("reason", REASONS),
      one: f.words("one"),
      all: f.words("all"),
      each: f.given("each", () => f.closed("each", EACH)),
      as: f.words("as"),
      count: f.given("count", (v) => pair(list(v, `${path}.count`, number))),
      open: f.word("open", ""),
      close: f.word("close", ""),
      join: f.word("join", "\n"),
      chance: f.number("chance", 1),
      only: f.given("only", () => f.closed("only", ["single", "collection"])),
      at: f.closed("at", ["block", "wrap"], "block"),
    };
    const sources = [noise.one.length, noise.all.length, noise.each === null ? 0 : 1].filter((n) => 0 < n).length;
    if (sources !== 1) throw new Error(`${path}: one of one, all, each`);
    if ((noise.each === null) !== (noise.as.length === 0)) throw new Error(`${path}: each and as go together`);
    return noise;
  });
}

function pair(numbers: number[]): [number, number] {
  if (numbers.length !== 2) throw new Error("count is [least, most]");
  return numbers as [number, number];
}

const readEncoding = (entry: unknown, path: string): Encoding =>
  record(entry, path, (f: Fields) => ({ as: f.word("as"), says: f.given("says", word), bom: f.flag("bom") }));

const readSeparator = (entry: unknown, path: string): Separator =>
  record(entry, path, (f: Fields) => ({
    label: f.word("label", ""),
    place: f.closed("place", ["same", "alone", "first"], "same"),
    title: f.closed("title", ["own", "topic", "omit"], "own"),
    again: f.flag("again"),
  }));

const readDamage = (entry: unknown, path: string): DamageOptions =>
  record(entry, path, (f: Fields) => ({
    kind: f.closed("kind", Object.keys(DAMAGES)),
    share: f.number("share", 1),
    chance: f.number("chance", 1),
    on: f.given("on", (v) => list(v, `${path}.on`, (t) => word(t, `${path}.on`) as never)) ?? ["paragraph", "heading"],
    as: f.word("as", ""),
    marks: f.words("marks"),
    words: f.given("words", (v) => map(v, `${path}.words`, word)) ?? {},
    type: f.closed("type", REPAIR_TYPES, "other"),
  }));
