import type { DraftSection, Part, Patterns, Role, Theme, Wording } from "@zongjie/document";
import type { CleanBrief } from "./brief.ts";
import type { Comparables } from "./comparable.ts";
import { type KindFrame, kindFrame } from "./frames.ts";
import { guideOf } from "./guide.ts";
import type { Choice } from "./phrase.ts";
import { type ChosenHeading, chooseHeading, frameHeading, toneHeading } from "./wording.ts";

const MOST_CHILDREN = 4;

/** A section that a draft is to have, before it is written and numbered. */
export interface Planned
  extends Pick<DraftSection, "title" | "role" | "origin" | "support" | "base" | "sources" | "guide" | "slots"> {
  /** What comparable documents have here; null where they have nothing. */
  readonly theme: Theme | null;
  readonly main: boolean;
  readonly children: readonly Planned[];
}

/** What the sections of a draft are planned with. */
export interface Work {
  readonly brief: CleanBrief;
  readonly frame: KindFrame;
  readonly patterns: Patterns;
  readonly comparables: Comparables;
  readonly matter: string;
  readonly isCopy: (text: string) => boolean;
  /** Parts that the figures need: aims want 打算, what a plan starts from 基本情况. */
  readonly needed: ReadonlySet<Part>;
  /** Metrics of what is to be told: themes that give the like come first. */
  readonly metrics: readonly string[];
  /** Headings so far. */
  readonly used: string[];
  /** Lines of guides so far: what was told once need not be told again. */
  readonly told: string[];
}

/** What the heading of a section has to heed. */
export function choiceOf({ brief, frame, matter, used, isCopy }: Work, role: Role, main: boolean): Choice {
  return { role, main, tense: frame.tense, matter, used, tone: brief.headings, loose: false, isCopy };
}

/** A section with its heading, guide and what stands below; the heading is used from now on. */
export function sectionOf(
  work: Work,
  role: Role,
  heading: ChosenHeading,
  theme: Theme | null,
  rate: number | null,
  main: boolean,
): Planned {
  work.used.push(heading.text);
  const task = main && work.frame.tense === "due" && role === "打算";
  const guide = guideOf({ role, theme, rate, matter: work.matter, heading: heading.text, told: work.told, task });
  work.told.push(...guide.lines);
  return {
    ...worded(work, role, heading),
    base: theme?.sources.length ?? 0,
    guide: guide.lines,
    slots: guide.slots,
    theme,
    main,
    children: theme === null || work.brief.length === "short" ? [] : childrenOf(work, role, theme.children),
  };
}

/** Sections below, where comparable documents share at least two headings there. */
function childrenOf(work: Work, role: Role, wordings: readonly Wording[]): Planned[] {
  const chosen: Planned[] = [];
  for (const wording of wordings.filter(({ sources }) => 2 <= sources.length)) {
    const heading = chooseHeading(
      { ...EMPTY, headings: [wording], sources: wording.sources },
      { ...choiceOf(work, role, true), tone: null },
    );
    if (heading === null) continue;
    work.used.push(heading.text);
    const base = wording.sources.length;
    chosen.push({ ...worded(work, role, heading), base, guide: [], slots: [], theme: null, main: false, children: [] });
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
  pairs: [],
  place: 0,
};

function worded(
  { brief, patterns, frame }: Work,
  role: Role,
  { text, origin, sources }: ChosenHeading,
): Pick<Planned, "title" | "role" | "origin" | "support" | "sources"> {
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

/** A main section of the lexicon, for what no learned one is about; null where every heading is taken. */
export function spareSection(brief: CleanBrief, used: readonly string[]): Planned | null {
  const frame = kindFrame(brief.kind);
  const choice: Choice = {
    role: frame.main,
    main: true,
    tense: frame.tense,
    matter: "",
    used,
    tone: brief.headings,
    loose: false,
    isCopy: () => false,
  };
  const heading = toneHeading(null, choice) ?? frameHeading(frame.mains, used);
  if (heading === null) return null;
  const { lines, slots } = guideOf({ role: frame.main, theme: null, rate: null, matter: "", heading: "", told: [] });
  const { text: title, origin } = heading;
  const bare = { support: 0, base: 0, sources: [], theme: null, children: [] };
  return { ...bare, title, origin, role: frame.main, guide: lines, slots, main: true };
}
