import { isCell } from "./element.ts";
import type { TreeNode } from "./tree.ts";

/** Longest cell of a data table; cells of tables made for layout hold paragraphs. */
const CELL = 120;
/** Nodes looked at before a row counts as layout: keeps nested layout tables linear. */
const NODES = 600;

const LAYOUT: ReadonlySet<string> = new Set("table ul ol dl form iframe h1 h2 h3 h4 h5 h6 hr script".split(" "));

/**
 * How many cells of a row have a text, where it is data rather than layout: `<tr><td>门诊</td><td>1200人次</td></tr>` has
 * two. Null for layout: data has at least two cells, all short, no list, table or heading inside.
 */
export function dataCells(row: TreeNode): number | null {
  let cells = 0;
  let filled = 0;
  let left = NODES;
  for (const cell of row.children ?? []) {
    if (!isCell(cell.name ?? "")) continue;
    cells++;
    let size = 0;
    const queue: TreeNode[] = [...(cell.children ?? [])];
    for (let node = queue.pop(); node !== undefined; node = queue.pop()) {
      if (--left < 0 || LAYOUT.has(node.name ?? "")) return null;
      if (node.type === "text") size += (node.data ?? "").trim().length;
      else if (node.children !== undefined && node.children.length < NODES) queue.push(...node.children);
      if (CELL < size) return null;
    }
    if (0 < size) filled++;
  }
  return 2 <= cells ? filled : null;
}
