import type { Span } from "@zongjie/document";
import { decodeEntities } from "./entity.ts";
import { type GridRow, gridPlacer } from "./grid.ts";
import { parseTree, type TreeNode } from "./tree.ts";

/** A link of a page: what stands between its tags, in the source, and where it leads. */
interface PageLink extends Span {
  /** http, https, mailto or a relative address, as the page has it; never anything that runs. */
  readonly href: string;
}

/** An item of a list: what stands between its tags, in the source. */
interface PageItem extends Span {
  /** How many lists it stands in besides its own. */
  readonly depth: number;
  /** Its number in an ordered list, null where the list has bullets. */
  readonly number: number | null;
}

/** A row of a table: its cells by columns, in the source; an empty span where a column has nothing of its own. */
interface PageRow {
  readonly cells: readonly Span[];
}

/** What a page's markup says that its text does not show. Spans in source order; those of nested items lie in one another. */
export interface Layout {
  readonly links: readonly PageLink[];
  readonly items: readonly PageItem[];
  readonly rows: readonly PageRow[];
}

/** A link that was never closed takes in the rest of the page; real ones are shorter. */
const LONGEST_LINK = 3000;

/** Nested lists are counted up to this depth. */
const DEEPEST = 8;

/**
 * Reads links, list items and table rows of a page: `<li><a href="/a?x=1&amp;y=2">工作总结</a></li>` has a link and an
 * item. Linear, never throws.
 */
export function findLayout(html: string): Layout {
  const links: PageLink[] = [];
  const items: PageItem[] = [];
  const rows: PageRow[] = [];
  const counts = new Map<TreeNode, number>();
  const place = gridPlacer();
  const stack: { node: TreeNode; depth: number }[] = [{ node: parseTree(html), depth: -1 }];
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    const { node, depth } = top;
    const inner = contentOf(node);
    if (inner === null) continue;
    if (node.name === "a") {
      const href = safeAddress(node.attribs?.href ?? "");
      if (href !== null && inner.end - inner.start < LONGEST_LINK) links.push({ ...inner, href });
    }
    if (node.name === "li") items.push({ ...inner, depth: Math.max(0, depth), number: numberOf(node, counts) });
    if (node.name === "tr") rows.push({ cells: cellsOf(node, place(node)) });
    const below = node.name === "ul" || node.name === "ol" ? Math.min(depth + 1, DEEPEST) : depth;
    const children = node.children ?? [];
    for (let i = children.length - 1; 0 <= i; i--) stack.push({ node: children[i] as TreeNode, depth: below });
  }
  return { links, items, rows };
}

function contentOf({ children = [] }: TreeNode): Span | null {
  const [first] = children;
  const last = children.at(-1);
  return first === undefined || last === undefined ? null : { start: first.startIndex, end: last.endIndex + 1 };
}

/** The cells of a row by columns. */
function cellsOf(row: TreeNode, { cells, width }: GridRow): Span[] {
  const out = Array.from({ length: width }, (): Span => ({ start: row.startIndex, end: row.startIndex }));
  for (const { cell, column, across } of cells) {
    const inner = contentOf(cell) ?? { start: cell.endIndex, end: cell.endIndex };
    out[column] = inner;
    for (let i = 1; i < across; i++) out[column + i] = { start: inner.end, end: inner.end };
  }
  return out;
}

/** The number that a browser shows before an item. */
function numberOf({ parent, attribs }: TreeNode, counts: Map<TreeNode, number>): number | null {
  if (parent?.name !== "ol") return null;
  const said = attribs?.value ?? (counts.has(parent) ? undefined : parent.attribs?.start);
  const number = said !== undefined && /^\d{1,6}$/.test(said) ? Number(said) : (counts.get(parent) ?? 0) + 1;
  counts.set(parent, number);
  return number;
}

/**
 * An address that may stand in a text; null for one that runs (`javascript:`), holds data or leads into the page itself.
 * A browser passes over line ends and tabs in an address and blanks around it, and so does this.
 */
function safeAddress(attribute: string): string | null {
  const href = decodeEntities(attribute)
    .replace(/[\t\n\r]/g, "")
    .replace(/^[\u0000-\u0020]+|[\u0000-\u0020]+$/g, "");
  if (href === "" || href.startsWith("#")) return null;
  const scheme = /^[^/?#]*?:/.exec(href)?.[0].toLowerCase();
  return scheme === undefined || /^(?:https?|mailto):$/.test(scheme) ? href : null;
}
