import { readdirSync, readFileSync } from "node:fs";
import { composeDraft, learnPatterns, predictSections, roundTrip } from "@zongjie/composer";
import type { Brief, PageRecord, Patterns, Role } from "@zongjie/document";
import { flatSections } from "@zongjie/document";
import { readInputs, runPage } from "@zongjie/pipeline";
import { parse } from "yaml";

/**
 * What the composer is measured by: `tsx scripts/composer-measures.ts [--frozen]`. Learned is from corpus/dev/collection; the
 * next section is foretold for documents left out in turn (dev), or for corpus/frozen/collection
 * (numbers only).
 */
const OPTIONS = { ledger: "none", keywords: 0 } as const;
const BRIEFS = new URL("../packages/composer/test/briefs/", import.meta.url);
/** The outline that everybody knows. */
const FIXED: readonly (Role | "终")[] = ["做法", "问题", "打算", "终"];
const CANDIDATES = 3;

async function recordsOf(folders: readonly string[]): Promise<PageRecord[]> {
  const records: PageRecord[] = [];
  for await (const reading of readInputs(folders, () => new Uint8Array()))
    if ("input" in reading && reading.input.uri.endsWith(".txt")) records.push(runPage(reading.input, OPTIONS));
  return records;
}

/** The next three parts of the fixed outline behind a role; `staying`: the part at hand is one of them. */
function fixedNext(before: Role | "始", staying: boolean): readonly (Role | "终")[] {
  const at = before === "始" ? -1 : Math.max(0, FIXED.indexOf(before));
  const from = at + (staying && 0 <= at ? 0 : 1);
  return FIXED.slice(from, from + CANDIDATES);
}

interface Hits {
  places: number;
  learned: number;
  fixed: number;
  staying: number;
}

/** Foretells each section of each document from those before it. */
function foretell(patterns: Patterns, records: readonly PageRecord[], hits: Hits): void {
  const { sources } = learnPatterns(records);
  for (const { kind, matter, outline } of sources) {
    if (outline.length < 2) continue;
    const roles: (Role | "终")[] = [...outline.map(({ role }) => role), "终"];
    for (const [i, role] of roles.entries()) {
      const before = roles.slice(0, i) as Role[];
      hits.places++;
      if (predictSections(patterns, { kind, matter }, before).slice(0, CANDIDATES).includes(role)) hits.learned++;
      if (fixedNext(before.at(-1) ?? "始", false).includes(role)) hits.fixed++;
      if (fixedNext(before.at(-1) ?? "始", true).includes(role)) hits.staying++;
    }
  }
}

function share(part: number, whole: number): string {
  return whole === 0 ? "-" : (part / whole).toFixed(3);
}

interface GoldBrief extends Brief {
  readonly gold: Readonly<Record<string, readonly string[]>>;
}

/** Figures of the briefs with gold: in a fitting section, elsewhere, nowhere. */
function placing(patterns: Patterns): { fit: number; misfit: string[]; nowhere: string[] } {
  let fit = 0;
  const misfit: string[] = [];
  const nowhere: string[] = [];
  for (const name of readdirSync(BRIEFS).sort()) {
    const { gold, ...brief } = parse(readFileSync(new URL(name, BRIEFS), "utf8")) as GoldBrief;
    const draft = composeDraft(brief, patterns);
    const sections = flatSections(draft.sections);
    for (const { id, metric } of draft.figures) {
      const wanted = gold[metric] ?? [];
      const fits = (one: (typeof sections)[number]): boolean =>
        wanted.some((word) => one.role === word || one.title.includes(word));
      const home = sections.find(({ figures }) => figures.includes(id));
      // a heading of the lexicon, 突出重点，抓好落实, is about nothing: there anything may stand that no other heading is about
      const spare = home?.origin === "frame" && !sections.some((one) => fits(one) && one.origin !== "frame");
      if (home === undefined) nowhere.push(`${name} ${metric}`);
      else if (fits(home) || spare) fit++;
      else misfit.push(`${name} ${metric} → ${home.title}`);
    }
  }
  return { fit, misfit, nowhere };
}

const plain = await recordsOf(["corpus/dev/collection"]);
const patterns = learnPatterns(plain);
const show = process.argv.includes("--errors");
const hits: Hits = { places: 0, learned: 0, fixed: 0, staying: 0 };
if (process.argv.includes("--frozen")) foretell(patterns, await recordsOf(["corpus/frozen/collection"]), hits);
else
  for (let fold = 0; fold < 5; fold++) {
    const held = plain.filter((_, i) => i % 5 === fold);
    foretell(learnPatterns(plain.filter((_, i) => i % 5 !== fold)), held, hits);
  }
const { right, all } = roundTrip(plain);
const { fit, misfit, nowhere } = placing(patterns);
const total = fit + misfit.length + nowhere.length;
const lines = [
  `documents learned from         ${patterns.documents} (${patterns.distinct} distinct)`,
  `next section, hit@3            ${share(hits.learned, hits.places)} learned, ${share(hits.fixed, hits.places)} fixed outline, ${share(hits.staying, hits.places)} fixed outline that may stay where it is (${hits.places} places)`,
  `sentence patterns, k ≥ ${patterns.least}       ${patterns.sentences.length}`,
  `round trip                     ${share(right, all)} of ${all}`,
  `figures of 30 briefs           ${share(fit, total)} in a fitting section, ${misfit.length} elsewhere, ${nowhere.length} not placed, of ${total}`,
];
if (show) lines.push(...misfit.map((line) => `elsewhere  ${line}`), ...nowhere.map((line) => `nowhere  ${line}`));
process.stdout.write(`${lines.join("\n")}\n`);
