import type { DuplicateFamily } from "@zongjie/document";
import { setTable } from "./text-table.ts";
import { visible } from "./visible.ts";

/**
 * A family for reading: what it is, how it begins, and a line a member.
 *
 *     near 0.73  全县卫生工作总结一年来……
 *       1.000  2021-11-08  a.txt        全县卫生工作总结
 *       0.730  2022-01-04  b.txt        卫生工作总结
 */
export function familyText({ type, similarity, opening, members }: DuplicateFamily): string {
  const rows = members.map(({ uri, title, date, span, similarity: own }) => [
    " ",
    own.toFixed(3),
    date ?? "-",
    visible(type === "passage" ? `${uri}@${span.start}-${span.end}` : uri),
    visible((title ?? "-").replace(/\s+/g, " ")),
  ]);
  return `${type} ${similarity.toFixed(3)}  ${visible(opening)}\n${setTable(rows, new Set())}`;
}
