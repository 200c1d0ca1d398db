import { tableRows } from "../table.ts";
import { readCues, type Verdict } from "./cue.ts";
import { OUTSIDE } from "./landmark.ts";
import type { PenLine } from "./pen.ts";
import type { ShownElement, Walk } from "./walk.ts";

/** Marks that stand in prose and hardly in menus, in full and half width. */
const MARKS = /[，。；：！？、“”…]|[,.;:!?](?=[\u3400-\u9fff\s]|$)/g;

/** What a headline adds to the frame that holds it with its article. */
const HEADLINE = 60;
/** How many lines behind a headline the article must have begun, and what its first prose counts more. */
const NEAR = 12;
const NEARBY = 2;

/** What a row of a table with numbers speaks for an article at least, in characters. */
const ROW = 20;

/**
 * Which lines are rows of a table with numbers: text of the article, though it has no sentence. Rows of links and of
 * fields are none.
 */
export function rowsOf({ lines, text }: Walk): boolean[] {
  const rows = tableRows(
    lines.map(({ start, end, cells }) => (1 < cells && end - start < 1000 ? text.slice(start, end).trim() : "-")),
  );
  return rows.map((row, i) => {
    const { chars, linkChars, controls } = lines[i] as PenLine;
    return row !== null && 2 * linkChars <= chars && controls === 0;
  });
}

/**
 * How much each line speaks for an article around it (positive) or against it, in characters. `rows`: which lines are rows
 * of a table with numbers.
 */
export function weigh(walk: Walk, landmarks: readonly (string | null)[], rows: readonly boolean[]): number[] {
  const cues = readCues(walk.text, walk.lines);
  return walk.lines.map((line, i) => {
    const weight = rows[i]
      ? Math.max(ROW, line.chars)
      : weighLine(line, walk.text.slice(line.start, line.end), cues[i] ?? null);
    const landmark = landmarks[line.element] ?? null;
    if (landmark === "posts" && line.linkChars * 2 <= line.chars) return Math.max(weight, 4 + 0.5 * line.chars);
    // A name may mislead (a column called sidebar that holds the article): it weakens, it does not forbid.
    return 0 < weight && landmark !== null && OUTSIDE.has(landmark) ? weight * 0.25 : weight;
  });
}

/**
 * The weights once the headline is known: an article stands under its headline, not above it, and ends where another one
 * (`sequel`, -1 for none) begins.
 */
export function weighFromHeadline(weights: readonly number[], headline: number, sequel: number): number[] {
  return weights.map((weight, i) => {
    if (i === headline) return HEADLINE;
    if (weight <= 0 || headline === -1) return weight;
    if (sequel !== -1 && sequel <= i) return 0;
    return i < headline ? weight * 0.2 : i <= headline + NEAR ? weight * NEARBY : weight;
  });
}

/** Longest label of a field or a box of a form. */
const LABEL = 80;

/** Whether a line belongs to a form: `姓名：□`, `○ 非常满意`. A sentence beside a box stays a sentence. */
export function isForm({ controls, chars }: PenLine, text: string): boolean {
  return 0 < controls && chars <= LABEL && !/[。；]/.test(text);
}

function weighLine(line: PenLine, text: string, cue: Verdict | null): number {
  const { chars, linkChars } = line;
  // A caption that is a sentence speaks for the article that it stands in; some articles are nothing else.
  if (cue !== null && !(cue.reason === "caption-credit" && text.includes("。"))) return cue.tail ? -15 : -4;
  if (isForm(line, text)) return -8;
  const marks = text.length < 5000 ? (text.match(MARKS)?.length ?? 0) : text.length / 15;
  // A paragraph inside a link is still a paragraph, or the lead of another article.
  if (chars < 2 * linkChars) return 60 <= chars && 3 <= marks && line.links < 2 ? 0.3 * chars : -6 - 0.5 * linkChars;
  if (marks === 0) return chars < 25 ? -3 : 0.2 * chars;
  if (chars < 12) return /[，。；！？…]/.test(text) ? 0.5 * chars : 0;
  return Math.min(chars, 30 * marks) - 2 * linkChars;
}

/**
 * The landmark of each element, its own or an ancestor's. What stands outside an article stays outside (a byline in the
 * comments is of the comments); in a thread the nearest name counts, and what readers wrote are posts.
 */
export function inherit(
  elements: readonly ShownElement[],
  share: readonly number[],
  thread: boolean,
): (string | null)[] {
  const out: (string | null)[] = [];
  for (const [i, element] of elements.entries()) {
    const above = out[element.parent] ?? null;
    // A name on the frame of the whole page says nothing.
    const plain = element.tag === "body" || element.tag === "html" || 0.5 < (share[i] ?? 0);
    const own = plain ? null : thread && element.landmark === "comments" ? "posts" : element.landmark;
    if (own === null) out.push(above);
    else if (own === "posts") out.push(thread ? own : above);
    else if (own === "content" || own === "main") out.push(above ?? own);
    else out.push(!thread && above !== null && OUTSIDE.has(above) && !OUTSIDE.has(own) ? above : own);
  }
  return out;
}

/** Share of the page's plain text that each element holds. */
export function shares(walk: Walk): number[] {
  const sums = sumUp(
    walk.elements,
    walk.lines.map((line) => [line.element, line.chars - line.linkChars] as const),
  );
  const all = Math.max(1, sums[0] ?? 0);
  return sums.map((sum) => sum / all);
}

/** Adds values of elements up to their ancestors. */
function sumUp(elements: readonly ShownElement[], values: readonly (readonly [number, number])[]): number[] {
  const sums = elements.map(() => 0);
  for (const [element, value] of values) sums[element] = (sums[element] ?? 0) + value;
  for (let i = elements.length - 1; 0 < i; i--) {
    const parent = elements[i]?.parent ?? 0;
    sums[parent] = (sums[parent] ?? 0) + (sums[i] ?? 0);
  }
  return sums;
}

/** The element whose lines weigh most together; the innermost of equals. */
export function findRoot(walk: Walk, weights: readonly number[]): number {
  const sums = sumUp(
    walk.elements,
    walk.lines.map((line, i) => [line.element, weights[i] ?? 0] as const),
  );
  let best = 0;
  for (const [i, sum] of sums.entries()) if ((sums[best] ?? 0) <= sum) best = i;
  return best;
}

/** Share of the article that its innermost frame must hold. */
const CORE = 0.8;

/** Elements that hold one paragraph: the frame of an article is what stands around them. */
const LEAF = new Set("p span font b strong em i h1 h2 h3 h4 h5 h6 li a u big small section".split(" "));

/** Elements of a table: around one that holds nothing but numbers stand its caption, its notes and its source. */
const TABLE = new Set("table thead tbody tr td th".split(" "));

/**
 * The innermost element in `root` that holds nearly all of what speaks for an article. `rows`: which lines are rows of a
 * table with numbers.
 */
export function findCore(walk: Walk, weights: readonly number[], root: number, rows: readonly boolean[]): number {
  const { elements } = walk;
  const sums = sumUp(
    elements,
    walk.lines.map((line, i) => [line.element, Math.max(0, weights[i] ?? 0)] as const),
  );
  const inside = within(elements, root);
  let core = root;
  for (const [i, sum] of sums.entries()) if (inside[i] && CORE * (sums[root] ?? 0) <= sum) core = i;
  const held = within(elements, core);
  const bare = walk.lines.every(({ element }, i) => held[element] !== true || rows[i] || (weights[i] ?? 0) <= 0);
  const isLeaf = (tag: string): boolean => LEAF.has(tag) || (bare && TABLE.has(tag));
  while (core !== root && isLeaf(elements[core]?.tag ?? "")) core = elements[core]?.parent ?? root;
  return core;
}

/** Which elements lie in `root`, itself included. */
export function within(elements: readonly ShownElement[], root: number): boolean[] {
  const out: boolean[] = [];
  for (const [i, element] of elements.entries()) out.push(i === root || out[element.parent] === true);
  return out;
}
