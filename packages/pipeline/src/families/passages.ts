import type { Span } from "@zongjie/document";
import type { Chain } from "./chains.ts";
import { PRINT } from "./winnow.ts";

/** Letters and digits of a passage at least: some 80 characters with their marks. */
const LONG = 70;

/** Letters that may differ between two shared stretches of one passage: a number, a name. */
const GAP = 20;

/** Share of a passage's letters that are equal, at least; as of near copies within a page. */
const NEAR = 0.8;

/** A passage of a text that stands in another; spans count letters. */
export interface Passage extends Span {
  readonly text: number;
  readonly of: { readonly text: number } & Span;
}

/** A stretch that is equal in two texts. */
interface Run extends Passage {
  readonly equal: number;
}

/**
 * The long passages that chains of fingerprints tell of, read in both texts: stretches of equal letters, joined over a
 * number or a name that differs. Chains come text by text.
 *
 *     …… 全年投入 38 万元，修缮村级卫生室 12 所 ……
 *     …… 全年投入 45 万元，修缮村级卫生室 9 所 ……       one passage of four runs
 */
export function* findPassages(chains: Iterable<Chain>, lettersOf: (text: number) => Uint16Array): Generator<Passage> {
  let runs: Run[] = [];
  for (const chain of chains) {
    if (runs[0] !== undefined && runs[0].text !== chain.text) {
      yield* joined(runs);
      runs = [];
    }
    runs.push(...runsAlong(chain, lettersOf(chain.text), lettersOf(chain.of)));
  }
  yield* joined(runs);
}

/** The equal stretches of a chain, the outer ones as long as they come. */
function runsAlong({ text, of, first, last, shift }: Chain, own: Uint16Array, other: Uint16Array): Run[] {
  const isEqual = (i: number): boolean => i < own.length && i - shift < other.length && own[i] === other[i - shift];
  let from = first;
  while (0 < from && 0 < from - shift && isEqual(from - 1)) from--;
  const out: Run[] = [];
  for (let start = from; start < last + PRINT; start++) {
    let end = start;
    while (isEqual(end)) end++;
    if (PRINT <= end - start)
      out.push({ text, start, end, of: { text: of, start: start - shift, end: end - shift }, equal: end - start });
    start = end;
  }
  return out;
}

/** Runs of one text made to passages; what is too short goes. */
function joined(runs: readonly Run[]): Run[] {
  const sorted = [...runs].sort((a, b) => a.of.text - b.of.text || a.start - b.start || a.of.start - b.of.start);
  const out: Run[] = [];
  for (const run of sorted) {
    const before = out.at(-1);
    if (before !== undefined && follows(before, run))
      out[out.length - 1] = {
        ...before,
        end: run.end,
        of: { ...before.of, end: run.of.end },
        equal: before.equal + run.equal,
      };
    else if (before === undefined || before.of.text !== run.of.text || before.end < run.end) out.push(run);
  }
  return out.filter(
    ({ start, end, of, equal }) =>
      LONG <= Math.min(end - start, of.end - of.start) && NEAR * (end - start + of.end - of.start) <= 2 * equal,
  );
}

function follows(a: Run, b: Run): boolean {
  const [own, other] = [b.start - a.end, b.of.start - a.of.end];
  return a.of.text === b.of.text && 0 <= own && own <= GAP && 0 <= other && other <= GAP;
}

/** A passage of a text, and where others have it. */
export interface PassageGroup {
  readonly text: number;
  readonly span: Span;
  readonly copies: readonly Passage[];
}

/** Passages that are the same stretch of one text, by half of what they cover together, are one group. */
export function groupPassages(passages: Iterable<Passage>): PassageGroup[] {
  const sorted = [...passages].sort(
    (a, b) => a.of.text - b.of.text || a.of.start - b.of.start || b.of.end - a.of.end || a.text - b.text,
  );
  const groups: { text: number; span: Span; copies: Passage[] }[] = [];
  let open: typeof groups = [];
  for (const passage of sorted) {
    const { text, start, end } = passage.of;
    open = open.filter((group) => group.text === text && start < group.span.end);
    const home = open.find((group) => isSame(group.span, passage.of));
    if (home !== undefined) home.copies.push(passage);
    else {
      const group = { text, span: { start, end }, copies: [passage] };
      open.push(group);
      groups.push(group);
    }
  }
  return groups;
}

function isSame(a: Span, b: Span): boolean {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return Math.max(a.end, b.end) - Math.min(a.start, b.start) <= 2 * shared;
}
