import { type Line, markerOf } from "../line.ts";
import { bareTitle, isHeadline, isNaming } from "../title.ts";
import type { Marked } from "./mark.ts";

/** What earlier stages took out of the page. */
export interface Removed {
  readonly gaps?: readonly { readonly at: number; readonly rule?: string }[];
  readonly dropped?: readonly string[];
}

/** Characters of text under a headline at least. */
const APART = 60;

/** Longest headline. */
const LONGEST = 40;

/**
 * Headlines that the page itself announces: they stand under lines of `====`, or each in the table of contents that was
 * taken out. Two at least, text under each, most of them headlines by their words.
 *
 *     目录：一、图书馆管理制度……1　二、考勤管理制度……3      (taken out)
 *     图书馆管理制度       ← mark
 *     为了加强……
 *     考勤管理制度         ← mark
 */
export function findAnnounced(lines: readonly Line[], { gaps = [], dropped = [] }: Removed): Marked[] {
  const before = [0];
  for (const { text } of lines) before.push((before.at(-1) as number) + text.length);
  const apart = (found: readonly number[]): number[] =>
    found.filter((i, k) => APART <= (before[found[k + 1] ?? lines.length] as number) - (before[i + 1] as number));
  return [
    ["separator.ruled", apart(underRules(lines, gaps))] as const,
    ["separator.listed", apart(inContents(lines, dropped))] as const,
  ].flatMap(([rule, found]) => {
    const titled = found.filter((i) => isNaming((lines[i] as Line).text)).length;
    if (titled < 2 || titled < 0.6 * found.length) return [];
    return found.map((line) => ({ line, rule, mark: 0, size: found.length }));
  });
}

/** The first line under each line of signs that was taken out, where it could be a headline. */
function underRules(lines: readonly Line[], gaps: NonNullable<Removed["gaps"]>): number[] {
  const out: number[] = [];
  let i = 0;
  for (const { at, rule } of gaps) {
    if (rule !== "symbols.only") continue;
    while (i < lines.length && ((lines[i] as Line).text === "" || (lines[i] as Line).at < at)) i++;
    const text = lines[i]?.text ?? "";
    if (isShort(text) && out.at(-1) !== i) out.push(i);
  }
  return out;
}

/** Lines without a number that a removed list of numbered headlines names. */
function inContents(lines: readonly Line[], dropped: readonly string[]): number[] {
  const listed = new Set(
    dropped.flatMap((text) => {
      const entry = text.length <= 80 ? ENTRY.exec(text)?.[1] : undefined;
      return entry !== undefined && isHeadline(entry) ? [bareTitle(entry)] : [];
    }),
  );
  if (listed.size < 2) return [];
  return [...lines.keys()].filter((i) => {
    const { text } = lines[i] as Line;
    return isShort(text) && listed.delete(bareTitle(text));
  });
}

/** An entry of a table of contents: a number, a headline, leaders and a page's number or nothing. */
const ENTRY =
  /^(?:第?[一二三四五六七八九十\d]{1,3}[、.．篇章:：]|[（(][一二三四五六七八九十\d]{1,3}[）)])\s*(.{4,40}?)[\s.．·…—-]*\d{0,3}$/u;

/** True for what could be a headline and has no number: `图书馆管理制度`, `2023年学校工作总结`. */
function isShort(text: string): boolean {
  if (text.length < 4 || LONGEST < text.length || markerOf(text) !== "") return false;
  return /^(?:[\p{L}《“]|(?:19|20)\d\d)/u.test(text) && !/[。；;，,：:！!？?]/.test(text);
}
