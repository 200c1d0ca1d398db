import type {
  DocumentOutline,
  DocumentRecord,
  OutlineFault,
  OutlineSection,
  PageRecord,
  Role,
  Section,
  Span,
} from "@zongjie/document";
import { type Place, placesIn } from "./places.ts";

/** Which sections of a document are asked for. */
export interface OutlineChoice {
  /** Sections of these roles only, with their whole text; all sections where it is left out. */
  readonly roles?: readonly Role[];
  /** Headings that are less sure are none: what they hold belongs to the section above. */
  readonly minConfidence?: number;
}

/**
 * The outlines of the documents of a page, with the place of each section. By role those documents only that have such
 * sections: `outlinesOf(record, null, { roles: ["问题"] })`. A section inside one of a role that is asked for is part of
 * it, whatever its own role. `source` is the decoded source, null where there is only the record.
 */
export function outlinesOf(record: PageRecord, source: string | null, choice: OutlineChoice = {}): DocumentOutline[] {
  const placeOf = placesIn(record, source);
  const issues = faultsOf(record);
  const outlines = record.documents.map((d, document): DocumentOutline => {
    const place = (span: Span): Place => placeOf(d, span);
    const all = d.sections.flatMap((section) => placed(section, choice.minConfidence ?? 0, place));
    return {
      schema: "zongjie/outline@1",
      uri: record.source.uri,
      document,
      id: d.id,
      title: d.title,
      kind: d.kind,
      sections: choice.roles === undefined ? all : ofRoles(d, all, choice.roles, []),
      issues: (issues.get(document) ?? []).map((fault) => ({ ...fault, line: place(fault.span).line })),
    };
  });
  return choice.roles === undefined ? outlines : outlines.filter(({ sections }) => 0 < sections.length);
}

/** What is wrong with the numbering, by document. */
function faultsOf({ issues }: PageRecord): Map<number, Omit<OutlineFault, "line">[]> {
  const faults = new Map<number, Omit<OutlineFault, "line">[]>();
  for (const { code, document, span } of issues) {
    if (document === null || span === null || !code.startsWith("outline.")) continue;
    const own = faults.get(document) ?? [];
    own.push({ code, span });
    faults.set(document, own);
  }
  return faults;
}

/** The section; where its heading is less sure than asked for, the sections inside it. */
function placed(section: Section, least: number, place: (span: Span) => Place): OutlineSection[] {
  const children = section.children.flatMap((child) => placed(child, least, place));
  if ((section.heading?.confidence ?? 1) < least) return children;
  return [{ ...section, ...place(section.span), children }];
}

/** The highest sections of the roles, in reading order. */
function ofRoles(
  document: DocumentRecord,
  sections: readonly OutlineSection[],
  roles: readonly Role[],
  above: readonly string[],
): OutlineSection[] {
  return sections.flatMap((section) => {
    if (!roles.includes(section.role))
      return ofRoles(document, section.children, roles, [
        ...above,
        headingText(section, document.text) ?? section.role,
      ]);
    return [{ ...section, above, text: document.text.slice(section.span.start, section.span.end) }];
  });
}

/**
 * The heading on one line, with its number, as the text has it: `（一）服务能力不足`, `第一章 总则`; null for a passage
 * without heading. `text` is the document's.
 */
export function headingText({ marker, title, heading }: Omit<Section, "children">, text: string): string | null {
  if (title === null || heading === null) return null;
  const words = oneLine(title);
  const whole = oneLine(text.slice(heading.start, heading.end));
  const at = whole.indexOf(words);
  // the title is put together where its heading was broken over lines or doubled
  return at === -1 ? oneLine(`${marker ?? ""}${title}`) : whole.slice(0, at + words.length);
}

const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();
