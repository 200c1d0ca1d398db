import { type DocumentSpan, findCharacters, findTraditional, splitDocuments } from "@zongjie/cleaner";
import { carry, type Edit, type Page, page, type Revision, revise, type Span, trimmedSpan } from "@zongjie/document";
import type { Work } from "./stages.ts";

/**
 * A page with lines in it that the ordinary page lacks. `ghost` has a byte for each character of the text: 1 where it is
 * not the ordinary page's.
 */
interface State {
  readonly page: Page;
  readonly ghost: Uint8Array;
}

/** Stages that look at single characters: what stands again goes through them too. */
const FINDERS: Readonly<Record<string, (text: string) => Edit[]>> = {
  characters: findCharacters,
  simplify: findTraditional,
};

/**
 * The work with the removals of some classes undone: the ordinary documents, and the lines of these classes where they
 * stood. All decisions are those of the ordinary run, so nothing else changes. Linear for each stage.
 *
 *     ordinary   双拥工作总结⏎一年来，……
 *     restored   双拥工作总结⏎作者：青禾⏎一年来，……     keep: byline
 */
export function restore(work: Work, keep: ReadonlySet<string>): Work {
  let state: State = { page: page(work.page.id, work.page.raw), ghost: new Uint8Array(work.page.raw.length) };
  for (const revision of work.page.revisions) state = replay(state, revision, keep);
  if (!state.ghost.includes(1)) return work;
  const blanks = findBlanks(state);
  const restored = revise(state.page, "reflow", blanks);
  return { ...work, page: restored, documents: findDocuments(work.documents, state, blanks, restored.text) };
}

/** One more revision of the ordinary page, over the text with the other lines in it. */
function replay({ page: before, ghost }: State, { stage, edits }: Revision, keep: ReadonlySet<string>): State {
  const { text } = before;
  const marked = ghost.slice();
  const changes: Edit[] = [];
  const find = FINDERS[stage];
  if (find !== undefined)
    for (const { start, end } of runs(ghost, 1, 0, text.length))
      for (const edit of find(text.slice(start, end)))
        changes.push({ ...edit, start: edit.start + start, end: edit.end + start });
  const own = changes.length;
  const place = placer(ghost);
  for (const edit of edits) {
    const start = place(edit.start);
    const end = edit.start === edit.end ? start : place(edit.end - 1) + 1;
    if (stage === "boilerplate" && edit.insert === "" && keep.has(edit.reason ?? "")) marked.fill(1, start, end);
    else if (start === end) changes.push({ ...edit, start, end });
    else
      for (const [i, run] of runs(ghost, 0, start, end).entries())
        changes.push(...partOf({ ...edit, ...run, insert: i === 0 ? edit.insert : "" }, text, marked));
  }
  const inside = new Set(changes.slice(0, own));
  const sorted = changes.sort((a, b) => a.start - b.start || a.end - b.end);
  const after = revise(before, stage, sorted);
  return { page: after, ghost: carried(marked, sorted, inside, after.text.length) };
}

/**
 * A part of an edit. Where it takes out a line end beside a line that stands again, that line end stays, or the line
 * would be glued to its neighbour.
 */
function partOf(edit: Edit, text: string, marked: Uint8Array): Edit[] {
  const { start, end, insert } = edit;
  const line = insert.includes("\n") ? -1 : text.slice(start, end).indexOf("\n") + start;
  if (line < start) return [edit];
  const above = marked[start - 1] === 1 && text[start - 1] !== "\n";
  const below = marked[end] === 1 && text[end] !== "\n" && 0 < start && text[start - 1] !== "\n";
  if (!above && !below) return [edit];
  marked[line] = 1;
  const parts = [
    { ...edit, end: line, insert: "" },
    { ...edit, start: line + 1, insert: "" },
  ];
  return parts.filter((part) => part.start < part.end);
}

/** Stretches of a range whose flag is `value`. */
function runs(flags: Uint8Array, value: number, from: number, to: number): Span[] {
  const out: Span[] = [];
  let start = -1;
  for (let at = from; at < to; at++)
    if (flags[at] !== value) {
      if (start !== -1) out.push({ start, end: at });
      start = -1;
    } else if (start === -1) start = at;
  if (start !== -1) out.push({ start, end: to });
  return out;
}

/** Where the n-th ordinary character stands; to be asked for ascending n. */
function placer(ghost: Uint8Array): (n: number) => number {
  let at = 0;
  let seen = 0;
  return (n) => {
    for (; at < ghost.length && (seen < n || ghost[at] === 1); at++) if (ghost[at] === 0) seen++;
    return at;
  };
}

/** The flags after changes; what a change of `inside` inserts is none of the ordinary page's. */
function carried(flags: Uint8Array, changes: readonly Edit[], inside: ReadonlySet<Edit>, length: number): Uint8Array {
  const out = new Uint8Array(length);
  let from = 0;
  let to = 0;
  for (const change of changes) {
    out.set(flags.subarray(from, change.start), to);
    to += change.start - from;
    if (inside.has(change)) out.fill(1, to, to + change.insert.length);
    to += change.insert.length;
    from = change.end;
  }
  out.set(flags.subarray(from), to);
  return out;
}

/** Blank lines, and blanks at the edges of lines, in and beside what stands again. */
function findBlanks({ page: { text }, ghost }: State): Edit[] {
  const out: Edit[] = [];
  const drop = (start: number, end: number): void => {
    if (start < end) out.push({ start, end, insert: "", rule: "reflow.blank", reason: "whitespace" });
  };
  for (const { index: start, 0: blank } of text.matchAll(/\s+/g)) {
    const end = start + blank.length;
    if (!ghost.subarray(Math.max(0, start - 1), end + 1).includes(1)) continue;
    const line = blank.indexOf("\n");
    const edge = start === 0 || end === text.length;
    if (edge) drop(start, end);
    else if (line !== -1) {
      drop(start, start + line);
      drop(start + line + 1, end);
    }
  }
  return out;
}

/** The ordinary documents in the restored text: a line between two of them belongs to the upper one. */
function findDocuments(
  ordinary: readonly DocumentSpan[],
  { ghost }: State,
  blanks: readonly Edit[],
  text: string,
): DocumentSpan[] {
  if (ordinary.length === 0) return splitDocuments(text);
  const moved = (offsets: readonly number[]): number[] => {
    const place = placer(ghost);
    return carry(offsets.map(place), blanks, "after");
  };
  const starts = moved(ordinary.map(({ start }) => start));
  const titled = ordinary.flatMap(({ title }) => title ?? []);
  const heads = moved(titled.map(({ start }) => start));
  const tails = moved(titled.map(({ end }) => Math.max(0, end - 1)));
  let t = 0;
  return ordinary.map((document, i) => {
    const { start, end } = trimmedSpan(text, {
      start: i === 0 ? 0 : (starts[i] ?? 0),
      end: starts[i + 1] ?? text.length,
    });
    const title = document.title === null ? null : { start: heads[t] ?? 0, end: (tails[t++] ?? 0) + 1 };
    return { ...document, start, end, title };
  });
}
