import type { DocumentRecord, Figure, FigureRow, PageRecord } from "@zongjie/document";
import { headingText } from "./outline.ts";
import { sentenceOf } from "./sentences.ts";

/** A column of the figures table: its name, what its cells hold, and the cell of a figure. */
export interface FigureColumn<K extends keyof FigureRow = keyof FigureRow> {
  readonly name: K;
  readonly type: "text" | "number" | "integer" | "boolean";
  readonly value: (figure: Figure, document: DocumentRecord, page: PageRecord) => FigureRow[K];
}

function column<K extends keyof FigureRow>(
  name: K,
  type: FigureColumn["type"],
  value: FigureColumn<K>["value"],
): FigureColumn {
  return { name, type, value };
}

/** The columns of the figures table, in order; whatever writes such a table takes them from here. */
export const FIGURE_COLUMNS: readonly FigureColumn[] = [
  column("document", "text", (_, { id }) => id),
  column("title", "text", (_, { title }) => title),
  column("issuer", "text", (_, { signature }) => signature?.unit ?? null),
  column("section", "text", (figure, document) => headingsOf(figure, document)),
  column("subject", "text", ({ subject }) => subject),
  column("metric", "text", ({ metric }) => metric),
  column("kind", "text", ({ kind }) => kind),
  column("value", "number", ({ value }) => value),
  column("low", "number", (figure) => boundsOf(figure)[0]),
  column("high", "number", (figure) => boundsOf(figure)[1]),
  column("unit", "text", ({ unit }) => unit),
  column("surface", "text", ({ surface }) => surface),
  column("period", "text", ({ period }) => period),
  column("periodNormalized", "text", ({ periodNormalized }) => periodNormalized),
  column("qualifier", "text", ({ qualifier }) => qualifier),
  column("comparison", "text", ({ comparison }) => comparison?.base ?? null),
  column("direction", "text", ({ comparison }) => comparison?.direction ?? null),
  column("modality", "text", ({ modality }) => modality),
  column("suspect", "text", ({ suspect }) => suspect),
  column("likely", "number", ({ likely }) => likely),
  column("masked", "boolean", ({ masked }) => masked),
  column("sentence", "text", (figure, document) => {
    const { start, end } = sentenceOf(document, figure);
    return document.text.slice(start, end);
  }),
  column("source", "text", (_figure, _document, { source }) => source.uri),
  column("start", "integer", ({ raw }) => raw[0]?.start ?? 0),
  column("end", "integer", ({ raw }) => raw.at(-1)?.end ?? 0),
];

/** A figure as a flat row, by the name of the column: `{ metric: "门诊", value: 485000, unit: "人次", … }`. */
export function figureRow(figure: Figure, document: DocumentRecord, page: PageRecord): FigureRow {
  return Object.fromEntries(
    FIGURE_COLUMNS.map(({ name, value }) => [name, value(figure, document, page)]),
  ) as unknown as FigureRow;
}

/** First and last value of a range: 6-15个 is 6 and 15. The parts of a ratio are none. */
export function boundsOf({ range, kind }: Pick<Figure, "range" | "kind">): [low: number | null, high: number | null] {
  return range === null || kind === "ratio" ? [null, null] : [range[0] ?? null, range.at(-1) ?? null];
}

/** The headings above a figure in words; null where it stands under none. */
function headingsOf({ section }: Figure, { sections, text }: DocumentRecord): string | null {
  const words: string[] = [];
  for (const i of section) {
    const next = sections[i];
    if (next === undefined) break;
    words.push(...[headingText(next, text)].filter((heading) => heading !== null));
    sections = next.children;
  }
  return words.length === 0 ? null : words.join(" › ");
}
