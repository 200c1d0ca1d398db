import { decodeEntities } from "./entity.ts";
import type { TreeNode } from "./tree.ts";

/** What a page says of itself where no reader looks: `<title>`, `<meta>`, JSON-LD. */
export interface Head {
  readonly title: string | null;
  /** By `name`, `property` or `itemprop` in lower case; the first of each. */
  readonly meta: ReadonlyMap<string, string>;
  /** Sources of `<script type="application/ld+json">`. */
  readonly data: readonly string[];
  /** `<time datetime>` and what calls itself `datePublished`; `published` where it does. */
  readonly times: readonly { readonly value: string; readonly published: boolean }[];
}

/** Reads a page's head, wherever it stands: `<title>工作总结_示例网</title>`. */
export function readHead(html: string, root: TreeNode): Head {
  let title: string | null = null;
  const meta = new Map<string, string>();
  const data: string[] = [];
  const times: { value: string; published: boolean }[] = [];
  for (const node of namedNodes(root)) {
    const { attribs = {} } = node;
    if (node.name === "title") {
      if (title === null && !inside(node, "svg")) title = tidy(textOf(html, node)) || null;
    } else if (node.name === "meta") {
      const key = (attribs.property ?? attribs.name ?? attribs.itemprop)?.toLowerCase();
      const content = attribs.content;
      if (key !== undefined && content !== undefined && !meta.has(key)) meta.set(key, tidy(decodeEntities(content)));
    } else if (node.name === "time" || attribs.itemprop === "datePublished") {
      const published = attribs.itemprop === "datePublished" || attribs.pubdate !== undefined;
      times.push({ value: tidy(attribs.datetime ?? attribs.content ?? textOf(html, node).slice(0, 100)), published });
    } else if (/ld\+json/i.test(attribs.type ?? "")) data.push(textOf(html, node));
  }
  return { title, meta, data, times };
}

function* namedNodes(root: TreeNode): Generator<TreeNode> {
  const wanted = new Set(["title", "meta", "script", "time"]);
  for (let node: TreeNode | null = root; node !== null; node = following(node)) {
    if (node.name !== undefined && (wanted.has(node.name) || node.attribs?.itemprop !== undefined)) yield node;
  }
}

/** The next node in source order. */
function following(node: TreeNode): TreeNode | null {
  const child = node.children?.[0];
  if (child !== undefined) return child;
  let at: TreeNode | null = node;
  while (at !== null && at.next === null) at = at.parent;
  return at?.next ?? null;
}

function inside(node: TreeNode, name: string): boolean {
  return node.parent?.name === name;
}

function textOf(html: string, node: TreeNode): string {
  const [first] = node.children ?? [];
  return first === undefined ? "" : html.slice(first.startIndex, first.endIndex + 1);
}

function tidy(text: string): string {
  return decodeEntities(text).replace(/\s+/g, " ").trim();
}
