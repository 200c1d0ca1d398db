import type { PageMeta } from "@zongjie/document";
import type { Head } from "./head.ts";
import type { LineHint } from "./markup.ts";

/** What the page says of itself. */
export function findMeta(_head: Head, _text: string, _lines: readonly LineHint[]): PageMeta {
  return { title: null, site: null, author: null, published: null, category: null };
}
