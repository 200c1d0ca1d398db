import type { DocumentRecord, PageRecord, Section } from "@zongjie/document";

/** Columns of the figures table, in order. */
export const FIGURE_COLUMNS = [
  "document",
  "title",
  "section",
  "metric",
  "value",
  "unit",
  "surface",
  "period",
  "qualifier",
  "comparison",
  "modality",
  "suspect",
  "sentence",
  "source",
] as const;

/** A row of the figures table: a cell a column. */
export type FigureRow = Readonly<Record<(typeof FIGURE_COLUMNS)[number], string>>;

/** The figures of a record as rows: `门诊人次 485000 人次 2020年 …`, with the raw offset that each comes from. */
export function figureRows(record: PageRecord): FigureRow[] {
  return record.documents.flatMap((d) =>
    d.figures.map((f) => ({
      document: d.id,
      title: d.title ?? "",
      section: headingOf(d.sections, f.section),
      metric: f.metric,
      value: f.value !== null ? String(f.value) : (f.range?.join("～") ?? ""),
      unit: f.unit,
      surface: f.surface,
      period: f.periodNormalized ?? f.period ?? "",
      qualifier: f.qualifier ?? "",
      comparison: f.comparison === null ? "" : `${f.comparison.base} ${f.comparison.direction}`.trim(),
      modality: f.modality,
      suspect: f.suspect ?? "",
      sentence: sentenceOf(d, f.start),
      source: `${record.source.uri}#${f.raw[0]?.start ?? 0}`,
    })),
  );
}

function headingOf(sections: readonly Section[], path: readonly number[]): string {
  let title = "";
  let level = sections;
  for (const i of path) {
    const section = level[i];
    if (section === undefined) break;
    title = section.title ?? title;
    level = section.children;
  }
  return title;
}

function sentenceOf(document: DocumentRecord, offset: number): string {
  const found = document.sentences.find((s) => s.start <= offset && offset < s.end);
  return found === undefined ? "" : document.text.slice(found.start, found.end);
}

/** What a spreadsheet takes for a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/** A CSV cell: quoted where it has to be; text that a spreadsheet would run gets an apostrophe, numbers stay numbers. */
export function csvCell(cell: string): string {
  const safe = FORMULA.test(cell) && !/^-?\d+(?:\.\d+)?$/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
