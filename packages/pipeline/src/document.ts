import { type DocumentSpan, findKind, findOpenMasks, isComplete } from "@zongjie/cleaner";
import {
  type CleanSpan,
  cleanSpan,
  type DocumentRecord,
  type Figure,
  type Issue,
  type Page,
  type Role,
  type Section,
  type Span,
  trace,
} from "@zongjie/document";
import {
  findChecks,
  findEntities,
  findFigures,
  findKeywords,
  findOutline,
  findSentences,
  type PlainSection,
  type TableRow,
} from "@zongjie/segmenter";
import { findSpunWording } from "./spun.ts";

/** What a document's record is made from. */
export interface DocumentInput {
  readonly page: Page;
  readonly span: DocumentSpan;
  readonly index: number;
  readonly id: string;
  readonly keywords: number;
  /** True where a decimal point within raw pieces was repaired. */
  readonly repaired: (pieces: readonly Span[]) => boolean;
  /** True where the page gives several documents one headline. */
  readonly generic: boolean;
  /** Headings that the markup names: line starts in the page's text, with their level. */
  readonly headingLines: readonly { readonly start: number; readonly level: number }[];
}

/** Reads one document of a cleaned page: outline, sentences, entities, figures, checks, keywords. */
export function readDocument(input: DocumentInput): { record: DocumentRecord; issues: Issue[] } {
  const { page, span, index, id } = input;
  const text = page.text.slice(span.start, span.end);
  const local = (at: number): number => at - span.start;
  const raw = (s: Span): { start: number; end: number }[] => trace(page, shifted(s, span.start));
  const titleSpan = span.title === null ? null : { start: local(span.title.start), end: local(span.title.end) };
  const title = titleSpan === null ? null : text.slice(titleSpan.start, titleSpan.end).trim() || null;
  const headingLines = input.headingLines
    .filter((h) => span.start <= h.start && h.start < span.end)
    .map((h) => ({ start: local(h.start), level: h.level }));
  const kind = findKind(title, text, input.generic);
  const outline = findOutline(text, { titleSpan, kind, headingLines, tableRows: findRows(text) });
  const sections = outline.sections.map((section) => traced(section, raw));
  const headings = headingSpans(outline.sections);
  const year = ownYear(title, outline.signature?.date ?? null);
  const plain = findFigures(text, {
    headings,
    passages: passagesOf(outline.sections),
    kind,
    ...(year === null ? {} : { year }),
  });
  const figures = plain.map((figure): Figure => {
    const pieces = raw(figure);
    const suspect = figure.suspect ?? (input.repaired(pieces) ? "decimal-separator" : null);
    return { ...figure, suspect, raw: pieces, section: pathOf(outline.sections, figure.start) };
  });
  const whole = trace(page, cleanSpan(span.start, span.end));
  const record: DocumentRecord = {
    id: `${id}#${index}`,
    raw: { start: whole[0]?.start ?? 0, end: whole.at(-1)?.end ?? 0 },
    title,
    kind,
    complete: isComplete(text),
    addressee: outline.addressee,
    signature: outline.signature,
    text,
    blocks: outline.blocks,
    sections,
    sentences: findSentences(text, outline.blocks),
    entities: findEntities(text),
    figures,
    checks: findChecks(text, plain),
    keywords: input.keywords === 0 ? [] : findKeywords(text, input.keywords),
    duplicates: [],
  };
  const spun = findSpunWording(text);
  const issues: Issue[] = [
    ...(spun === null ? [] : [{ code: "text.spun", document: index, ...spun }]),
    ...outline.issues.map(({ code, span: at }) => ({ code, document: index, span: at })),
    ...findOpenMasks(text).map((at) => ({ code: "mask.open", document: index, span: at })),
  ];
  return { record, issues };
}

/** Rows of a table: lines whose cells stand between tabs. */
function findRows(text: string): TableRow[] {
  const rows: TableRow[] = [];
  let tab = text.indexOf("\t");
  for (let start = 0; tab !== -1 && start < text.length; ) {
    const found = text.indexOf("\n", start);
    const end = found === -1 ? text.length : found;
    const cells: Span[] = [];
    for (let from = start; from <= end; ) {
      // looked for again only behind the last one: a text without tabs is not searched once a line
      if (tab !== -1 && tab < from) tab = text.indexOf("\t", from);
      const to = tab === -1 || end < tab ? end : tab;
      cells.push({ start: from, end: to });
      from = to + 1;
    }
    if (1 < cells.length) rows.push({ start, end, cells });
    start = end + 1;
  }
  return rows;
}

function shifted(span: Span, by: number): CleanSpan {
  return cleanSpan(span.start + by, span.end + by);
}

function traced(section: PlainSection, raw: (s: Span) => Span[]): Section {
  return {
    ...section,
    heading: section.heading === null ? null : { ...section.heading, raw: raw(section.heading) },
    children: section.children.map((child) => traced(child, raw)),
    items: section.items.map((item) => ({ ...item, raw: raw(item) })),
  };
}

function headingSpans(sections: readonly PlainSection[]): Span[] {
  return sections.flatMap((s) => [...(s.heading === null ? [] : [s.heading]), ...headingSpans(s.children)]);
}

/** The year that 今年 is: the only one of the headline, or that of a signature in the second half of a year. */
function ownYear(title: string | null, signed: string | null): number | null {
  const years = new Set(title?.match(/(?<!\d)20\d{2}(?=年)/g));
  if (years.size === 1) return Number([...years][0]);
  const date = /^(20\d{2})-(?:0[7-9]|1[0-2])/.exec(signed ?? "");
  return 0 < years.size || date === null ? null : Number(date[1]);
}

/** Where sections of all levels begin and what they do, in the order of the text. */
function passagesOf(sections: readonly PlainSection[]): { start: number; role: Role }[] {
  return sections.flatMap((s) => [{ start: s.span.start, role: s.role }, ...passagesOf(s.children)]);
}

/** The path of section indexes down to the deepest section that holds an offset. */
function pathOf(sections: readonly PlainSection[], offset: number): number[] {
  const i = sections.findIndex((s) => s.span.start <= offset && offset < s.span.end);
  const section = sections[i];
  return section === undefined ? [] : [i, ...pathOf(section.children, offset)];
}
