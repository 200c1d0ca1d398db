import { type Draft, type DraftSection, flatSections } from "@zongjie/document";
import { figureWords } from "./figure-words.ts";

/**
 * Why a draft is as it is, line by line: where each heading comes from and how usual such a section is, which pattern each sentence
 * follows, which figures stand where and which nowhere.
 */
export function explainDraft(draft: Draft): string[] {
  const { distinct, documents } = draft.evidence;
  const { overlap } = draft;
  return [
    `learned from ${documents} documents, ${distinct} of them distinct; seed ${draft.seed}`,
    ...flatSections(draft.sections).flatMap((section) => [
      `${section.marker}${section.title}`,
      `  heading: ${whence(section)}`,
      `  place: ${section.role}; ${section.base === 0 ? "no comparable document has such a section" : `${count(section.base, "comparable document")} ${section.base === 1 ? "has" : "have"} such a section`}`,
      ...(section.figures.length === 0
        ? []
        : [`  figures: ${section.figures.map((id) => numbered(draft, id)).join("; ")}`]),
      ...section.sentences.map(
        ({ pattern, support, figures }) =>
          `  sentence: ${pattern ?? "the brief's own"}${support === 0 ? "" : `, shared by ${count(support, "document")}`}${figures.length === 0 ? "" : `, tells ${figures.join(", ")}`}`,
      ),
    ]),
    ...draft.unplaced.map(({ figure, reason }) => `not placed: ${numbered(draft, figure)}: ${reason}`),
    overlap.length === 0
      ? "shares no run of 8 characters with any source"
      : `longest run shared with one source alone: ${count(overlap.length, "character")}${overlap.source === null ? "" : ` (${overlap.source})`}`,
  ];
}

function whence({ origin, support, sources }: DraftSection): string {
  if (origin === "brief") return "named by the brief";
  if (origin === "frame") return "a wording of the lexicon";
  const what = { heading: "wording", clause: "clauses", term: "term" }[origin];
  const named = sources.slice(0, 3).join(", ");
  return `${what} of ${count(support, "document")} (${named}${3 < sources.length ? ", …" : ""})`;
}

/** A figure for a line of talk: f1 走访户数 128户. */
function numbered({ figures }: Draft, id: string): string {
  const figure = figures.find((one) => one.id === id);
  return figure === undefined ? id : `${id} ${figureWords(figure)}`;
}

function count(n: number, thing: string): string {
  return `${n} ${thing}${n === 1 ? "" : "s"}`;
}
