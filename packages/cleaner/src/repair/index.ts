import type { Edit } from "@zongjie/document";
import { confidenceOf } from "@zongjie/lexicon";
import { findBlanks } from "./blank.ts";
import { cuttingWords, findInjected, type SiteWord, siteWords } from "./injected.ts";
import { findHyphens, findMasks } from "./mask.ts";
import { findDecimals } from "./number.ts";
import { findReadings } from "./reading.ts";
import { findLoneQuotes, findStrays, findTurnedQuotes } from "./stray.ts";
import { findWedges, type WedgeEvidence, wedgeEvidence } from "./wedge.ts";

export { findOpenMasks } from "./mask.ts";

/** Blanks change no word, and whether one was meant cannot be measured: nothing is said of them. */
const BLANKS: ReadonlySet<string> = new Set(["blank.inserted", "blank.in-number"]);

/** What a whole page shows of the damage that was done to its documents. */
export interface RepairEvidence extends WedgeEvidence {
  /** Words of the site that stand inside words of the text. */
  readonly words: readonly SiteWord[];
}

/** Reads what a page shows. `site`: what the site calls itself; `lines`: what was taken out of the page. */
export function repairEvidence(
  page: string,
  site: string | null = null,
  lines: readonly string[] = [],
): RepairEvidence {
  return { ...wedgeEvidence(page), words: cuttingWords(page, siteWords(site, lines)) };
}

/** Repairs within one document, in order of trust: an edit that overlaps an earlier one is left out. */
export function findRepairs(text: string, evidence: RepairEvidence = repairEvidence(text)): Edit[] {
  const wedges = (t: string): Edit[] => findWedges(t, evidence);
  const injected = (t: string): Edit[] => findInjected(t, evidence.words);
  const finders = [
    findDecimals,
    findReadings,
    injected,
    findMasks,
    findHyphens,
    wedges,
    findTurnedQuotes,
    findLoneQuotes,
    findStrays,
    findBlanks,
  ];
  const out: Edit[] = [];
  for (const find of finders) {
    for (const edit of freeOf(out, find(text))) out.push(edit);
    out.sort((a, b) => a.start - b.start || a.end - b.end);
  }
  return out.map((edit) =>
    BLANKS.has(edit.rule) ? edit : { ...edit, confidence: confidenceOf("repair", [`rule:${edit.rule}`]) },
  );
}

/** Those of `more` (sorted) that neither overlap nor start together with one of `taken` (sorted). */
function freeOf(taken: readonly Edit[], more: readonly Edit[]): Edit[] {
  const out: Edit[] = [];
  let i = 0;
  let reached = 0;
  for (const edit of more) {
    while (i < taken.length && (taken[i] as Edit).end <= edit.start) i++;
    const other = taken[i];
    if ((other !== undefined && other.start < edit.end) || edit.start < reached) continue;
    out.push(edit);
    reached = edit.end;
  }
  return out;
}
