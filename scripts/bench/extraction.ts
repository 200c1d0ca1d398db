/** One extractor in a process of its own: `extraction.ts 2` works through the pages that it is sent, batch by batch. */
import { loadExtractors } from "./extractors.ts";
import { secondsOf } from "./measure.ts";
import { readPageSets } from "./saved-pages.ts";

/** Pages to work through, by their place among all pages. */
export interface Batch {
  readonly places: readonly number[];
}

/** What a batch came to: texts in the order of the places, and CPU time. */
export interface Extraction {
  readonly texts: readonly string[];
  readonly failed: number;
  readonly seconds: number;
}

const extractor = (await loadExtractors())[Number(process.argv[2])];
const pages = readPageSets().flatMap((set) => set.pages);
// Some extractors talk while they work.
console.log = console.warn = console.error = () => {};

async function extractAll({ places }: Batch): Promise<Extraction> {
  const texts: string[] = [];
  let failed = 0;
  const begin = secondsOf();
  for (const place of places) {
    const page = pages[place];
    if (extractor === undefined || page === undefined) throw new Error("bench: there is no such extractor or page");
    try {
      texts.push(await extractor.extract(page));
    } catch {
      texts.push("");
      failed++;
    }
  }
  return { texts, failed, seconds: secondsOf() - begin };
}

process.on("message", async (batch: Batch) => process.send?.(await extractAll(batch)));
process.on("disconnect", () => process.exit());
