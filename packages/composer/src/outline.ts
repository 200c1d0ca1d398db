import type { Draft, DraftSection, Role } from "@zongjie/document";
import { type Brief, type CleanBrief, cleanBrief, fill, slot } from "./brief.ts";
import { type Comparables, compare, gather, share } from "./comparable.ts";
import { frames, type KindFrame, kindFrame, roleFrame } from "./frames.ts";
import { guideOf } from "./guide.ts";
import { matterOf } from "./matter.ts";
import { numbered } from "./numbering.ts";
import type { Patterns, Theme, Wording } from "./patterns.ts";
import { titleOf } from "./title.ts";
import { type Choice, type ChosenHeading, chooseHeading, frameHeading } from "./wording.ts";

const FEWEST_MAINS = 3;
const MOST_MAINS = 7;
/** A part stands in the outline where that share of comparable documents has it. */
const SEEN = 0.35;
const ALONE = 0.25;
/** A leading part that comparable documents place after their matter is placed there too. */
const BEHIND = 0.6;
const MOST_CHILDREN = 4;

/** What the sections of a draft are made with. */
interface Work {
  readonly brief: CleanBrief;
  readonly frame: KindFrame;
  readonly patterns: Patterns;
  readonly comparables: Comparables;
  readonly matter: string;
  /** Headings so far. */
  readonly used: string[];
  /** Lines of guides so far: what was told once need not be told again. */
  readonly told: string[];
}

/**
 * Composes an outline for a brief from what a collection taught: parts in the order of the kind, main sections by the themes
 * that most comparable documents have, headings that at least two of them share or that come from the lexicon. The same
 * brief and patterns give the same draft. Nothing that states a number, a name or a date comes from anywhere but the brief.
 */
export function composeOutline(brief: Brief, patterns: Patterns): Draft {
  const clean = cleanBrief(brief);
  const frame = kindFrame(clean.kind);
  const comparables = compare(clean, patterns);
  const matter = matterOf(clean.topic ?? "", clean.unit);
  const work: Work = { brief: clean, frame, patterns, comparables, matter, used: [], told: [] };
  return {
    schema: "zongjie/draft@1",
    kind: frame.kind,
    topic: clean.topic,
    unit: clean.unit,
    period: clean.period,
    title: titleOf(clean),
    addressee: clean.addressee,
    opening: frame.opening.map((line) => fill(line, clean)),
    sections: numbered(partsOf(work)),
    signature: { unit: clean.unit ?? slot("单位"), date: slot("成文日期") },
    evidence: {
      documents: patterns.documents,
      distinct: patterns.distinct,
      sections: patterns.sections,
    },
  };
}

/** A section before it is numbered. */
type Unnumbered = Omit<DraftSection, "marker" | "level" | "children"> & { readonly children: readonly Unnumbered[] };

function partsOf(work: Work): Unnumbered[] {
  const { frame, patterns, comparables } = work;
  const sections: Unnumbered[] = [];
  const behind: Unnumbered[] = [];
  for (const { role, when } of frame.parts) {
    if (role === "main") {
      sections.push(...mainPart(work), ...behind);
      continue;
    }
    const rate = share(
      comparables.frame,
      (source) => patterns.sources[source]?.outline.some(({ part }) => part === role) ?? false,
    );
    const wanted = when === "always" || (rate === null ? when === "alone" : (when === "seen" ? SEEN : ALONE) <= rate);
    if (!wanted) continue;
    const theme = gather(role, patterns, comparables);
    const learned = theme === null ? null : chooseHeading(theme, choiceOf(work, role, false));
    const heading = learned ?? frameHeading(roleFrame(role).headings, work.used);
    if (heading === null) continue;
    const late = role === "组织领导" && theme !== null && BEHIND < theme.place && 0 < comparables.families.size;
    (late ? behind : sections).push(sectionOf(work, role, heading, theme, rate));
  }
  return sections;
}

/** The main sections, below one that gathers them where most comparable documents do so. */
function mainPart(work: Work): Unnumbered[] {
  const { frame, patterns, comparables } = work;
  const sections: Unnumbered[] = [];
  for (const theme of mainThemes(work)) {
    const heading = chooseHeading(theme, choiceOf(work, frame.main, true));
    if (heading === null) continue;
    const rate = share(comparables.frame, (source) => theme.sources.includes(source));
    sections.push(sectionOf(work, frame.main, heading, theme, rate));
  }
  if (frame.parts.some(({ role, when }) => role === "main" && when === "always"))
    for (let n = sections.length; n < FEWEST_MAINS; n++) {
      const heading = frameHeading(frame.mains, work.used);
      if (heading !== null) sections.push(sectionOf(work, frame.main, heading, null, null));
    }
  const wrapped = share(comparables.frame, (source) => patterns.sources[source]?.wrapped ?? false) ?? 0;
  if (wrapped < 0.5 || sections.length < 2) return sections;
  const title = frames().wrapperNames[frame.tense];
  const base = comparables.frame.filter((weight, source) => 0 < weight && patterns.sources[source]?.wrapped).length;
  return [
    {
      title,
      role: frame.main,
      origin: "frame",
      support: 0,
      base,
      sources: [],
      guide: [],
      slots: [],
      children: sections,
    },
  ];
}

/** Themes on the matter that at least two documents have: those with most weight, in their usual order. */
function mainThemes({ patterns, comparables }: Work): Theme[] {
  const weight = (theme: Theme): number =>
    theme.sources.reduce((sum, source) => sum + (comparables.weights[source] ?? 0), 0);
  return patterns.themes
    .filter(
      (theme) =>
        theme.part === "main" &&
        comparables.families.has(theme.family) &&
        2 <= theme.sources.length &&
        0 < weight(theme),
    )
    .map((theme) => ({ theme, weight: weight(theme) }))
    .sort((a, b) => b.weight - a.weight || a.theme.id - b.theme.id)
    .slice(0, Math.min(MOST_MAINS, Math.max(FEWEST_MAINS, usualMains(patterns, comparables))))
    .map(({ theme }) => theme)
    .sort((a, b) => a.place - b.place || a.id - b.id);
}

/** How many main sections comparable documents have: the weighted middle, the upper of two. */
function usualMains(patterns: Patterns, { frame, weights }: Comparables): number {
  const counts = patterns.sources
    .map(({ outline }, i) => ({
      count: outline.filter(({ part }) => part === "main").length,
      weight: Math.min(frame[i] ?? 0, weights[i] ?? 0),
    }))
    .filter(({ weight }) => 0 < weight)
    .sort((a, b) => a.count - b.count);
  let left = counts.reduce((sum, { weight }) => sum + weight, 0) / 2;
  for (const { count, weight } of counts) {
    left -= weight;
    if (left < 0) return count;
  }
  return MOST_MAINS;
}

function choiceOf({ frame, matter, used }: Work, role: Role, main: boolean): Choice {
  return { role, main, tense: frame.tense, matter, used };
}

function sectionOf(
  work: Work,
  role: Role,
  heading: ChosenHeading,
  theme: Theme | null,
  rate: number | null,
): Unnumbered {
  work.used.push(heading.text);
  const guide = guideOf({ role, theme, rate, matter: work.matter, heading: heading.text, told: work.told });
  work.told.push(...guide.lines);
  return {
    ...worded(work, role, heading),
    base: theme?.sources.length ?? 0,
    guide: guide.lines,
    slots: guide.slots,
    children: theme === null ? [] : childrenOf(work, role, theme.children),
  };
}

/** Sections below, where comparable documents share at least two headings there. */
function childrenOf(work: Work, role: Role, wordings: readonly Wording[]): Unnumbered[] {
  const chosen: Unnumbered[] = [];
  for (const wording of wordings.filter(({ sources }) => 2 <= sources.length)) {
    const heading = chooseHeading(
      { ...EMPTY, headings: [wording], sources: wording.sources },
      choiceOf(work, role, true),
    );
    if (heading === null) continue;
    work.used.push(heading.text);
    chosen.push({ ...worded(work, role, heading), base: wording.sources.length, guide: [], slots: [], children: [] });
    if (chosen.length === MOST_CHILDREN) break;
  }
  return chosen.length < 2 ? [] : chosen;
}

const EMPTY: Theme = {
  id: -1,
  family: -1,
  part: "main",
  sources: [],
  headings: [],
  clauses: [],
  terms: [],
  metrics: [],
  children: [],
  place: 0,
};

function worded(
  { brief, patterns, frame }: Work,
  role: Role,
  { text, origin, sources }: ChosenHeading,
): Pick<Unnumbered, "title" | "role" | "origin" | "support" | "sources"> {
  // What comes next is not of the reported period.
  const period = frame.tense === "done" && role === "打算" ? "下一步" : (brief.period ?? "");
  const title = text.replaceAll("{年度}", period).replaceAll("{下期}", "下一步");
  return {
    title,
    role,
    origin,
    support: sources.length,
    sources: sources.map((source) => patterns.sources[source]?.id ?? ""),
  };
}
