import type { PageMeta } from "@zongjie/document";
import type { Gold } from "./gold.ts";
import { add, type Tally } from "./tally.ts";

const letters = (text: string): string =>
  text
    .normalize("NFKC")
    .replace(/[^\p{L}\p{N}]/gu, "")
    .toLowerCase();

/** How a value of each field is compared: dates by their day, a category by its last step, the rest by their letters. */
const FORMS: Readonly<Record<keyof PageMeta, (value: string) => string>> = {
  title: letters,
  site: letters,
  author: letters,
  published: (value) => value.slice(0, 10),
  category: (value) => letters(value.split(/[>＞»]/).at(-1) ?? ""),
};

/** Counts what a page's record says of the page: right, found and stated values. A value where none is stated is wrong. */
export function measureMeta(tally: Tally, found: PageMeta, gold: Gold["meta"]): void {
  for (const [field, form] of Object.entries(FORMS) as [keyof PageMeta, (value: string) => string][]) {
    const want = gold[field];
    if (want === undefined) continue;
    const got = found[field];
    const right = want !== null && got !== null && form(want) === form(got);
    add(tally, `meta.${field}`, [right ? 1 : 0, got === null ? 0 : 1, want === null ? 0 : 1]);
  }
}
