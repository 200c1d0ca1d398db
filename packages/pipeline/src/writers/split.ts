import type { DocumentRecord, PageRecord } from "@zongjie/document";

/** By what an output may be split. */
export type Split = "kind" | "unit" | "year" | "source" | "site";

/** The part of an output that a document belongs to: `key` tells parts apart, `words` name it. */
export interface SplitPart {
  readonly key: string;
  readonly words: string;
}

/** Where a page does not say. */
const UNKNOWN = "unknown";

/**
 * The part that a document belongs to: by year that of its date, else the one in its headline (2023年), else that in which the
 * page was published; by site the site's name, else the host of the address.
 */
export function splitPart(split: Split, document: DocumentRecord, { source, meta }: PageRecord): SplitPart {
  if (split === "source") return { key: source.uri, words: lastPart(source.uri) };
  const words = {
    kind: () => document.kind,
    unit: () => document.signature?.unit,
    year: () =>
      document.signature?.date?.slice(0, 4) ??
      /(?<!\d)(?:19|20)\d{2}(?=年)/.exec(document.title ?? "")?.[0] ??
      meta.published?.slice(0, 4),
    site: () => meta.site ?? hostOf(source.uri),
  }[split]();
  const name = (words ?? "").trim() || UNKNOWN;
  return { key: name, words: name };
}

/** `https://a.example/b/c.html?page=2` gives `c`, `pages/c.txt` too. */
function lastPart(uri: string): string {
  const path = uri.replace(/[?#].*$/s, "").replace(/[\\/]+$/, "");
  const last = path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1);
  return last.replace(/\.[a-z0-9]{1,5}$/i, "") || UNKNOWN;
}

function hostOf(uri: string): string | null {
  return URL.canParse(uri) ? new URL(uri).hostname || null : null;
}
