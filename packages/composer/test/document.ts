import type { DocumentKind, DocumentRecord, Entity, Figure, PageRecord, Role, Section } from "@zongjie/document";

/** A section for a test: heading, role, text below; `metrics` give figures of that name in it. */
export interface Part {
  readonly title: string;
  readonly role: Role;
  readonly body?: string;
  readonly metrics?: readonly string[];
  readonly below?: readonly Part[];
}

/** A document built by hand: `document("双拥工作总结", "总结", [{ title: "加强领导", role: "组织领导" }])`. */
export function document(
  title: string | null,
  kind: DocumentKind,
  parts: readonly Part[],
  fields: Partial<DocumentRecord> = {},
): DocumentRecord {
  let text = title === null ? "" : `${title}\n`;
  const figures: Figure[] = [];
  const build = (part: Part, path: readonly number[]): Section => {
    const start = text.length;
    text += `${part.title}\n`;
    const heading = { start, end: text.length - 1, raw: [] };
    for (const metric of part.metrics ?? [])
      figures.push({ ...FIGURE, metric, start: text.length, end: text.length, section: path });
    text += `${part.body ?? ""}\n`;
    const children = (part.below ?? []).map((child, i) => build(child, [...path, i]));
    const level = path.length;
    return {
      level,
      depth: level,
      marker: null,
      title: part.title,
      role: part.role,
      heading,
      span: { start, end: text.length },
      children,
      items: [],
    };
  };
  const sections = parts.map((part, i) => build(part, [i]));
  return {
    id: `${title ?? "-"}#0`,
    raw: { start: 0, end: text.length },
    title,
    kind,
    complete: true,
    addressee: null,
    signature: null,
    text,
    blocks: [],
    sections,
    sentences: [],
    entities: [],
    figures,
    checks: [],
    keywords: [],
    duplicates: [],
    ...fields,
  };
}

/** A figure that says nothing but 1. */
export const FIGURE: Figure = {
  surface: "",
  start: 0,
  end: 0,
  raw: [],
  value: 1,
  range: null,
  unit: "",
  kind: "count",
  qualifier: null,
  metric: "",
  subject: null,
  period: null,
  periodNormalized: null,
  comparison: null,
  modality: "stated",
  suspect: null,
  likely: null,
  masked: false,
  section: [],
};

/** A name in a document's text. */
export function entity(type: Entity["type"], surface: string): Entity {
  return { type, surface, start: 0, end: 0, value: null };
}

/** A page that holds the documents. */
export function page(...documents: readonly DocumentRecord[]): PageRecord {
  return {
    schema: "zongjie/page@1",
    source: { uri: "test", sha256: "", bytes: 0, encoding: "utf-8", mediaType: "text/plain" },
    meta: { title: null, site: null, author: null, published: null, category: null },
    ledger: [],
    documents: documents.map((one, i) => ({ ...one, id: `${i}` })),
    issues: [],
  };
}
