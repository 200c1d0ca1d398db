/**
 * `npm run bench:whole`: the whole run over HTML pages (decoded, cleaned, split, outlined, figures, checks, keywords,
 * duplicates, the record as JSON) beside what does less: the bytes read, a bare parse, the cleaner alone, and Readability
 * with jsdom. Each contender is warmed up in a process of its own; CPU time, the shortest of its passes over all pages.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { setImmediate } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { decode } from "@zongjie/cleaner";
import { runPage } from "@zongjie/pipeline";
import { type Contenders, runAlone, secondsAlone } from "./alone.ts";
import { cleanText, loadExtractors } from "./extractors.ts";
import { installPeers } from "./install.ts";
import { readPageSets } from "./saved-pages.ts";
import { print } from "./table.ts";

/** Least speed over Readability's, and most time over that of a bare parse. */
const FASTER = 8;
const DEARER = 5;

const pages = readPageSets().flatMap((set) => set.pages);

type Parser = new (handler: object) => { end(html: string): void };

const CONTENDERS: Contenders = {
  reading: () => () => {
    for (const { path } of pages) readFileSync(path);
  },
  parse: () => {
    const cleaner = createRequire(new URL("../../packages/cleaner/src/html/tree.ts", import.meta.url));
    const { Parser } = createRequire(cleaner.resolve("cheerio/slim"))("htmlparser2") as { Parser: Parser };
    return () => {
      for (const { bytes } of pages) new Parser({}).end(decode(bytes).text);
    };
  },
  readability: async () => {
    const [readability] = await loadExtractors();
    return async () => {
      for (const page of pages) {
        await readability?.extract(page);
        await setImmediate(); // a window that was closed is let go only then
      }
    };
  },
  clean: () => () => {
    for (const page of pages) cleanText(page);
  },
  run: () => () => {
    for (const { id, bytes } of pages) JSON.stringify(runPage({ uri: id, bytes }));
  },
};

await runAlone(CONTENDERS, { warm: 10, measured: 20 });
installPeers();
const seconds = (["reading", "parse", "readability", "clean", "run"] as const).map((contender) =>
  secondsAlone(fileURLToPath(import.meta.url), contender),
);
const [reading = 0, parse = 0, readability = 0, clean = 0, run = 0] = seconds;
const row = (name: string, of: number): readonly [string, string] => [
  name,
  `${((of / pages.length) * 1000).toFixed(2).padStart(8)} ms a page  ${(pages.length / of).toFixed(0).padStart(7)} pages/s  × ${(readability / of).toFixed(1).padStart(6)}`,
];
const size = pages.reduce((sum, { bytes }) => sum + bytes.length, 0);
print(`${pages.length} HTML pages, ${(size / 1e6).toFixed(1)} MB, one core; speed beside Readability + jsdom`, [
  row("reading the bytes", reading),
  row("decode and bare htmlparser2", parse),
  row("Readability + jsdom", readability),
  row("zongjie, cleaning and splitting", clean),
  row("zongjie, the whole run", run),
]);
console.log(
  `\nwhole run: ${(readability / run).toFixed(1)} times Readability's speed (goal: ${FASTER}), ${(run / parse).toFixed(1)} times the time of a bare parse (goal: at most ${DEARER})`,
);
if (readability / run < FASTER) process.exitCode = 1;
