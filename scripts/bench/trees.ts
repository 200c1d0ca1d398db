/**
 * `npm run bench:trees`: cheerio on htmlparser2, as the cleaner uses it, against cheerio on parse5, which builds the tree
 * that a browser builds. Both give source offsets; the same pages, batch by batch in turn. Prints seconds for the tree
 * alone and for page → text, and the quality of the text.
 */
import { createRequire } from "node:module";
import { cleanText } from "./extractors.ts";
import { mean, measurePage, secondsOf } from "./measure.ts";
import { type PageSet, readPageSets } from "./saved-pages.ts";
import { print } from "./table.ts";

/** A node as both parsers give it; parse5 counts `endIndex` as the first offset behind the node. */
interface Node {
  type: string;
  readonly children?: readonly Node[];
  startIndex: number | null;
  endIndex: number | null;
}

interface Parser {
  load(html: string, options: object, isDocument: boolean): { root(): { get(index: number): Node } };
}

/** Options by which the cleaner asks for a tree with offsets. */
interface Options {
  readonly xml?: { readonly withStartIndices?: boolean };
}

const require = createRequire(new URL("../../packages/cleaner/src/html/tree.ts", import.meta.url));
const SLIM = "cheerio/slim";
const slim = require(SLIM) as Parser;
const FULL = "cheerio";
const full = require(FULL) as Parser;

const PARSERS = ["htmlparser2", "parse5"] as const;
let parser: (typeof PARSERS)[number] = "htmlparser2";
let seconds = 0;
let trees = 0;

/** Stands in the place of the module that the cleaner loads, so that one process can run both. */
const either: Parser = {
  load: (html, options, isDocument) => {
    if ((options as Options).xml?.withStartIndices !== true) return slim.load(html, options, isDocument);
    trees++;
    const begin = secondsOf();
    const loaded =
      parser === "parse5"
        ? full.load(html, { sourceCodeLocationInfo: true }, true)
        : slim.load(html, options, isDocument);
    if (parser === "parse5") inSourceOrder(loaded.root().get(0), html);
    seconds += secondsOf() - begin;
    return loaded;
  },
};
const cached = require.cache[require.resolve(SLIM)];
if (cached !== undefined) cached.exports = either;

const TAG = /<[!/?a-z]/i;

/**
 * parse5 moves text that stands where none may (beside the cells of a table) and joins it with other text: its range then
 * holds tags, or lies before what was already read. Such text cannot be traced and is left out; the rest is counted as
 * htmlparser2 counts.
 */
function inSourceOrder(root: Node, html: string): void {
  let at = 0;
  const stack: Node[] = [root];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    const { children = [] } = node;
    for (let i = children.length - 1; 0 <= i; i--) stack.push(children[i] as Node);
    const start = node.startIndex ?? -1;
    const end = node.endIndex ?? -1;
    node.startIndex = start;
    node.endIndex = end - 1;
    if (node.type !== "text") continue;
    if (start < at || TAG.test(html.slice(start, end))) node.type = "comment";
    else at = end;
  }
}

/** Pages that each parser works through before the other has its turn. */
const BATCH = 20;

interface Result {
  readonly texts: Map<string, string>;
  tree: number;
  all: number;
}

function runAll(sets: readonly PageSet[]): Map<string, Result> {
  const results = new Map(PARSERS.map((name) => [name, { texts: new Map(), tree: 0, all: 0 } as Result]));
  const pages = sets.flatMap((set) => set.pages.map((page) => ({ page, key: `${set.name}/${page.id}` })));
  const turn = (from: number, to: number): void => {
    for (const name of PARSERS) {
      const result = results.get(name) as Result;
      parser = name;
      seconds = 0;
      const begin = secondsOf();
      for (const { page, key } of pages.slice(from, to)) result.texts.set(key, cleanText(page));
      result.all += secondsOf() - begin;
      result.tree += seconds;
    }
  };
  turn(0, pages.length); // warms up, and fills the texts
  for (const result of results.values()) result.tree = result.all = 0;
  for (let at = 0; at < pages.length; at += BATCH) turn(at, at + BATCH);
  return results;
}

const sets = readPageSets();
const results = runAll(sets);
if (trees === 0) throw new Error("bench: the cleaner did not ask for a tree here");
const usual = results.get("htmlparser2")?.texts ?? new Map<string, string>();
const count = sets.reduce((sum, { pages }) => sum + pages.length, 0);
print(`trees of ${count} HTML pages: seconds of CPU time, macro F1 of the text`, [
  ["", `  tree  page→text  pages/s  other text  ${sets.map(({ name }) => name.padStart(14)).join("")}`],
  ...[...results].map(([name, { texts, tree, all }]) => {
    const each = sets.map((set) =>
      mean(set.pages.map((page) => measurePage(page, texts.get(`${set.name}/${page.id}`) ?? "")[2])).toFixed(4),
    );
    const others = [...texts].filter(([key, text]) => usual.get(key) !== text).length;
    const cells = `${tree.toFixed(2).padStart(6)}  ${all.toFixed(2).padStart(9)}  ${(count / all).toFixed(1).padStart(7)}  ${String(others).padStart(10)}`;
    return [`cheerio on ${name}`, `${cells}  ${each.map((cell) => cell.padStart(14)).join("")}`] as const;
  }),
]);
