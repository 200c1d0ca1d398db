import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { decode } from "@zongjie/cleaner";
import { readHalf } from "../eval/gold.ts";
import type { BenchPage } from "./extractors.ts";

const ROOT: string = fileURLToPath(new URL("../..", import.meta.url));
const SAVED = join(ROOT, "../shared/peers/pages");

/** A set of HTML pages with their gold text. */
export interface PageSet {
  readonly name: string;
  readonly pages: readonly BenchPage[];
}

/** Saved pages of the web where they stand beside the repository, else the HTML pages of corpus/dev. */
export function readPageSets(): PageSet[] {
  if (!existsSync(SAVED)) return [{ name: "corpus/dev", pages: corpusPages() }];
  return readdirSync(SAVED)
    .sort()
    .map((name) => ({ name, pages: savedPages(join(SAVED, name)) }));
}

function savedPages(folder: string): BenchPage[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".html"))
    .sort()
    .map((name) => {
      const gold = readFileSync(join(folder, name.replace(/html$/, "txt")), "utf8");
      return benchPage(name, join(folder, name), gold);
    });
}

/** The HTML pages of corpus/dev whose gold has a main text. */
function corpusPages(): BenchPage[] {
  return readHalf("dev", join(ROOT, "corpus")).flatMap(({ name, gold }) =>
    gold.text === undefined ? [] : [benchPage(name, join(ROOT, "corpus/dev/pages", name), gold.text)],
  );
}

function benchPage(id: string, path: string, gold: string): BenchPage {
  const bytes = readFileSync(path);
  return { id, path, bytes, gold, html: decode(bytes).text };
}
