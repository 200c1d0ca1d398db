import type { Role, Span } from "@zongjie/document";
import { findItems } from "./items.ts";
import { trimSpan } from "./lines.ts";
import type { Heading, PlainItem } from "./types.ts";

/** A section while the tree is built; its role is judged later. */
export interface Draft {
  readonly heading: Heading | null;
  readonly level: number;
  readonly depth: number;
  readonly span: Span;
  readonly children: readonly Draft[];
  readonly items: readonly PlainItem[];
  /** Set where the place says the role: 导语, 结语, 落款, 附件. */
  readonly role: Role | null;
}

/**
 * Nests headings by rank. A section reaches from its heading to the next one of its rank or above, blanks at the end
 * left out; children lie inside it, in order.
 *
 *     一、…  （一）…  （二）…  二、…
 *     └───── └─────┘ └─────┘┘└───
 */
export function buildTree(text: string, headings: readonly Heading[], end: number): Draft[] {
  const ends = sectionEnds(headings, end);
  let next = 0;
  const build = (depth: number, limit: number): Draft[] => {
    const out: Draft[] = [];
    for (let heading = headings[next]; heading !== undefined && heading.start < limit; heading = headings[next]) {
      const own = ends[next] ?? end;
      next++;
      const children = build(depth + 1, own);
      const span = trimSpan(text, heading.start, own);
      const items = findItems(text, { start: heading.end, end: children[0]?.span.start ?? span.end });
      out.push({ heading, level: heading.level, depth, span, children, items, role: null });
    }
    return out;
  };
  return build(1, end);
}

/** Where each heading's section ends: at the next heading of the same or a higher rank. */
function sectionEnds(headings: readonly Heading[], end: number): number[] {
  const ends: number[] = headings.map(() => end);
  const open: number[] = [];
  for (const [i, heading] of headings.entries()) {
    for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
      if ((headings[top]?.rank ?? 0) < heading.rank) break;
      ends[top] = heading.start;
      open.pop();
    }
    open.push(i);
  }
  return ends;
}

/** A passage without a heading: 导语, 结语, 落款, 附件. Null where nothing stands there. */
export function passage(text: string, start: number, end: number, role: Role): Draft | null {
  const span = trimSpan(text, start, end);
  if (span.start === span.end) return null;
  return { heading: null, level: 1, depth: 1, span, children: [], items: findItems(text, span), role };
}
