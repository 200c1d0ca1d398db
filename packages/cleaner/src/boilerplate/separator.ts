import { ruleMatcher } from "@zongjie/lexicon";
import type { LineFeatures } from "./features.ts";

/** True where a text carries a mark between documents (`篇2：`). */
export function hasSeparator(text: string): boolean {
  return ruleMatcher("separator.yaml")
    .match(text)
    .some((hit) => hit.rule.id !== "separator.bare-ordinal" && hit.rule.id !== "separator.title-n");
}

/** True where a line carries a mark between documents, or a number of their series. */
export function isSeparator(line: LineFeatures): boolean {
  return line.numbered || line.separated;
}
