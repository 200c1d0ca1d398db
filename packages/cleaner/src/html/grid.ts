import { isCell } from "./element.ts";
import type { TreeNode } from "./tree.ts";

/** A cell of a row, the column that it begins in and how many it reaches over. */
interface GridCell {
  readonly cell: TreeNode;
  readonly column: number;
  readonly across: number;
}

/** A row's own cells, and how many columns it has with those of cells further up. */
export interface GridRow {
  readonly cells: readonly GridCell[];
  readonly width: number;
}

/** Columns and rows that a cell reaches over at most. */
const WIDEST = 20;
const LONGEST = 200;

/**
 * Places the cells of the rows of a page's tables, given in source order: below a cell that reaches down, the second cell
 * of the table stands first in its row and in column 1.
 *
 *     东片 | 城关镇 | 120
 *      ↓   | 东岭镇 | 230
 */
export function gridPlacer(): (row: TreeNode) => GridRow {
  /** How many rows more a column of a table belongs to a cell further up. */
  const taken = new Map<TreeNode, number[]>();
  return (row) => {
    const table = row.parent?.name === "table" || row.parent === null ? row.parent : row.parent.parent;
    const columns = (table === null ? undefined : taken.get(table)) ?? [];
    if (table !== null) taken.set(table, columns);
    const cells: GridCell[] = [];
    let width = 0;
    const skip = (): void => {
      for (let left = columns[width] ?? 0; 0 < left; left = columns[width] ?? 0) columns[width++] = left - 1;
    };
    for (const cell of row.children ?? []) {
      if (!isCell(cell.name ?? "")) continue;
      skip();
      const down = spanOf(cell.attribs?.rowspan, LONGEST) - 1;
      const across = spanOf(cell.attribs?.colspan, WIDEST);
      cells.push({ cell, column: width, across });
      for (const end = width + across; width < end; width++) if (0 < down) columns[width] = down;
    }
    skip();
    return { cells, width };
  };
}

function spanOf(attribute: string | undefined, most: number): number {
  const count = Number.parseInt(attribute ?? "1", 10);
  return 0 < count ? Math.min(count, most) : 1;
}
