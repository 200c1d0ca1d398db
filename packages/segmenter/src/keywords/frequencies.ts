import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

let table: ReadonlyMap<string, number> | undefined;

/**
 * The weight of a word by how few texts use it: 双拥 is heavy, 工作 light. The table is jieba's (MIT), which
 * @node-rs/jieba ships; a word that it does not know gets its median.
 */
export function rarity(word: string): number {
  table ??= readTable();
  return table.get(word) ?? MEDIAN;
}

/** Median of jieba's table, as its own extractor uses it. */
const MEDIAN = 11.7392;

function readTable(): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const text = readFileSync(require.resolve("@node-rs/jieba/idf.txt"), "utf8");
  for (let at = 0; at < text.length; ) {
    const end = text.indexOf("\n", at);
    const line = text.slice(at, end === -1 ? text.length : end);
    const blank = line.indexOf(" ");
    if (0 < blank) found.set(line.slice(0, blank), Number(line.slice(blank + 1)));
    at = end === -1 ? text.length : end + 1;
  }
  return found;
}
