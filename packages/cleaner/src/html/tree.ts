import { createRequire } from "node:module";
import { flatten } from "./depth.ts";

/** A node of htmlparser2's tree, as far as it is used here. Indexes count in the source; `endIndex` is inclusive. */
export interface TreeNode {
  readonly type: string;
  readonly name?: string;
  /** The source of a text, a comment or a declaration; entities are left as they stand. */
  readonly data?: string;
  readonly attribs?: Readonly<Record<string, string>>;
  readonly children?: readonly TreeNode[];
  readonly parent: TreeNode | null;
  readonly next: TreeNode | null;
  readonly startIndex: number;
  readonly endIndex: number;
}

interface Parser {
  load(html: string, options: object, isDocument: boolean): { root(): { get(index: number): unknown } };
}

const OPTIONS = { xml: { xmlMode: false, withStartIndices: true, withEndIndices: true, decodeEntities: false } };
const require = createRequire(import.meta.url);
let parser: Parser | null = null;

/** cheerio, loaded with the first page: it takes longer to load than a plain text takes to clean. */
function cheerio(): Parser {
  parser ??= require("cheerio/slim") as Parser;
  return parser;
}

/** Parses HTML of any quality: `<p>一、<b>基本情况` has a root, a paragraph and a bold piece. Linear, never throws. */
export function parseTree(html: string): TreeNode {
  return cheerio().load(flatten(html), OPTIONS, false).root().get(0) as TreeNode;
}

/** Decodes a named entity (`&ldquo;`) with the parser's own table; an unknown one comes back as it is. */
export function decodeNamed(entity: string): string {
  return (
    cheerio()
      .load(entity, { xml: { xmlMode: false } }, false)
      .root() as unknown as { text(): string }
  ).text();
}
