import type { Line } from "../line.ts";
import { bareTitle, likeness } from "../title.ts";
import { endOf, endsInHope, type Look, nextLook, type Seen } from "./look.ts";
import { memory } from "./memory.ts";
import { introduces } from "./opening.ts";
import { indentOf, type SplitContext, type Survey, surveyPage } from "./survey.ts";

export type { SplitContext };

/** A line with what speaks for or against its being a document's first, by name. */
export interface Evidence {
  readonly line: number;
  readonly features: readonly string[];
  /** The mark that the line begins with, if any. */
  readonly mark: { readonly rule: string; readonly length: number } | null;
}

/** A line among its neighbours. */
interface Place {
  readonly page: Survey;
  readonly k: number;
  readonly own: Seen;
  readonly before: Seen | undefined;
  readonly after: Seen | undefined;
}

/** What a witness says, by name: the same words are the same list, so that lists can be told apart without reading them. */
type Names = readonly string[];

const NOTHING: Names = [];

/**
 * Each looks at a place in its own way; the trained model knows what they say by name. Those who say little come first,
 * so that few lists begin alike.
 */
const WITNESSES: readonly ((place: Place) => Names)[] = [
  sayTags,
  sayOpening,
  sayHope,
  sayGaps,
  sayMarks,
  sayIndent,
  sayTitle,
  sayWording,
  sayPosition,
  sayTopic,
  sayNeighbours,
];

const told = memory<Names, Names>();
const spoken = memory<string, Names>();
const neighbours = memory<string, Names>();
const positions = memory<string, Names>();

/** One list for all that say the same. */
function once(names: Names): Names {
  return names.length === 0 ? NOTHING : spoken(names, () => names);
}

/**
 * Evidence of every line with text, in order. Linear in the text.
 *
 *     清溪县教育局2024年工作计划      own named; prev date; numbering restart; topic new
 */
export function gatherEvidence(lines: readonly Line[], context: SplitContext = {}): Evidence[] {
  const page = surveyPage(lines, context);
  const said: Names[] = WITNESSES.map(() => NOTHING);
  let features: Names = NOTHING;
  return page.seen.map((own, k): Evidence => {
    const place: Place = { page, k, own, before: page.seen[k - 1], after: page.seen[k + 1] };
    // of many lines in a row the same is said
    let same = features !== NOTHING;
    for (let w = 0; w < WITNESSES.length; w++) {
      const names = (WITNESSES[w] as (typeof WITNESSES)[number])(place);
      same &&= names === said[w];
      said[w] = names;
    }
    if (!same) features = told(said, () => said.flat());
    return { line: own.line, features, mark: markOf(page, own.line) };
  });
}

function markOf({ marks, series }: Survey, line: number): Evidence["mark"] {
  const found = marks.get(line);
  if (found !== undefined) return { rule: found.rule, length: found.mark };
  const run = series.get(line);
  return run === undefined ? null : { rule: "separator.series", length: run.length };
}

/** Lines that may begin a document without a headline. */
const BARE: ReadonlySet<Look> = new Set(["one", "prose", "intro", "aim", "opening"]);

function sayNeighbours({ page, k, own, before, after }: Place): Names {
  const prev: Look = before === undefined ? "none" : endOf(before);
  const size = (page.sizes[k + 1] as number) - (page.sizes[k] as number);
  const next: Look = after === undefined ? (size < 200 ? "none" : "prose") : nextLook(own, after);
  const state = page.states[own.line] ?? "none";
  const above = page.seen[k - 2];
  const upper = above !== undefined && BARE.has(own.look) ? endOf(above) : "";
  const below = page.seen[k + 2];
  const later = below === undefined ? "" : nextLook(after ?? own, below);
  // whatever the names are made of has to be among the keys
  return neighbours([own.look, prev, next, state, upper, later], () => [
    `own ${own.look}`,
    `prev ${prev}`,
    `next ${next}`,
    `own ${own.look} prev ${prev}`,
    `own ${own.look} next ${next}`,
    `numbering ${state}`,
    `own ${own.look} numbering ${state}`,
    `own ${own.look} prev ${prev} numbering ${state}`,
    ...(upper === "" ? [] : [`own ${own.look} prev ${prev} above ${upper}`]),
    ...(later === "" ? [] : [`later ${later}`]),
  ]);
}

function sayHope({ page, own, before }: Place): Names {
  return before !== undefined && endsInHope(page.lines, before)
    ? once(["prev hopes", `prev hopes own ${own.look}`])
    : NOTHING;
}

function sayMarks({ page, own, before }: Place): Names {
  const out: string[] = [];
  const found = page.marks.get(own.line);
  if (found !== undefined) out.push(`mark ${found.rule}`, found.size < 2 ? "mark alone" : "mark in series");
  const run = page.series.get(own.line);
  if (run !== undefined)
    out.push(
      `series ${run.sort}`,
      `series ${run.sort} ${run.size === 2 ? "two" : run.size < 5 ? "some" : "many"}`,
      `series ${run.sort} titled ${run.titled === 0 ? "none" : run.titled < 0.6 ? "some" : "most"}`,
    );
  if (before !== undefined && (page.marks.has(before.line) || page.series.has(before.line)))
    out.push(before.text.length <= 60 ? "under mark" : "under marked text");
  return once(out);
}

function sayTitle({ page, own }: Place): Names {
  if (own.title === null) return NOTHING;
  const bare = bareTitle(own.text);
  const out: string[] = [];
  if (1 < (page.titles.get(bare) ?? 0)) out.push("title again");
  if (0.4 <= likeness(bare, page.firstTitle)) out.push("title like first");
  if (bare.length < 6) out.push("title short");
  return once(out);
}

/** An entry of a list or a table of contents: `学校工作总结 >>`, `一、基本情况……12`. */
const LEADER = /[>＞»]\s*$|[.．…·]{3,}\s*\d*$/;

function sayWording({ page, k, own, before, after }: Place): Names {
  const out: string[] = [];
  if (page.full.has(own.line) && own.look === "prose") out.push("under a full line");
  if (LEADER.test(own.text)) out.push("leader");
  if (after !== undefined && own.text === after.text) out.push("same as next");
  if (before !== undefined && own.text === before.text) out.push("same as previous");
  // a report is opened (现将……汇报如下) within the next three lines
  const { seen } = page;
  if (seen[k + 1]?.look === "opening" || seen[k + 2]?.look === "opening" || seen[k + 3]?.look === "opening")
    out.push("opens soon", `opens soon own ${own.look}`);
  return once(out);
}

function sayGaps({ page, own, after }: Place): Names {
  const gap = page.gaps.get(own.line);
  const under = after === undefined ? undefined : page.gaps.get(after.line);
  const out: string[] = [];
  if (gap !== undefined) {
    out.push("gap", gap.size < 30 ? "gap small" : gap.size < 120 ? "gap some" : "gap large");
    for (const reason of gap.reasons) out.push(`gap ${reason}`);
    out.push(`gap own ${own.look}`);
  }
  for (const reason of under?.reasons ?? []) out.push(`gap under ${reason}`);
  return once(out);
}

function sayTags({ page, own, before }: Place): Names {
  const out: string[] = [];
  const level = page.levels.get(own.line);
  if (level !== undefined) out.push(level <= 2 ? "h1 or h2" : "h3 and below");
  if (before !== undefined && page.levels.has(before.line)) out.push("under heading tag");
  return once(out);
}

const TOPICS = {
  new: ["topic new"],
  far: ["topic far"],
  apart: ["topic apart"],
  usual: ["topic usual"],
  same: ["topic same"],
} as const;

/** How the words change at the line, against what is usual on the page. */
function sayTopic({ page, own }: Place): Names {
  const ratio = (page.cosines[own.line] ?? 0) / page.usual;
  const topic = ratio < 0.35 ? "new" : ratio < 0.6 ? "far" : ratio < 0.85 ? "apart" : ratio < 1.15 ? "usual" : "same";
  return TOPICS[topic];
}

function sayPosition({ page, k, own }: Place): Names {
  const at = page.sizes[k] as number;
  const part = at === 0 ? "page start" : at < 150 ? "page head" : "page body";
  const tail = (page.sizes.at(-1) as number) - at < 120 ? "page tail" : "";
  const headline = page.above[k]?.headline ?? null;
  const under = headline !== null && at - headline < 300 ? own.look : "";
  return positions([part, tail, under], () => [
    part,
    ...(tail === "" ? [] : [tail]),
    ...(under === "" ? [] : [`under a headline own ${under}`]),
  ]);
}

function sayOpening({ page, k, own }: Place): Names {
  if (own.look !== "opening") return NOTHING;
  // 2023年，我局……现总结如下 is the whole first paragraph of a report, 现将下步打算汇报如下 may be a sentence inside one
  const whole = introduces(own.whole) ? ["opening in full"] : [];
  const last = page.above[k]?.opening ?? null;
  if (last === null) return once(["first opening", ...whole]);
  const soon = (page.sizes[k] as number) - last < 500;
  if (soon) return once(["opening soon again", ...whole]);
  const state = page.states[own.line] ?? "none";
  return once([`opening again numbering ${state}`, ...whole, ...whole.map((name) => `${name} numbering ${state}`)]);
}

function sayIndent({ page, own }: Place): Names {
  if (page.indent === null) return NOTHING;
  const depth = indentOf(page.lines[own.line] as Line);
  return once([depth === page.indent ? "indent same" : depth < page.indent ? "indent less" : "indent more"]);
}
