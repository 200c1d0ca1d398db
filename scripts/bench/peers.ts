/**
 * `npm run bench:peers`: extractors of main text and zongjie's cleaner on the same HTML pages, each in a process of its
 * own, batch by batch in turn. Prints macro F1 of 4-character shingles a set, precision and recall, and pages per second
 * of CPU time as a ratio to Readability + jsdom. `--every 5` takes each fifth page.
 */
import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Batch, Extraction } from "./extraction.ts";
import { type Extractor, loadExtractors } from "./extractors.ts";
import { installPeers } from "./install.ts";
import { mean, measurePage } from "./measure.ts";
import { readPageSets } from "./saved-pages.ts";
import { print } from "./table.ts";

/** Pages of a batch, and pages on which each extractor warms up. */
const BATCH = 20;
const WARM = 120;

/** What an extractor came to on all pages: texts by the page's place, and CPU time. */
interface Result {
  readonly extractor: Extractor;
  readonly texts: Map<number, string>;
  seconds: number;
  failed: number;
}

function ask(child: ChildProcess, batch: Batch): Promise<Extraction> {
  return new Promise((resolve, reject) => {
    const ended = (): void => reject(new Error("bench: an extractor's process ended"));
    child.once("exit", ended);
    child.once("message", (message) => {
      child.off("exit", ended);
      resolve(message as Extraction);
    });
    child.send(batch);
  });
}

/** A text as a browser would show it, blanks aside: they do not count. */
function plain(html: string): string {
  return decodeEntities(html.replace(/<!--[\s\S]*?-->|<[^>]*>/g, "\n"));
}

const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " " };

function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,8}));/gi, (all, decimal, hex, name) => {
    if (name !== undefined) return NAMED[name] ?? all;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : all;
  });
}

async function runAll(extractors: readonly Extractor[], places: readonly number[]): Promise<Result[]> {
  const file = fileURLToPath(new URL("extraction.ts", import.meta.url));
  const children = extractors.map((_extractor, i) => fork(file, [String(i)], { serialization: "advanced" }));
  const results = extractors.map((extractor): Result => ({ extractor, texts: new Map(), seconds: 0, failed: 0 }));
  for (const child of children) await ask(child, { places: places.slice(0, WARM) });
  for (let at = 0; at < places.length; at += BATCH) {
    const batch = places.slice(at, at + BATCH);
    for (const [i, child] of children.entries()) {
      const { texts, failed, seconds } = await ask(child, { places: batch });
      const result = results[i] as Result;
      for (const [k, text] of texts.entries()) result.texts.set(batch[k] as number, text);
      result.failed += failed;
      result.seconds += seconds;
    }
  }
  for (const child of children) child.disconnect();
  return results;
}

installPeers();
const every = Number(/^[1-9]\d*$/.exec(process.argv[process.argv.indexOf("--every") + 1] ?? "")?.[0] ?? 1);
const sets = readPageSets();
const pages = sets.flatMap((set) => set.pages.map((page) => ({ page, set: set.name })));
const places = [...pages.keys()].filter((place) => place % every === 0);
const results = await runAll(await loadExtractors(), places);
const pace = places.length / (results[0]?.seconds ?? 1);
print(`main text of ${places.length} HTML pages: macro F1, and pages per second of CPU time`, [
  ["", `P      R      F1     ${sets.map(({ name }) => name.padStart(15)).join("")}  F1<0.5  thrown  pages/s   ratio`],
  ...results.map(({ extractor, texts, seconds, failed }) => {
    const scores = places.map((place) => {
      const { page, set } = pages[place] as (typeof pages)[number];
      const text = texts.get(place) ?? "";
      return { set, figures: measurePage(page, extractor.markup ? plain(text) : text) };
    });
    const column = (set: string | null, i: number): string =>
      mean(scores.flatMap((one) => (set === null || one.set === set ? [one.figures[i] as number] : []))).toFixed(3);
    const bad = scores.filter(({ figures }) => figures[2] < 0.5).length;
    const cells = [0, 1, 2].map((i) => column(null, i)).join("  ");
    const each = sets.map(({ name }) => column(name, 2).padStart(15)).join("");
    const rate = places.length / seconds;
    const speed = `${rate.toFixed(1).padStart(7)}  × ${(rate / pace).toFixed(1).padStart(5)}`;
    return [
      extractor.name,
      `${cells}  ${each}  ${String(bad).padStart(6)}  ${String(failed).padStart(6)}  ${speed}`,
    ] as const;
  }),
]);
