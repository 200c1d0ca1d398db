import type { Family, KindPattern, Patterns, SentencePattern, Wording } from "@zongjie/document";

const MOST_HEADINGS = 6;
const MOST_METRICS = 8;
const MOST_TERMS = 5;
const REFERENCES = 3;

/** What patterns hold, as lines for reading: per kind which role follows which, headings and metrics with counts; then the sentences. */
export function listPatterns(patterns: Patterns): string[] {
  return [
    ...patterns.kinds.flatMap((kind) => kindLines(kind, patterns)),
    ...patterns.families.flatMap((family) => familyLines(family, patterns)),
    ...sentenceLines(patterns),
  ];
}

function kindLines({ kind, documents, distinct, sections, follows, roles }: KindPattern, patterns: Patterns): string[] {
  const usual = follows.filter(({ support }) => 2 <= support);
  return [
    `${kind}: ${distinct} documents (${documents} with copies), usually ${sections ?? 0} sections`,
    ...usual.map(({ from, to, support }) => `  ${from} → ${to}  ${support}`),
    ...roles.flatMap(({ role, support, headings, metrics }) => [
      `  [${role}] ${support}`,
      ...headings
        .flatMap(({ wordings }) => wordings.slice(0, 1))
        .slice(0, MOST_HEADINGS)
        .map((wording) => `    ${wording.text}  ${told(wording, patterns)}`),
      ...(metrics.length === 0
        ? []
        : [
            `    gives: ${metrics
              .slice(0, MOST_METRICS)
              .map(({ text, sources }) => `${text} ${sources.length}`)
              .join(", ")}`,
          ]),
    ]),
  ];
}

/** What documents on one matter tell of, in their usual order: 双拥: 组织领导 8 → 国防教育、双拥宣传 5 → … */
function familyLines({ matters, sources, themes }: Family, patterns: Patterns): string[] {
  const shared = themes
    .flatMap((id) => patterns.themes[id] ?? [])
    .filter((theme) => 2 <= theme.sources.length)
    .sort((a, b) => a.place - b.place || a.id - b.id);
  if (shared.length === 0) return [];
  const lines = shared.map((theme) => {
    const { part, headings, terms } = theme;
    const words = [...headings, ...terms].slice(0, MOST_TERMS).map(({ text }) => text);
    return `  ${part === "main" ? "" : `[${part}] `}${words.join("、")}  ${told(theme, patterns)}`;
  });
  return [`on ${matters.join("、")}: ${sources.length} documents, in their usual order`, ...lines];
}

function sentenceLines(patterns: Patterns): string[] {
  const places = { opening: "openings", transition: "transitions", body: "sentences", closing: "closings" } as const;
  return (["opening", "transition", "body", "closing"] as const).flatMap((place) => {
    const own = patterns.sentences.filter((sentence) => sentence.place === place);
    return own.length === 0
      ? []
      : [`${places[place]}:`, ...own.map((sentence) => `  ${sentenceLine(sentence, patterns)}`)];
  });
}

function sentenceLine(sentence: SentencePattern, patterns: Patterns): string {
  const { id, role, text, slots } = sentence;
  const words = [...new Set(slots.flatMap((slot) => slot.words.slice(0, 3)))];
  const of = words.length === 0 ? "" : `  of ${words.join(", ")}`;
  return `${id}  ${text}${role === null ? "" : `  [${role}]`}  ${told(sentence, patterns)}${of}`;
}

/** How many documents, and which: 5 (a#0, b#0, c#0, …). */
function told({ sources }: Pick<Wording, "sources">, { sources: all }: Patterns): string {
  const named = sources.slice(0, REFERENCES).map((i) => all[i]?.id ?? "");
  return `${sources.length} (${named.join(", ")}${REFERENCES < sources.length ? ", …" : ""})`;
}

/** What patterns hold, in numbers: `documents  123`. */
export function statsOfPatterns(patterns: Patterns): readonly (readonly [name: string, count: number])[] {
  const { sentences, families, themes, kinds, documents, distinct, sections, least } = patterns;
  return [
    ["documents", documents],
    ["distinct documents", distinct],
    ["sections", sections],
    ["kinds", kinds.length],
    ["families of matter", families.length],
    ["themes", themes.length],
    ["headings that documents share", themes.reduce((sum, { headings }) => sum + headings.length, 0)],
    ["sources that a sentence pattern needs", least],
    ["sentence patterns", sentences.length],
    [
      "sentence patterns with figures",
      sentences.filter(({ slots }) => slots.some(({ type }) => type === "figure")).length,
    ],
    ["openings", sentences.filter(({ place }) => place === "opening").length],
    ["transitions", sentences.filter(({ place }) => place === "transition").length],
    ["closings", sentences.filter(({ place }) => place === "closing").length],
  ];
}
