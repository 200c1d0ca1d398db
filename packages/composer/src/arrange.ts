import { type Part, ROLES } from "@zongjie/document";
import { compare } from "./comparable.ts";
import { copies, type Desk } from "./desk.ts";
import type { Place } from "./figures/fit.ts";
import type { Given } from "./figures/given.ts";
import { type Placed, placeFigures } from "./figures/place.ts";
import { frames, type KindFrame } from "./frames.ts";
import { matterThemes } from "./mains.ts";
import { planSections } from "./plan.ts";
import { type Planned, spareSection } from "./planned.ts";

/** Metrics that decide which sections there are. */
const MOST_METRICS = 200;

interface Arranged {
  readonly planned: readonly Planned[];
  readonly places: readonly Placing[];
  readonly placed: readonly Placed[];
}

/** Plans the sections and places the figures; where some find no section, one of the lexicon is added for them. */
export function arrange(desk: Desk, given: readonly Given[]): Arranged {
  const { brief, patterns, frame } = desk;
  const main = frame.tense === "done" ? "stated" : "target";
  const own = given.filter(
    ({ modality, behind, section, untold }) =>
      modality === main && behind === null && section === null && untold === null,
  );
  const comparables = compare(brief, patterns);
  const planned = planSections(brief, patterns, {
    comparables,
    needed: neededBy(given, frame),
    metrics: own.slice(0, MOST_METRICS).map(({ metric }) => metric),
    isCopy: (text) => copies(text, desk),
  });
  const themes = matterThemes(comparables, patterns);
  const place = (sections: readonly Planned[]): Arranged => {
    const places = sections.flatMap((section) => placesIn(section, desk));
    const here = new Set(places.map(({ section }) => section.theme?.id));
    const placed = placeFigures(
      given,
      places.map((one) => one.place),
      themes.filter(({ id }) => !here.has(id)),
    );
    return { planned: sections, places, placed };
  };
  const first = place(planned);
  const homeless = given.some(
    ({ modality, section, untold }, i) =>
      modality === main && section === null && untold === null && "reason" in (first.placed[i] ?? {}),
  );
  if (!homeless || brief.sections !== null) return first;
  const spare = spareSection(
    brief,
    first.places.map(({ section }) => section.title),
  );
  if (spare === null) return first;
  const inside = planned.find((section) => section.main && section.theme === null && 0 < section.children.length);
  if (inside !== undefined)
    return place(
      planned.map((section) => (section === inside ? { ...section, children: [...section.children, spare] } : section)),
    );
  const last = planned.findLastIndex((section) => section.main);
  return place([...planned.slice(0, last + 1), spare, ...planned.slice(last + 1)]);
}

/**
 * Parts that figures need: aims want 打算 in a text that looks back, what is reached wants 基本情况 in one that looks ahead, and
 * a figure that names a role wants its section.
 */
function neededBy(given: readonly Given[], { tense }: KindFrame): ReadonlySet<Part> {
  const modality = tense === "done" ? "target" : "stated";
  const parts: Part[] = given.some((figure) => figure.modality === modality && figure.untold === null)
    ? [tense === "done" ? "打算" : "基本情况"]
    : [];
  for (const { section } of given) parts.push(...ROLES.filter((role) => role === section));
  return new Set(parts);
}

interface Placing {
  readonly section: Planned;
  readonly place: Place;
}

/** A section and those below it, as figures are placed in them. */
function placesIn(section: Planned, desk: Desk): Placing[] {
  const { title, role, origin, theme, main, children } = section;
  const { frame, patterns } = desk;
  const known = patterns.kinds.find(({ kind }) => kind === frame.kind)?.roles.find((one) => one.role === role);
  const place: Place = {
    title,
    role,
    origin,
    theme,
    main,
    metrics: (known?.metrics ?? []).map(({ text }) => text),
    due: role === "打算" || (frame.tense === "due" && (main || role === "保障" || role === "组织领导")),
    wanted: origin === "brief",
    gathers: (main && theme === null && 0 < children.length) || isBarren(title),
  };
  return [{ section, place }, ...children.flatMap((child) => placesIn(child, desk))];
}

/** Whether no figure stands under a heading: 指导思想. */
export function isBarren(title: string): boolean {
  return frames().barren.some((word) => title.includes(word));
}
