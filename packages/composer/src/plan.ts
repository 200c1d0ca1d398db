import { type Patterns, ROLES, type Role, type Theme } from "@zongjie/document";
import type { CleanBrief } from "./brief.ts";
import { gather, share } from "./comparable.ts";
import { frames, kindFrame, roleFrame } from "./frames.ts";
import { FEWEST_MAINS, mainThemes, themeLike } from "./mains.ts";
import { matterOf } from "./matter.ts";
import { choiceOf, type Planned, sectionOf, type Work } from "./planned.ts";
import { namesRole } from "./reading.ts";
import { type ChosenHeading, chooseHeading, frameHeading, toneHeading } from "./wording.ts";

/** A part stands in the outline where that share of comparable documents has it. */
const SEEN = 0.35;
const ALONE = 0.25;
/** A leading part that comparable documents place after their matter is placed there too. */
const BEHIND = 0.6;

/**
 * Plans the sections of a draft: those that the brief names, else parts in the order of the kind, main sections by the themes
 * that most comparable documents have, headings that at least two of them share or that come from the lexicon.
 */
export function planSections(
  brief: CleanBrief,
  patterns: Patterns,
  { comparables, needed, metrics, isCopy }: Pick<Work, "comparables" | "needed" | "metrics" | "isCopy">,
): Planned[] {
  const frame = kindFrame(brief.kind);
  const matter = matterOf(brief.topic ?? "", brief.unit);
  const work: Work = { brief, frame, patterns, comparables, matter, isCopy, needed, metrics, used: [], told: [] };
  return brief.sections === null ? partsOf(work) : brief.sections.flatMap((name) => wantedSection(work, name));
}

function partsOf(work: Work): Planned[] {
  const { frame, needed } = work;
  const sections: Planned[] = [];
  const behind: Planned[] = [];
  for (const { role, when } of frame.parts) {
    if (role === "main") {
      sections.push(...mainPart(work), ...behind);
      continue;
    }
    const rate = rateOf(work, role);
    const wanted = when === "always" || (rate === null ? when === "alone" : (when === "seen" ? SEEN : ALONE) <= rate);
    if (!wanted && !needed.has(role)) continue;
    const section = partSection(work, role, rate);
    if (section === null) continue;
    const late =
      role === "组织领导" &&
      section.theme !== null &&
      BEHIND < section.theme.place &&
      0 < work.comparables.families.size;
    (late ? behind : sections).push(section);
  }
  return sections;
}

function rateOf({ patterns, comparables }: Work, role: Role): number | null {
  return share(
    comparables.frame,
    (source) => patterns.sources[source]?.outline.some(({ part }) => part === role) ?? false,
  );
}

/** A section of a part that is no main one; null where every heading for it is taken. */
function partSection(work: Work, role: Role, rate: number | null): Planned | null {
  const theme = gather(role, work.patterns, work.comparables);
  const learned = theme === null ? null : chooseHeading(theme, choiceOf(work, role, false));
  const heading =
    learned ?? toneHeading(null, choiceOf(work, role, false)) ?? frameHeading(roleFrame(role).headings, work.used);
  return heading === null ? null : sectionOf(work, role, heading, theme, rate, false);
}

/** A section that the brief names: 组织领导 by its role, 国防教育 by the theme that is like it. */
function wantedSection(work: Work, name: string): Planned[] {
  const role = ROLES.find((one) => one === name);
  if (role === work.frame.main) return mainPart(work);
  if (role !== undefined) return [partSection(work, role, rateOf(work, role))].flatMap((section) => section ?? []);
  const said = ROLES.find((one) => one !== "其他" && namesRole(one, name)) ?? work.frame.main;
  const own = said === work.frame.main || said === "做法";
  const theme = own ? themeLike(work, name) : gather(said, work.patterns, work.comparables);
  const rate = theme === null ? null : share(work.comparables.frame, (source) => theme.sources.includes(source));
  const heading: ChosenHeading = { text: name, origin: "brief", sources: [] };
  return [sectionOf(work, own ? work.frame.main : said, heading, theme, rate, own)];
}

/** The main sections, below one that gathers them where most comparable documents do so. */
function mainPart(work: Work): Planned[] {
  const { brief, frame, patterns, comparables } = work;
  const sections: Planned[] = [];
  const { themes, most } = mainThemes(work);
  const chosen: { theme: Theme; heading: ChosenHeading }[] = [];
  for (const { theme, told } of themes) {
    if (chosen.length === most) break;
    const heading = chooseHeading(theme, { ...choiceOf(work, frame.main, true), loose: told });
    if (heading === null) continue;
    work.used.push(heading.text);
    chosen.push({ theme, heading });
  }
  for (const { theme, heading } of chosen.sort((a, b) => a.theme.place - b.theme.place || a.theme.id - b.theme.id)) {
    const rate = share(comparables.frame, (source) => theme.sources.includes(source));
    sections.push(sectionOf(work, frame.main, heading, theme, rate, true));
  }
  const always = frame.parts.some(({ role, when }) => role === "main" && when === "always");
  for (let n = sections.length; n < (always ? FEWEST_MAINS : 1); n++) {
    const choice = choiceOf(work, frame.main, true);
    const heading = toneHeading(null, choice) ?? frameHeading(frame.mains, work.used);
    if (heading !== null) sections.push(sectionOf(work, frame.main, heading, null, null, true));
  }
  const wrapped = share(comparables.frame, (source) => patterns.sources[source]?.wrapped ?? false) ?? 0;
  if (wrapped < 0.5 || sections.length < 2 || brief.sections !== null) return sections;
  const title = frames().wrapperNames[frame.tense];
  const base = comparables.frame.filter((weight, source) => 0 < weight && patterns.sources[source]?.wrapped).length;
  const bare = { support: 0, sources: [], guide: [], slots: [], theme: null };
  return [{ ...bare, title, role: frame.main, origin: "frame", base, main: true, children: sections }];
}
