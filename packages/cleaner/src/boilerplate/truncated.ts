import { alternatives, teaserWords } from "@zongjie/lexicon";
import { type Bare, bareText, letterAt } from "../bare.ts";
import { bareTitle, readTitle } from "../title.ts";
import type { LineFeatures } from "./features.ts";
import type { Verdict } from "./verdict.ts";

/** Letters of a copy that must agree with the text below, and how far from it its original is looked for. */
const PROBE = 14;
const REACH = 4000;

/** Letters that a headline or a label before the copy has at most. */
const HEAD = 40;

/** Letters of a copy that is found as a whole, where less speaks for it than a cut at its end. */
const WHOLE = 20;
const UNMARKED = 30;

/** Lines, blank ones left out, behind which a copy's original begins: headline, byline, date may stand between. */
const BETWEEN = 4;

/** Blank and dropped lines that may stand between the lines of a copy, all in all. */
const PASSED = 60;

/** How a copy looks that a site cut short. */
interface Look {
  /** Where the copy ends in the line, behind it dots or an invitation to read on; null where nothing says so. */
  readonly cut: number | null;
  /** Length of a label before it. */
  readonly label: number;
}

/** A copy in a line: where it begins there, and the letter of the page at which its original does. */
interface Copy {
  readonly from: number;
  readonly original: number;
}

/**
 * Marks copies of a passage that a site cut short: also behind a headline on the same line, with a label or without, and
 * the whole lines that stand before the one that was cut.
 *
 *     社区工作总结1一、组织有力。我社区……                 headline kept, copy dropped
 *     内容简介：一、组织有力。我社区高度重视 展开全文      dropped
 *     一、组织有力。
 *     我社区高度重视……
 */
export function findTruncated(text: string, lines: readonly LineFeatures[], verdicts: (Verdict | null)[]): void {
  let page: Bare | undefined;
  for (const [i, line] of lines.entries()) {
    if (line.blank || (verdicts[i] != null && verdicts[i]?.reason !== "teaser")) continue;
    if (line.text.length < PROBE + 3 || 1000 < line.text.length) continue;
    const look = lookOf(line.text) ?? (isInvited(lines, i) ? { cut: line.text.length, label: 0 } : null);
    if (look === null && !continues(lines, i)) continue;
    page ??= bareText(text);
    const copy = findCopy(line, look, page);
    if (copy === null) continue;
    const head = line.text.slice(0, copy.from).trim();
    // a headline before the copy stays, a label or the page's own headline does not
    const headline = head !== "" && readTitle(head) !== null && !/\d+\s*篇/.test(head) && !repeated(lines, i, head);
    verdicts[i] = headline ? { ...COPY, from: copy.from } : COPY;
    if (look?.cut != null && copy.from === 0) markBefore(lines, verdicts, i, page, copy.original);
  }
}

const COPY: Verdict = { reason: "truncated-duplicate", rule: "truncated.copy" };

/** The copy in a line, null where it holds none. */
function findCopy(line: LineFeatures, look: Look | null, page: Bare): Copy | null {
  const label = look?.label ?? 0;
  const body = bareText(line.text.slice(label, look?.cut ?? line.text.length));
  const end = letterAt(page, line.end);
  const below = page.text.slice(end, end + REACH);
  if (look?.cut != null && mayHold(below, body.text)) {
    const most = Math.min(HEAD, body.text.length - PROBE);
    for (let k = 0; k <= most; k++) {
      const found = below.indexOf(body.text.slice(k, k + PROBE));
      if (found !== -1) return { from: k === 0 ? 0 : label + (body.at[k] as number), original: end + found };
    }
  }
  if (body.text.length < (look?.cut != null ? WHOLE : UNMARKED)) return null;
  const found = below.indexOf(body.text);
  if (found !== -1) return { from: 0, original: end + found };
  const start = letterAt(page, line.at);
  const top = Math.max(0, start - REACH);
  const above = look === null ? -1 : page.text.slice(top, start).indexOf(body.text);
  return above === -1 ? null : { from: 0, original: top + above };
}

/** A cheap look first: some letters from the middle or the end of a copy stand in the text too. */
function mayHold(text: string, body: string): boolean {
  const last = body.length - PROBE;
  return [last, last >> 1, Math.min(HEAD, last)].some((i) => text.includes(body.slice(Math.max(0, i), i + PROBE)));
}

/** Marks the lines before a cut one as long as they say what stands before its original too. */
function markBefore(
  lines: readonly LineFeatures[],
  verdicts: (Verdict | null)[],
  cut: number,
  page: Bare,
  original: number,
): void {
  let before = original;
  let passed = 0;
  for (let j = cut - 1; 0 <= j && passed < PASSED; j--) {
    const letters = verdicts[j] == null ? bareText((lines[j] as LineFeatures).text).text : "";
    if (before < letters.length || !page.text.startsWith(letters, before - letters.length)) return;
    before -= letters.length;
    if (letters === "") passed++;
    else verdicts[j] = COPY;
  }
}

/** True where the next line is nothing but an invitation to read on. */
function isInvited(lines: readonly LineFeatures[], i: number): boolean {
  let next = i + 1;
  while (lines[next]?.blank) next++;
  const text = lines[next]?.text ?? "";
  return 0 < text.length && text.length <= 12 && lookOf(text)?.cut === 0;
}

/** True where one of the next lines begins as this one does and this one has no end: its original follows at once. */
function continues(lines: readonly LineFeatures[], i: number): boolean {
  const { text, title } = lines[i] as LineFeatures;
  if (title !== null || text.length < UNMARKED || /[。！？；!?;：:）)”》.…]$/.test(text)) return false;
  const opening = bareText(text.slice(0, 2 * PROBE)).text.slice(0, PROBE);
  if (opening.length < PROBE) return false;
  let seen = 0;
  for (let j = i + 1; j < lines.length && seen < BETWEEN; j++) {
    const next = lines[j] as LineFeatures;
    if (next.blank) continue;
    seen++;
    if (text.length < next.text.length && bareText(next.text.slice(0, 2 * PROBE)).text.startsWith(opening)) return true;
  }
  return false;
}

/** True where one of the next lines is the headline itself. */
function repeated(lines: readonly LineFeatures[], i: number, head: string): boolean {
  return lines.slice(i + 1, i + 6).some((line) => line.text !== "" && bareTitle(line.text) === bareTitle(head));
}

let tail: RegExp | undefined;
let heading: RegExp | undefined;

/** Dots at the end, an invitation to read on in brackets or with an arrow or of four letters, a label in front; or none of them. */
function lookOf(text: string): Look | null {
  tail ??= tailPattern(teaserWords().more);
  heading ??= new RegExp(
    `^[【\\[]?(?:${alternatives(teaserWords().labels)})[】\\]]?[\\s\\u3000]*[:：】\\]][\\s\\u3000]*`,
  );
  const label = heading.exec(text)?.[0].length ?? 0;
  // the tail is short: what stands before it is of no account to the pattern
  const near = Math.max(0, text.length - 24);
  const cut = tail.exec(text.slice(near));
  return cut === null && label === 0 ? null : { cut: cut === null ? null : near + cut.index, label };
}

function tailPattern(more: readonly string[]): RegExp {
  const words = alternatives(more);
  const long = alternatives(more.filter((word) => 4 <= word.length));
  const arrow = "[>》»›∨▼↓﹀]{1,3}";
  return new RegExp(
    `(?:(?:\\.{3,}|…+|。{3,}|·{3,})[\\s\\u3000]*(?:[【\\[(（<]?(?:${words})[】\\])）>]?)?|[【\\[(（](?:${words})[】\\])）]|(?:${words})(?=[\\s\\u3000]*${arrow})|(?:${long}))[\\s\\u3000]*(?:${arrow})?[\\s\\u3000]*$`,
  );
}
