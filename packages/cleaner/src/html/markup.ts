import type { Edit, PageMeta } from "@zongjie/document";
import { findCore, findRoot, inherit, isForm, rowsOf, shares, weigh, weighFromHeadline, within } from "./content.ts";
import { readHead } from "./head.ts";
import { findHeadline } from "./headline.ts";
import { findMeta } from "./meta.ts";
import { findPosts } from "./post.ts";
import { findSequel } from "./sequel.ts";
import { isThread } from "./thread.ts";
import { type ShownElement, type Walk, walk } from "./walk.ts";

/** What the page's tree knows of a line of its text. Offsets count in the text after the markup edits; no line end. */
export interface LineHint {
  readonly start: number;
  readonly end: number;
  /** The innermost block: `p`, `li`, `td`, `h2`, `div` … */
  readonly tag: string;
  /** How many elements stand around the line. */
  readonly depth: number;
  /** Share of the characters that belong to links, 0–1. */
  readonly linkDensity: number;
  readonly links: number;
  /** 1–6 for h1–h6, else null. */
  readonly heading: number | null;
  readonly inList: boolean;
  /** How many cells a table's row has on this line (parted by tabs); null outside of tables. */
  readonly cells: number | null;
  /** What tags and names around the line say: navigation, footer, widget, byline, content …; null where nothing does. */
  readonly landmark: string | null;
  /** Whether the line stands in the element that holds the article and what the site put around it. */
  readonly content: boolean;
  /** Whether the line stands in the innermost element that holds the article. */
  readonly core: boolean;
  /** Number of the element around the line's block: paragraphs of one article share it. */
  readonly home: number;
  /** Whether a field or a box of a form stands on the line. */
  readonly form: boolean;
  /** Whether the line stands in a post of a thread as far as the dress of its elements says. */
  readonly post: boolean;
  /** Whether the line belongs to another article, which begins below the page's own. */
  readonly beyond: boolean;
  /** Whether the line is the page's headline. */
  readonly headline: boolean;
  /** How much the line speaks for an article (positive) or against one, in characters. */
  readonly weight: number;
}

/** What a page's markup comes to. */
export interface Markup {
  /** Sorted, touching at most: tags, references and blanks become what a browser shows of them. */
  readonly edits: readonly Edit[];
  /** One for each line of the text after the edits, in order. */
  readonly lines: readonly LineHint[];
  readonly meta: PageMeta;
}

/**
 * Reads a page's markup: `<h1>卫生局工作总结</h1><p>一年来，` becomes two lines, the first of them a headline. Text stays
 * in source order. Never throws.
 */
export function findMarkup(html: string): Markup {
  const walked = walk(html);
  const { elements } = walked;
  const head = readHead(html, walked.root);
  const thread = isThread(walked, head);
  const landmarks = inherit(elements, shares(walked), thread);
  const rows = rowsOf(walked);
  const alone = weigh(walked, landmarks, rows);
  const headline = findHeadline(walked, head, alone);
  const sequel = thread ? -1 : findSequel(walked, headline);
  const weights = weighFromHeadline(alone, headline, sequel);
  const root = findRoot(walked, weights);
  const inside = within(elements, root);
  const core = within(elements, findCore(walked, weights, root, rows));
  const posts = thread ? findPosts(walked, weights, core) : null;
  const hints = hintLines(walked, (element, line) => ({
    landmark: posts?.[element] === true ? "posts" : (landmarks[element] ?? null),
    content: inside[element] === true,
    core: core[element] === true,
    post: posts?.[element] === true,
    beyond: sequel !== -1 && sequel <= line,
    headline: headline === line,
    weight: weights[line] ?? 0,
  }));
  return { edits: walked.edits, lines: hints, meta: findMeta(head, walked.text, hints) };
}

type Judgement = Pick<LineHint, "landmark" | "content" | "core" | "post" | "beyond" | "headline" | "weight">;

function hintLines({ elements, lines, text }: Walk, judge: (element: number, line: number) => Judgement): LineHint[] {
  return lines.map((line, i): LineHint => {
    const { start, end, element, chars, linkChars, links, cells } = line;
    const { tag, depth, parent } = blockOf(elements, element);
    return {
      start,
      end,
      tag,
      depth,
      linkDensity: chars === 0 ? 0 : linkChars / chars,
      links,
      heading: /^h[1-6]$/.test(tag) ? Number(tag[1]) : null,
      inList: tag === "li" || tag === "dd" || tag === "dt",
      cells: 1 < cells || tag === "td" || tag === "th" ? cells : null,
      home: parent,
      form: isForm(line, text.slice(start, end)),
      ...judge(element, i),
    };
  });
}

const INLINE = new Set(
  "a abbr b big cite code em font i ins label mark s small span strong strike sub sup u".split(" "),
);

/** The innermost element around that is no inline one. */
function blockOf(elements: readonly ShownElement[], element: number): ShownElement {
  let at = element;
  while (0 < at && INLINE.has(elements[at]?.tag ?? "")) at = elements[at]?.parent ?? 0;
  return elements[at] as ShownElement;
}
