import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Comparison, PageMeta } from "@zongjie/document";
import { plainPages } from "../corpus/corpus.ts";

/** A figure as the gold has it; offsets in the decoded page. */
export interface GoldFigure {
  readonly start: number;
  readonly end: number;
  readonly surface: string;
  readonly value: number | null;
  readonly range: readonly number[] | null;
  readonly unit: string;
  readonly kind: string;
  readonly qualifier: string | null;
  readonly metric: string;
  readonly period: string | null;
  readonly suspect: string | null;
  /** Left out: not annotated. */
  readonly comparison?: Comparison | null;
  readonly modality?: string;
  readonly optional?: boolean;
  readonly masked?: boolean;
}

/** What is right for a page; all offsets in the decoded source. */
export interface Gold {
  readonly page: string;
  /** null: not annotated. */
  readonly keep: readonly (readonly [number, number])[] | null;
  readonly documents: readonly {
    readonly start: number;
    readonly title: string | null;
    readonly kind: string;
    readonly complete?: boolean;
  }[];
  readonly headings: readonly {
    readonly start: number;
    readonly level: number;
    readonly text: string;
    readonly roles: readonly string[];
    readonly optional: boolean;
  }[];
  readonly breaks: readonly (readonly [number, boolean])[];
  readonly repairs: readonly {
    readonly start: number;
    readonly end: number;
    readonly after: string | null;
    readonly type: string;
  }[];
  readonly figures: readonly GoldFigure[] | null;
  /** What the website says of the page; a field that is left out is not annotated. */
  readonly meta: { readonly [field in keyof PageMeta]?: string | null };
  readonly text?: string;
}

/** A page of the corpus: its bytes and its gold. */
export interface EvalPage {
  readonly name: string;
  readonly bytes: Buffer;
  readonly gold: Gold;
}

/**
 * All pages of a half of the corpus (`dev`, `frozen`), in the order of their names; `dev figures` are its documents of
 * which no pages are made.
 */
export function readHalf(half: string, root = "corpus"): EvalPage[] {
  const [name = "", plain] = half.split(" ");
  if (plain === "figures")
    return plainPages(join(root, name)).map(({ file, bytes, goldText }) => ({
      name: file,
      bytes: Buffer.from(bytes),
      gold: JSON.parse(goldText) as Gold,
    }));
  const folder = join(root, half, "gold");
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((name) => {
      const gold = JSON.parse(readFileSync(join(folder, name), "utf8")) as Gold;
      return { name: gold.page, bytes: readFileSync(join(root, half, "pages", gold.page)), gold };
    });
}

/** SHA-256 over the gold and pages of a half, so that a floor says which gold it was measured on. */
export function hashHalf(pages: readonly EvalPage[]): string {
  const hash = createHash("sha256");
  for (const page of pages) hash.update(page.name).update(page.bytes).update(JSON.stringify(page.gold));
  return hash.digest("hex").slice(0, 16);
}
