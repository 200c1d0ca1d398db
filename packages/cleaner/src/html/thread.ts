import { loadData } from "@zongjie/lexicon";
import { isBlock } from "./element.ts";
import type { Head } from "./head.ts";
import { landmarkFileSchema } from "./landmark.ts";
import type { Walk } from "./walk.ts";

/** How many elements must be named as posts before a page is taken for a thread by them alone. */
const POSTS = 3;
/** How many comments, and how little else, make a page of comments. */
const COMMENTS = 8;
const SHORT = 250;

let words: RegExp | null = null;

/**
 * Whether a page is a thread (a forum's, a question with answers, a post with replies), where all posts are content:
 * `<title>停水怎么办 - 某某论坛</title>`. An article with readers' comments under it is none.
 */
export function isThread(walk: Walk, head: Head): boolean {
  words ??= new RegExp(loadData("html.yaml", landmarkFileSchema).threads.join("|"));
  const said = [head.title, head.meta.get("og:site_name"), head.meta.get("generator"), head.meta.get("keywords")];
  const named = said.some((text) => text !== undefined && text !== null && words?.test(text));
  const posts = count(walk, "posts");
  const comments = count(walk, "comments");
  return POSTS <= posts || (named && 2 <= posts + comments) || (COMMENTS <= comments && plainText(walk) < SHORT);
}

/** How many blocks have a landmark. */
function count(walk: Walk, landmark: string): number {
  return walk.elements.reduce(
    (sum, element) => sum + (element.landmark === landmark && isBlock(element.tag) ? 1 : 0),
    0,
  );
}

/** Characters of sentences outside of links and comments. */
function plainText(walk: Walk): number {
  const inComment: boolean[] = [];
  for (const element of walk.elements)
    inComment.push(inComment[element.parent] === true || element.landmark === "comments");
  let sum = 0;
  for (const line of walk.lines)
    if (
      !inComment[line.element] &&
      line.linkChars === 0 &&
      12 < line.chars &&
      /[，。？！]/.test(walk.text.slice(line.start, line.end))
    )
      sum += line.chars;
  return sum;
}
