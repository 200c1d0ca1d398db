import { ruleMatcher } from "@zongjie/lexicon";
import type { LineFeatures } from "./features.ts";

/** True where a line carries a mark between documents (`篇2：`). */
export function isSeparator(line: LineFeatures): boolean {
  if (line.numbered) return true;
  return ruleMatcher("separator.yaml")
    .match(line.text)
    .some((hit) => hit.rule.id !== "separator.bare-ordinal" && hit.rule.id !== "separator.title-n");
}
