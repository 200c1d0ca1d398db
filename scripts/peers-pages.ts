// Main text of the saved HTML pages beside the repository, where they are there: F1 of 4-character shingles a set.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { runPage } from "@zongjie/pipeline";
import { score, type Tally } from "./eval/tally.ts";
import { mainText, measureText } from "./eval/text.ts";

const ROOT = "../shared/peers/pages";
const flags = new Set(process.argv.slice(2));

/** F1 of each page of a set, the worst first. */
function scorePages(set: string): { id: string; f1: number; p: number; r: number }[] {
  const folder = join(ROOT, set);
  const ids = readdirSync(folder)
    .filter((name) => name.endsWith(".html"))
    .map((name) => name.slice(0, -5));
  return ids
    .map((id) => {
      const bytes = readFileSync(join(folder, `${id}.html`));
      const record = runPage({ uri: `${id}.html`, bytes }, { keywords: 0, ledger: "none" });
      const tally: Tally = new Map();
      measureText(tally, readFileSync(join(folder, `${id}.txt`), "utf8"), mainText(record.documents));
      const [common = 0, found = 0, gold = 0] = tally.get("main text") ?? [];
      return {
        id,
        f1: score([common, found, gold]),
        p: found === 0 ? 0 : common / found,
        r: gold === 0 ? 0 : common / gold,
      };
    })
    .sort((a, b) => a.f1 - b.f1);
}

if (!existsSync(ROOT)) console.log(`skipped: no ${ROOT} here`);
else
  for (const set of ["cwced", "daniel_zh", "magic_article", "magic_forum"]) {
    const pages = scorePages(set);
    const mean = (pick: (page: (typeof pages)[number]) => number): string =>
      (pages.reduce((sum, page) => sum + pick(page), 0) / pages.length).toFixed(3);
    const bad = pages.filter((page) => page.f1 < 0.5).length;
    console.log(
      `${set.padEnd(14)} n ${String(pages.length).padStart(3)}  P ${mean((p) => p.p)}  R ${mean((p) => p.r)}  F1 ${mean((p) => p.f1)}  below 0.5: ${bad}`,
    );
    if (flags.has("--worst"))
      for (const page of pages.slice(0, 10))
        console.log(`   ${page.id}  P ${page.p.toFixed(3)}  R ${page.r.toFixed(3)}  F1 ${page.f1.toFixed(3)}`);
  }
