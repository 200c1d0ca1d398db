import type { DocumentRecord, PageRecord } from "@zongjie/document";
import { documentMarkdown } from "../markdown.ts";

/**
 * A document as a Markdown file of its own: what is known of it as front matter (YAML), then its text. `show` makes words fit to
 * be seen, as control characters of a page are not.
 */
export function documentArticle(document: DocumentRecord, page: PageRecord, show: (text: string) => string): string {
  const { id, title, kind, signature } = document;
  const facts = { id, source: page.source.uri, title, kind, unit: signature?.unit, date: signature?.date };
  const lines = Object.entries(facts).flatMap(([name, value]) =>
    // a string of JSON is one of YAML
    value == null ? [] : [`${name}: ${JSON.stringify(show(value))}`],
  );
  return `---\n${lines.join("\n")}\n---\n\n${documentMarkdown(document)}`;
}
