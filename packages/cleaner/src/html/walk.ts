import type { Edit } from "@zongjie/document";
import { isBlock, isCell, isControl, isHidden, isPre, isUnseen } from "./element.ts";
import { gridPlacer } from "./grid.ts";
import { type Landmark, landmarkOf } from "./landmark.ts";
import { type Pen, type PenLine, pen } from "./pen.ts";
import { dataCells } from "./row.ts";
import { parseTree, type TreeNode } from "./tree.ts";

/** An element that a page shows. Elements stand in source order; a parent before its children. */
export interface ShownElement {
  readonly tag: string;
  /** Number of the parent; -1 for the root. */
  readonly parent: number;
  readonly depth: number;
  readonly landmark: Landmark | null;
  /** Class names, for the likeness of siblings. */
  readonly names: string;
}

/** What a walk over a page gives: its text, how it came about, and where each line stood. */
export interface Walk {
  readonly root: TreeNode;
  readonly edits: readonly Edit[];
  readonly lines: readonly PenLine[];
  readonly text: string;
  readonly elements: readonly ShownElement[];
}

interface Frame {
  readonly node: TreeNode;
  readonly element: number;
  readonly link: boolean;
  readonly pre: boolean;
  /** Inside a row whose cells stay on one line. */
  readonly row: boolean;
  /** Of a row whose empty cells are shown too: the column of each cell. */
  readonly columns: ReadonlyMap<TreeNode, number> | null;
  /** How many columns such a row has, and that of its last cell so far. */
  readonly width: number;
  column: number;
  next: TreeNode | null;
}

/**
 * Walks the tree in source order and writes what a reader sees: `<li>首页</li><li>教育</li>` is two lines. An element that
 * a page hides until its scripts have run is shown where it holds most of the page's sentences.
 */
export function walk(html: string): Walk {
  const root = parseTree(html);
  const seen = walkTree(html, root, new Set());
  const hidden = seen.hidden.filter(
    (node) => sentences(seen.text) < sentences(html.slice(node.startIndex, node.endIndex)),
  );
  return hidden.length === 0 ? seen : walkTree(html, root, new Set(hidden));
}

function sentences(text: string): number {
  return text.match(/[，。；]/g)?.length ?? 0;
}

function walkTree(
  html: string,
  root: TreeNode,
  revealed: ReadonlySet<TreeNode>,
): Walk & { readonly hidden: TreeNode[] } {
  const hidden: TreeNode[] = [];
  const out = pen(html);
  const elements: ShownElement[] = [{ tag: "#root", parent: -1, depth: 0, landmark: null, names: "" }];
  const first = root.children?.[0] ?? null;
  const place = gridPlacer();
  const stack: Frame[] = [
    { node: root, element: 0, link: false, pre: false, row: false, columns: null, width: 0, column: 0, next: first },
  ];
  for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
    const node = top.next;
    if (node === null) {
      stack.pop();
      if (top.columns !== null) {
        out.want("cell", top.width - 1 - top.column);
        out.endRow();
      }
      if (isBlock(top.node.name ?? "") && !(top.row && top.node.name !== "tr")) out.want("line");
      continue;
    }
    top.next = node.next;
    if (node.type === "text") {
      writeText(out, html, node, top);
      continue;
    }
    const name = node.name ?? "";
    // A declaration in the text is a tag that lay too deep.
    if (name === "br" || name === "hr" || node.type === "directive") out.want(top.row ? "space" : "line");
    const hides = node.children !== undefined && isHidden(node) && !revealed.has(node);
    if (hides) hidden.push(node);
    else if (isControl(node)) out.control();
    if (node.children === undefined || isUnseen(name) || hides) {
      if (isBlock(name)) out.want(top.row ? "space" : "line");
      continue;
    }
    if (name === "sup") out.want("power");
    if (isCell(name)) wantCell(out, top, node);
    else if (isBlock(name) && !top.row) out.want("line");
    elements.push(show(node, name, top, (elements[top.element]?.depth ?? 0) + 1));
    const grid = name === "tr" ? place(node) : null;
    const filled = grid === null ? null : dataCells(node);
    stack.push({
      node,
      element: elements.length - 1,
      link: top.link || isLink(node, name),
      pre: top.pre || isPre(name),
      row: top.row || filled !== null,
      columns:
        grid === null || filled === null || filled < 2
          ? null
          : new Map(grid.cells.map(({ cell, column }) => [cell, column])),
      width: grid?.width ?? 0,
      column: 0,
      next: node.children[0] ?? null,
    });
  }
  return { root, elements, hidden, ...out.finish() };
}

/** Cells of a row are parted by as many tabs as they stand columns apart. */
function wantCell(out: Pen, row: Frame, cell: TreeNode): void {
  const column = row.columns?.get(cell);
  if (column === undefined) out.want(row.row ? "cell" : "line");
  else {
    out.want("cell", column - row.column);
    row.column = column;
  }
}

function show(node: TreeNode, tag: string, top: Frame, depth: number): ShownElement {
  const { class: className = "", id = "" } = node.attribs ?? {};
  return {
    tag,
    parent: top.element,
    depth,
    // In source code names say what a word is (a comment, a tag), not where it stands.
    landmark: top.pre || isPre(tag) ? null : landmarkOf(tag, className, id),
    names: className,
  };
}

/** A link that was never closed takes in the rest of the page; real ones are shorter. */
const LONGEST_LINK = 3000;

function isLink(node: TreeNode, name: string): boolean {
  return name === "a" && (node.attribs?.href ?? "") !== "" && node.endIndex - node.startIndex < LONGEST_LINK;
}

const END_TAG = /<\/[a-z][^>]*>?/gi;

/** Writes a text node; where end tags without a beginning lie in it, the parser has joined what they part. */
function writeText(out: Pen, html: string, node: TreeNode, place: Frame): void {
  const end = node.endIndex + 1;
  if (node.data?.length === end - node.startIndex) {
    out.write(node.startIndex, end, place);
    return;
  }
  const text = html.slice(node.startIndex, end);
  let at = 0;
  for (const tag of text.matchAll(END_TAG)) {
    if (at < tag.index) out.write(node.startIndex + at, node.startIndex + tag.index, place);
    at = tag.index + tag[0].length;
  }
  if (at < text.length) out.write(node.startIndex + at, end, place);
}
