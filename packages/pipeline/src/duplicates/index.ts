import type { DocumentRecord, Duplicate } from "@zongjie/document";
import { type Alignment, similarityOf } from "./alignment.ts";
import { judge } from "./evidence.ts";
import { findLinks, isExact, isNear, type Link } from "./link.ts";
import { cutUnits } from "./unit.ts";

/** Shortest passage, in letters and digits, that counts as repeated. */
const SHORTEST = 40;

/** Shortest passage of a document that is spun elsewhere, and of one that is spun from the document itself: lists look alike. */
const PART = 25;
const SELF = 100;

/** Two repeated passages are one where no more than a heading stands between them, in copy and original. */
const GAP = 60;

/** A passage whose digits differ more than by this share is another report's, unless it is as long as a report. */
const OTHER_DIGITS = 0.5;
const LONG = 300;

/**
 * Passages of a page that repeat an earlier one, by document: exact (the same letters and digits), near (at least four
 * fifths of the letters align), spun (words replaced all over by synonyms, the rest kept). `similarity` is the share of
 * letters that align equal. Sentences are linked to earlier ones, neighbouring links make a passage. Linear in the text.
 *
 *     1 → 5   认真贯彻上级指示精神，为部队……   当真贯彻下级唆使精神，为步队……    spun 0.78
 *     2 → 6   在春节、“八一”前夕走访慰问……     在春节、“八一”前夕访问慰劳……
 */
export function findDuplicates(documents: readonly Pick<DocumentRecord, "text" | "blocks">[]): Duplicate[][] {
  const links = findLinks(documents.flatMap((document, i) => cutUnits(document, i)));
  const chains = runs(links, follows);
  const spun = spunPairs(chains);
  const found: Duplicate[][] = documents.map(() => []);
  for (const chain of chains)
    found[chain[0]?.unit.document ?? 0]?.push(...passages(chain, spun.has(pairOf(chain[0] as Link))));
  return found;
}

/** Copies and originals, by document, between which the passages together tell spinning: order is lost, little of each left. */
function spunPairs(chains: readonly (readonly Link[])[]): Set<string> {
  const pairs = new Map<string, Alignment[]>();
  for (const chain of chains) {
    const alignments = chain.map(({ alignment }) => alignment);
    const first = chain[0] as Link;
    if (first.unit.document === first.original.document || judge(alignments) === "none") continue;
    const pair = pairOf(first);
    const known = pairs.get(pair);
    if (known === undefined) pairs.set(pair, alignments);
    else known.push(...alignments);
  }
  return new Set([...pairs].filter(([, alignments]) => judge(alignments) === "whole").map(([pair]) => pair));
}

function pairOf({ unit, original }: Link): string {
  return `${unit.document}/${original.document}`;
}

/** What a chain of links comes to: one spun passage, or those parts of it that are near copies. */
function passages(chain: readonly Link[], spun: boolean): Duplicate[] {
  const verdict = judge(chain.map(({ alignment }) => alignment));
  const { unit, original } = chain[0] as Link;
  const least = unit.document === original.document ? SELF : PART;
  if (least <= lettersOf(chain) && (verdict === "whole" || (spun && verdict === "part")))
    return [passage(chain, "spun")];
  return runs(chain, (a, b) => isNear(a) && isNear(b))
    .filter((run) => run.every(isNear) && SHORTEST <= lettersOf(run) && !isOtherReport(run))
    .map((run) => passage(run, run.every(isExact) ? "exact" : "near"));
}

/** The same wording with other numbers: `全年地区生产总值1286.4亿元` is no copy of what another year's bulletin says. */
function isOtherReport(run: readonly Link[]): boolean {
  const sum = (value: (link: Link) => number): number => run.reduce((n, link) => n + value(link), 0);
  const other = sum(({ alignment }) => alignment.otherDigits);
  return lettersOf(run) < LONG && OTHER_DIGITS * sum(({ alignment }) => alignment.digits) < other;
}

function lettersOf(run: readonly Link[]): number {
  return run.reduce((n, { unit }) => n + unit.bare.length, 0);
}

/** True where both copies and both originals stand next to each other. */
function follows(a: Link, b: Link): boolean {
  return (
    a.unit.document === b.unit.document &&
    a.original.document === b.original.document &&
    b.unit.start - a.unit.end <= GAP &&
    a.original.end <= b.original.start &&
    b.original.start - a.original.end <= GAP
  );
}

/** Cuts a list wherever two neighbours do not belong together. */
function runs<T>(list: readonly T[], together: (a: T, b: T) => boolean): T[][] {
  const out: T[][] = [];
  for (const item of list) {
    const last = out.at(-1);
    if (last === undefined || !together(last.at(-1) as T, item)) out.push([item]);
    else last.push(item);
  }
  return out;
}

function passage(run: readonly Link[], type: Duplicate["type"]): Duplicate {
  const { unit, original } = run[0] as Link;
  const last = run.at(-1) as Link;
  return {
    span: { start: unit.start, end: last.unit.end },
    of: { document: original.document, span: { start: original.start, end: last.original.end } },
    type,
    similarity: Math.round(1000 * similarityOf(run.map(({ alignment }) => alignment))) / 1000,
  };
}
